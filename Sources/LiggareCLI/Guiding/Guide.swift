import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The questions by which a person comes to a command: what happened, to what, how, when.
///
/// It drives the table of commands: what it has at the end is an ordinary command line, which it shows, so that the person learns it. Nil
/// from any step is the end of input.
struct Guide {
  let ask: @Sendable (String) -> String?
  let say: @Sendable (String) -> Void
  let reading: LedgerReading
  var language: Language { reading.language }
  var book: Book { reading.book }

  /// The words of the command line, without the program's name.
  func commandLine() -> [String]? {
    guard
      let theme = choose(
        Localized("Vad gäller det?", "What is it about?"), GuidedStory.themes.map { ($0.words[language], $0) }),
      let story = choose(
        Localized("Vad har hänt?", "What has happened?"), theme.stories.map { ($0.words[language], $0) })
    else { return nil }
    return commandLine(story)
  }

  private func commandLine(_ story: GuidedStory) -> [String]? {
    guard let spec = Liggare.tree.commands.first(where: { $0.path == story.path }) else {
      preconditionFailure("a story has a command")
    }
    var answers = Answers()
    for declaration in spec.positionals {
      guard let text = value(declaration, story, answers, isRequired: true) else { return nil }
      answers.add(declaration, text)
    }
    let asked = story.asks.map { name in
      guard let declaration = spec.options.first(where: { $0.name == name }) else {
        preconditionFailure("\(spec.path) has no option \(name)")
      }
      return declaration
    }
    for declaration in spec.options.filter(\.occurrence.isRequired) + asked.filter({ !$0.occurrence.isRequired }) {
      guard isMeant(declaration, answers) else { continue }
      answers.note(declaration)
      var isRequired = declaration.occurrence.isRequired
      // What may be given several times is asked for until nothing more is said.
      repeat {
        guard let text = value(declaration, story, answers, isRequired: isRequired) else { return nil }
        if text.isEmpty { break }
        answers.add(declaration, text)
        isRequired = false
      } while declaration.occurrence.isRepeated
    }
    let when = Localized(
      "När hände det? (datum; tom rad: \(day(answers)))", "When did it happen? (date; empty: \(day(answers)))")
    guard let date = line(when[language] + " ", RecordingOptions.effective.declaration, isRequired: false) else {
      return nil
    }
    if !date.isEmpty { answers.add(RecordingOptions.effective.declaration, date) }
    return story.path + answers.words + story.fixed
  }

  /// Whether an option says something beside what was answered: of a decision, the authority decides what more there is to say.
  private func isMeant(_ declaration: Declaration, _ answers: Answers) -> Bool {
    let kinds: [AuthorityKind]
    switch declaration.name {
    case "organ": kinds = [.body, .urgentChair]
    case "meeting", "paragraph": kinds = [.body]
    case "delegation": kinds = [.delegated]
    case "decided-by": kinds = [.delegated, .urgentChair, .body, .police]
    case "reference": kinds = [.delegated, .urgentChair, .police, .mereExecution]
    default: return true
    }
    guard answers.wasAsked("authority") else { return true }
    return answers["authority"].map { text in
      kinds.contains { [$0.text, $0.words.sv, $0.words.en].contains(text.lowercased()) }
    } ?? false
  }

  /// The day that counts when none is stated: that of the meeting, else today.
  private func day(_ answers: Answers) -> LocalDate {
    let named = (answers["meeting"] ?? answers["T-ID"]).flatMap { try? SubjectID(text: $0) }
    let isHeld = answers["T-ID"] == nil || book.meeting(named)?.held == nil
    return (isHeld ? book.meeting(named)?.day : nil) ?? reading.today
  }

  private func value(
    _ declaration: Declaration, _ story: GuidedStory, _ answers: Answers, isRequired: Bool
  ) -> String? {
    let taken = answers.all(declaration.name)
    let more = taken.isEmpty ? Localized(both: "") : Localized(", fler", ", more")
    let help = Localized(declaration.help.sv, declaration.help.en).capitalized + more
    let all = candidates(declaration, story, answers)
    let options = all.filter { !taken.contains($0.text) }
    if options.isEmpty {
      if !all.isEmpty { return "" }
      let empty = isRequired ? Localized(both: "") : Localized("; tom rad: inget", "; empty line: none")
      return line(
        "\(help[language]) (\(declaration.placeholder)\(empty[language])): ", declaration, isRequired: isRequired)
    }
    let none = Localized("inget av dem", "none of them")[language]
    let listed = options.map { ($0.words, $0.text) } + (isRequired ? [] : [(none, "")])
    // The meeting that is nearest and the paragraph after the last are likely; of others an empty line says nothing.
    let isLikely = ["meeting", "paragraph"].contains(declaration.name) || options.count == 1 && isRequired
    return choose(help, listed, standard: isLikely ? 0 : isRequired ? nil : options.count, other: declaration)
  }
}
