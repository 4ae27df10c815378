package import CommandArguments

extension Localized {
  /// The same text in both languages: a name, a number, an identifier.
  package init(both text: String) {
    self.init(text, text)
  }

  package static func + (left: Localized, right: Localized) -> Localized {
    Localized(left.sv + right.sv, left.en + right.en)
  }

  package static func + (left: Localized, right: String) -> Localized {
    left + Localized(both: right)
  }

  /// The text with its first letter in upper case, as it begins a sentence.
  package var capitalized: Localized {
    func upper(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Localized(upper(sv), upper(en))
  }

  /// The text in the quotation marks of each language.
  var quoted: Localized { Localized("”\(sv)”", "“\(en)”") }

  /// The parts with a separator between.
  static func joined(_ parts: [Localized], by separator: String = " ") -> Localized {
    Localized(parts.map(\.sv).joined(separator: separator), parts.map(\.en).joined(separator: separator))
  }

  /// `a, b eller c`; requires at least one part to say anything.
  package static func either(_ parts: [Localized]) -> Localized {
    Localized(listed(parts.map(\.sv), before: "eller"), listed(parts.map(\.en), before: "or"))
  }

  /// `a, b och c`.
  static func all(_ parts: [Localized]) -> Localized {
    Localized(listed(parts.map(\.sv), before: "och"), listed(parts.map(\.en), before: "and"))
  }
}

private func listed(_ words: [String], before conjunction: String) -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

/// A text found in a command or a line, in quotation marks; cut after 80 characters.
func quoted(_ found: String) -> Localized {
  Localized(both: found.count <= 80 ? found : found.prefix(80) + "…").quoted
}
