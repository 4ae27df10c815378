import CommandArguments
import Documents
import Exchange
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Session {
  /// What the options say is to become of personal data in unsealed text; nil where they say nothing.
  func personalDataPolicy() throws(Failure) -> PersonalDataGuard.Policy? {
    let seals = arguments.isDeclaredAndGiven(RecordingOptions.sealPersonalData)
    let allows = arguments.isDeclaredAndGiven(RecordingOptions.allowPersonalData)
    if seals, allows { throw .exclusive(RecordingOptions.personalData.map(\.declaration.reference)) }
    return seals ? .seal : allows ? .allow : nil
  }

  /// Refuses personal data in the opening of a ledger, which has no note to seal it in, unless it was allowed.
  func refusePersonalData(in draft: Draft) throws(Failure) {
    if try personalDataPolicy() == .allow { return }
    let texts = draft.fact.personalData(with: draft.circumstances)
    if texts.isEmpty { return }
    throw .personalData(
      texts.map { PersonalDataGuard.Hit(subject: draft.subject, type: draft.fact.type, text: $0) }, maySeal: false)
  }
}

extension Recorder {
  /// Shows the personal data that was found, and asks what is to become of it: sealed, recorded as it is, or nothing recorded. Where
  /// nobody can answer, and where nothing is written anyway, it is refused.
  func asked(_ hits: [PersonalDataGuard.Hit], _ language: Language) throws(Failure) -> PersonalDataGuard.Policy {
    guard let ask = session.world.console.ask, !arguments[RecordingOptions.dryRun] else {
      throw .personalData(hits, maySeal: true)
    }
    let rows = hits.map { hit in
      let kinds = Set(hit.text.found.map { $0.kind.words[language] }).sorted().joined(separator: ", ")
      let field = FieldWords.words(of: hit.text.field, in: hit.type)[language]
      return KeyValue(field, Prose("\(kinds): \(hit.text.marked)"))
    }
    let title = Localized("Personuppgifter i oförseglad text", "Personal data in unsealed text")
    let law = Localized(
      "Vad som står i boken står kvar. Förseglat kan det gallras: i texten står då \(PersonalData.sealedWord.sv), och hela texten i postens förseglade anteckning.",
      "What stands in the book stays. Sealed it can be erased: the text then says \(PersonalData.sealedWord.en), and the whole of it stands in the entry's sealed note."
    )
    session.world.console.complain(
      TerminalRenderer(width: session.world.console.width, color: false).render(
        Document(
          title[language], language: language.rawValue,
          blocks: [.keyValues(rows), .paragraph(Prose(law[language]))])))
    switch Prompt(ask: ask, language: language).letter(
      Localized(
        "Försegla (f), registrera som det är (r) eller avbryta (annat svar)?",
        "Seal (s), record as it is (r) or stop (any other answer)?"),
      among: [Localized("f", "s"), Localized(both: "r")])
    {
    case 0: return .seal
    case 1: return .allow
    default: throw .declined
    }
  }
}

extension Failure {
  /// How many fields are told of.
  private static let toldCount = 5

  static func message(of hits: [PersonalDataGuard.Hit], maySeal: Bool) -> Message {
    let told = hits.prefix(toldCount).map { [$0.text].words(in: $0.type) }
    let more = hits.count - told.count
    let words = told.dropFirst().reduce(told[0]) { $0 + Localized(both: " ") + $1 }
    let rest = more > 0 ? Localized(" … och \(more) till.", " … and \(more) more.") : Localized(both: "")
    let seal = Localized(
      "Försegla med --seal-personal-data: i texten står då \(PersonalData.sealedWord.sv), och hela texten i postens förseglade anteckning. ",
      "Seal it with --seal-personal-data: the text then says \(PersonalData.sealedWord.en), and the whole of it stands in the entry's sealed note. "
    )
    return Message(
      Localized("Personuppgifter skulle stå öppet i boken. ", "Personal data would stand open in the book. ") + words
        + rest,
      remedy: (maySeal ? seal : Localized(both: ""))
        + Localized(
          "Ska det stå öppet: --allow-personal-data. Inget är skrivet.",
          "If it is to stand open: --allow-personal-data. Nothing is written."))
  }
}
