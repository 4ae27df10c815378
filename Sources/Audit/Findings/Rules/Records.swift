import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Is the book itself in order: what is sealed, marked secret, closed, marked irregular?
  static let records: [Rule] = [
    sealedMissing, secrecyWithoutProvision, closedCaseActivity, afterConclusion, markedIrregular,
    personalDataInClear,
  ]

  private static let sealedMissing = Rule(
    "RC-01", .records, .breach,
    Localized("Förseglat värde saknas utan gallringsbeslut", "Sealed value missing without a disposal decision"),
    explanation: Localized(
      "Ett förseglat värde får tas bort bara efter ett gallringsbeslut, som antecknas i boken. Saknas det ändå har en uppgift förstörts utan beslut, eller kommit bort.",
      "A sealed value may be removed only under a disposal decision, which the book notes. Where it is missing all the same, information was destroyed without a decision, or lost."
    ),
    ground: .law("arkivlagen (1990:782) 10 §"),
    population: Localized("förseglade värden", "sealed values"),
    exceptions: [
      RuleException(
        "copy", "En kopia av boken utan mappen sealed, som en publicerad kopia: då prövas inget.",
        "A copy of the book without the folder sealed, such as a published one: then nothing is judged."),
      RuleException("erased", "Gallrat under ett namngivet beslut.", "Erased under a named decision."),
    ],
    .story(nil) { story, reading, tally in
      guard let isKept = reading.isSealedKept else { return }
      let erased = Set(story.state.record.erasures.flatMap(\.erased.commitments))
      for event in story.events {
        if case .entry(.valueErased) = event.fact { continue }
        for sealed in event.sealedOnce {
          guard tally.tests(on: reading.day), !erased.contains(sealed), !isKept(sealed) else { continue }
          tally.find(
            story.id, on: reading.day,
            Localized(
              "Ett förseglat värde i post \(event.position) om \(reading.title(story.id)) (\(sealed.text.prefix(12))…) finns inte kvar, och boken har inget gallringsbeslut för det.",
              "A sealed value in entry \(event.position) about \(reading.title(story.id)) (\(sealed.text.prefix(12))…) is gone, and the book has no disposal decision for it."
            ), citing: [event.citation])
        }
      }
    })

  private static let secrecyWithoutProvision = Rule(
    "RC-02", .records, .breach,
    Localized("Sekretessmarkering utan lagrum", "Secrecy mark without a provision"),
    explanation: Localized(
      "En sekretessmarkering anger den bestämmelse som den vilar på, med kapitel och paragraf.",
      "A secrecy mark states the provision it rests on, with chapter and section."),
    ground: .law("OSL 5:5"),
    population: Localized("sekretessmarkeringar", "secrecy marks"),
    exceptions: [
      RuleException(
        "choice", "Om bestämmelsen är rätt vald prövas inte: markeringen är en varning, varje begäran prövas för sig.",
        "Whether the provision is the right one is not judged: the mark is a warning, each request is assessed anew.")
    ],
    .story(nil) { story, reading, tally in
      for event in story.entries {
        guard case .entry(.secrecyMarked(let marked)) = event.fact else { continue }
        let day = event.day ?? reading.day
        let when = dayPhrase(event.day)
        guard tally.tests(on: day), !marked.provision.text.contains(where: \.isNumber) else { continue }
        tally.find(
          story.id, on: day,
          Localized(
            "Sekretessmarkeringen av \(reading.title(story.id))\(when.sv), av \(marked.authority), anger ”\(marked.provision)”, som inte är en bestämmelse med kapitel och paragraf.",
            "The secrecy mark on \(reading.title(story.id)), set\(when.en) by \(marked.authority), states “\(marked.provision)”, which is not a provision with chapter and section."
          ), citing: [event.citation])
      }
    })

  private static let closedCaseActivity = Rule(
    "RC-03", .records, .explain, Localized("Händelse i avslutat ärende", "Activity in a closed case"),
    explanation: Localized(
      "I ett avslutat ärende händer inget mer. Händer något bör ärendet återupptas.",
      "Nothing more happens in a closed case. If something does, the case should be reopened."),
    ground: .method(
      Localized("god ordning i ärendehanteringen", "good order in handling cases")), covers: [.activityAfterClosing],
    population: Localized("avslutade ärenden", "closed cases"),
    exceptions: [
      RuleException("same-day", "Samma dag som ärendet avslutas.", "On the day on which the case is closed."),
      RuleException("reopened", "Ärendet är återupptaget.", "The case is reopened."),
      RuleException(
        "documents", "Dokument och sekretess som hör till ärendet.", "Documents and secrecy that belong to the case."),
      RuleException(
        "unknown-day", "Avslutat, eller det som hände, på en okänd dag.", "Closed, or what happened, on an unknown day."
      ),
    ],
    .aCase { state, story, reading, tally in
      var closed: Event?
      var isTested = false
      for event in story.entries {
        switch event.fact {
        case .case(.closed):
          closed = event
          if !isTested { isTested = tally.tests(on: event.day ?? reading.day) }
        case .case(.reopened): closed = nil
        case .case:
          guard let closed, let since = closed.day, let day = event.day, day > since, isTested else { continue }
          let what = EventWords.words(of: event.fact)
          tally.find(
            state.id, on: day,
            Localized(
              "\(reading.title(state.id)) avslutades \(since), men \(day) hände något i det: \(what.sv).",
              "\(reading.title(state.id)) was closed on \(since), but on \(day) something happened in it: \(what.en)."),
            citing: [closed.citation, event.citation])
        default: break
        }
      }
    })

  private static let afterConclusion = Rule(
    "RC-04", .records, .explain,
    Localized("Tillkommet efter att liggaren avslutats", "Added after the ledger was concluded"),
    explanation: Localized(
      "När en liggare avslutas väntas inget mer i den. Det som ändå kommer till har inte varit med i slutrapporten.",
      "When a ledger is concluded nothing more is expected in it. What comes all the same was not in the final report."),
    ground: .method(Localized("liggarens eget avslut", "the ledger's own conclusion")), covers: [.afterConclusion],
    population: Localized("poster efter att liggaren avslutats", "entries after the ledger was concluded"),
    exceptions: [
      RuleException(
        "care", "Korrigeringar, makuleringar, dokument, sekretess och gallring, som hör till arkivets vård.",
        "Corrections, reversals, documents, secrecy and disposal, which belong to the care of the archive.")
    ],
    .story(nil) { story, reading, tally in
      guard let concluded = reading.conclusion else { return }
      for event in story.entries where event.position > concluded.position && event.fact.subjectKind != nil {
        let day = SwedishTime.date(of: event.recorded)
        guard tally.tests(on: day) else { continue }
        let what = EventWords.words(of: event.fact)
        tally.find(
          story.id, on: day,
          Localized(
            "Liggaren avslutades \(SwedishTime.date(of: concluded.recorded)), men \(day) skrevs ”\(what.sv)” in om \(reading.title(story.id)).",
            "The ledger was concluded on \(SwedishTime.date(of: concluded.recorded)), but on \(day) “\(what.en)” was recorded about \(reading.title(story.id))."
          ), citing: [event.citation])
      }
    })

  private static let markedIrregular = Rule(
    "RC-05", .records, .explain, Localized("Post markerad som regelavvikelse", "Entry marked as irregular"),
    explanation: Localized(
      "Den som skrev in posten uppgav att något var fel, och varför. Här står de märken som ingen annan regel berättar om.",
      "Whoever recorded the entry stated that something was wrong, and why. Here stand the marks that no other rule tells of."
    ),
    ground: .method(
      Localized("den registrerandes egen uppgift i boken", "the recorder's own statement in the book")),
    population: Localized("märken om regelavvikelse", "marks of irregularity"),
    exceptions: [
      RuleException(
        "told", "Märken som en annan regels iakttagelse redan berättar om: skälet står där.",
        "Marks that a finding of another rule already tells of: the reason stands there."),
      RuleException(
        "imported", "Importerade poster: märket satte importen, ingen har uppgett ett skäl.",
        "Imported entries: the import set the mark, and nobody stated a reason."),
    ],
    .story(nil) { story, reading, tally in
      for event in story.entries {
        guard let irregular = event.circumstances.irregular, !reading.isImported(event) else { continue }
        for kind in irregular.kinds {
          let day = event.day ?? SwedishTime.date(of: event.recorded)
          guard tally.tests(on: day) else { continue }
          let what = EventWords.words(of: event.fact)
          tally.find(
            story.id, mark: kind, of: event, on: day,
            Localized(
              "Posten ”\(what.sv)” om \(reading.title(story.id)), \(day), är markerad: \(kind.words.sv).",
              "The entry “\(what.en)” about \(reading.title(story.id)), \(day), is marked: \(kind.words.en)."))
        }
      }
    })
}

