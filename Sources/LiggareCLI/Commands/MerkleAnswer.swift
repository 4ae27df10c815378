import CommandArguments
import Documents
import Integrity
import LedgerDomain
import StrictJSON
import Wording

/// What a value of an answer is.
enum MerkleValue {
  case number(Int)
  case hash(Digest)
  case hashes([Digest])
  case yes
}

extension MerkleCommands {
  /// Answers with the bare `lines` for a pipe or a terminal, one hash each, or with the title where there are none; with
  /// everything in JSON and Markdown.
  ///
  /// `{"kind":"liggare.merkle.prove","version":1,"index":…,"size":…,"root":HEX,"leafHash":HEX,"proof":[HEX…]}`; the other
  /// members are `from to fromRoot toRoot` and `holds`, which is always true: a wrong proof is no answer but an error.
  static func answer(
    _ session: Session, _ title: Localized, _ values: [(name: String, value: MerkleValue)], kind: String,
    lines: [Digest]?
  ) throws(Failure) {
    let language = session.languageAsked ?? .sv
    guard session.arguments[Globals.json] || session.arguments[Globals.markdown] else {
      session.world.console.say(lines.map { $0.map { $0.hex + "\n" }.joined() } ?? title[language] + "\n")
      return
    }
    try session.answer(document(title[language], values, language), json: json(values, kind))
  }

  private static func document(
    _ title: String, _ values: [(name: String, value: MerkleValue)], _ language: Language
  ) -> Document {
    let rows = values.compactMap { name, value -> KeyValue? in
      switch value {
      case .number(let number): KeyValue(name, Prose(String(number)))
      case .hash(let hash): KeyValue(name, .code(hash.hex))
      case .hashes(let hashes): KeyValue(name, .code(hashes.map(\.hex).joined(separator: " ")))
      case .yes: nil
      }
    }
    return Document(title, language: language.rawValue, blocks: [.keyValues(rows)])
  }

  private static func json(_ values: [(name: String, value: MerkleValue)], _ kind: String) -> JSONValue {
    let head: [(name: String, value: JSONValue)] = [
      (name: "kind", value: .string("liggare.merkle.\(kind)")), (name: "version", value: JSONValue(1)),
    ]
    let members = values.map { name, value -> (name: String, value: JSONValue) in
      switch value {
      case .number(let number): (name, JSONValue(number))
      case .hash(let hash): (name, .string(hash.hex))
      case .hashes(let hashes): (name, .array(hashes.map { .string($0.hex) }))
      case .yes: (name, .bool(true))
      }
    }
    return .object(JSONObject(head + members))
  }
}
