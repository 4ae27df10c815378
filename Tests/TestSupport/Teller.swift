package import LedgerDomain
package import Projections
package import StrictJSON

/// Tells a small ledger, one fact after the other, each through the rules of the domain.
package struct Teller {
  package private(set) var desk = DecisionDesk()
  private var clock = Instant(milliseconds: 0)

  package init() {}

  package var chronicle: Chronicle { desk.chronicle }

  /// Records a fact. `at` is the moment of recording; without it the next minute.
  @discardableResult
  package mutating func tell(
    _ subject: String, _ fact: Fact, on effective: String? = nil, at recorded: String? = nil, irregular: Text? = nil,
    refs: [String] = []
  ) throws -> Event {
    clock = try recorded.map { try Instant(text: $0) } ?? Instant(milliseconds: clock.milliseconds + 60_000)
    let command = Command(
      try SubjectID(text: subject), fact, effective: try effective.map { try Effective(text: $0) },
      circumstances: Circumstances(refs: try refs.map { try SubjectID(text: $0) }), irregularReason: irregular)
    let number = String(desk.chronicle.position + 1, radix: 16)
    let id = try EventID(
      text: String(repeating: "0", count: 8 - number.count) + number + "-0000-4000-8000-000000000000")
    return desk.accept(try desk.decide(command), id: id, at: clock, recordedBy: "registrator")
  }
}

package func id(_ text: String) -> SubjectID {
  guard let id = try? SubjectID(text: text) else { preconditionFailure("not a subject: \(text)") }
  return id
}

package func day(_ text: String) -> LocalDate {
  guard let day = try? LocalDate(text: text) else { preconditionFailure("not a day: \(text)") }
  return day
}

package func number(_ text: String) -> Quantity {
  guard let number = try? Quantity(text: text) else { preconditionFailure("not a number: \(text)") }
  return number
}

/// A digest of one repeated digit.
package func digest(_ digit: String) -> DocumentDigest {
  guard let digest = try? DocumentDigest(text: String(repeating: digit, count: 64)) else {
    preconditionFailure("not a digit: \(digit)")
  }
  return digest
}
