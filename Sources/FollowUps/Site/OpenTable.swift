import CommandArguments
import Exchange
import LedgerDomain
import Projections
import StrictJSON

/// A table of open data in the making: the same rows as comma-separated values and as JSON, with what each column means.
///
/// CSV is RFC 4180 in UTF-8, commas between and `|` within lists; numbers have a decimal point and days are ISO 8601. JSON is
/// `{"kind":"liggare.site.NAME","version":1,"basis":{…},"rows":[{…},…]}`; what is not stated has no member.
struct OpenTable {
  let name: String
  let title: Localized
  let columns: [Column]
  private(set) var rowCount = 0
  private var csv = CSVWriter()
  private var json: [UInt8] = []

  struct Column {
    var name: String
    var kind: Kind
    var meaning: Localized

    init(_ name: String, _ kind: Kind, _ meaning: Localized) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  enum Kind {
    case text, day, moment, number, count, choice, list

    var words: Localized {
      switch self {
      case .text: Localized("text", "text")
      case .day: Localized("dag (ÅÅÅÅ-MM-DD)", "day (YYYY-MM-DD)")
      case .moment: Localized("tidpunkt (UTC)", "moment (UTC)")
      case .number: Localized("tal", "number")
      case .count: Localized("antal", "count")
      case .choice: Localized("ett av några ord", "one of a few words")
      case .list: Localized("lista", "list")
      }
    }
  }

  enum Cell {
    case missing
    case text(String)
    case number(String)
    case list([String])

    static func text(_ value: (some TextValue)?) -> Cell { value.map { .text($0.text) } ?? .missing }
    static func number(_ value: Quantity?) -> Cell { value.map { .number($0.text) } ?? .missing }
  }

  init(_ name: String, _ title: Localized, _ columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
    csv.row(columns.map(\.name))
  }

  /// Requires one cell per column.
  mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of \(cells.count) cells in \(name)")
    var object = JSONObject()
    for (column, cell) in zip(columns, cells) {
      switch cell {
      case .missing: csv.field("")
      case .text(let text):
        csv.field(text)
        object[column.name] = .string(text)
      case .number(let text):
        csv.field(text)
        object[column.name] = .number(text)
      case .list(let texts):
        csv.field(texts.joined(separator: "|"))
        if !texts.isEmpty { object[column.name] = .array(texts.map { .string($0) }) }
      }
    }
    csv.endRow()
    if rowCount > 0 { json.append(UInt8(ascii: ",")) }
    json.append(UInt8(ascii: "\n"))
    JSONValue.object(object).write(into: &json)
    rowCount += 1
  }

  var csvBytes: [UInt8] { csv.bytes }

  func jsonBytes(_ basis: Basis) -> [UInt8] {
    let head: JSONObject = ["kind": .string("liggare.site.\(name)"), "version": 1, "basis": JSONValue(of: basis)]
    var bytes = JSONValue.object(head).canonicalBytes
    bytes.removeLast()
    return bytes + Array(#","rows":["#.utf8) + json + Array("\n]}\n".utf8)
  }
}
