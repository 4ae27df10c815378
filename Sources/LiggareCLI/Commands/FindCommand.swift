import CommandArguments
import Documents
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `find`: subjects of any kind by words of their titles.
enum FindCommand {
  private static let words = Positional<String>(
    "WORD", Localized("ord ur benämningen", "words of the title"), .requiredRepeated
  ) { text throws(ValueProblem) in
    guard TitleSearch(text) != nil else { throw ValueProblem(expected: Localized("ett ord", "a word")) }
    return text
  }
  private static let kind = Option<SubjectKind>(
    choice: "kind", "KIND", Localized("bara det slaget", "only that kind"))

  static let verb = Verb(
    spec: CommandSpec(
      ["find"], Localized("sök i benämningar", "search in titles"),
      discussion: Localized(
        "Varje ord ska finnas någonstans i benämningen, också som del av ett ord; stora och små bokstäver är lika. Sökningen gäller benämningen vid klockorna som frågas; anteckningar och förseglade uppgifter söks inte.",
        "Each word must stand somewhere in the title, also as a part of a word; capitals do not matter. It is the title at the clock readings asked for; notes and sealed values are not searched."
      ),
      positionals: [words], options: [kind] + Delivery.options,
      examples: [
        .init("liggare find belysning --journal journal/exempel", Localized("allt om belysning", "all about lighting")),
        .init(
          "liggare find trygg vandring --kind measure",
          Localized("åtgärder med båda orden", "measures with both words")),
      ]),
    run: { session throws(Failure) in
      let text = session.arguments.values(words).joined(separator: " ")
      guard let search = TitleSearch(text) else { preconditionFailure("each argument has a word") }
      let reading = try session.reading()
      let states: [SubjectState]
      do throws(JournalError) {
        states = try search.subjects(in: reading.book, kind: session.arguments[optional: kind])
      } catch { throw .damaged(error) }
      let answer = FindAnswer(text: text, states: states, reading: reading)
      try session.answer(answer.document, json: answer.json)
    })
}

/// The subjects found, as people read them: number, kind and title.
private struct FindAnswer {
  let text: String
  let states: [SubjectState]
  let reading: LedgerReading

  /// `{"kind":"liggare.find","version":1,"basis":{…},"text":"belysning","rows":[{"subject":"M-0003","kind":"measure","title":"…"}]}`
  var json: JSONValue {
    let rows = states.map { state -> JSONValue in
      .object([
        "subject": .string(state.subject.id.text), "kind": .string(state.subject.id.kind.text),
        "title": .string(state.name ?? ""),
      ])
    }
    return reading.json("find", ["text": .string(text), "rows": .array(rows)])
  }

  var document: Document {
    let language = reading.language
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let table = Table(
      columns: [
        Table.Column(words("Nr", "No"), wraps: false, priority: 9), Table.Column(words("Slag", "Kind"), priority: 5),
        Table.Column(words("Benämning", "Title"), priority: 8),
      ],
      rows: states.map { state in
        [
          Table.Cell(state.subject.id.text), Table.Cell(state.subject.id.kind.words[language]),
          Table.Cell(state.name ?? ""),
        ]
      },
      emptyText: words(
        "Ingen benämning vid denna läsning innehåller det.", "No title at this reading contains that."))
    return reading.document(
      words("Sökning: \(text) (\(states.count))", "Search: \(text) (\(states.count))"), [.table(table)])
  }
}
