package import CommandArguments

/// The phrases that stand where a value does not, and the set sentences of reports and banners.
package enum StandingWords {
  /// The source says nothing of it.
  package static let notStated = Localized("anges inte", "not stated")
  /// Nothing has been reported.
  package static let noInformation = Localized("uppgift saknas", "no information")
  /// A fact without an effective date.
  package static let undated = Localized("odaterad", "undated")
  /// Known only after the report was presented.
  package static let addedAfterReport = Localized("tillkommit efter redovisningen", "added after the report")
  /// What the council is proposed to decide.
  package static let noteProposal = Localized(
    "förslag: rådet noterar informationen", "proposal: the council notes the information")
  /// A sealed or erased value; the two look the same.
  package static let masked = Localized("[maskerad]", "[masked]")
  /// A text about what is marked secret, in what leaves the house.
  package static let markedSecret = Localized("[sekretessmarkerad]", "[marked secret]")
  /// The same in data for other programs, whatever the language.
  package static let maskedInData = "***"
  /// The first line of every output from a ledger that is made up.
  package static let illustration = Localized(
    "ILLUSTRATION: påhittade uppgifter. Ingenting i denna liggare har hänt.",
    "ILLUSTRATION: made-up information. Nothing in this ledger has happened.")
  package static let municipalityWide = Localized("hela kommunen", "municipality-wide")
  package static let finalReport = Localized("slutrapport", "final report")
  /// The mark of an irregular entry, before what was irregular.
  package static let irregular = Localized("regelavvikelse", "irregular")
  /// The sign of the same mark, where there is no room for the word.
  package static let irregularSign = "†"
  /// What is said beside the mark of an entry that was corrected afterwards.
  package static let markedAsRecorded = Localized(
    "Posten är korrigerad efteråt; märket gäller den som den registrerades.",
    "The entry was corrected afterwards; the mark is of it as it was recorded.")
  package static let yes = Localized("ja", "yes")
  package static let no = Localized("nej", "no")
}
