import CommandArguments
import Documents
import JournalStore
import LedgerDomain
import Wording

/// The program: from arguments to an exit code.
package enum Liggare {
  static let version = "0.1.0"
  /// The day of the version.
  static let versionDate = "2026-11-28"

  /// Every noun by its name, in the order of the help, made when it is needed: a command needs its own only.
  private static let makers: [(name: String, make: @Sendable () -> Noun)] = [
    ("status", { Noun(StatusCommand.verb) }), ("calendar", { Noun(CalendarCommand.verb) }),
    ("record", { Noun(RecordCommand.verb) }),
    ("find", { Noun(FindCommand.verb) }),
    ("promise", { PromiseCommands.noun }),
    ("situation", { SituationCommands.noun }), ("case", { CaseCommands.noun }), ("measure", { MeasureCommands.noun }),
    ("decision", { DecisionCommands.noun }), ("indicator", { IndicatorCommands.noun }), ("body", { BodyCommands.noun }),
    ("delegation", { DelegationCommands.noun }), ("meeting", { MeetingCommands.noun }),
    ("document", { DocumentCommands.noun }), ("recommendation", { RecommendationCommands.noun }),
    ("person", { PersonCommands.noun }), ("secrecy", { SecrecyCommands.noun }),
    ("correct", { Noun(CorrectCommand.verb) }),
    ("reverse", { Noun(ReverseCommand.verb) }), ("follow-up", { FollowUpCommands.noun }),
    ("site", { SiteBuild.noun }), ("audit", { AuditCommands.noun }), ("journal", { JournalCommands.noun }),
    ("merkle", { MerkleCommands.noun }), ("man", { Noun(ManCommand.verb) }),
    ("completions", { CompletionCommands.noun }),
  ]

  static let nouns: [Noun] = makers.map { $0.make() }

  /// Every command: what help, suggestions and errors are made from.
  static let tree = tree(of: nouns)

  private static func tree(of nouns: [Noun]) -> CommandTree {
    CommandTree(
      "liggare",
      Localized(
        "boken över beslut och åtgärder: vem beslutade vad, när, med vilken rätt, och vad blev det av det",
        "the book of decisions and measures: who decided what, when, on which authority, and what came of it"),
      nouns: nouns.map(\.declaration), globals: Globals.all,
      examples: [
        .init("liggare status --journal journal/exempel", Localized("vad som är att göra", "what is to be done")),
        .init(
          "liggare follow-up prepare 2022-T2 --journal journal/exempel",
          Localized("tertialrapporten", "the report of a four-month period")),
        .init(
          "liggare audit trace M-0007 --journal journal/exempel",
          Localized("allt om en åtgärd, i ordning", "the whole story of one measure")),
      ])
  }

  /// Runs the command that this process was started with.
  package static func runProcess() -> Int32 {
    let world = World.process()
    world.leftovers.outlive()
    do throws(UsageError) {
      return run(try ProcessArguments.read(), in: world)
    } catch {
      world.console.complain(Failure.usage(error).message(in: world.language ?? .sv))
      return Failure.usage(error).exitCode
    }
  }

  /// Runs one command and gives the exit code: 0 done, 1 refused, 2 wrong usage, 3 damage or a wrong proof, 5 files, 75 busy.
  package static func run(_ arguments: [String], in world: World) -> Int32 {
    do throws(Failure) {
      try perform(arguments, world)
      return 0
    } catch {
      world.console.complain(error.message(in: language(for: arguments, world)))
      return error.exitCode
    }
  }

  private static func perform(_ arguments: [String], _ world: World) throws(Failure) {
    let language = language(for: arguments, world)
    // On a terminal with a ledger at hand, `liggare` alone is the board of the morning.
    let alone = arguments.isEmpty && world.console.ask != nil && Session.holdsLedger(folder(for: [], world))
    let words = alone ? ["status"] : arguments
    if words == ["--version"] { return world.console.say("liggare \(version)\n") }
    if let quick = quick(words) { return try run(quick.verb, try Session(quick.command, world)) }
    switch try parse(words, world, language) {
    case .help(let path):
      world.console.say(HelpText(tree, language: language, width: min(world.console.width, 100)).text(for: path))
    case .version: world.console.say("liggare \(version)\n")
    case .command(let command):
      guard let verb = nouns.flatMap(\.verbs).first(where: { $0.spec.path == command.path }) else {
        preconditionFailure("a command of the tree has a verb")
      }
      try run(verb, try Session(command, world))
    }
  }

  /// The command, where the noun is plain and everything else is right: then no other noun is needed to read it.
  private static func quick(_ arguments: [String]) -> (verb: Verb, command: ParsedCommand)? {
    guard let word = arguments.first, let maker = makers.first(where: { $0.name == word }) else { return nil }
    let noun = maker.make()
    guard case .command(let command)? = try? tree(of: [noun]).parse(arguments) else { return nil }
    return noun.verbs.first { $0.spec.path == command.path }.map { ($0, command) }
  }

  /// Runs a command. What could not be read explains what it then refused, and not the other way round.
  private static func run(_ verb: Verb, _ session: Session) throws(Failure) {
    do throws(Failure) {
      try verb.run(session)
    } catch {
      try session.checkReading()
      throw error
    }
  }

  /// Parses, and on a terminal asks for what is missing, once it is sure that there is a ledger to ask it for.
  private static func parse(
    _ arguments: [String], _ world: World, _ language: Language
  ) throws(Failure) -> ParsedArguments {
    do throws(UsageError) {
      return try tree.parse(arguments)
    } catch .missingRequired(let missing, let command) {
      guard let ask = world.console.ask else { throw .usage(.missingRequired(missing, command: command)) }
      let folder = folder(for: arguments, world)
      if command != JournalInit.verb.spec.path, !Session.holdsLedger(folder) {
        throw .noLedger(folder: folder == "." ? nil : folder)
      }
      var answers: [Answer] = []
      for declaration in missing {
        let values = Prompt(ask: ask, language: language).values(of: declaration)
        if values.isEmpty { break }
        answers += values.map { Answer(declaration, $0) }
      }
      do throws(UsageError) { return try tree.parse(arguments, answers: answers) } catch { throw .usage(error) }
    } catch {
      throw .usage(error)
    }
  }

  /// No command at all: the options that every command takes.
  static let bare = tree(of: [])

  /// The folder that arguments or the environment name, before anything else about them is known; else the working folder.
  private static func folder(for arguments: [String], _ world: World) -> String {
    let named = bare.glimpse(Globals.journal, in: arguments) ?? world.variables["LIGGARE_JOURNAL"]
    return named.flatMap { $0.isEmpty ? nil : $0 } ?? "."
  }

  /// The language for help, questions and errors: the one asked for, else that of the ledger at hand, else Swedish.
  private static func language(for arguments: [String], _ world: World) -> Language {
    bare.glimpse(Globals.language, in: arguments) ?? world.language
      ?? LedgerReading.language(inCopyOf: folder(for: arguments, world)) ?? .sv
  }
}
