/// A text as it stands in HTML and XML, between tags and in quoted attributes: made `visible`, and the five characters that
/// mean something there written as references.
func escapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in visible(text).unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "'": result.append(contentsOf: "&#39;".unicodeScalars)
    // XML 1.0 has no characters of these numbers, not even as references.
    case "\u{FFFE}": result.append(contentsOf: "&lt;U+FFFE&gt;".unicodeScalars)
    case "\u{FFFF}": result.append(contentsOf: "&lt;U+FFFF&gt;".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}