extension Event {
  /// Whether it is one of the few that can commit to a value, and may have done so: looking into the data of all would cost more
  /// than all other rules.
  package var maySeal: Bool {
    if circumstances.note != nil { return true }
    return switch fact {
    case .case(.opened(let opened)): opened.raisedBy?.isCitizen ?? false
    case .measure(.proposed(let proposed)): proposed.contact != nil || proposed.proposedBy?.isCitizen ?? false
    case .decision(.appealed(let appealed)): appealed.appellant != nil
    case .person(.registered(let registered)): registered.name != nil || registered.contact != nil
    case .person(.changed(let changed)): changed.name != nil || changed.contact != nil
    case .entry(.corrected(let corrected)): corrected.new?.kind == "object"
    default: false
    }
  }

  /// The sealed values that the entry commits to, each once.
  fileprivate var sealedOnce: [SealedValue] {
    guard maySeal else { return [] }
    var seen: Set<SealedValue> = []
    return sealedValues(in: fact.data(with: circumstances)).filter { seen.insert($0).inserted }
  }
}

extension Proposer {
  fileprivate var isCitizen: Bool { if case .citizen = self { true } else { false } }
}

extension RuleReading {
  /// When the ledger was concluded.
  fileprivate var conclusion: Mark? {
    index.ledger?.record.steps.last { $0.type.text == LedgerConcluded.type }?.mark
  }
}
