import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// What guards recording (`PersonalDataGuard`) found too late, or was told to let pass.
  ///
  /// It is to be explained and no breach: whether the processing is necessary, or the person an office-holder whose address is public, the
  /// book does not say. The sentence names entry, field and kind, and repeats nothing of what stands there, which ends in reports.
  static let personalDataInClear = Rule(
    "RC-06", .records, .explain,
    Localized("Personuppgifter i klartext", "Personal data in clear text"),
    explanation: Localized(
      "Vad som står öppet i en post går aldrig att ta bort ur boken; förseglat kan det gallras. Ett personnummer får behandlas utan samtycke bara när det är klart motiverat. Här står poster vars text har ett personnummer, ett samordningsnummer, en e-postadress eller ett telefonnummer, funna på formen. Namn hittas inte så.",
      "What stands open in an entry can never be taken out of the book; sealed it can be erased. An identity number may be processed without consent only where that is clearly justified. Here stand the entries whose text has an identity number, a coordination number, an e-mail address or a phone number, found by their form. Names are not found so."
    ),
    ground: .law(
      "dataskyddsförordningen (EU) 2016/679 art. 5.1 c; lagen (2018:218) 3 kap. 10 §"),
    population: Localized("posters öppna texter", "the open texts of entries"),
    exceptions: [
      RuleException("sealed", "Det som är förseglat, som en anteckning.", "What is sealed, such as a note."),
      RuleException(
        "organisation", "Organisationsnummer, vars tredje siffra är minst 2.",
        "Numbers of organisations, the third digit of which is 2 or more."),
      RuleException(
        "function", "E-postadresser till en funktion, som registrator@ eller info@.",
        "E-mail addresses of a function, such as registrator@ or info@."),
      RuleException(
        "service", "Telefonnummer till tjänster, som 020 och 0771.", "Phone numbers of services, such as 020 and 0771."),
    ],
    .texts { event, texts, reading, tally in
      let day = SwedishTime.date(of: event.recorded)
      let what = EventWords.words(of: event.fact)
      let title = PersonalData.masking(reading.title(event.subject))
      let found = told(texts, event.fact.type)
      tally.find(
        event.subject, on: day,
        Localized(
          "Posten ”\(what.sv)” om \(title), registrerad \(day), har i klartext \(found.sv).",
          "The entry “\(what.en)” about \(title), recorded on \(day), has in clear text \(found.en)."),
        citing: [event.citation])
    })

  /// `personnummer i fältet ”rubrik”, telefonnummer i fältet ”skäl”`.
  private static func told(_ texts: [PersonalDataText], _ type: String) -> Localized {
    let parts = texts.map { text -> Localized in
      let kinds = PersonalData.Kind.allCases.filter { kind in text.found.contains { $0.kind == kind } }
      let field = FieldWords.words(of: text.field, in: type)
      return Localized(
        "\(kinds.map(\.words.sv).joined(separator: ", ")) i fältet ”\(field.sv)”",
        "\(kinds.map(\.words.en).joined(separator: ", ")) in the field “\(field.en)”")
    }
    return Localized(parts.map(\.sv).joined(separator: "; "), parts.map(\.en).joined(separator: "; "))
  }
}
