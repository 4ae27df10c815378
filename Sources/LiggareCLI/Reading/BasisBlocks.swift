import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What every answer begins and ends with: the banner of an illustration, and the basis.
extension LedgerReading {
  func document(_ title: String, _ blocks: [Block]) -> Document {
    let banner: [Block] =
      basis.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    return Document(title, language: language.rawValue, blocks: banner + blocks + [.rule, .note(Prose(basisText))])
  }

  /// One line: ledger, position, clocks, root.
  private var basisText: String {
    let words: (String, String) -> String = { Localized($0, $1)[language] }
    var parts = [
      words("Underlag: ", "Basis: ") + basis.ledger.text,
      words("post \(basis.position) av \(basis.size)", "entry \(basis.position) of \(basis.size)"),
    ]
    if let asOf = basis.asOf { parts.append(words("gällde ", "true on ") + asOf.phrase) }
    if let knownAt = basis.knownAt {
      parts.append(words("känt ", "known ") + SwedishTime.reading(of: knownAt))
    }
    if let root = basis.root { parts.append(words("rot ", "root ") + root.text) }
    return parts.joined(separator: " · ")
  }

  /// `{"kind":…,"version":1,"basis":{…},…}`: the frame of every JSON answer.
  func json(_ kind: String, _ members: JSONObject) -> JSONValue {
    var object: JSONObject = ["kind": .string("liggare.\(kind)"), "version": 1, "basis": JSONCoding.encode(basis)]
    for member in members.members { object[member.name] = member.value }
    return .object(object)
  }

  /// Names of subjects and codes as this reading knows them.
  var names: Names { Names(chronicle) }
}
