import LedgerDomain
import StrictJSON

// A day or an identifier within a text is its text form; without these, Swift would write out the struct.
extension DefaultStringInterpolation {
  mutating func appendInterpolation(_ day: LocalDate) { appendLiteral(day.text) }

  mutating func appendInterpolation(_ id: SubjectID) { appendLiteral(id.text) }
}
