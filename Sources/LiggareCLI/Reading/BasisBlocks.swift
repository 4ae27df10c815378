import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What every answer begins and ends with: the banner of an illustration, and the basis.
extension LedgerReading {
  func document(_ title: String, _ blocks: [Block]) -> Document { basis.document(title, blocks, language) }

  func json(_ kind: String, _ members: JSONObject) -> JSONValue { basis.json(kind, members) }

  /// Names of subjects and codes as this reading knows them; sealed values masked, or revealed where the reading reveals them.
  var names: Names { Names(chronicle).revealing(reveal) }
}

extension Basis {
  func document(_ title: String, _ blocks: [Block], _ language: Language) -> Document {
    let banner: [Block] = reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    let foot: [Block] = [.rule, .note(Prose(text(language)))]
    return signed(
      Document(title, language: language.rawValue, blocks: banner + blocks + foot))
  }

  /// One line: ledger, position, clocks, root, and how much of it was taken from the cache.
  private func text(_ language: Language) -> String {
    let words: (String, String) -> String = { Localized($0, $1)[language] }
    var parts = [
      words("Underlag: ", "Basis: ") + ledger.text,
      words("post \(position) av \(size)", "entry \(position) of \(size)"),
    ]
    if let asOf { parts.append(words("gällde ", "true on ") + asOf.phrase) }
    if let knownAt { parts.append(words("känt ", "known ") + SwedishTime.reading(of: knownAt)) }
    if let root { parts.append(words("rot ", "root ") + root.text) }
    if let cached {
      parts.append(words("\(cached) poster inte lästa på nytt", "\(cached) entries not read anew"))
    }
    return parts.joined(separator: " · ")
  }

  /// `{"kind":…,"version":1,"basis":{…},…}`: the frame of every JSON answer.
  func json(_ kind: String, _ members: JSONObject) -> JSONValue {
    var object: JSONObject = ["kind": .string("liggare.\(kind)"), "version": 1, "basis": JSONValue(of: self)]
    for member in members.members { object[member.name] = member.value }
    return .object(object)
  }
}
