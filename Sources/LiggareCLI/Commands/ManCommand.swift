import CommandArguments
import Wording

/// `man`: the manual page, written from the same table as the help.
enum ManCommand {
  private static let words = Positional<String>(
    "WORD",
    Localized("kommandot, som det skrivs; utan ord allt", "the command, as it is typed; without words all of it"),
    .repeated)

  static let verb = Verb(
    spec: CommandSpec(
      ["man"], Localized("manualsidan, för man", "the manual page, for man"),
      discussion: Localized(
        "Skriver sidan i roff (man(7)) till standard ut: hela programmet, ett ämne eller ett kommando.",
        "Writes the page in roff (man(7)) to standard output: of the whole program, of a noun, or of a command."),
      positionals: [words],
      examples: [
        .init(
          "liggare man > liggare.1", Localized("sedan: man ./liggare.1", "then: man ./liggare.1")),
        .init("liggare man measure propose", Localized("ett kommando", "one command")),
      ]),
    run: { session throws(Failure) in
      let given = session.arguments
      for flag in [Globals.json, Globals.markdown] where given[flag] {
        throw .exclusive(["man", flag.declaration.reference])
      }
      let path: [String]
      do throws(UsageError) { path = try Liggare.tree.path(of: given.values(words)) } catch { throw .usage(error) }
      session.world.console.say(page(session.languageAsked ?? .sv).text(for: path))
    })

  /// The page in a language.
  static func page(_ language: Language) -> ManPage {
    ManPage(
      Liggare.tree, language: language, version: Liggare.version, date: Liggare.versionDate,
      shared: [
        .init(Localized("val vid registrering", "options of recording"), RecordingOptions.all),
        .init(Localized("val för beslutet bakom", "options of the decision behind it"), DecisionOptions.all),
      ], sections: [exitStatus, environment, files])
  }

  private static let exitStatus = ManPage.Section(
    Localized("Returkoder", "Exit status"),
    [
      .init("0", Localized("gjort", "done")),
      .init(
        "1",
        Localized(
          "nekat av domänens regler, eller av den som tillfrågades",
          "refused by the rules of the domain, or by the person asked")),
      .init("2", Localized("fel användning", "wrong usage")),
      .init("3", Localized("skada funnen, eller ett bevis som är fel", "damage found, or a proof that is wrong")),
      .init(
        "4",
        Localized(
          "iakttagelser av den grad som --fail-on anger, eller värre",
          "findings of the severity that --fail-on names, or more")),
      .init("5", Localized("en fil kunde inte läsas eller skrivas", "a file could not be read or written")),
      .init("75", Localized("liggaren är upptagen; försök igen", "the ledger is busy; try again")),
    ])

  private static let environment = ManPage.Section(
    Localized("Miljövariabler", "Environment"),
    [
      .init(
        "LIGGARE_JOURNAL",
        Localized("liggarens mapp, i stället för --journal", "the ledger's folder, instead of --journal")),
      .init(
        "LIGGARE_LANG",
        Localized(
          "sv eller en, i stället för --lang; annars liggarens språk",
          "sv or en, instead of --lang; else the ledger's language")),
      .init(
        "LIGGARE_RECORDED_BY",
        Localized(
          "vem som registrerar, i stället för --recorded-by; annars USER",
          "who records, instead of --recorded-by; else USER")),
      .init(
        "LIGGARE_CACHE",
        Localized(
          "cachens mapp; annars XDG_CACHE_HOME/liggare eller ~/.cache/liggare",
          "the folder of the cache; else XDG_CACHE_HOME/liggare or ~/.cache/liggare")),
      .init(
        "LIGGARE_SEGMENT_BYTES",
        Localized(
          "hur många byte ett segment av journalen får ha innan nästa börjar; annars 67108864",
          "how many bytes a segment of the journal may have before the next is begun; else 67108864")),
      .init("NO_COLOR", Localized("inga färger", "no colours")),
      .init("COLUMNS", Localized("svarets bredd", "the width of the answer")),
    ])

  private static let files = ManPage.Section(
    Localized("Filer", "Files"),
    [
      .init(
        "events/000000000001.jsonl",
        Localized(
          "journalen: en händelse per rad, CloudEvents 1.0 i JSON; den enda sanningen",
          "the journal: one event a line, CloudEvents 1.0 in JSON; the only truth")),
      .init(
        "checkpoint",
        Localized(
          "hur många rader det finns och deras rot enligt RFC 6962; förvara kopior någon annanstans",
          "how many lines there are and their root by RFC 6962; keep copies elsewhere")),
      .init(
        "sealed/",
        Localized("personuppgifter och anteckningar; publiceras aldrig", "personal values and notes; never published")),
      .init("presented/", Localized("uppföljningar som de redovisades", "follow-ups as they were presented")),
      .init("ledger.json", Localized("en läsbar kopia av händelse 1", "a readable copy of event 1")),
    ])
}
