import Integrity
import LedgerDomain
import StrictJSON

/// The ids of events that a row of a sheet becomes: made from what the row says, so that the same row a second time is known.
///
/// An id is a UUID of version 8 (RFC 9562 section 5.8) of the first bits of `SHA-256("liggare-sheet" 0 "1" 0 kind 0 key 0 number)`, where
/// the key is the SHA-256 of the row's cells in the order of the columns and of how many rows before it say the same. Where the row
/// stands, and in which file, is no part of it; nor is what may be sealed, a note or personal data: from an id that hangs on a
/// number whoever tries them all would learn it, salt or no salt.
struct SheetIDs {
  private let kind: String
  private var counts: [String: Int] = [:]

  init(kind: String) { self.kind = kind }

  /// The key of the next row.
  mutating func key<Column: SheetColumn>(_ row: Sheet<Column>.Row) -> String {
    let cells = Column.allCases.map { column in
      let text = column.isSealed ? "" : SheetText.normal(row.text(column))
      return PersonalData.found(in: text).replacing(in: text) { _, _ in "" }
    }
    let text = SHA256.hash(Array(cells.joined(separator: "\0").utf8)).hex
    let before = counts[text, default: 0]
    counts[text] = before + 1
    return "\(text)/\(before)"
  }

  /// The id of the event with a number among those of a row.
  func id(_ key: String, _ number: Int) -> EventID {
    let text = ["liggare-sheet", "1", kind, key, String(number)].joined(separator: "\0")
    return EventID(hashed: Array(SHA256.hash(Array(text.utf8)).bytes.prefix(16)))
  }
}
