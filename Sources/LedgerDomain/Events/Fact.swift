package import StrictJSON

/// What an event says: one case for each kind of subject, and one for the events that any subject can have.
///
/// Each of them is indirect, so that an event is copied by counting one reference, and not by copying every text in it.
package enum Fact: Hashable, Sendable {
  case ledger(LedgerFact)
  case promise(PromiseFact)
  case situation(SituationFact)
  case indicator(IndicatorFact)
  case `case`(CaseFact)
  case measure(MeasureFact)
  case decision(DecisionFact)
  case body(BodyFact)
  case delegation(DelegationFact)
  case meeting(MeetingFact)
  case followUp(FollowUpFact)
  case recommendation(RecommendationFact)
  case person(PersonFact)
  case entry(EntryFact)

  /// Shows the payload as its own type.
  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .ledger(let fact): fact.show(to: &visitor)
    case .promise(let fact): fact.show(to: &visitor)
    case .situation(let fact): fact.show(to: &visitor)
    case .indicator(let fact): fact.show(to: &visitor)
    case .case(let fact): fact.show(to: &visitor)
    case .measure(let fact): fact.show(to: &visitor)
    case .decision(let fact): fact.show(to: &visitor)
    case .body(let fact): fact.show(to: &visitor)
    case .delegation(let fact): fact.show(to: &visitor)
    case .meeting(let fact): fact.show(to: &visitor)
    case .followUp(let fact): fact.show(to: &visitor)
    case .recommendation(let fact): fact.show(to: &visitor)
    case .person(let fact): fact.show(to: &visitor)
    case .entry(let fact): fact.show(to: &visitor)
    }
  }

  /// The kind of subject it can be about; nil where any subject can have it.
  package var subjectKind: SubjectKind? {
    switch self {
    case .ledger: .ledger
    case .promise: .promise
    case .situation: .situation
    case .indicator: .indicator
    case .case: .case
    case .measure: .measure
    case .decision: .decision
    case .body: .body
    case .delegation: .delegation
    case .meeting: .meeting
    case .followUp: .followUp
    case .recommendation: .recommendation
    case .person: .person
    case .entry: nil
    }
  }

  /// The type without the `liggare.` prefix: `measure.approved`.
  package var type: String { typeAndVersion.type }

  /// The schema version that is written.
  package var version: Int { typeAndVersion.version }

  package var typeAndVersion: (type: String, version: Int) {
    var kind = PayloadKind()
    show(to: &kind)
    return (kind.type, kind.version)
  }

  /// Writes the event's `data`: one object, the payload's members first.
  package func write(with circumstances: Circumstances, into pen: inout JSONPen) {
    pen.beginObject()
    show(to: &pen)
    circumstances.write(members: &pen)
    pen.endObject()
  }

  /// The event's `data`.
  package func data(with circumstances: Circumstances) -> JSONValue {
    var pen = JSONPen()
    write(with: circumstances, into: &pen)
    return pen.value
  }
}

/// Why `data` could not be read as its type.
package enum FactProblem: Error, Equatable {
  case unknownType(String, known: [String])
  /// A schema version that this program does not know: from 1 to `newest`.
  case unknownVersion(type: String, version: Int, newest: Int)
  case mismatch(JSONMismatch)
}

extension Fact {
  /// Every type of event there is, by its name.
  package static let readers: [String: FactReader] = {
    let all =
      LedgerFact.readers + PromiseFact.readers + SituationFact.readers + IndicatorFact.readers + CaseFact.readers
      + MeasureFact.readers + DecisionFact.readers + BodyFact.readers + DelegationFact.readers + MeetingFact.readers
      + FollowUpFact.readers + RecommendationFact.readers + PersonFact.readers + EntryFact.readers
    return Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
  }()

  /// Reads `data` of a type in a schema version, lifting an older one first.
  package static func read(
    type: String, version: Int, data: JSONValue
  ) throws(FactProblem) -> (fact: Fact, circumstances: Circumstances) {
    guard let reader = readers[type] else { throw .unknownType(type, known: readers.keys.sorted()) }
    guard (1...reader.version).contains(version) else {
      throw .unknownVersion(type: type, version: version, newest: reader.version)
    }
    do {
      var source = JSONSource(try Lifting.lift(data, type: type, from: version, to: reader.version))
      return try reader.read(&source)
    } catch {
      throw .mismatch(error)
    }
  }
}
