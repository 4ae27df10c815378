package import StrictJSON

/// The ledger as a subject of itself: identity, settings, keys.
package struct Ledger: Subject {
  package static let kind = SubjectKind.ledger

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var opened: LedgerOpened?
  package private(set) var keys: [Key] = []
  package private(set) var conclusion: Text?

  /// A key that was registered, and whether it still counts.
  package struct Key: JSONWritable, Hashable, Sendable {
    package var registered: KeyRegistered
    package var mark: Mark
    package var retired: Mark?

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("registered", registered)
      pen.write("mark", mark)
      pen.write("retired", retired)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { opened != nil }
  package var isConcluded: Bool { conclusion != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> LedgerFact? {
    if case .ledger(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: LedgerFact) -> Bool { if case .opened = fact { true } else { false } }

  package static func check(
    _ fact: LedgerFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    guard case .opened(let opened) = fact else { return }
    if id != .ledger { throw .outOfRange(field: "subject", value: id.number, least: 1, most: 1) }
    if opened.format != 1 { throw .outOfRange(field: "format", value: opened.format, least: 1, most: 1) }
    if opened.timeZone.text != SwedishTime.identifier {
      throw .unsupported(field: "timeZone", value: opened.timeZone.text)
    }
    if !["sv", "en"].contains(opened.language.text) {
      throw .unsupported(field: "language", value: opened.language.text)
    }
    try checkSpan(opened.validity)
    for (index, period) in opened.periods.enumerated() {
      try checkSpan(DateSpan(from: period.from, through: period.through))
      if opened.periods[..<index].contains(where: { $0.label == period.label }) {
        throw .duplicate(field: "periods", value: period.label.text)
      }
    }
  }

  package func judge(
    _ fact: LedgerFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    switch fact {
    case .opened: break
    case .keyRegistered(let key):
      if keys.contains(where: { $0.registered.name == key.name && $0.retired == nil }) {
        throw .duplicate(field: "name", value: key.name.text)
      }
    case .keyRetired(let key):
      guard keys.contains(where: { $0.registered.name == key.name && $0.retired == nil }) else {
        throw .impossible(type: KeyRetired.type, state: "not-registered")
      }
    case .concluded:
      if isConcluded { throw .impossible(type: LedgerConcluded.type, state: "concluded") }
    }
    return []
  }

  package mutating func evolve(_ fact: LedgerFact, _ event: Event) {
    switch fact {
    case .opened(let opened): self.opened = opened
    case .keyRegistered(let key): keys.append(Key(registered: key, mark: event.mark))
    case .keyRetired(let key):
      if let index = keys.lastIndex(where: { $0.registered.name == key.name }) { keys[index].retired = event.mark }
    case .concluded(let concluded): conclusion = concluded.statement
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("opened", opened)
    pen.write("keys", keys)
    pen.write("conclusion", conclusion)
    pen.endObject()
  }
}

/// Refuses a span that ends before it begins.
func checkSpan(_ span: DateSpan?) throws(Refusal) {
  if let span, span.through < span.from { throw .runsBackwards(from: span.from, through: span.through) }
}

/// Refuses a list in which two elements have the same code.
func checkUnique(_ names: [Named], _ field: String) throws(Refusal) {
  for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.code == name.code }) {
    throw .duplicate(field: field, value: name.code.text)
  }
}
