import CommandArguments
import LedgerDomain
import Wording

/// `record`: asks what happened, builds the command line, shows it, and runs it.
enum RecordCommand {
  static let verb = Verb(
    spec: CommandSpec(
      ["record"],
      Localized("berätta vad som hänt: frågor i stället för val", "tell what happened: questions instead of options"),
      discussion: Localized(
        "Frågar vad som har hänt, med listor att välja ur, visar kommandot som det blir, vad som registreras och vad som ändras på bevakningen, och frågar ja eller nej. Inget skrivs utan ja.",
        "Asks what has happened, with lists to choose from, shows the command that it becomes, what is recorded and what changes on the board, and asks yes or no. Nothing is written without a yes."
      ),
      examples: [.init("liggare record --journal bok", Localized("i en terminal", "in a terminal"))]),
    run: { session throws(Failure) in
      guard let ask = session.world.console.ask else { throw .asking(.nobodyToAsk) }
      for option: any Declared in [Globals.asOf, Globals.knownAt] where session.arguments.isGiven(option) {
        throw .readingOnly(option.declaration.reference)
      }
      let reading = try session.reading()
      let guide = Guide(ask: ask, say: session.world.console.complain, reading: reading)
      guard let words = guide.commandLine() else { throw .declined }
      let journal = session.arguments.isGiven(Globals.journal) ? ["--journal", try session.folder()] : []
      try run(words + journal, session, guide)
    })

  /// Runs the line; what is irregular is asked for its reason once.
  private static func run(_ words: [String], _ session: Session, _ guide: Guide) throws(Failure) {
    let heading = Localized("Kommandot", "The command")[guide.language]
    session.world.console.complain("\n\(heading): \(shellLine(["liggare"] + words))\n\n")
    do throws(Failure) {
      try perform(words, session, guide)
    } catch .refusedCommand(.irregular(let kinds), _, _, _)
      where !words.contains(RecordingOptions.irregular.declaration.reference)
    {
      let what = kinds.map { $0.words[guide.language] }.joined(separator: ", ")
      let question = Localized(
        "Det är en regelavvikelse: \(what). Varför registreras det ändå? (tom rad: avbryt) ",
        "It is irregular: \(what). Why is it recorded all the same? (empty line: stop) ")
      guard
        let reason = guide.line(
          question[guide.language], RecordingOptions.irregular.declaration, isRequired: false), !reason.isEmpty
      else { throw .declined }
      try run(words + [RecordingOptions.irregular.declaration.reference, reason], session, guide)
    }
  }

  private static func perform(_ words: [String], _ session: Session, _ guide: Guide) throws(Failure) {
    let flags = [Globals.json, Globals.markdown, Globals.quiet, Globals.noColor, Globals.noCache]
    let given = flags.filter { session.arguments[$0] }.map(\.declaration.reference)
    let line = words + ["--lang", guide.language.rawValue] + given
    let parsed: ParsedArguments
    do throws(UsageError) { parsed = try Liggare.tree.parse(line) } catch { throw .usage(error) }
    guard case .command(let command) = parsed,
      let verb = Liggare.nouns.flatMap(\.verbs).first(where: { $0.spec.path == command.path })
    else { preconditionFailure("the line names a command") }
    var guided = try Session(command, session.world)
    guided.isGuided = true
    try verb.run(guided)
  }
}

/// A command line as one types it in a shell: what has other characters than letters, digits and a few signs is quoted.
func shellLine(_ words: [String]) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,@+")
  return words.map { word in
    if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }.joined(separator: " ")
}
