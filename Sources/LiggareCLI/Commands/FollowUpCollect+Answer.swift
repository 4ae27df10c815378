import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import StrictJSON
import Wording

/// What is said of forms that were written, or of who has not answered.
struct CollectionAnswer {
  let collection: FollowUpCollection
  let letters: [FollowUpCollect.Letter]
  let files: [String]
  let folder: String?
  /// The day by which answers are wanted.
  let due: LocalDate?
  let isStatus: Bool
  let language: Language

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private var missing: [FollowUpCollect.Letter] { letters.filter { !$0.form.responsible.missing.isEmpty } }

  var title: String {
    let label = collection.period.label
    return isStatus
      ? word("Svar om \(label)", "Answers about \(label)") : word("Formulär för \(label)", "Forms for \(label)")
  }

  var blocks: [Block] {
    let asked = letters.reduce(0) { $0 + $1.form.responsible.measures.count }
    let lacking = letters.reduce(0) { $0 + $1.form.responsible.missing.count }
    var facts = [
      KeyValue(word("Löfte", "Promise"), Prose("\(collection.promise) \(collection.promiseTitle)")),
      KeyValue(word("Period", "Period"), Prose(collection.period.phrase[language])),
      KeyValue(word("Ansvariga", "Responsible"), Prose(String(letters.count))),
      KeyValue(word("Åtgärder", "Measures"), Prose(String(asked))),
      KeyValue(word("Utan svar", "Without an answer"), Prose(String(lacking))),
    ]
    if let presented = collection.presented {
      facts.append(KeyValue(word("Redovisas", "Presented"), Prose(presented.text)))
    }
    if let due { facts.append(KeyValue(word("Svar senast", "Answer by"), Prose(due.text))) }
    if let folder { facts.append(KeyValue(word("Mapp", "Folder"), .code(folder))) }
    return [.keyValues(facts), .table(table)] + (isStatus ? reminders : next)
  }

  private var table: Table {
    let file = Table.Column(word("Fil", "File"), priority: 1)
    return Table(
      columns: [
        .init(word("Ansvarig", "Responsible"), minWidth: 20, priority: 9),
        .init(word("Åtgärder", "Measures"), alignment: .trailing, wraps: false, priority: 7),
        .init(word("Utan svar", "Without an answer"), priority: 8),
      ] + (folder == nil ? [] : [file]),
      rows: letters.map { letter in
        let missing = letter.form.responsible.missing.map(\.measure.id.text).joined(separator: ", ")
        let cells: [Table.Cell] = [
          .init(letter.form.who), .init(String(letter.form.responsible.measures.count)),
          .init(missing.isEmpty ? word("alla besvarade", "all answered") : missing, missing.isEmpty ? .good : .warning),
        ]
        return cells + (folder == nil ? [] : [.init(letter.name)])
      },
      emptyText: word("Ingen åtgärd att fråga om i perioden.", "No measure to ask about in the period."))
  }

  private var reminders: [Block] {
    missing.flatMap { letter -> [Block] in
      [.heading(level: 1, letter.form.who)] + paragraphs(of: letter.reminder)
    }
  }

  /// A letter as it is shown: its paragraphs, and its list as a list.
  private func paragraphs(of letter: String) -> [Block] {
    let lines = letter.split(separator: "\n").map(String.init)
    let items = lines.filter { $0.hasPrefix("– ") }.map { Prose(String($0.dropFirst(2))) }
    let first = lines.firstIndex { $0.hasPrefix("– ") } ?? lines.count
    let before = lines[..<first].map { Block.paragraph(Prose($0)) }
    return before + [.list(items, ordered: false)] + lines[(first + items.count)...].map { .paragraph(Prose($0)) }
  }

  private var next: [Block] {
    [
      .paragraph(
        Prose(word("När de kommer tillbaka, ifyllda: ", "When they come back, filled in: "))
          + .code("liggare journal import \(folder ?? "") --as answers --dry-run"))
    ]
  }

  /// The members of `{"kind":"liggare.follow-up.collect","version":1,"basis":{…},"period":{…},"promise":"P-0001","presented":"2022-09-27","due":"2022-09-09","out":"…",
  /// "files":["svar-2022-t2-….csv",…],"responsibles":[{"official":{…},"name":"svar-2022-t2-…","measures":["M-0001"],"missing":["M-0001"],
  /// "reminder":"…"}]}`
  var json: JSONObject {
    var members: JSONObject = [
      "period": JSONValue(of: collection.period), "promise": .string(collection.promise.text),
    ]
    members["presented"] = collection.presented.map { .string($0.text) }
    members["due"] = due.map { .string($0.text) }
    members["out"] = folder.map { .string($0) }
    members["files"] = .array(files.map { .string($0) })
    members["responsibles"] = .array(
      letters.map { letter in
        let responsible = letter.form.responsible
        var object: JSONObject = [:]
        object["official"] = responsible.official.map { JSONValue(of: $0) }
        object["name"] = .string(letter.name)
        object["measures"] = .array(responsible.measures.map { .string($0.measure.id.text) })
        object["missing"] = .array(responsible.missing.map { .string($0.measure.id.text) })
        if isStatus, !responsible.missing.isEmpty { object["reminder"] = .string(letter.reminder) }
        return .object(object)
      })
    return members
  }
}
