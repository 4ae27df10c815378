import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Does the book bear out what the promise itself says?
  static let promiseKeeping: [Rule] = [
    districtWithoutMeasure, goalsNotFollowedUp, notSigned, withoutAdoption, withoutSituation, withoutPlan,
  ]

  private static let promiseItself = RuleGround.method(
    Localized(
      "löftets egna ord", "the promise's own words"))

  private static let districtWithoutMeasure = Rule(
    "PR-01", .promise, .explain,
    Localized("Särskilt fokus utan någon åtgärd", "Special-focus district without any measure"),
    explanation: Localized(
      "Löftet nämner stadsdelar med särskilt fokus. För var och en ska det finnas någon åtgärd som är utlovad eller beslutad. Exempel i löftet räknas inte: ingen har lovat dem.",
      "The promise names districts of special focus. For each there is to be some measure that is promised or decided. Examples in the promise do not count: nobody promised them."
    ),
    ground: promiseItself,
    population: Localized("stadsdelar i löftets lista", "districts in the promise's list"),
    exceptions: [
      RuleException(
        "whole-municipality", "En åtgärd för hela kommunen gäller också stadsdelen.",
        "A municipality-wide measure covers the district too."),
      RuleException("not-yet", "Ett löfte som ännu inte har börjat gälla.", "A promise that is not yet valid."),
    ],
    .gathered(
      .measure,
      { story, places in
        guard case .measure(let measure) = story.state, measure.isPromisedOrDecided, let plan = measure.plan,
          let promise = plan.promise, measure.status != .rejected, measure.status != .withdrawn
        else { return }
        if plan.municipalityWide { places.insert(promise.text) }
        for area in plan.areas { places.insert("\(promise) \(area)") }
      },
      { places, reading, tally in
        for promise in reading.index.promises {
          guard let terms = promise.terms, terms.validity.from <= reading.day else { continue }
          for area in terms.areas {
            guard tally.tests(on: reading.day) else { continue }
            if places.contains(promise.id.text) || places.contains("\(promise.id) \(area.code)") { continue }
            tally.find(
              promise.id, on: reading.day,
              Localized(
                "\(promise.id) (\(terms.title)) har särskilt fokus på \(area.name), men boken har ingen utlovad eller beslutad åtgärd där.",
                "\(promise.id) (\(terms.title)) has special focus on \(area.name), but the book has no measure promised or decided there."
              ), citing: [promise.adopted])
          }
        }
      }))

  private static let goalsNotFollowedUp = Rule(
    "PR-02", .promise, .explain,
    Localized("Löftets mål aldrig uppföljda", "Goals of the promise never followed up"),
    explanation: Localized(
      "Löftet tjänar mål som säger vad som ska bli annorlunda. Om de nås syns bara om någon effekt mäts mer än en gång.",
      "The promise serves goals that say what is to change. Whether they are reached shows only if some effect is measured more than once."
    ),
    ground: promiseItself,
    population: Localized(
      "löften med överordnade mål eller effektmål som gällt minst ett år",
      "promises with parent goals or effect goals that have been valid for a year"),
    exceptions: [
      RuleException(
        "observed",
        "Minst en indikator på effekt, under löftet eller under inget löfte, har observerats efter löftets början.",
        "At least one indicator of effect, under the promise or under none, was observed after the promise began."),
      RuleException(
        "dialogue", "En medborgardialog räknas som observation, också utan värde.",
        "A citizen dialogue counts as an observation, even without a value."),
      RuleException(
        "unknown-day", "En observation på en okänd dag räknas.", "An observation on an unknown day counts."),
      RuleException(
        "new", "Ett löfte som har gällt kortare tid än ett år.", "A promise that has been valid for less than a year."),
      RuleException("no-goals", "Ett löfte som inte anger några mål.", "A promise that states no goals."),
    ],
    .whole { reading, tally in
      for promise in reading.index.promises {
        guard let terms = promise.terms else { continue }
        let goals = terms.parentGoals.map(\.text) + terms.effectGoals.map(\.text.text)
        let due = terms.validity.from.adding(days: 365)
        guard !goals.isEmpty, due <= reading.day, tally.tests(on: due) else { continue }
        let isFollowedUp = reading.index.indicators.contains { indicator in
          guard let defined = indicator.defined, defined.kind == .effect,
            defined.promise == promise.id || defined.promise == nil
          else { return false }
          return indicator.observations.contains { observation in
            !observation.observed.baseline && (observation.mark.effective.map { $0.day >= terms.validity.from } ?? true)
          }
        }
        if isFollowedUp { continue }
        let listed = Localized(
          goals.map { "”\($0)”" }.joined(separator: "; "), goals.map { "“\($0)”" }.joined(separator: "; "))
        tally.find(
          promise.id, on: reading.day,
          Localized(
            "Boken visar inte att målen för \(promise.id) (\(terms.title)) har följts upp: \(listed.sv). Ingen indikator på effekt har observerats sedan \(terms.validity.from).",
            "The book does not show that the goals of \(promise.id) (\(terms.title)) were followed up: \(listed.en). No indicator of effect has been observed since \(terms.validity.from)."
          ), citing: [promise.adopted])
      }
    })

  private static let notSigned = Rule(
    "PR-03", .promise, .information,
    Localized("Underskrift eller dag saknas", "Signature or its day missing"),
    explanation: Localized(
      "Löftet är parternas. Boken ska säga att var och en har skrivit under, och när.",
      "The promise is the parties'. The book is to say that each has signed, and when."),
    ground: promiseItself,
    population: Localized("parter i löften som har börjat gälla", "parties to promises that are valid"),
    exceptions: [
      RuleException("not-yet", "Ett löfte som ännu inte har börjat gälla.", "A promise that is not yet valid.")
    ],
    .promise { promise, _, reading, tally in
      guard let terms = promise.terms, terms.validity.from <= reading.day else { return }
      for party in terms.parties {
        guard tally.tests(on: reading.day) else { continue }
        let signatures = promise.signatures.filter { $0.signed.party == party.code }
        if signatures.contains(where: { $0.mark.effective != nil }) { continue }
        let what =
          signatures.first.map {
            Localized(
              "skrevs det under av \($0.signed.by.named), men dagen anges inte",
              "it was signed by \($0.signed.by.named), but the day is not stated")
          } ?? Localized("finns ingen underskrift i boken", "there is no signature in the book")
        tally.find(
          promise.id, on: reading.day,
          Localized(
            "\(promise.id) (\(terms.title)): för \(party.name) \(what.sv).",
            "\(promise.id) (\(terms.title)): for \(party.name) \(what.en)."), citing: signatures.map { $0.mark })
      }
    })

  private static let withoutAdoption = Rule(
    "PR-04", .promise, .information,
    Localized("Antagande organ anges inte", "Adopting body not stated"),
    explanation: Localized(
      "Vem som antog löftet, för kommunens del, ska gå att se: det är beslutet bakom allt annat.",
      "Who adopted the promise, on the municipality's side, is to be seen: it is the decision behind all else."),
    ground: .method(
      Localized(
        "revisorernas grundfråga (KL 12:1): vem beslutade? Lagen pekar inte ut något organ för medborgarlöften",
        "the auditors' basic question (KL 12:1): who decided? No law names a body for citizen promises")),
    population: Localized("löften", "promises"),
    .promise { promise, _, reading, tally in
      guard let terms = promise.terms else { return }
      guard tally.tests(on: reading.day), terms.decision == nil else { return }
      tally.find(
        promise.id, on: reading.day,
        Localized(
          "\(promise.id) (\(terms.title)) anger inte vilket organ som antog löftet, eller när.",
          "\(promise.id) (\(terms.title)) does not state which body adopted the promise, or when."),
        citing: [promise.adopted])
    })

  private static let withoutSituation = Rule(
    "PR-05", .promise, .explain, Localized("Lägesbild saknas", "No situation picture"),
    explanation: Localized(
      "Sedan den 1 juli 2023 ska kommunen ha en lägesbild över brottsligheten. Ett löfte som gäller därefter bör vila på en.",
      "Since 1 July 2023 the municipality must have a situation picture of crime. A promise valid after that should rest on one."
    ),
    ground: .law("lag (2023:196) 4 §"), from: LocalDate(year: 2023, month: 7, day: 1),
    population: Localized(
      "löften med en kommun som part, som gäller efter 1 juli 2023",
      "promises with a municipality as party, valid after 1 July 2023"),
    exceptions: [
      RuleException(
        "old", "En lägesbild i boken, hur gammal den än är; lagens krav på innehåll prövas inte här.",
        "A situation picture in the book, however old; what the law wants in it is not judged here."),
      RuleException(
        "any-promise", "En lägesbild som inte hör till något visst löfte.",
        "A situation picture that belongs to no promise in particular."),
      RuleException("ended", "Ett löfte som upphörde dessförinnan.", "A promise that ended before that."),
      RuleException("not-yet", "Ett löfte som ännu inte har börjat gälla.", "A promise that is not yet valid."),
      RuleException(
        "no-municipality", "Ett löfte utan någon kommun som part.", "A promise without a municipality as party."),
    ],
    .promise { promise, _, reading, tally in
      guard let day = lastDay(of: promise, reading), tally.tests(on: day) else { return }
      if reading.index.situations.contains(where: { $0.assessed?.promise == promise.id || $0.assessed?.promise == nil })
      {
        return
      }
      tally.find(
        promise.id, on: day,
        Localized(
          "\(reading.title(promise.id)) gällde \(day), men boken har ingen lägesbild.",
          "\(reading.title(promise.id)) was valid on \(day), but the book has no situation picture."),
        citing: [promise.adopted])
    })

  private static let withoutPlan = Rule(
    "PR-06", .promise, .explain, Localized("Beslutad åtgärdsplan saknas", "No decided plan of measures"),
    explanation: Localized(
      "Från den 1 juli 2024 krävs en åtgärdsplan. Ett löfte som gäller därefter bör ha beslutade åtgärder.",
      "From 1 July 2024 a plan of measures is required. A promise valid after that should have measures decided."
    ),
    ground: .law("lag (2023:196)"), from: LocalDate(year: 2024, month: 7, day: 1),
    population: Localized(
      "löften med en kommun som part, som gäller efter 1 juli 2024",
      "promises with a municipality as party, valid after 1 July 2024"),
    exceptions: [
      RuleException("decided", "Någon beslutad åtgärd under löftet.", "Some measure decided under the promise."),
      RuleException("ended", "Ett löfte som upphörde dessförinnan.", "A promise that ended before that."),
      RuleException("not-yet", "Ett löfte som ännu inte har börjat gälla.", "A promise that is not yet valid."),
      RuleException(
        "no-municipality", "Ett löfte utan någon kommun som part.", "A promise without a municipality as party."),
    ],
    .gathered(
      .measure,
      { story, promises in
        if case .measure(let measure) = story.state, measure.approved != nil, let promise = measure.plan?.promise {
          promises.insert(promise.text)
        }
      },
      { promises, reading, tally in
        for promise in reading.index.promises {
          guard let day = lastDay(of: promise, reading), tally.tests(on: day), !promises.contains(promise.id.text)
          else { continue }
          tally.find(
            promise.id, on: day,
            Localized(
              "\(reading.title(promise.id)) gällde \(day), men boken har ingen beslutad åtgärd under det.",
              "\(reading.title(promise.id)) was valid on \(day), but the book has no measure decided under it."),
            citing: [promise.adopted])
        }
      }))

  /// The last day, up to the reading's, on which a promise with a municipal party was valid; nil where it is not valid yet.
  private static func lastDay(of promise: CitizenPromise, _ reading: RuleReading) -> LocalDate? {
    guard let terms = promise.terms, terms.validity.from <= reading.day else { return nil }
    let police = reading.index.policeParties
    guard terms.parties.contains(where: { !police.contains($0.code) }) else { return nil }
    return min(reading.day, terms.validity.through)
  }
}
