import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The questions by which a person comes to a command: what happened, to what, how, when.
///
/// It drives the table of commands: what it has at the end is an ordinary command line, which it shows, so that the person learns it.
struct Guide {
  let ask: @Sendable (String) -> String?
  let say: @Sendable (String) -> Void
  let reading: LedgerReading
  /// What it has happened to, where that was said at once.
  let about: SubjectID?
  let interview = Interview()
  var language: Language { reading.language }
  var book: Book { reading.book }

  /// What is said before the first question.
  static let opening = Localized(
    "Svara med numret i listan eller med egna ord. < går en fråga tillbaka, . slutar.\nInget skrivs utan ja.",
    "Answer with the number in the list or in your own words. < goes one question back, . stops.\nNothing is written without a yes."
  )

  /// The words of the command line, without the program's name; nil where the person stops or the input ends. `isAgain` where the last one
  /// was taken back or refused: then it goes on from the last question.
  func commandLine(again isAgain: Bool = false) -> [String]? {
    if isAgain { interview.takeBack() }
    while true {
      interview.begin()
      do throws(Leaving) { return try questions() } catch {
        switch error {
        case .back: interview.takeBack()
        case .stopped: return nil
        }
      }
    }
  }

  private func questions() throws(Leaving) -> [String] {
    if let about { return try commandLine(try story(about: about)) }
    let theme = try choose(
      Localized("Vad gäller det?", "What is it about?"), GuidedStory.themes.map { ($0.words[language], $0) })
    let story = try choose(
      Localized("Vad har hänt?", "What has happened?"), theme.stories.map { ($0.words[language], $0) },
      note: theme.note)
    return try commandLine(story)
  }

  /// What can have happened to a subject as it stands, else to any of its kind, else to anything.
  private func story(about id: SubjectID) throws(Leaving) -> GuidedStory {
    let stories = GuidedStory.themes.flatMap(\.stories)
    let own = stories.filter { $0.subject == .subjects(id.kind) }
    let fitting = book.state(of: id).map { state in own.filter { $0.fits(state, book) } } ?? []
    let told = fitting.isEmpty ? own : fitting
    let name = book.title(of: id).map { " \($0)" } ?? ""
    return try choose(
      Localized("Vad har hänt med \(id)\(name)?", "What has happened to \(id)\(name)?"),
      (told.isEmpty ? stories.filter { $0.subject == .subjects(nil) } : told).map { ($0.words[language], $0) })
  }

  private func commandLine(_ story: GuidedStory) throws(Leaving) -> [String] {
    guard let spec = Liggare.tree.commands.first(where: { $0.path == story.path }) else {
      preconditionFailure("a story has a command")
    }
    var answers = Answers(to: story.path)
    for declaration in spec.positionals {
      if let about, KnownValues(declaration) == story.subject {
        answers.add(declaration, about.text)
        continue
      }
      answers.add(declaration, try value(declaration, story, answers, isRequired: true))
    }
    for declaration in story.options(of: spec) {
      let need = need(declaration, answers)
      if need == .none { continue }
      answers.note(declaration)
      if declaration.form == .flag {
        if try confirms(declaration.help.capitalized) { answers.add(declaration, "") }
        continue
      }
      var isRequired = need == .required
      // What may be given several times is asked for until nothing more is said.
      repeat {
        let text = try value(declaration, story, answers, isRequired: isRequired)
        if text.isEmpty { break }
        answers.add(declaration, text)
        isRequired = false
      } while declaration.occurrence.isRepeated
    }
    try askWhen(story, &answers)
    return story.path + answers.words + story.fixed
  }

  /// The day, which may be left to the command, or be unknown.
  private func askWhen(_ story: GuidedStory, _ answers: inout Answers) throws(Leaving) {
    let usual = Localized(both: day(answers).text)
    let question =
      story.isUndated
      ? Localized(
        "Sedan när finns det? (datum; tom rad: odaterad) ", "Since when is it there? (date; empty line: undated) ")
      : Localized(
        "När hände det? (datum; tom rad: \(usual.sv); okänd: odaterad) ",
        "When did it happen? (date; empty line: \(usual.en); unknown: undated) ")
    let declaration = RecordingOptions.effective.declaration
    let unknown = Localized("okänd", "unknown")
    let text = try put("", question[language]) { text throws(ValueProblem) in
      if !text.isEmpty, text.lowercased() != unknown[language] { try declaration.check(text) }
      return text
    }
    if text.lowercased() == unknown[language] {
      answers.add(RecordingOptions.undated.declaration, "")
    } else if !text.isEmpty {
      answers.add(declaration, text)
    }
  }

  /// The day that counts when none is stated: that of the meeting, else today.
  private func day(_ answers: Answers) -> LocalDate {
    let named = answers.subject("meeting") ?? answers.subject("T-ID")
    let isHeld = answers["T-ID"] == nil || book.meeting(named)?.held == nil
    return (isHeld ? book.meeting(named)?.day : nil) ?? reading.today
  }

  /// In which unit a value is told: that of its indicator.
  private func unit(_ declaration: Declaration, _ answers: Answers) -> Localized {
    let indicator = declaration.name == "value" ? answers.subject("I-ID").flatMap { book.indicator($0)?.defined } : nil
    return indicator.map { Localized(" i \($0.unit)", " in \($0.unit)") } ?? Localized(both: "")
  }

  private func value(
    _ declaration: Declaration, _ story: GuidedStory, _ answers: Answers, isRequired: Bool
  ) throws(Leaving) -> String {
    let taken = answers.all(declaration.name)
    let more = taken.isEmpty ? unit(declaration, answers) : Localized(", fler", ", more")
    let help = declaration.help.capitalized + more
    switch (declaration.placeholder, KnownValues(declaration)) {
    case ("CODE=NAME", _): return try named(help, declaration, isRequired: isRequired)
    case ("KIND=TEXT", _): return try ground(help, declaration, isRequired: isRequired)
    case ("NAME=VALUE", _): return try result(help, declaration, answers, isRequired: isRequired)
    case ("[CODE,…:]TEXT", _): return try finding(help, declaration, isRequired: isRequired)
    case (let placeholder, .subjects(let kind)) where !placeholder.contains("|"):
      // What happened, happened to the positional; of anything else that is named, all may be meant.
      let isIt = declaration.form == .positional
      let choice = SubjectChoice(
        help: help, kind: kind, among: isIt ? story.among?(reading.chronicle) : nil, fits: isIt ? story.fits : nil,
        isRequired: isRequired)
      return try subject(choice, answers, taken: taken)
    default: break
    }
    let all = offers(declaration, answers)
    let offers = all.filter { !taken.contains($0.text) }
    if offers.isEmpty {
      return all.isEmpty ? try line(help, declaration, isRequired: isRequired) : ""
    }
    return try choose(help, offers, declaration, isRequired: isRequired)
  }
}
