/// A stretch of a text that points out a person: an identity number, an e-mail address, a phone number.
///
/// It is found by its form alone, by one pass over the bytes; what has no form of its own (a name, a street, a health condition) is
/// not found. Where a text is recorded unsealed, whoever records it is told; where one stands already, the rule book tells.
///
/// Cost: linear in the text, some 2 ns a byte.
package struct PersonalData: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// *Personnummer* (folkbokföringslagen (1991:481) 18 §).
    case identityNumber = "identity-number"
    /// *Samordningsnummer* (lagen (2022:1697) om samordningsnummer): the day of birth with 60 added.
    case coordinationNumber = "coordination-number"
    case emailAddress = "email-address"
    case phoneNumber = "phone-number"
  }

  package let kind: Kind
  /// The bytes of the text's UTF-8 that it takes up; never empty.
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// All that is found in a text, in order; no two overlap.
  package static func found(in text: String) -> [PersonalData] {
    var text = text
    return text.withUTF8 { bytes in PersonalDataScan(bytes).all() }
  }
}

extension Sequence<PersonalData> {
  /// A text with each found stretch replaced. Requires what was found in it, in order.
  package func replacing(in text: String, with words: (PersonalData, String) -> String) -> String {
    let bytes = Array(text.utf8)
    var replaced = ""
    var end = 0
    for data in self {
      replaced += String(decoding: bytes[end..<data.range.lowerBound], as: UTF8.self)
      replaced += words(data, String(decoding: bytes[data.range], as: UTF8.self))
      end = data.range.upperBound
    }
    return replaced + String(decoding: bytes[end...], as: UTF8.self)
  }
}

extension PersonalData {
  /// What was found, as it may stand where others read it: a number without its last four digits, an address with the first
  /// letter of who it is of: `900101-****`, `k***@ekeborg.example`, `070-174 ** **`.
  package func masked(_ found: String) -> String {
    switch kind {
    case .emailAddress:
      let parts = found.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(parts[0].prefix(1))***@\(parts.count > 1 ? parts[1] : "")"
    case .identityNumber, .coordinationNumber, .phoneNumber:
      var left = 4
      let masked = found.reversed().map { character -> Character in
        guard left > 0, character.isASCII, character.isNumber else { return character }
        left -= 1
        return "*"
      }
      return String(masked.reversed())
    }
  }
}
