/// Text as roff reads it, for a manual page in man(7) macros.
///
/// Only ASCII is written: every other character goes by its number, `\[u00E5]`, which groff and mandoc read alike whatever the
/// encoding. A hyphen is written so that it stays the ASCII one, to be searched for and copied.
enum RoffText {
  /// A text inside a line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case " "..."~": escaped.unicodeScalars.append(scalar)
      case "\n", "\t": escaped += " "
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return escaped
  }

  /// A text as lines of at most 78 octets, broken at spaces only. A line never begins with a period or an apostrophe, which would
  /// make it a request.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map({ escaped(String($0)) }) {
      if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(guarded(word))
      }
    }
    return lines
  }

  /// A line that stands as it is.
  static func verbatim(_ line: String) -> String { guarded(escaped(line)) }

  private static func guarded(_ line: String) -> String { line.hasPrefix(".") ? "\\&" + line : line }
}
