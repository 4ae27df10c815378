package import StrictJSON

/// What an event says: one case for each kind of subject, and one for the events that any subject can have.
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
  case entry(EntryFact)

  package var payload: any Payload {
    switch self {
    case .ledger(let fact): fact.payload
    case .promise(let fact): fact.payload
    case .situation(let fact): fact.payload
    case .indicator(let fact): fact.payload
    case .case(let fact): fact.payload
    case .measure(let fact): fact.payload
    case .decision(let fact): fact.payload
    case .body(let fact): fact.payload
    case .delegation(let fact): fact.payload
    case .meeting(let fact): fact.payload
    case .followUp(let fact): fact.payload
    case .recommendation(let fact): fact.payload
    case .entry(let fact): fact.payload
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
    case .entry: nil
    }
  }

  /// The type without the `liggare.` prefix: `measure.approved`.
  package var type: String { Swift.type(of: payload).type }

  package var version: Int { Swift.type(of: payload).version }

  /// The event's `data`.
  package func data(with circumstances: Circumstances) -> JSONValue { payload.data(with: circumstances) }
}

/// Why `data` could not be read as its type.
package enum FactProblem: Error, Equatable {
  case unknownType(String, known: [String])
  /// A schema version that this program does not know: from 1 to `newest`.
  case unknownVersion(type: String, version: Int, newest: Int)
  case mismatch(JSONMismatch)
}

extension Fact {
  private static func readers<F: SubjectFact>(_ embed: @escaping @Sendable (F) -> Fact) -> [FactReader<Fact>] {
    F.readers.map { $0.mapped(embed) }
  }

  /// Every type of event there is, by its name.
  package static let readers: [String: FactReader<Fact>] = {
    let all =
      readers(Fact.ledger) + readers(Fact.promise) + readers(Fact.situation) + readers(Fact.indicator)
      + readers(Fact.case) + readers(Fact.measure) + readers(Fact.decision) + readers(Fact.body)
      + readers(Fact.delegation) + readers(Fact.meeting) + readers(Fact.followUp) + readers(Fact.recommendation)
      + readers(Fact.entry)
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
      return try reader.read(try Lifting.lift(data, type: type, from: version, to: reader.version))
    } catch {
      throw .mismatch(error)
    }
  }
}

extension FactReader {
  fileprivate func mapped<Whole>(_ embed: @escaping @Sendable (Fact) -> Whole) -> FactReader<Whole> {
    let read = self.read
    return FactReader<Whole>(
      type: type, version: version,
      read: { data throws(JSONMismatch) in
        let (fact, circumstances) = try read(data)
        return (embed(fact), circumstances)
      }, shape: shape)
  }

  private init(
    type: String, version: Int, read: @escaping @Sendable (JSONValue) throws(JSONMismatch) -> (Fact, Circumstances),
    shape: @escaping @Sendable () -> JSONShape
  ) {
    self.type = type
    self.version = version
    self.read = read
    self.shape = shape
  }
}
