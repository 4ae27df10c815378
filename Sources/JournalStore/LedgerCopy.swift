import LedgerDomain
import StrictJSON

/// The content of `ledger.json`: the data of event 1, a member or element per line, indented by two spaces for each
/// level, one space after a colon, an empty array or object as `[]` or `{}`, strings as in the line, ended by one LF.
///
/// It is there for people who open the folder. The journal is believed, not the copy; a copy that says something else
/// would mislead them, so it is damage.
enum LedgerCopy {
  static func bytes(of first: Event) -> [UInt8] {
    Array((first.fact.data(with: first.circumstances).prettyText + "\n").utf8)
  }
}
