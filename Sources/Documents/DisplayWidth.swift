/// The number of terminal columns that a text takes, after it was made `visible`.
package func displayWidth(_ text: String) -> Int {
  let scalars = text.unicodeScalars
  return scalars.allSatisfy(standsAlone) ? scalars.count : text.reduce(0) { $0 + displayWidth($1) }
}

/// Whether a scalar takes one column and makes one character, whatever stands beside it, as long as that does so too:
/// Latin without combining marks, dashes and quotation marks, arrows, lines and blocks. It is `visible` as it is.
func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC: true
  default: false
  }
}

/// The number of terminal columns that one character takes: 0, 1 or 2, more for some Indic syllables.
///
/// Combining marks take none, East Asian wide characters (UAX #11, W and F) and emoji take two. A character made of
/// several emoji (with joiners, skin tones or as a flag) counts as one emoji, as current terminals show it.
func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  let first = scalars[scalars.startIndex]
  if scalars.index(after: scalars.startIndex) == scalars.endIndex { return displayWidth(first) }
  let isEmoji = scalars.contains {
    $0.value == 0xFE0F && first.properties.isEmoji || $0.properties.isEmojiModifier
      || (0x1F1E6...0x1F1FF).contains($0.value)
  }
  if isEmoji || first.properties.isEmojiPresentation { return 2 }
  return scalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  // Vowels and final consonants of conjoining Hangul are drawn into the block of the first consonant.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
  return isWide(scalar) ? 2 : 1
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: scalar.properties.isEmojiPresentation
  }
}
