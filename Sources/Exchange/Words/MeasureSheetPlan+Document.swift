package import CommandArguments
package import Documents
import LedgerDomain
import Projections
package import StrictJSON
import Wording

extension MeasureSheetPlan {
  /// The plan as it is shown: how the sheet was read, then each row with what it said and says, and the entries it gives.
  package func blocks(file: String) -> [Block] {
    let names = Self.separators[separator] ?? String(UnicodeScalar(separator))
    var facts = [
      KeyValue(word("Fil", "File"), Prose("\(file) (\(encoding.rawValue), \(names))")),
      KeyValue(word("Ändrade rader", "Changed rows"), Prose(String(rows.count { !$0.isNew }))),
      KeyValue(word("Nya åtgärder", "New measures"), Prose(String(rows.count { $0.isNew }))),
      KeyValue(word("Orörda rader", "Untouched rows"), Prose(String(unchangedCount))),
      KeyValue(word("Poster", "Entries"), Prose(String(recording.proposals.count))),
    ]
    if recordedCount > 0 {
      facts.append(KeyValue(word("Redan registrerade rader", "Rows already recorded"), Prose(String(recordedCount))))
    }
    if !absent.isEmpty {
      let shown = absent.prefix(10).map(\.text).joined(separator: ", ") + (absent.count > 10 ? " …" : "")
      facts.append(
        KeyValue(
          word("Saknas i bladet", "Not in the sheet"),
          Prose(
            word(
              "\(absent.count): \(shown). Inget händer med dem; en åtgärd återkallas med ”liggare measure withdraw”.",
              "\(absent.count): \(shown). Nothing happens to them; a measure is withdrawn with “liggare measure withdraw”."
            ))))
    }
    if !ignoredColumns.isEmpty {
      facts.append(
        KeyValue(word("Kolumner som inte läses", "Columns not read"), Prose(ignoredColumns.joined(separator: ", "))))
    }
    return [.keyValues(facts)] + rows.filter { !$0.events.isEmpty }.flatMap(blocks)
      + SheetProblem.blocks(doubts: doubts, language) + SheetProblem.blocks(problems, language)
  }

  static let separators: [UInt8: String] = [UInt8(ascii: ";"): "”;”", UInt8(ascii: ","): "”,”", 9: "tab"]

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private func blocks(_ row: Row) -> [Block] {
    let id = row.isNew ? word("ny: \(row.subject)", "new: \(row.subject)") : row.subject.text
    return [
      .group(
        Prose([.strong(word("Rad \(row.number)", "Row \(row.number)")), .text(" \(id) \(row.title)")]),
        [SheetShowing.table(row.changes, language), SheetShowing.entries(row.events, recording, language)])
    ]
  }

  /// The members of the answer in JSON:
  ///
  ///     {"encoding":"utf-8","separator":";","untouched":31,"alreadyRecorded":0,"absent":["M-0004"],"ignoredColumns":[],
  ///      "rows":[{"row":7,"subject":"M-0007","new":false,"changes":[{"column":"Slutdatum","old":"2022-11-30","new":"2023-03-31"}],
  ///               "events":["…id of an event…"]}],
  ///      "doubts":[],"problems":[{"row":9,"column":"Slutdatum","value":"1/3-22","problem":"…"}]}
  package var json: JSONObject {
    [
      "encoding": .string(encoding.rawValue), "separator": .string(String(UnicodeScalar(separator))),
      "untouched": JSONValue(unchangedCount), "alreadyRecorded": JSONValue(recordedCount),
      "absent": .array(absent.map { .string($0.text) }),
      "ignoredColumns": .array(ignoredColumns.map { .string($0) }),
      "rows": .array(rows.map { json(of: $0) }),
      "doubts": .array(doubts.map { $0.json(language) }),
      "problems": .array(problems.map { $0.json(language) }),
    ]
  }

  private func json(of row: Row) -> JSONValue {
    .object([
      "row": JSONValue(row.number), "subject": .string(row.subject.text), "new": .bool(row.isNew),
      "changes": SheetShowing.json(row.changes),
      "events": .array(row.events.map { .string($0.id.text) }),
    ])
  }
}

extension SheetProblem {
  /// `{"row":9,"column":"Slutdatum","value":"1/3-22","problem":"…"}`
  package func json(_ language: Language) -> JSONValue {
    var object: JSONObject = ["row": JSONValue(row)]
    object["column"] = column.map { .string($0) }
    object["value"] = .string(value)
    object["problem"] = .string(words[language])
    return .object(object)
  }
}
