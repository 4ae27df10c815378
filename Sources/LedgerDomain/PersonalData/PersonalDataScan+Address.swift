extension PersonalDataScan {
  /// The e-mail address around an `@`: what is used of `addr-spec` (RFC 5322 section 3.4.1), with letters as in RFC 6531.
  ///
  ///     address = local "@" label 1*( "." label )
  ///     local   = 1–64 letters, digits and . _ % + - ' ` & ~ , the first a letter or a digit (RFC 5321 section 4.5.3.1.1)
  ///     label   = letters, digits, hyphens; the last one begins with a letter and has at least two characters
  ///
  /// That of a function is nobody's own (``PersonalDataScan/isFunction(_:_:)``). Quoted local parts and addresses in brackets are not found.
  func address(around at: Int, after floor: Int) -> Range<Int>? {
    var start = at
    while start > floor, at - start < 64, isLocal(self[start - 1]) { start -= 1 }
    while start < at, !isWord(self[start]), self[start] != 0xC3 { start += 1 }
    if start == at || self[at - 1] == UInt8(ascii: ".") { return nil }
    var labels: [Range<Int>] = []
    var label = at + 1
    while label - at < 255 {
      var end = label
      while isLabel(self[end]) { end += 1 }
      while end > label, self[end - 1] == UInt8(ascii: "-") { end -= 1 }
      if end == label { break }
      labels.append(label..<end)
      if self[end] != UInt8(ascii: ".") { break }
      label = end + 1
    }
    // What follows the sentence's own full stop is no label, and what has no letter no country.
    while let last = labels.last, last.count < 2 || isDigit(bytes[last.lowerBound]) { labels.removeLast() }
    guard labels.count >= 2, !isFunction(start..<at, labels[0]) else { return nil }
    return start..<labels[labels.count - 1].upperBound
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    if isWord(byte) { return true }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "~"):
      return true
    // The bytes of the letters of Latin-1, as å is C3 A5.
    case 0xC3, 0x80...0xBF: return true
    default: return false
    }
  }

  private func isLabel(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "-") || byte == 0xC3 || (0x80...0xBF).contains(byte)
  }

  /// Whether an address is that of a function and of no person: `registrator@…`, `info.kultur@…`, `ekeborg@ekeborg.example`.
  ///
  /// By its form it cannot be told whose an address is. Those that the authority itself publishes are named after a function,
  /// many of them by RFC 2142; the first word of the local part decides.
  private func isFunction(_ local: Range<Int>, _ domain: Range<Int>) -> Bool {
    let name = String(decoding: bytes[local], as: UTF8.self).lowercased()
    if name == String(decoding: bytes[domain], as: UTF8.self).lowercased() { return true }
    let word = name.prefix { $0 != "." && $0 != "_" && $0 != "-" && $0 != "+" }
    return Self.functions.contains(String(word)) || Self.functions.contains(name)
  }

  private static let functions: Set<String> = [
    // RFC 2142.
    "info", "marketing", "sales", "support", "abuse", "noc", "security", "postmaster", "hostmaster", "usenet", "news",
    "webmaster", "www", "uucp", "ftp",
    // What authorities call theirs.
    "registrator", "diarium", "diariet", "arkiv", "kansli", "kansliet", "kommun", "kommunen", "kommunstyrelsen",
    "region", "regionen", "namnd", "nämnd", "polis", "polisen", "kontakt", "kontaktcenter", "contact", "kundcenter",
    "kundtjanst", "kundtjänst", "medborgarservice", "servicecenter", "vaxel", "vaxeln", "växel", "växeln", "reception",
    "press", "trygghet", "sakerhet", "säkerhet", "felanmalan", "felanmälan", "synpunkter", "dataskydd",
    "dataskyddsombud", "dpo", "gdpr", "revision", "revisorerna", "noreply", "no-reply",
  ]
}
