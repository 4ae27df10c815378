import CommandArguments
import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The register of one kind of subject: a row for each that exists at the reading.
struct Register: Sendable {
  private let kind: SubjectKind
  private let reading: LedgerReading
  private let filter: MeasureFilter
  private let cases: CaseFilter
  /// The subjects as one sweep found them, where they are many.
  private let scan: SubjectScan?
  /// Of each case, the measures that say that they came from it; none for JSON, whose rows are the cases alone.
  private let measuresByCase: [SubjectID: [SubjectID]]
  private var language: Language { reading.language }
  private var book: Book { reading.book }

  init(
    _ kind: SubjectKind, _ reading: LedgerReading, _ session: Session, filter: MeasureFilter, cases: CaseFilter
  ) throws(Failure) {
    self.kind = kind
    self.reading = reading
    self.filter = filter
    self.cases = cases
    let showsOrigins = kind == .case && !session.arguments[Globals.json]
    scan = try session.scan(showsOrigins ? [.case, .measure] : [kind], of: reading)
    let origin: @Sendable (SubjectState) -> (case: SubjectID, measure: SubjectID)? = { state in
      guard case .measure(let measure) = state else { return nil }
      return measure.plan?.case.map { ($0, measure.id) }
    }
    let origins =
      showsOrigins
      ? try RegisterRows.of(
        .measure, reading, scan, sparing: Set(FactTypes.names).subtracting([MeasureProposed.type]), origin) : []
    measuresByCase = Dictionary(grouping: origins, by: \.case).mapValues { $0.map(\.measure) }
  }

  /// `{"kind":"liggare.measure.list","version":1,"basis":{…},"rows":[{state}]}`: the rows are whole states.
  func json() throws(Failure) -> JSONValue {
    let day = book.day
    let rows = try RegisterRows.of(kind, reading, scan) { [self] state in
      takes(state) ? SubjectSheet.json(of: state, on: day) : nil
    }
    return reading.json("\(kind.text).list", ["rows": .array(rows)])
  }

  private func takes(_ state: SubjectState) -> Bool {
    switch state {
    case .measure(let measure): filter.takes(measure)
    case .case(let state): cases.takes(state, on: book.day)
    default: true
    }
  }

  func document() throws(Failure) -> Document {
    let title = capitalised(kind.plural[language])
    let rows = try RegisterRows.of(kind, reading, scan) { [self] in takes($0) ? row($0) : nil }
    let table = Table(
      columns: columns, rows: rows,
      emptyText: Localized("Inget registrerat vid denna läsning.", "Nothing recorded at this reading.")[language])
    return reading.document("\(title) (\(rows.count))", [.table(table)])
  }

  private func column(_ sv: String, _ en: String, wraps: Bool = true, priority: Int = 0) -> Table.Column {
    Table.Column(Localized(sv, en)[language], wraps: wraps, priority: priority)
  }

  private var columns: [Table.Column] {
    let id = column("Nr", "No", wraps: false, priority: 9)
    let title = column("Benämning", "Title", priority: 8)
    switch kind {
    case .measure:
      return [
        id, title, column("Område", "Area", priority: 3), column("Status", "Status", priority: 7),
        column("Belägg", "Evidence", priority: 5), column("Tidplan", "Schedule", priority: 6),
        column("Slutdatum", "Deadline", wraps: false, priority: 4), column("Ansvarig", "Responsible", priority: 1),
      ]
    case .case:
      return [
        id, title, column("Dnr", "Registry no", priority: 3), column("Handläggare", "Officer", priority: 2),
        column("Läge", "State", priority: 6), column("Klart senast", "Due", wraps: false, priority: 5),
        column("Åtgärder", "Measures", priority: 1),
      ]
    case .decision:
      return [
        id, column("Dag", "Date", wraps: false, priority: 7), title, column("Utfall", "Outcome", priority: 5),
        column("Grund", "Authority", priority: 6), column("Läge", "Standing", priority: 4),
        column("Beteckning", "Reference", priority: 1),
      ]
    case .indicator:
      return [
        id, title, column("Enhet", "Unit", priority: 2), column("Nulägesvärde", "Baseline", priority: 5),
        column("Senaste", "Latest", priority: 6), column("Dag", "Date", wraps: false, priority: 3),
      ]
    case .meeting:
      return [
        id, column("Dag", "Date", wraps: false, priority: 8), title, column("Organ", "Body", priority: 5),
        column("Läge", "State", priority: 6),
      ]
    case .followUp:
      return [
        id, column("Period", "Period", priority: 8), column("Redovisad", "Presented", wraps: false, priority: 7),
        column("Noterad", "Noted", wraps: false, priority: 6), column("Publicerad", "Published", priority: 5),
        column("Åtgärder", "Measures", priority: 4),
      ]
    case .recommendation:
      return [
        id, title, column("Till", "To", priority: 4), column("Läge", "State", priority: 7),
        column("Svar senast", "Answer by", wraps: false, priority: 6),
      ]
    case .person:
      return [
        id, column("Namn", "Name", priority: 8), column("Kontakt", "Contact", priority: 7),
        column("Registrerad", "Registered", wraps: false, priority: 6),
      ]
    case .ledger, .promise, .situation, .body, .delegation:
      return [id, title, column("Uppgift", "Detail", priority: 5)]
    }
  }

