import CommandArguments
import LedgerDomain
import Projections
import StrictJSON

/// `completions`: what a shell offers at the tab key. The scripts ask the program itself, so that they never fall behind it.
enum CompletionCommands {
  static let noun = Noun(
    "completions", Localized("skalets komplettering: bash, zsh, fish", "completion in the shell: bash, zsh, fish"),
    CompletionScript.allCases.map(verb) + [words])

  private static func verb(_ script: CompletionScript) -> Verb {
    Verb(
      spec: CommandSpec(
        ["completions", script.rawValue],
        Localized("skriptet för \(script.rawValue)", "the script for \(script.rawValue)"),
        discussion: Localized(
          "Skriptet frågar liggare självt: ämnen, verb, val, värden, filer, och ur liggaren (--journal, LIGGARE_JOURNAL) nummer, perioder, stadsdelar, fokusområden, parter och webbplatser. Inget förseglat.",
          "The script asks liggare itself: nouns, verbs, options, values, files, and from the ledger (--journal, LIGGARE_JOURNAL) numbers, periods, districts, focus areas, parties and sites. Nothing sealed."
        ),
        examples: [.init(script.installing, Localized("så installeras det", "how to install it"))]),
      run: { session throws(Failure) in session.world.console.say(script.text) })
  }

  private static let line = Positional<String>(
    "WORD",
    Localized(
      "kommandoradens ord efter liggare, det sista ofullbordat",
      "the words of the command line after liggare, the last unfinished"),
    .repeated)

  /// How many values of the ledger are offered at once.
  private static let limit = 200

  private static let words = Verb(
    spec: CommandSpec(
      ["completions", "words"],
      Localized(
        "det som det sista ordet kan bli; frågas av skripten", "what the last word may become; the scripts ask it"),
      discussion: Localized(
        "En rad för varje ord: ordet, en tabb, vad det betyder. Raden :files eller :folders ber skalet om filnamn. Det som inte går att läsa ger ingenting.",
        "A line for each word: the word, a tab, what it means. The line :files or :folders asks the shell for file names. What cannot be read gives nothing."
      ),
      positionals: [line],
      examples: [.init("liggare completions words -- measure pro", Localized("propose", "propose"))]),
    run: { session throws(Failure) in
      let words = session.arguments.values(line)
      let language = session.languageAsked ?? .sv
      let lines: [(text: String, note: String)]
      switch Liggare.tree.completion(of: words) {
      case .words(let words): lines = words.map { ($0.text, $0.note[language]) }
      case .files: lines = [(":files", "")]
      case .folders: lines = [(":folders", "")]
      case .value(let declaration, let beginning, let lead):
        // A ledger that cannot be read knows nothing.
        let known = KnownValues(declaration)?.values(
          in: try? session.reading(of: words), beginning: beginning, limit: limit)
        lines = (known ?? []).map { (lead + $0.text, $0.words[language]) }
      }
      session.world.console.say(
        lines.map { ($0.note.isEmpty ? $0.text : "\($0.text)\t\(oneLine($0.note))") + "\n" }.joined())
    })

  /// A note on one line, without what would end it or the word.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}

extension Session {
  /// The ledger that another command line names, else the one at hand.
  fileprivate func reading(of words: [String]) throws(Failure) -> LedgerReading {
    guard let folder = Liggare.bare.glimpse(Globals.journal, in: words) else { return try reading() }
    let line = ["completions", "words", "--journal=\(folder)"]
    let parsed: ParsedArguments
    do throws(UsageError) { parsed = try Liggare.tree.parse(line) } catch { throw .usage(error) }
    guard case .command(let command) = parsed else { preconditionFailure("the line names a command") }
    return try Session(command, world).reading()
  }
}
