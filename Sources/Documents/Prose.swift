/// How a text is meant. The words must say it too: a tone is a colour on some screens and nothing elsewhere.
package enum Tone: Sendable, Hashable, CaseIterable {
  case normal, good, warning, bad, muted
}

/// A stretch of text of one kind.
package enum Inline: Sendable, Hashable {
  case text(String)
  case strong(String)
  /// Something to copy or to type: a command, an identifier, a digest.
  case code(String)
  case toned(String, Tone)

  var content: String {
    switch self {
    case .text(let content), .strong(let content), .code(let content), .toned(let content, _): content
    }
  }
}

/// Running text, written as a string literal or put together from stretches.
///
///     .paragraph("Åtgärden \(title) är beslutad.")
///     .paragraph("Kontrollera med " + .code("liggare journal verify"))
package struct Prose: Sendable, Hashable, ExpressibleByStringInterpolation {
  package var inlines: [Inline]

  package init(_ inlines: [Inline]) {
    self.inlines = inlines
  }

  package init(_ text: String) {
    inlines = [.text(text)]
  }

  package init(stringLiteral text: String) {
    inlines = [.text(text)]
  }

  package static func strong(_ text: String) -> Prose { Prose([.strong(text)]) }
  package static func code(_ text: String) -> Prose { Prose([.code(text)]) }
  package static func toned(_ text: String, _ tone: Tone) -> Prose { Prose([.toned(text, tone)]) }

  package static func + (a: Prose, b: Prose) -> Prose { Prose(a.inlines + b.inlines) }

  /// The text alone.
  package var text: String { inlines.map(\.content).joined() }
}
