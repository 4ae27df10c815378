package import StrictJSON

/// The rules for events about entries: corrections, reversals, documents, secrecy, erasure.
enum EntryRules {
  static func check(
    _ fact: EntryFact, _ command: Command, state: SubjectState, entries: [Event], in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .corrected(let corrected):
      try check(corrected, command.subject, entries, surroundings)
      // A correction has no effective date of its own: it is about what the entry should have said all along.
      if command.effective != nil { throw .contradiction("correct", "effective") }
    case .reversed(let reversed):
      let target = try entry(reversed.event, of: command.subject, entries)
      if case .entry(.reversed) = target.fact { throw .reversalOfReversal(reversed.event) }
      if Correction.reversed(in: entries).contains(reversed.event) { throw .alreadyReversed(reversed.event) }
      // A book without its opening would have no owner, no periods and no language.
      if case .ledger(.opened) = target.fact { throw .impossible(type: EntryReversed.type, state: "opening") }
      // What is gone does not come back; the decision that was stated can be corrected.
      if case .entry(.valueErased) = target.fact { throw .impossible(type: EntryReversed.type, state: "erasure") }
      if command.effective != nil { throw .contradiction("reverse", "effective") }
    case .documentAttached(let attached):
      if state.record.documents.contains(where: { $0.document.sha256 == attached.document.sha256 }) {
        throw .duplicate(field: "document", value: attached.document.sha256.text)
      }
    case .secrecyMarked(let marked):
      if let field = marked.field, !entries.contains(where: { Correction.has(field, in: $0) }) {
        let facts = entries.filter { $0.fact.subjectKind != nil }
        let known = Set(facts.flatMap { Correction.fields(of: $0) })
        throw .unknownField(field, known: known.sorted())
      }
      if state.record.secrecy.contains(where: { $0.field == marked.field }) {
        throw .duplicate(field: "secrecy", value: marked.field?.text ?? command.subject.text)
      }
    case .secrecyLifted(let lifted):
      guard state.record.secrecy.contains(where: { $0.field == lifted.field }) else {
        throw .impossible(type: command.fact.type, state: "not-marked")
      }
    case .valueDisclosed: break
    case .valueErased(let erased):
      let sealed = Set(entries.flatMap { sealedValues(in: $0.fact.data(with: $0.circumstances)) })
      if erased.commitments.isEmpty { throw .missing(field: "commitments") }
      if let day = command.effective?.day, day < erased.decided {
        throw .impossible(type: ValueErased.type, state: "not-decided")
      }
      let gone = Set(entries.flatMap(\.erasedValues))
      for (index, commitment) in erased.commitments.enumerated() {
        guard sealed.contains(commitment) else { throw .notSealed(commitment) }
        if gone.contains(commitment) || erased.commitments[..<index].contains(commitment) {
          throw .duplicate(field: "commitments", value: commitment.text)
        }
      }
    }
  }

  private static func check(
    _ corrected: EntryCorrected, _ subject: SubjectID, _ entries: [Event], _ surroundings: Surroundings
  ) throws(Refusal) {
    let target = try entry(corrected.event, of: subject, entries)
    if case .entry(let fact) = target.fact {
      guard case .valueErased = fact else { throw .notCorrectable(field: corrected.field, known: []) }
      guard ValueErased.correctable.contains(where: { $0.utf8.elementsEqual(corrected.field.text.utf8) }) else {
        throw .notCorrectable(field: corrected.field, known: ValueErased.correctable)
      }
    }
    if Correction.reversed(in: entries).contains(corrected.event) { throw .alreadyReversed(corrected.event) }
    let current = Correction.corrected(target, by: entries)
    let old = try Correction.value(of: corrected.field, in: current)
    guard old == corrected.old else {
      throw .oldDiffers(field: corrected.field, stated: corrected.old, current: old)
    }
    if corrected.old == corrected.new { throw .nothingChanged }
    let new = try Correction.substituting(corrected, in: current)
    if let empty = emptyText(in: new.fact.data(with: new.circumstances)) { throw .empty(field: empty) }
    if let refusal = refusal(of: new, subject, surroundings),
      // What the entry went against before (a target since renamed) is not this correction's doing.
      refusal != self.refusal(of: current, subject, surroundings)
    {
      throw refusal
    }
  }

  private static func refusal(of event: Event, _ subject: SubjectID, _ surroundings: Surroundings) -> Refusal? {
    do {
      try LedgerDomain.check(event.fact, about: subject, in: surroundings)
      return nil
    } catch {
      return error
    }
  }

  private static func entry(_ id: EventID, of subject: SubjectID, _ entries: [Event]) throws(Refusal) -> Event {
    guard let event = entries.first(where: { $0.id == id }) else { throw .notOfSubject(id, subject: subject) }
    return event
  }
}

extension ValueErased {
  /// The fields that a correction may be of: those of the decision. What was erased is erased.
  static let correctable = ["reference", "decided", "organ"]
}

extension Event {
  /// The sealed values that it erases.
  package var erasedValues: [SealedValue] {
    if case .entry(.valueErased(let erased)) = fact { erased.commitments } else { [] }
  }
}

/// The commitments that a line's data holds, in the order in which they stand: at any depth, each object whose only
/// member is `sealed`, with 64 lower-case hexadecimal digits.
package func sealedValues(in value: JSONValue) -> [SealedValue] { sealedFields(in: value).map(\.value) }

/// The commitments of `sealedValues`, each with the path of its field: `note`, `proposedBy.citizen.name`.
package func sealedFields(in value: JSONValue) -> [(path: String, value: SealedValue)] {
  func fields(_ value: JSONValue, _ path: String) -> [(path: String, value: SealedValue)] {
    switch value {
    case .object(let object):
      if let sealed = SealedValue(of: object) { return [(path, sealed)] }
      return object.members.flatMap { fields($0.value, path.isEmpty ? $0.name : "\(path).\($0.name)") }
    case .array(let elements): return elements.enumerated().flatMap { fields($1, "\(path)[\($0)]") }
    case .null, .bool, .number, .string: return []
    }
  }
  return fields(value, "")
}

extension SealedValue {
  /// The value of an object whose only member is `sealed`, with a commitment.
  package init?(of object: JSONObject) {
    guard object.count == 1, case .string(let text)? = object["sealed"], let value = try? SealedValue(text: text) else {
      return nil
    }
    self = value
  }
}
