/// A text without its SGR sequences (`ESC [ … m`).
func withoutColours(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isInside = false
  for scalar in text.unicodeScalars {
    if scalar == "\u{1B}" {
      isInside = true
    } else if !isInside {
      result.append(scalar)
    } else if scalar == "m" {
      isInside = false
    }
  }
  return String(result)
}
