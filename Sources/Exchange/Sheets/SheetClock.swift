package import LedgerDomain
package import StrictJSON

/// When and by whom a sheet is recorded, and chance for the salts of what is sealed.
package struct SheetClock: Sendable {
  package let now: Instant
  /// The day of what has no other.
  package let today: LocalDate
  package let recordedBy: Text
  package let random: @Sendable (Int) -> [UInt8]

  package init(now: Instant, today: LocalDate, recordedBy: Text, random: @escaping @Sendable (Int) -> [UInt8]) {
    self.now = now
    self.today = today
    self.recordedBy = recordedBy
    self.random = random
  }
}
