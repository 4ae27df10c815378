package import LedgerDomain
package import Projections
package import StrictJSON

/// When and by whom a sheet is recorded, chance for the salts of what is sealed, and what becomes of personal data in it.
package struct SheetClock: Sendable {
  package let now: Instant
  /// The day of what has no other.
  package let today: LocalDate
  package let recordedBy: Text
  package let random: @Sendable (Int) -> [UInt8]
  package let personalData: PersonalDataGuard.Policy

  package init(
    now: Instant, today: LocalDate, recordedBy: Text, personalData: PersonalDataGuard.Policy = .refuse,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.today = today
    self.recordedBy = recordedBy
    self.random = random
    self.personalData = personalData
  }
}
