/// How a stretch of text is set on a terminal with colours.
struct Style: Hashable {
  var tone: Tone = .normal
  var isBold = false

  static let plain = Style()
  static let bold = Style(isBold: true)
  static let muted = Style(tone: .muted)

  /// The parameters of the SGR sequence (ECMA-48, 8.3.117), of the sixteen colours that every terminal theme sets.
  var parameters: String {
    let colour: String? =
      switch tone {
      case .normal: nil
      case .good: "32"
      case .warning: "33"
      case .bad: "31"
      case .muted: "2"
      }
    return [isBold ? "1" : nil, colour].compactMap(\.self).joined(separator: ";")
  }
}

/// One line of text with styles, its width known, made of visible characters only.
///
/// It is kept as scalars, which are copied without counting references: a long report has hundreds of thousands.
struct StyledText {
  /// A scalar of a character. The first one has the width of the whole character, the following ones have none.
  struct Glyph {
    var scalar: Unicode.Scalar
    var width: Int8
    var isFollowing = false
    var style: Style
  }

  private(set) var glyphs: [Glyph] = []
  private(set) var width = 0

  init() {}

  /// Makes the text visible first, so that no character of it can act on the terminal.
  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// Glyphs of another text; requires that no character is cut.
  init(_ glyphs: ArraySlice<Glyph>) {
    self.init()
    append(glyphs)
  }

  /// Nothing yet, with room for so many columns.
  init(room columns: Int) { glyphs.reserveCapacity(columns) }

  /// The texts of prose, line feeds shown as `↵`.
  init(_ prose: Prose) {
    for inline in prose.inlines {
      switch inline {
      case .text(let text), .code(let text): append(text, .plain)
      case .strong(let text): append(text, .bold)
      case .toned(let text, let tone): append(text, Style(tone: tone))
      }
    }
  }

  mutating func append(_ text: String, _ style: Style = .plain) {
    let (count, start) = (glyphs.count, width)
    if glyphs.isEmpty { glyphs.reserveCapacity(text.utf8.count) }
    for scalar in text.unicodeScalars {
      guard standsAlone(scalar) else {
        // Something that is to be made visible, or of which several make a character.
        glyphs.removeSubrange(count...)
        width = start
        return appendCharacters(visible(text), style)
      }
      append(Glyph(scalar: scalar, width: 1, style: style))
    }
  }

  private mutating func appendCharacters(_ text: String, _ style: Style) {
    for character in text {
      let characterWidth = displayWidth(character)
      for (index, scalar) in character.unicodeScalars.enumerated() {
        glyphs.append(
          Glyph(
            scalar: scalar, width: index == 0 ? Int8(clamping: characterWidth) : 0, isFollowing: index > 0, style: style
          ))
      }
      width += characterWidth
    }
  }

  mutating func append(_ glyph: Glyph) {
    glyphs.append(glyph)
    width += Int(glyph.width)
  }

  mutating func append(_ other: StyledText) {
    glyphs += other.glyphs
    width += other.width
  }

  /// Glyphs of another text; requires that no character is cut.
  mutating func append(_ glyphs: ArraySlice<Glyph>) {
    self.glyphs += glyphs
    width += glyphs.reduce(0) { $0 + Int($1.width) }
  }

  mutating func pad(to target: Int) {
    while width < target { append(Glyph(scalar: " ", width: 1, style: .plain)) }
  }

  /// Whether the character at an index is this scalar and nothing more, such as a mark on it.
  func holds(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    glyphs[index].scalar == scalar && !(index + 1 < glyphs.count && glyphs[index + 1].isFollowing)
  }

  /// The line as a text: without spaces at its end, with SGR sequences only if `color`.
  func line(color: Bool) -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, color: color)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the same in UTF-8.
  func write(into bytes: inout [UInt8], color: Bool) {
    var end = glyphs.count
    while end > 0, holds(" ", at: end - 1) { end -= 1 }
    var style = Style.plain
    for glyph in glyphs[..<end] {
      if color, glyph.style != style {
        if style != .plain { bytes += "\u{1B}[0m".utf8 }
        if glyph.style != .plain { bytes += "\u{1B}[\(glyph.style.parameters)m".utf8 }
        style = glyph.style
      }
      if glyph.scalar.isASCII { bytes.append(UInt8(glyph.scalar.value)) } else { bytes += glyph.scalar.utf8 }
    }
    if style != .plain { bytes += "\u{1B}[0m".utf8 }
  }
}

extension Unicode.Scalar {
  /// Its bytes in UTF-8.
  fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}
