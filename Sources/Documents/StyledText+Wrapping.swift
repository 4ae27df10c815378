extension StyledText {
  /// Lines of at most `limit` columns, broken at spaces; at least one line.
  ///
  /// A word that is wider than a line is broken between characters if `breaksWords`, and otherwise sticks out, so that a
  /// digest or an address can be copied. Requires a limit of at least 1; a wide character in one column sticks out.
  func wrapped(to limit: Int, breaksWords: Bool) -> [StyledText] {
    precondition(limit >= 1, "no room for a line")
    guard width > limit else { return [self] }
    var lines: [StyledText] = []
    var line = StyledText()
    for place in words {
      let word = glyphs[place]
      let gap = line.glyphs.isEmpty ? 0 : 1
      let wordWidth = Self.width(of: word)
      if line.width + gap + wordWidth <= limit {
        if gap == 1 { line.append(Glyph(scalar: " ", width: 1, style: joint(line, word))) }
        line.append(word)
      } else {
        if !line.glyphs.isEmpty { lines.append(line) }
        line = StyledText(word)
        if breaksWords, wordWidth > limit {
          let pieces = line.pieces(of: limit)
          lines += pieces.dropLast()
          line = pieces[pieces.count - 1]
        }
      }
    }
    return lines + [line]
  }

  /// The width of the widest word.
  var longestWord: Int { words.map { Self.width(of: glyphs[$0]) }.max() ?? 0 }

  private static func width(of glyphs: ArraySlice<Glyph>) -> Int { glyphs.reduce(0) { $0 + Int($1.width) } }

  /// Where the parts between spaces lie. A no-break space belongs to its word.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in glyphs.indices where holds(" ", at: index) {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    if start < glyphs.count { words.append(start..<glyphs.count) }
    return words
  }

  /// Pieces of at most `limit` columns; breaks after a dash or a slash where one is near the end of the piece.
  private func pieces(of limit: Int) -> [StyledText] {
    var pieces: [StyledText] = []
    var piece = StyledText()
    for glyph in glyphs {
      if piece.width + Int(glyph.width) > limit, !piece.glyphs.isEmpty, !glyph.isFollowing {
        var rest = StyledText()
        if let joint = piece.glyphs.indices.last(where: { piece.holds("-", at: $0) || piece.holds("/", at: $0) }),
          joint >= piece.glyphs.count / 2
        {
          rest = StyledText(piece.glyphs[(joint + 1)...])
          piece = StyledText(piece.glyphs[...joint])
        }
        pieces.append(piece)
        piece = rest
      }
      piece.append(glyph)
    }
    return pieces + [piece]
  }

  /// The style of the space between two words: that of both, or none.
  private func joint(_ line: StyledText, _ word: ArraySlice<Glyph>) -> Style {
    guard let before = line.glyphs.last?.style, before == word.first?.style else { return .plain }
    return before
  }
}