  private func row(_ state: SubjectState) -> [Table.Cell] {
    let irregular = state.record.irregularities.isEmpty ? "" : StandingWords.irregularSign
    let id = Table.Cell(state.subject.id.text + irregular)
    let title = Table.Cell(state.name ?? book.title(of: state.subject.id) ?? "")
    switch state {
    case .measure(let measure): return [id, title] + row(measure)
    case .case(let state):
      return [
        id, title, Table.Cell(stated(state.opened?.registryNumber)), Table.Cell(state.officer?.phrase ?? notStated),
        Table.Cell(state.isClosed ? Localized("avslutat", "closed")[language] : Localized("öppet", "open")[language]),
        Table.Cell(state.due?.text ?? notStated), Table.Cell(measures(of: state).map(\.text).joined(separator: ", ")),
      ]
    case .decision(let decision):
      return [
        id, Table.Cell(decision.mark?.effective.phrase[language] ?? ""), title,
        Table.Cell(decision.made?.outcome.words[language] ?? ""),
        Table.Cell(decision.made?.authority.phrase(reading.names)[language] ?? ""),
        Table.Cell(decision.standing.words[language]), Table.Cell(stated(decision.made?.reference)),
      ]
    case .indicator(let indicator):
      return [
        id, title, Table.Cell(indicator.defined?.unit.text ?? ""),
        Table.Cell(indicator.baseline?.observed.value?.phrase[language] ?? notStated),
        Table.Cell(indicator.latest?.observed.value?.phrase[language] ?? notStated),
        Table.Cell(indicator.latest?.mark.effective.phrase[language] ?? ""),
      ]
    case .meeting(let meeting):
      return [
        id, Table.Cell(meeting.day?.text ?? ""), title, Table.Cell(book.title(of: meeting.body ?? meeting.id) ?? ""),
        Table.Cell(Register.progress(of: meeting)[language]),
      ]
    case .followUp(let followUp):
      return [
        id, title, Table.Cell(followUp.presented?.mark.effective.phrase[language] ?? notYet),
        Table.Cell(followUp.noted?.effective.phrase[language] ?? notYet),
        Table.Cell(followUp.publications.map(\.published.site.text).joined(separator: ", ")),
        Table.Cell(String(followUp.compiled?.measures.count ?? 0)),
      ]
    case .recommendation(let recommendation):
      let isOverdue = recommendation.isOverdue(on: book.day)
      return [
        id, title, Table.Cell(recommendation.delivered?.to.flatMap { book.title(of: $0) } ?? notStated),
        Table.Cell(recommendation.words(on: book.day)[language], isOverdue ? .bad : .normal),
        Table.Cell(recommendation.answerBy?.text ?? notStated),
      ]
    case .person(let person):
      return [
        id, Table.Cell(text(person.name)), Table.Cell(text(person.contact)),
        Table.Cell(person.registered?.effective.phrase[language] ?? ""),
      ]
    case .ledger, .promise, .situation, .body, .delegation:
      return [id, title, Table.Cell(detail(state))]
    }
  }

  private func text(_ sealed: SealedText?) -> String {
    sealed.map { reading.names.text(of: $0.sealed)[language] } ?? notStated
  }

  private func row(_ measure: Measure) -> [Table.Cell] {
    let schedule = measure.schedule(on: book.day)
    let late = schedule == .overdue || schedule == .endedLate
    return [
      Table.Cell(place(of: measure)),
      Table.Cell(sign: measure.status?.symbol, measure.status == nil ? "" : words(of: measure)[language]),
      Table.Cell(sign: measure.evidence.symbol, measure.evidence.words[language]),
      Table.Cell(sign: schedule.symbol, schedule.words[language], late ? .bad : .normal),
      Table.Cell(measure.deadline?.text ?? notStated),
      Table.Cell(measure.plan?.responsible?.phrase ?? notStated),
    ]
  }

  /// The measures that a case was linked to, and those that name it.
  private func measures(of state: Case) -> [SubjectID] {
    state.measures + measuresByCase[state.id, default: []].filter { !state.measures.contains($0) }
  }

  private func place(of measure: Measure) -> String {
    if measure.plan?.municipalityWide == true { return StandingWords.municipalityWide[language] }
    let areas = measure.plan?.areas.map { reading.names.of($0) } ?? []
    return areas.isEmpty ? notStated : areas.joined(separator: ", ")
  }

  /// How far a meeting and its minutes have come.
  static func progress(of meeting: Meeting) -> Localized {
    if meeting.callingOff != nil { return Localized("inställt", "called off") }
    if meeting.held == nil {
      return meeting.moves.isEmpty ? Localized("planerat", "scheduled") : Localized("flyttat", "moved")
    }
    if meeting.verifications.isEmpty { return Localized("hållet", "held") }
    return meeting.announcements.isEmpty
      ? Localized("justerat", "verified") : Localized("justeringen tillkännagiven", "verification announced")
  }

  private func detail(_ state: SubjectState) -> String {
    switch state {
    case .ledger(let state): state.opened?.owner.text ?? ""
    case .promise(let state): state.terms?.validity.phrase[language] ?? ""
    case .situation(let state): state.assessed?.grounds.map { $0.description.text }.joined(separator: "; ") ?? ""
    case .body(let state): state.registered?.kind.words[language] ?? ""
    case .delegation(let state):
      (state.granted?.to.phrase ?? "")
        + (state.revoked == nil ? "" : Localized(" (återkallad)", " (revoked)")[language])
    case .measure, .case, .decision, .indicator, .meeting, .followUp, .recommendation, .person: ""
    }
  }

  private func stated(_ text: Text?) -> String { text?.text ?? notStated }
  private var notStated: String { StandingWords.notStated[language] }
  private var notYet: String { Localized("inte än", "not yet")[language] }
}
