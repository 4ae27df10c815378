/// A language in which people are spoken to.
package enum Language: String, Sendable, CaseIterable {
  case sv, en
}

/// One text in both languages.
package struct Localized: Sendable, Hashable {
  package var sv: String
  package var en: String

  package init(_ sv: String, _ en: String) {
    self.sv = sv
    self.en = en
  }

  package subscript(language: Language) -> String {
    switch language {
    case .sv: sv
    case .en: en
    }
  }
}
