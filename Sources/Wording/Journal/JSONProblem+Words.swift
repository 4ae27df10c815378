package import CommandArguments
package import StrictJSON

extension JSONProblem {
  /// What is wrong in a JSON text: found and expected.
  package var words: Localized {
    switch self {
    case .unexpectedByte(let found, let expected):
      Localized(
        "fann \(byteWords(found).sv), väntade \(expected.words.sv)",
        "found \(byteWords(found).en), expected \(expected.words.en)")
    case .duplicateMember(let name):
      Localized("fältet ”\(name)” finns två gånger i samma objekt", "the member “\(name)” stands twice in one object")
    case .invalidUTF8: Localized("det är inte giltig UTF-8", "it is not valid UTF-8")
    case .loneSurrogate:
      Localized("ett halvt surrogatpar, väntade ett helt tecken", "half a surrogate pair, expected a whole character")
    case .controlCharacterInString:
      Localized(
        "ett styrtecken i en text, väntade att det är omskrivet", "a control character in a text, expected it escaped")
    case .invalidEscape(let found):
      Localized(
        "ett omvänt snedstreck före \(byteWords(found).sv), väntade ett tecken som kan skrivas om",
        "a backslash before \(byteWords(found).en), expected a character that can be escaped")
    case .tooDeep(let limit): Localized("fler än \(limit) nivåer", "more than \(limit) levels")
    case .trailingBytes:
      Localized(
        "något följer efter värdet, väntade radens slut", "something follows the value, expected the end of the line")
    case .byteOrderMark: Localized("ett byteordningsmärke, väntade ett värde", "a byte order mark, expected a value")
    }
  }
}

extension JSONExpectation {
  /// What the grammar allows, as it follows after “expected”.
  package var words: Localized {
    switch self {
    case .value: Localized("ett värde", "a value")
    case .valueOrArrayEnd: Localized("ett värde eller ]", "a value or ]")
    case .commaOrArrayEnd: Localized("komma eller ]", "a comma or ]")
    case .memberName: Localized("ett fältnamn inom citattecken", "a member name in quotes")
    case .memberNameOrObjectEnd: Localized("ett fältnamn inom citattecken eller }", "a member name in quotes or }")
    case .colon: Localized("kolon", "a colon")
    case .commaOrObjectEnd: Localized("komma eller }", "a comma or }")
    case .literal(let word): Localized("resten av ”\(word)”", "the rest of “\(word)”")
    case .digit: Localized("en siffra", "a digit")
    case .hexDigit: Localized("en hexadecimal siffra", "a hexadecimal digit")
    case .escape: Localized("ett tecken som kan skrivas om", "a character that can be escaped")
    case .stringEnd: Localized("textens avslutande citattecken", "the closing quote of the text")
    }
  }
}

/// A byte as people can read it: the character where it can be seen, else its number.
func byteWords(_ byte: UInt8?) -> Localized {
  guard let byte else { return Localized("radens slut", "the end of the line") }
  if (0x21...0x7E).contains(byte) { return Localized(both: "”\(Character(UnicodeScalar(byte)))”") }
  if byte == 0x20 { return Localized("ett mellanslag", "a space") }
  let digits = String(byte, radix: 16, uppercase: true)
  let hex = "0x" + (byte < 16 ? "0" : "") + digits
  return Localized("byte \(hex)", "byte \(hex)")
}
