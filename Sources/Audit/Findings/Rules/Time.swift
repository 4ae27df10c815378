import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Was it in time, and was it entered in time?
  static let time: [Rule] = [
    outsideValidity, recordedLate, recordedAfterVerification, clockBackwards, importedBacklog, undatedFacts,
  ]

  private static let outsideValidity = Rule(
    "TI-01", .time, .explain,
    Localized("Beslut utanför löftets giltighetstid", "Decided outside the validity of the promise"),
    explanation: Localized(
      "En åtgärd under löftet beslutas och börjar medan löftet gäller.",
      "A measure under the promise is decided and begun while the promise is valid."),
    ground: .method(Localized("löftets egen giltighetstid", "the promise's own validity")), covers: [.outsideValidity],
    population: Localized(
      "godkännanden och påbörjanden, på en känd dag, av åtgärder under ett löfte",
      "approvals and starts, on a known day, of measures under a promise"),
    exceptions: [
      RuleException(
        "goes-on", "Arbete som fortsätter eller avslutas efter giltighetstiden.",
        "Work that goes on or ends after the validity."),
      RuleException("no-promise", "En åtgärd utan löfte.", "A measure without a promise."),
      RuleException(
        "extended", "Inom den tid som en ändring har gett löftet.",
        "Within the time that an amendment has given the promise."),
      RuleException("unknown-day", "Beslutad eller påbörjad på en okänd dag.", "Decided or begun on an unknown day."),
    ],
    .measure { measure, story, reading, tally in
      guard let validity = reading.validity(of: measure.plan?.promise) else { return }
      for event in story.entries {
        let isStart: Bool
        switch event.fact {
        case .measure(.approved): isStart = false
        case .measure(.started): isStart = true
        default: continue
        }
        guard let day = event.day, tally.tests(on: day), !validity.contains(day) else { continue }
        func sentence() -> Localized {
          let name = reading.title(measure.id)
          let span = Localized(
            "utanför löftets giltighetstid \(validity.from)–\(validity.through)",
            "outside the validity of the promise, \(validity.from) through \(validity.through)")
          let behind = event.decisionBehind.map { reading.cited($0) }
          return isStart
            ? Localized("\(name) påbörjades \(day), \(span.sv).", "\(name) was begun on \(day), \(span.en).")
            : Localized(
              "\(name) beslutades \(day), \(span.sv)" + (behind.map { ": \($0.sv)." } ?? "."),
              "\(name) was decided on \(day), \(span.en)" + (behind.map { ": \($0.en)." } ?? "."))
        }
        tally.find(
          measure.id, on: day, sentence(),
          citing: [event.citation])
      }
    })

  private static let recordedLate = Rule(
    "TI-02", .time, .explain, Localized("Registrerad långt efter mottagandet", "Recorded long after it was received"),
    explanation: Localized(
      "En uppgift skrivs in inom \(entryDays) dagar från att den kom in.",
      "Information is recorded within \(entryDays) days of being received."),
    ground: .method(
      Localized(
        "OSL 5:1 om att registrera så snart en handling kommit in; tiden \(entryDays) dagar är regelbokens",
        "OSL 5:1 on registering as soon as a record is received; the \(entryDays) days are the rule book's")),
    covers: [.declared],
    population: Localized(
      "poster där mottagandedag anges", "entries that state the day on which the information was received"),
    exceptions: [
      RuleException(
        "not-stated", "En post utan mottagandedag: när uppgiften kom in är inte känt.",
        "An entry without a day of receipt: when it was received is not known."),
      RuleException("imported", "Importerade poster.", "Imported entries."),
    ],
    .story(nil) { story, reading, tally in
      for event in story.entries {
        guard let received = event.circumstances.received, !reading.isImported(event) else { continue }
        guard tally.tests(on: received) else { continue }
        let recorded = SwedishTime.date(of: event.recorded)
        let lag = received.days(to: recorded)
        guard lag > entryDays else { continue }
        let what = EventWords.words(of: event.fact)
        tally.find(
          story.id, on: recorded,
          Localized(
            "Uppgiften ”\(what.sv)” om \(reading.title(story.id)) kom in \(received) men skrevs in \(recorded), \(days(lag).sv) senare, av \(event.recordedBy).",
            "The entry “\(what.en)” about \(reading.title(story.id)) was received on \(received) but recorded on \(recorded), \(days(lag).en) later, by \(event.recordedBy)."
          ), citing: [event.citation])
      }
    })

  private static let recordedAfterVerification = Rule(
    "TI-03", .time, .explain,
    Localized("Beslut registrerat efter justeringen", "Decision recorded after the minutes were verified"),
    explanation: Localized(
      "När protokollet är justerat finns beslutet som handling. Att ett beslut skrivs in efter sammanträdet är normalt; efter justeringen bör det ske inom \(entryDays) dagar.",
      "Once the minutes are verified the decision exists as a record. That a decision is entered after its meeting is normal; after the verification it should be within \(entryDays) days."
    ),
    ground: .method(
      Localized(
        "OSL 5:1 om att registrera så snart en handling upprättats; tiden \(entryDays) dagar är regelbokens",
        "OSL 5:1 on registering as soon as a record is drawn up; the \(entryDays) days are the rule book's")),
    covers: [.declared],
    population: Localized(
      "organs beslut vid sammanträden med justerat protokoll",
      "decisions of bodies at meetings whose minutes are verified"),
    exceptions: [
      RuleException(
        "before-the-book", "Protokoll justerade före liggarens första post.",
        "Minutes verified before the first entry of the ledger."),
      RuleException("imported", "Importerade poster.", "Imported entries."),
      RuleException(
        "unbound", "Organ som protokollsreglerna inte binder.", "Bodies that the rules on minutes do not bind."),
      RuleException("no-meeting", "Ett beslut vars sammanträde inte anges.", "A decision whose meeting is not named."),
      RuleException("unknown-day", "Justerat på en okänd dag.", "Verified on an unknown day."),
    ],
    .decision { decision, story, reading, tally in
      guard let made = decision.made, let meeting = reading.meeting(made.authority.meeting), let mark = decision.mark,
        reading.isBound(meeting.body), let verification = meeting.verification(of: made.authority.paragraph),
        let verified = verification.mark.effective?.day,
        let opened = reading.index.ledger?.record.steps.first.map({ SwedishTime.date(of: $0.mark.recorded) }),
        let entry = story.entries(DecisionMade.type).first, !reading.isImported(entry)
      else { return }
      let start = max(verified, opened)
      guard tally.tests(on: start) else { return }
      let recorded = SwedishTime.date(of: mark.recorded)
      let lag = start.days(to: recorded)
      guard verified >= opened, lag > entryDays else { return }
      tally.find(
        decision.id, on: recorded,
        Localized(
          "\(reading.title(decision.id)), \(reading.authority(decision).sv), skrevs in \(recorded), \(days(lag).sv) efter att protokollet justerades \(verified).",
          "\(reading.title(decision.id)), \(reading.authority(decision).en), was recorded on \(recorded), \(days(lag).en) after the minutes were verified on \(verified)."
        ), citing: [mark, verification.mark])
    })

  private static let clockBackwards = Rule(
    "TI-04", .time, .information, Localized("Klockan gick bakåt", "The clock went backwards"),
    explanation: Localized(
      "En post bär en tidigare registreringstid än posten före. Ordningen i boken är positionernas; tiden är klockans, och kan ha ställts om.",
      "An entry bears an earlier recorded time than the one before it. The book's order is that of positions; the time is the clock's, which may have been set."
    ),
    ground: .method(Localized("bokens ordning och klocka", "the order and the clock of the book")),
    population: Localized("poster med en post före sig", "entries with one before them"),
    exceptions: [
      RuleException("same-time", "Samma tid som posten före.", "The same time as the entry before."),
      RuleException(
        "to-come", "Poster som ännu inte gäller den dag som frågan avser.",
        "Entries that are not yet effective on the day asked about."),
    ],
    .entries(
      { walk, entry, before in
        guard entry.counts, let before else { return }
        walk.tested += 1
        if entry.recorded < before.recorded { walk.noted.append((before, entry)) }
      },
      { walk, reading, tally in
        tally.count(walk.tested)
        for (before, entry) in walk.noted {
          guard let before else { continue }
          let seconds = (before.recorded.milliseconds - entry.recorded.milliseconds + 999) / 1000
          let span = timeSpan(Int(seconds))
          tally.find(
            entry.subject, on: SwedishTime.date(of: entry.recorded),
            Localized(
              "Post \(entry.position), inskriven av \(reading.recordedBy(entry)), bär tiden \(SwedishTime.reading(of: entry.recorded, seconds: true)), \(span.sv) före post \(before.position).",
              "Entry \(entry.position), typed by \(reading.recordedBy(entry)), bears the time \(SwedishTime.reading(of: entry.recorded, seconds: true)), \(span.en) before entry \(before.position)."
            ), citing: [reading.citation(entry), reading.citation(before)])
        }
      }))

  /// A time in the unit in which it is read: `90 sekunder`, `5 minuter`, `30 timmar`, `2 dagar`, rounded.
  static func timeSpan(_ seconds: Int) -> Localized {
    switch seconds {
    case 1: Localized("1 sekund", "1 second")
    case ..<120: Localized("\(seconds) sekunder", "\(seconds) seconds")
    case ..<7200: Localized("\((seconds + 30) / 60) minuter", "\((seconds + 30) / 60) minutes")
    case ..<172_800: Localized("\((seconds + 1800) / 3600) timmar", "\((seconds + 1800) / 3600) hours")
    default: days((seconds + 43_200) / 86_400)
    }
  }

  private static let importedBacklog = Rule(
    "TI-05", .time, .information, Localized("Importerade poster", "Imported entries"),
    explanation: Localized(
      "Det som importerats från ett annat system är inskrivet i efterhand: när det var sant står i posten, när det blev känt här är importens tid. Det räknas för sig.",
      "What was imported from another system is entered afterwards: when it was true stands in the entry, when it became known here is the time of the import. It is counted apart."
    ),
    ground: .method(Localized("bokens två klockor", "the two clocks of the book")),
    population: Localized("poster", "entries"),
    exceptions: [
      RuleException(
        "source", "Poster med en källa som inte är en importerad fil: någon har skrivit in dem.",
        "Entries with a source that is no imported file: someone typed them.")
    ],
    .entries(
      { walk, entry, _ in
        guard entry.counts else { return }
        walk.tested += 1
        guard let file = entry.importedFrom else { return }
        let known = walk.counts[file]
        walk.counts[file] = ((known?.count ?? 0) + 1, known?.first ?? entry, entry)
      },
      { walk, reading, tally in
        tally.count(walk.tested)
        for (file, found) in walk.counts.sorted(by: { $0.key.text < $1.key.text }) {
          guard let document = reading.index.imports[file] else { continue }
          let day = SwedishTime.date(of: found.first.recorded)
          let (first, last) = (found.first.position, found.last.position)
          let entries =
            found.count == 1
            ? Localized("1 post, \(first), importerades", "1 entry, \(first), was imported")
            : Localized(
              "\(found.count) poster, \(first)–\(last), importerades",
              "\(found.count) entries, \(first)–\(last), were imported")
          tally.find(
            .ledger, on: day,
            Localized(
              "\(entries.sv) ur \(document.name) från \(day).", "\(entries.en) from \(document.name) from \(day)."
            ), citing: [reading.citation(found.first), reading.citation(found.last)])
        }
      }))

  private static let undatedFacts = Rule(
    "TI-06", .time, .information, Localized("Odaterade uppgifter", "Undated facts"),
    explanation: Localized(
      "En odaterad uppgift gäller, men ingen vet från när. Den visas alltid, och regler om tid prövar den inte.",
      "An undated fact holds, but nobody knows from when. It is always shown, and rules about time do not judge it."),
    ground: .method(Localized("bokens två klockor", "the two clocks of the book")),
    population: Localized("poster", "entries"),
    exceptions: [
      RuleException(
        "about-an-entry", "Korrigeringar och makuleringar, som inte har någon egen dag.",
        "Corrections and reversals, which have no day of their own.")
    ],
    .entries(
      { walk, entry, _ in
        if entry.isAboutAnEntry || !entry.counts { return }
        walk.tested += 1
        if !entry.isDated { walk.noted.append((nil, entry)) }
      },
      { walk, reading, tally in
        tally.count(walk.tested)
        guard let last = walk.noted.last else { return }
        let shown = walk.noted.prefix(undatedShown)
        let positions = shown.map { String($0.entry.position) }.joined(separator: ", ")
        let more = walk.noted.count > shown.count ? " …" : ""
        tally.find(
          .ledger, on: SwedishTime.date(of: last.entry.recorded),
          Localized(
            walk.noted.count == 1
              ? "1 av \(walk.tested) poster säger inte vilken dag den gäller: \(positions)."
              : "\(walk.noted.count) av \(walk.tested) poster säger inte vilken dag de gäller: \(positions)\(more).",
            walk.noted.count == 1
              ? "1 of \(walk.tested) entries does not say which day it concerns: \(positions)."
              : "\(walk.noted.count) of \(walk.tested) entries do not say which day they concern: \(positions)\(more)."),
          citing: shown.map { reading.citation($0.entry) })
      }))

  /// How many undated entries are named one by one.
  private static let undatedShown = 20
}
