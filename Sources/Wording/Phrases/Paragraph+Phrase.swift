package import StrictJSON

extension Text {
  /// A paragraph of minutes as people write it, `§ 14`: the sign is set before a number that was recorded without it.
  package var paragraphPhrase: String {
    let startsWithDigit = text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    return startsWithDigit ? "§ \(text)" : text
  }
}
