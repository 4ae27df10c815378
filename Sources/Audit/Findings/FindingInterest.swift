package import LedgerDomain

/// Which findings somebody asks for: those about a subject, and those that rest on some entries.
package struct FindingInterest: Sendable {
  package let subject: SubjectID
  /// Positions of entries.
  package let positions: Set<Int>

  package init(_ subject: SubjectID, positions: Set<Int> = []) {
    self.subject = subject
    self.positions = positions
  }

  func covers(_ subject: SubjectID, _ cited: [Finding.Citation]) -> Bool {
    subject == self.subject || cited.contains { positions.contains($0.position) }
  }
}
