import CommandArguments
import LedgerDomain
import Projections
import Synchronization
import Wording

/// `record`: asks what happened, builds the command line, shows it, and runs it.
enum RecordCommand {
  private static let subject = Positional<SubjectID>(
    text: "ID", Localized("vad det har hänt med, till exempel M-0007", "what it has happened to, such as M-0007"),
    .optional)

  static let verb = Verb(
    spec: CommandSpec(
      ["record"],
      Localized("berätta vad som hänt: frågor i stället för val", "tell what happened: questions instead of options"),
      discussion: Localized(
        "Frågar vad som har hänt, med listor att välja ur, visar kommandot som det blir, vad som registreras och vad som ändras på bevakningen, och frågar ja eller nej. Inget skrivs utan ja.\n\nVid varje fråga: < går en fråga tillbaka, . slutar. Svaret är numret i listan, en beteckning, ord ur namnet eller egna ord. Det som inte går att registrera sägs, och frågorna går vidare från den sista.\n\nRättelser görs med ”correct” och ”reverse”, gallring med ”journal erase”.",
        "Asks what has happened, with lists to choose from, shows the command that it becomes, what is recorded and what changes on the board, and asks yes or no. Nothing is written without a yes.\n\nAt every question: < goes one question back, . stops. The answer is the number in the list, an identifier, words of the name or your own words. What cannot be recorded is said, and the questions go on from the last one.\n\nErrors are corrected with “correct” and “reverse”, values erased with “journal erase”."
      ),
      positionals: [subject],
      examples: [
        .init("liggare record --journal bok", Localized("i en terminal", "in a terminal")),
        .init(
          "liggare record M-0007", Localized("bara det som kan ha hänt med den", "only what can have happened to it")),
      ]),
    run: { session throws(Failure) in
      guard let ask = session.world.console.ask else { throw .asking(.nobodyToAsk) }
      for option: any Declared in [Globals.asOf, Globals.knownAt] where session.arguments.isGiven(option) {
        throw .readingOnly(option.declaration.reference)
      }
      let reading = try session.reading()
      let about = session.arguments[optional: subject]
      if let about, reading.chronicle.count(about: about) == 0 {
        throw .tracing(.noSubject(about, known: reading.chronicle.subjects(near: about)))
      }
      let guide = Guide(ask: ask, say: session.world.console.complain, reading: reading, about: about)
      guide.say(Guide.opening[guide.language] + "\n")
      let journal = session.arguments.isGiven(Globals.journal) ? ["--journal", try session.folder()] : []
      var line = guide.commandLine()
      while let words = line {
        if try isDone(words + journal, session, guide) { return }
        line = guide.commandLine(again: true)
      }
      throw .declined
    })

  /// Shows the line and runs it; what is irregular is asked for its reason once. False where the person goes back, and where other answers may be taken.
  private static func isDone(_ words: [String], _ session: Session, _ guide: Guide) throws(Failure) -> Bool {
    let heading = Localized("Kommandot", "The command")[guide.language]
    guide.say("\n\(heading): \(shellLine(["liggare"] + words))\n\n")
    let typed = LastAnswer()
    do throws(Failure) {
      try perform(words, session, guide, noting: typed)
      return true
    } catch .refusedCommand(.irregular(let kinds), _, _, _)
      where !words.contains(RecordingOptions.irregular.declaration.reference)
    {
      guard let reason = try reason(for: kinds, guide) else { return false }
      return try isDone(
        words + [RecordingOptions.irregular.declaration.reference, reason], session, guide)
    } catch .declined where typed.text == Guide.back {
      return false
    } catch  where error.isOfAnswers {
      guide.say(
        error.message(in: guide.language)
          + Localized(
            "Svara annorlunda: < går en fråga tillbaka, . slutar.\n\n",
            "Answer otherwise: < goes one question back, . stops.\n\n")[guide.language])
      return false
    }
  }

  /// Why something irregular is recorded; nil where the person goes back.
  private static func reason(for kinds: [Irregularity], _ guide: Guide) throws(Failure) -> String? {
    let what = kinds.map { $0.words[guide.language] }.joined(separator: ", ")
    let question = Localized(
      "Det är en regelavvikelse: \(what). Varför registreras det ändå? (tom rad: avbryt) ",
      "It is irregular: \(what). Why is it recorded all the same? (empty line: stop) ")
    do throws(Leaving) {
      let reason = try guide.put("", question[guide.language], isKept: false) { text throws(ValueProblem) in text }
      if !reason.isEmpty { return reason }
    } catch {
      if case .back = error { return nil }
    }
    throw .declined
  }

  private static func perform(
    _ words: [String], _ session: Session, _ guide: Guide, noting typed: LastAnswer
  ) throws(Failure) {
    let flags = [Globals.json, Globals.markdown, Globals.quiet, Globals.noColor, Globals.noCache]
    let given = flags.filter { session.arguments[$0] }.map(\.declaration.reference)
    let line = words + ["--lang", guide.language.rawValue] + given
    let parsed: ParsedArguments
    do throws(UsageError) { parsed = try Liggare.tree.parse(line) } catch { throw .usage(error) }
    guard case .command(let command) = parsed,
      let verb = Liggare.nouns.flatMap(\.verbs).first(where: { $0.spec.path == command.path })
    else { preconditionFailure("the line names a command") }
    var world = session.world
    let ask = guide.ask
    world.console.ask = { question in
      let answer = ask(question)
      typed.text = answer.map { trimmed($0) }
      return answer
    }
    var guided = try Session(command, world)
    guided.isGuided = true
    try verb.run(guided)
  }

  /// What was typed last while a command ran.
  private final class LastAnswer: Sendable {
    private let shelf = Mutex<String?>(nil)

    var text: String? {
      get { shelf.withLock { $0 } }
      set { shelf.withLock { $0 = newValue } }
    }
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
