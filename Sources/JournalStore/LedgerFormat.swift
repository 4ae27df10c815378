import StrictJSON

/// The format of a ledger, as event 1 states it: a program reads those up to its own, and refuses a later one before it
/// takes anything in it for damage.
enum LedgerFormat {
  /// The newest format that is read and written.
  static let newest = 1

  /// The format of a ledger that is newer than this program, by line 1, or by `ledger.json` where that line is not read as
  /// JSON; nil for any other, and where the two disagree: then one of them was changed, and that is damage.
  static func newer(in contents: FolderContents) -> Int? {
    let line = contents.segments.first.flatMap { $0.walk().first { _ in true } }?.bytes ?? []
    var stated: Int?
    if case .object(let members)? = try? JSONValue(parsing: line) { stated = format(in: members["data"]) }
    let copied = format(in: try? JSONValue(parsing: contents.ledgerCopy ?? []))
    guard let found = stated ?? copied, found > newest, copied ?? found > newest else { return nil }
    return found
  }

  private static func format(in opened: JSONValue?) -> Int? {
    guard case .object(let object)? = opened, case .number(let text)? = object["format"] else { return nil }
    return Int(text)
  }
}
