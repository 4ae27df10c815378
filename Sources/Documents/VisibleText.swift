/// A text in which nothing is hidden and nothing acts on a terminal or turns the reading direction.
///
/// Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls and other characters that
/// show nothing become their number, such as `<U+001B>`; a line feed becomes `↵`. Joiners and variation selectors stay,
/// since scripts and emoji need them. The form is for people: a text may contain `<U+001B>` in plain letters, too.
///
/// Takes time in proportion to the text, and no memory when nothing needs to change.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\n" {
      result.append("↵")
    } else if isHidden(scalar) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      result.append(contentsOf: "<U+\(padding)\(digits)>".unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// The lines of a text, each made `visible`; a line feed at the end of the text begins no line.
package func visibleLines(_ text: String) -> [String] {
  // By scalars, since a carriage return before a line feed makes one character of both.
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  if lines.count > 1, lines[lines.count - 1].isEmpty { lines.removeLast() }
  return lines.map { visible(String($0)) }
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E: return false
  case 0x00...0x1F, 0x7F...0x9F: return true
  // Joiners, variation selectors, the grapheme joiner: they change how their neighbours look.
  case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x034F, 0x180B...0x180D, 0x180F, 0x17B4, 0x17B5: return false
  case 0x2028, 0x2029, 0xFFF9...0xFFFB: return true
  default: return scalar.properties.isDefaultIgnorableCodePoint
  }
}
