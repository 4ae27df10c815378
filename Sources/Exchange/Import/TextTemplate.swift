package import StrictJSON

/// A text with columns in it: `Ärende {case:concept:name}`.
///
///     template = 1*( text / "{" column "}" / "{{" / "}}" )
///
/// `{{` and `}}` stand for the braces themselves. Filled in with a row it gives a text, or nothing where one of its columns is
/// empty there.
package struct TextTemplate: TextValue {
  enum Part: Hashable, Sendable {
    case text(String)
    case column(String)
  }

  package let text: String
  let parts: [Part]

  package init(text: String) throws(MalformedText) {
    guard let parts = Self.parts(of: text), !parts.isEmpty else {
      throw MalformedText(expected: "template", found: text)
    }
    self.text = text
    self.parts = parts
  }

  /// The template that says what a column says.
  package init(column: String) {
    text = "{\(column.replacing("{", with: "{{").replacing("}", with: "}}"))}"
    parts = [.column(column)]
  }

  /// The columns that it names, in order.
  package var columns: [String] {
    parts.compactMap { if case .column(let name) = $0 { name } else { nil } }
  }

  /// The text, with `value` asked for each column; nil where a column says nothing.
  func filled(_ value: (String) -> String) -> String? {
    // Most templates are one column.
    if parts.count == 1, case .column(let name) = parts[0] {
      let text = value(name)
      return text.isEmpty ? nil : text
    }
    var filled = ""
    for part in parts {
      switch part {
      case .text(let text): filled += text
      case .column(let name):
        let text = value(name)
        if text.isEmpty { return nil }
        filled += text
      }
    }
    return filled
  }

  private static func parts(of text: String) -> [Part]? {
    var parts: [Part] = []
    var plain = ""
    var column: String?
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isDoubled = rest.first == scalar
      if scalar == "{" || scalar == "}", isDoubled {
        rest.removeFirst()
        if column == nil { plain.unicodeScalars.append(scalar) } else { column?.unicodeScalars.append(scalar) }
      } else if scalar == "{" {
        if column != nil { return nil }
        if !plain.isEmpty { parts.append(.text(plain)) }
        (plain, column) = ("", "")
      } else if scalar == "}" {
        guard let name = column, !name.isEmpty else { return nil }
        parts.append(.column(name))
        column = nil
      } else if column == nil {
        plain.unicodeScalars.append(scalar)
      } else {
        column?.unicodeScalars.append(scalar)
      }
    }
    if column != nil { return nil }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }
}
