package import CommandArguments
package import Documents
import FollowUps
import Integrity
import JournalStore
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

extension Absence {
  /// Whether nothing is there.
  package var holds: Bool { found.isEmpty }

  /// The statement for people, with what it rests on.
  package func document(_ language: Language, basis: Basis) -> Document {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    func line(_ sv: String, _ en: String, _ value: String) -> KeyValue { KeyValue(word(sv, en), Prose(value)) }
    let behind = lineCount - checkpoint.size
    var ground = [
      line(
        "Lästa rader", "Lines read",
        word("\(lineCount), alla på nytt, ingen ur cachen", "\(lineCount), all anew, none from the cache")),
      line(
        "Rot", "Root",
        word(
          "de första \(checkpoint.size) återskapade kontrollpunktens rot \(checkpoint.root.base64)",
          "the first \(checkpoint.size) reproduced the checkpoint's root \(checkpoint.root.base64)")),
    ]
    if behind > 0 {
      ground.append(
        line(
          "Bortom den", "Beyond it",
          word("\(behind) rader, lästa men inte täckta av den", "\(behind) lines, read but not covered by it")))
    }
    if !undated.isEmpty {
      let numbers = undated.map { String($0.position) }.joined(separator: ", ")
      ground.append(
        line(
          "Odaterade", "Undated",
          word(
            "post \(numbers): de har ingen dag, så om dem sägs inget här",
            "entry \(numbers): they have no day, so nothing is said of them here")))
    }
    var blocks: [Block] = [.paragraph(.strong(statement[language])), .keyValues(ground)]
    if !found.isEmpty { blocks.append(.table(table(language))) }
    blocks += [
      .heading(level: 1, word("Kontrollpunkten", "The checkpoint")), .verbatim(String(checkpoint.text.dropLast())),
    ]
    return basis.signed(
      Document(
        word("Frånvaro", "Absence") + ": \(subject)", language: language.rawValue,
        blocks: basis.banner(language) + blocks + basis.blocks(language)))
  }

  /// The statement as a sentence.
  package var statement: Localized {
    let span = words
    if found.isEmpty {
      return Localized(
        "Ingen post i boken gäller \(subject) eller nämner \(subject) \(span.sv).",
        "No entry in the book is about \(subject) or names \(subject) \(span.en).")
    }
    let count = found.count
    return Localized(
      "\(count) \(count == 1 ? "post" : "poster") i boken gäller \(subject) eller nämner \(subject) \(span.sv).",
      "\(count) \(count == 1 ? "entry" : "entries") in the book \(count == 1 ? "is" : "are") about \(subject) or \(count == 1 ? "names" : "name") \(subject) \(span.en)."
    )
  }

  private var words: Localized {
    switch span {
    case .positions(let first, let last):
      return Localized("bland posterna \(first)–\(last)", "among the entries \(first)–\(last)")
    case .recorded(let first, let end):
      let (from, to) = (SwedishTime.reading(of: first, seconds: true), SwedishTime.reading(of: end, seconds: true))
      return Localized("registrerad från \(from) och före \(to)", "recorded from \(from) and before \(to)")
    case .effective(let first, let last):
      return Localized(
        "med händelsedatum \(first.phrase) till och med \(last.phrase)",
        "with an effective date of \(first.phrase) through \(last.phrase)")
    }
  }

  private func table(_ language: Language) -> Table {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let columns = [
      Table.Column(word("Post", "Entry"), alignment: .trailing, wraps: false),
      Table.Column(word("Registrerad", "Recorded"), wraps: false), Table.Column(word("Gällde", "True"), wraps: false),
      Table.Column(word("Händelse", "Event")), Table.Column(word("Hur", "How")),
    ]
    let rows = found.map { line -> [Table.Cell] in
      let moved = line.correctedEffective.flatMap(\.reading).map { word("→ ", "→ ") + $0 }
      return [
        String(line.position), SwedishTime.reading(of: line.recorded),
        moved ?? line.effective.reading ?? StandingWords.undated[language],
        EventWords.words(ofType: FactTypes.names[line.type])[language],
        line.isAbout ? word("gäller", "about") : word("nämner", "names"),
      ].map { Table.Cell($0) }
    }
    return Table(columns: columns, rows: rows, emptyText: "")
  }

  /// `liggare.absence` version 1: `holds` is whether nothing was found; `from` and `to` are positions, or moments of the
  /// clock that `clock` names (`positions`, `recorded`, `effective`), `to` of `recorded` not included. `found` are the lines
  /// that were, `undated` the positions of those of which nothing can be said.
  ///
  /// ```json
  /// {"kind":"liggare.absence","version":1,"basis":{…},"subject":"M-0007","clock":"effective","from":"2022-03-11","to":"2022-03-29",
  ///  "holds":true,"found":[],"undated":[],"linesRead":617,"checkpoint":"uuid:7d2a…\n617\nd8FN…=\n"}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.absence", "version": 1, "basis": JSONValue(of: basis), "subject": .string(subject.text),
    ]
    switch span {
    case .positions(let first, let last):
      object["clock"] = "positions"
      object["from"] = JSONValue(first)
      object["to"] = JSONValue(last)
    case .recorded(let first, let end):
      object["clock"] = "recorded"
      object["from"] = .string(first.text)
      object["to"] = .string(end.text)
    case .effective(let first, let last):
      object["clock"] = "effective"
      object["from"] = .string(first.text)
      object["to"] = .string(last.text)
    }
    object["holds"] = .bool(holds)
    object["found"] = .array(
      found.map { line in
        [
          "position": JSONValue(line.position), "type": .string(FactTypes.names[line.type]),
          "recorded": .string(line.recorded.text), "about": .bool(line.isAbout),
        ]
      })
    object["undated"] = .array(undated.map { JSONValue($0.position) })
    object["linesRead"] = JSONValue(lineCount)
    object["checkpoint"] = .string(checkpoint.formatted)
    return .object(object)
  }
}

extension EffectiveKey {
  /// The day, or the day and hour where it does not begin with one; nil for undated.
  fileprivate var reading: String? {
    guard self != .undated else { return nil }
    let moment = Instant(milliseconds: start)
    let day = SwedishTime.date(of: moment)
    return SwedishTime.startOfDay(day) == moment ? day.text : SwedishTime.reading(of: moment)
  }
}
