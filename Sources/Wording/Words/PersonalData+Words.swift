package import CommandArguments
package import LedgerDomain

extension PersonalData.Kind: Worded {
  package var words: Localized {
    switch self {
    case .identityNumber: Localized("personnummer", "personal identity number")
    case .coordinationNumber: Localized("samordningsnummer", "coordination number")
    case .emailAddress: Localized("e-postadress", "e-mail address")
    case .phoneNumber: Localized("telefonnummer", "phone number")
    }
  }
}

extension PersonalData {
  /// What stands in an unsealed text in the place of what was sealed.
  package static let sealedWord = Localized("[förseglat]", "[sealed]")

  /// A text with what was found in it masked.
  package static func masking(_ text: String) -> String { found(in: text).replacing(in: text) { $0.masked($1) } }
}

extension PersonalDataText {
  /// What was found, masked: `personnummer 900101-****, telefonnummer 070-174 ** **`.
  package var foundWords: Localized {
    var shown: [Localized] = []
    _ = found.replacing(in: text) { data, text in
      shown.append(data.kind.words + Localized(both: " " + data.masked(text)))
      return text
    }
    return .joined(shown, by: ", ")
  }

  /// The text with what was found between marks: `Samtal från »070-174 06 05« om klotter`.
  package var marked: String { found.replacing(in: text) { "»\($1)«" } }
}

extension Sequence<PersonalDataText> {
  /// What was found in which fields of a type of event, whole sentences: `Fältet ”rubrik” har personnummer 900101-****.`
  package func words(in type: String) -> Localized {
    .joined(
      map { text in
        let field = FieldWords.words(of: text.field, in: type).quoted
        return Localized("Fältet ", "The field ") + field + Localized(" har ", " has ") + text.foundWords + "."
      })
  }
}
