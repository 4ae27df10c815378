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
struct StyledText {
  struct Glyph {
    var character: Character
    var width: Int
    var style: Style
  }

  private(set) var glyphs: [Glyph] = []
  private(set) var width = 0

  init() {}

  /// Makes the text visible first, so that no character of it can act on the terminal.
  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

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
    for character in visible(text) { append(Glyph(character: character, width: displayWidth(character), style: style)) }
  }

  mutating func append(_ glyph: Glyph) {
    glyphs.append(glyph)
    width += glyph.width
  }

  mutating func append(_ other: StyledText) {
    glyphs += other.glyphs
    width += other.width
  }

  mutating func pad(to target: Int) {
    if width < target { append(String(repeating: " ", count: target - width)) }
  }

  /// The line as a text: without spaces at its end, with SGR sequences only if `color`.
  func line(color: Bool) -> String {
    let end = (glyphs.lastIndex { $0.character != " " } ?? -1) + 1
    var result = ""
    var style = Style.plain
    for glyph in glyphs[..<end] {
      if color, glyph.style != style {
        if style != .plain { result += "\u{1B}[0m" }
        if glyph.style != .plain { result += "\u{1B}[\(glyph.style.parameters)m" }
        style = glyph.style
      }
      result.append(glyph.character)
    }
    return style == .plain ? result : result + "\u{1B}[0m"
  }
}
