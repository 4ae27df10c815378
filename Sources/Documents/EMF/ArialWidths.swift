/// How wide letters of Arial are, in thousandths of the type's size: for a picture whose reader is told where each letter stands.
///
/// The widths are those of the font, which Liberation Sans and Helvetica share.
enum ArialWidths {
  /// The commonest width, which those have that are not listed: digits, most small letters.
  private static let usual = 556
  private static let wide = 1000

  private static let regular = widths([
    (191, "'"), (222, "ijl‘’"), (260, "|¦"), (278, " \u{A0}!,./:;I[\\]ftÌÍÎÏìíîï"), (333, "()-`r¡¨²³´·¸¹“”„"),
    (334, "{}"), (350, "•"), (355, "\""), (365, "º"), (370, "ª"), (389, "*"), (400, "°"), (469, "^"),
    (500, "Jcksvxyzçýÿ"), (537, "¶"), (549, "±÷≤≥"), (552, "¯"), (576, "µ"), (584, "+<=>~¬×−"), (604, "●□■"),
    (611, "FTZ¿ßø"), (667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞ"), (722, "CDHNRUwÇÐÑÙÚÛÜ"), (737, "©®"), (778, "GOQÒÓÔÕÖØ"),
    (833, "Mm"), (834, "¼½¾"), (889, "%æ"), (944, "W"), (990, "▲"), (1000, "Æ—…→"), (1015, "@"),
  ])

  private static let bold = widths([
    (238, "'"), (278, " \u{A0},./I\\ijlÌÍÎÏìíîï‘’"), (280, "|¦"), (333, "!()-:;[]`ft¡¨²³´·¸¹"), (350, "•"),
    (365, "º"), (370, "ª"), (389, "*r{}"), (400, "°"), (474, "\""), (500, "z“”„"), (549, "±÷≤≥"), (552, "¯"),
    (576, "µ"), (584, "+<=>^~¬×−"), (604, "●□■"), (611, "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþ"), (667, "EPSVXYÈÉÊËÝÞ"),
    (722, "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ"), (737, "©®"), (778, "GOQwÒÓÔÕÖØ"), (833, "M"), (834, "¼½¾"), (889, "%mæ"),
    (944, "W"), (975, "@"), (990, "▲"), (1000, "Æ—…→"),
  ])

  private static func widths(_ groups: [(width: Int, letters: String)]) -> [Unicode.Scalar: Int] {
    var widths: [Unicode.Scalar: Int] = [:]
    for (width, letters) in groups {
      for scalar in letters.unicodeScalars { widths[scalar] = width }
    }
    return widths
  }

  /// How far it is from each unit of UTF-16 of a text to the next, in parts of which the type's size has so many. What a letter of several
  /// units takes stands at its first. Rounded so that the whole is as long as it should be.
  static func steps(_ text: String, size: Int, isBold: Bool) -> [Int] {
    let widths = isBold ? bold : regular
    var steps: [Int] = []
    var (thousandths, done) = (0, 0)
    for character in text {
      let first = character.unicodeScalars.first ?? " "
      thousandths += widths[first] ?? (displayWidth(character) > 1 ? wide : displayWidth(character) * usual)
      let end = (thousandths * size + 500) / 1000
      steps.append(end - done)
      steps += [Int](repeating: 0, count: character.utf16.count - 1)
      done = end
    }
    return steps
  }
}
