import CommandArguments
import LedgerDomain
import Wording

/// What was wrong with a question of `audit why` and `audit diff`: the facts, and the words.
enum AskingFailure: Error {
  /// 2: a field that the subject does not have, or none where one was needed.
  case noField(SubjectID, stated: String?, known: [String])

  var exitCode: Int32 {
    switch self {
    case .noField: 2
    }
  }

  var message: Message {
    switch self {
    case .noField(let id, nil, let known):
      Message(
        Localized("Vilket fält av \(id)?", "Which field of \(id)?"),
        remedy: Self.listing(id, known) + Localized(" Alla på en gång: --all.", " All at once: --all."))
    case .noField(let id, let stated?, let known):
      Message(
        StatedField.unknown(stated, of: id.text, among: known),
        remedy: Self.listing(id, known)
          + Localized(" Alla: ”liggare audit why \(id) --all”.", " All: “liggare audit why \(id) --all”."))
    }
  }

  /// The first steps of the fields, each once.
  private static func listing(_ id: SubjectID, _ known: [String]) -> Localized {
    var seen: Set<String> = []
    let first = known.map { String($0.prefix { $0 != "." && $0 != "[" }) }.filter { seen.insert($0).inserted }
    let names = first.joined(separator: ", ")
    return Localized("Fält: \(names).", "Fields: \(names).")
  }
}

private func + (one: Localized, other: Localized) -> Localized { Localized(one.sv + other.sv, one.en + other.en) }
