import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// One subject on one sheet: what it is, how it stands, and its history in short.
struct SubjectSheet {
  let state: SubjectState
  let reading: LedgerReading
  var language: Language { reading.language }

  /// Fails where the subject does not exist at this reading.
  init(_ id: SubjectID, _ kind: SubjectKind, _ reading: LedgerReading) throws(Failure) {
    if id.kind != kind { throw .refused(.wrongKind(id, expected: kind)) }
    guard let state = reading.book.state(of: id) else {
      throw .notFound(id, known: !reading.chronicle.events(about: id).isEmpty)
    }
    self.state = state
    self.reading = reading
  }

  /// `{"kind":"liggare.measure","version":1,"basis":{…},"subject":{state}}`; members of a measure also hold its three signals.
  var json: JSONValue {
    reading.json(state.subject.id.kind.text, ["subject": SubjectSheet.json(of: state, on: reading.book.day)])
  }

  static func json(of state: SubjectState, on day: LocalDate) -> JSONValue {
    guard case .object(var object) = JSONValue(of: state.subject) else { preconditionFailure("a state is an object") }
    if case .measure(let measure) = state {
      object["signals"] = .object([
        "status": .string(measure.status?.text ?? ""), "evidence": .string(measure.evidence.text),
        "schedule": .string(measure.schedule(on: day).text),
      ])
      if let deadline = measure.deadline { object["deadline"] = .string(deadline.text) }
      if let binding = measure.binding { object["binding"] = .string(binding.text) }
    }
    return .object(object)
  }

  var document: Document {
    let id = state.subject.id
    let title = "\(id.text) \(reading.book.title(of: id) ?? "")"
    return reading.document(title, standing + (rows.isEmpty ? [] : [.keyValues(rows)]) + sections + documents + history)
  }

  /// What its founding states, changes worked in.
  private var rows: [KeyValue] {
    let data = DataRows(language, reading.names)
    func rows<P: Payload>(_ payload: P?, without left: [String] = []) -> [KeyValue] {
      guard let payload, case .object(var object) = JSONValue(of: payload) else { return [] }
      for name in left { object[name] = nil }
      return data.rows(.object(object), type: P.type)
    }
    switch state {
    case .ledger(let state): return rows(state.opened)
    case .promise(let state): return rows(state.terms)
    case .situation(let state): return rows(state.assessed)
    case .indicator(let state): return rows(state.defined)
    case .case(let state): return rows(state.opened)
    // How strongly it binds now, and its deadlines, stand above.
    case .measure(let state): return rows(state.plan, without: ["binding", "deadline"])
    case .decision(let state): return rows(state.made)
    case .body(let state): return rows(state.registered)
    case .delegation(let state): return rows(state.granted)
    case .meeting: return []
    case .followUp(let state): return rows(state.compiled)
    case .recommendation(let state): return rows(state.delivered)
    case .person: return []
    }
  }

  private var sections: [Block] {
    switch state {
    case .measure(let measure): targets(of: measure)
    case .indicator(let indicator): observations(of: indicator)
    case .ledger, .promise, .situation, .case, .decision, .body, .delegation, .meeting, .followUp, .recommendation,
      .person:
      []
    }
  }

  private func targets(of measure: Measure) -> [Block] {
    guard let targets = measure.plan?.targets, !targets.isEmpty else { return [] }
    let columns = [
      Table.Column(Localized("Mål", "Target")[language]), Table.Column(Localized("Utlovat", "Promised")[language]),
      Table.Column(Localized("Utfall", "Actual")[language]),
    ]
    let rows = targets.map { target -> [Table.Cell] in
      let actual = measure.latestResult(of: target)?.actual
      return [
        Table.Cell(target.name.text), Table.Cell(target.phrase[language]),
        Table.Cell(actual.map { $0.phrase(unit: target.unit)[language] } ?? StandingWords.noInformation[language]),
      ]
    }
    return [.table(Table(columns: columns, rows: rows, emptyText: ""))]
  }

  private func observations(of indicator: Indicator) -> [Block] {
    let columns = [
      Table.Column(Localized("Dag", "Date")[language], wraps: false),
      Table.Column(Localized("Värde", "Value")[language], alignment: .trailing, wraps: false),
      Table.Column(Localized("Källa", "Source")[language]), Table.Column(Localized("Anmärkning", "Remark")[language]),
    ]
    let rows = indicator.observations.map { observation -> [Table.Cell] in
      let observed = observation.observed
      let baseline = observed.baseline ? Localized("nulägesvärde", "baseline")[language] : nil
      return [
        Table.Cell(observation.mark.effective.phrase[language]),
        Table.Cell(observed.value?.phrase[language] ?? "–"),
        Table.Cell(observed.sourceName?.text ?? observed.source.words[language]),
        Table.Cell([baseline, observed.statement?.text].compactMap(\.self).joined(separator: "; ")),
      ]
    }
    return [
      .table(
        Table(columns: columns, rows: rows, emptyText: Localized("Inget mätt än.", "Nothing measured yet.")[language]))
    ]
  }

  /// The entries that count at this reading, with the command that tells the whole story.
  private var history: [Block] {
    let entries = state.record.steps.map { step in
      TimelineEntry(
        step.mark.effective.phrase[language],
        Prose([
          .text(EventWords.words(ofType: step.type.text)[language]), .toned(" #\(step.mark.position)", .muted),
        ]))
    }
    let irregular = state.record.irregularities.map { mark in
      let kinds = mark.irregular.kinds.map { $0.words[language] }.joined(separator: "; ")
      return Prose(
        "\(StandingWords.irregularSign) #\(mark.mark.position): \(kinds). \(mark.irregular.reason.text)"
          + (reading.chronicle.corrections(of: mark.mark.event, about: state.subject.id).isEmpty
            ? "" : " " + StandingWords.markedAsRecorded[language]))
    }
    let secrecy = state.record.secrecy.map { mark in
      Block.note(
        Prose(
          Localized("Sekretessmarkerad: ", "Marked secret: ")[language] + mark.provision.text + ", "
            + mark.authority.text))
    }
    return secrecy + [.heading(level: 2, Localized("Historik", "History")[language]), .timeline(entries)]
      + (irregular.isEmpty ? [] : [.list(irregular, ordered: false)])
  }
}
