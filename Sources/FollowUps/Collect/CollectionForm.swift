package import CommandArguments
package import Documents
import Exchange
package import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The form that one responsible is asked to fill in: a sheet that comes back, and a document to read and print.
package struct CollectionForm: Sendable {
  package let collection: FollowUpCollection
  package let responsible: FollowUpCollection.Responsible
  /// The day by which an answer is wanted.
  package let due: LocalDate?
  let language: Language

  package init(
    _ collection: FollowUpCollection, _ responsible: FollowUpCollection.Responsible, due: LocalDate?,
    _ language: Language
  ) {
    self.collection = collection
    self.responsible = responsible
    self.due = due
    self.language = language
  }

  /// The bytes of the sheet.
  package var csv: [UInt8] { SheetWriter.csv(AnswerColumn.self, responsible.measures.flatMap(rows), language) }

  private func rows(_ asked: FollowUpCollection.Asked) -> [[AnswerColumn: String]] {
    let measure = asked.measure
    let targets = measure.plan?.targets ?? []
    var row: [AnswerColumn: String] = [
      .period: collection.period.label.text, .number: measure.id.text, .title: asked.title.text,
      .status: words(of: measure)[language],
      .position: AnswerMark.text(SheetMark(collection.chronicle), collection.period.label),
    ]
    row[.due] = due?.text
    row[.deadline] = measure.deadline?.text
    row[.latestReport] = lastWords(measure)
    if targets.isEmpty { return [row] }
    return targets.map { target in
      var row = row
      row[.target] = target.name.text
      row[.goal] = target.value == nil ? "\(target.phrase[language]) (\(target.unit))" : target.phrase[language]
      row[.latestActual] = measure.latestResult(of: target).map { SheetTargets.number($0.actual, language) }
      return row
    }
  }

  private func lastWords(_ measure: Measure) -> String? {
    measure.reports.last { $0.statement != nil }.flatMap { report in
      report.statement.map { "\(report.mark.effective.phrase[language]): \($0)" }
    }
  }

  /// Who is asked: name and office.
  package var who: String {
    responsible.official?.phrase ?? word("Utan ansvarig", "Nobody responsible")
  }

  /// The document: what is asked, and for each measure what is known and where to write.
  package func document(banner: [Block], sheet name: String) -> Document {
    let period = collection.period
    var facts = [
      KeyValue(word("Löfte", "Promise"), Prose(collection.promiseTitle.text)),
      KeyValue(word("Period", "Period"), Prose(period.phrase[language])),
      KeyValue(word("Till", "To"), Prose(who)),
    ]
    if let due { facts.append(KeyValue(word("Svar senast", "Answer by"), .strong(due.text))) }
    let lead = word(
      "Skriv i bladet \(name), som öppnas i Excel, hur det går med varje åtgärd nedan, och skicka tillbaka bladet. Det här dokumentet är till för att läsa och anteckna i; det läses inte in. Utfallet räknas från årets början. Har inget hänt är det också ett svar: skriv det. Läget är ett av: \(standings). Dagar skrivs som åååå-mm-dd.",
      "Write in the sheet \(name), which opens in Excel, how each measure below is going, and send the sheet back. This document is for reading and taking notes in; it is not read back. The actual value counts from the beginning of the year. If nothing has happened, that is an answer too: write so. The standing is one of: \(standings). Days are written yyyy-mm-dd."
    )
    return Document(
      word("Uppföljning \(period.label): \(who)", "Follow-up \(period.label): \(who)"), language: language.rawValue,
      blocks: banner + [.keyValues(facts), .paragraph(Prose(lead))] + responsible.measures.flatMap(blocks))
  }

  private var standings: String { AnswerStanding.allCases.map { $0.words[language] }.joined(separator: ", ") }

  /// A measure: what the book says, and a table with a row for each question. A heading, its introduction and a short table stay on one
  /// page, so that nobody writes beside the wrong measure.
  private func blocks(_ asked: FollowUpCollection.Asked) -> [Block] {
    let measure = asked.measure
    let answer =
      asked.isAnswered
      ? word("finns redan; ett nytt ersätter inte det gamla", "there already; a new one does not replace it")
      : word("saknas", "none")
    let known = Prose([
      .strong(word("Slutdatum:", "Deadline:")),
      .text(" \(measure.deadline?.text ?? StandingWords.notStated[language]). "),
      .strong(word("Svar om perioden:", "Answer about the period:")), .text(" \(answer). "),
      .strong(word("Senaste uppgift:", "Latest report:")),
      .text(" " + (lastWords(measure) ?? StandingWords.noInformation[language])),
    ])
    let results = (measure.plan?.targets ?? []).map { target -> [Table.Cell] in
      let actual = measure.latestResult(of: target)?.actual
      return [
        .init(word("Utfall: ", "Actual: ") + "\(target.name) (\(target.phrase[language]))"),
        .init(actual.map { $0.phrase(unit: target.unit)[language] } ?? StandingWords.noInformation[language]),
        .init(Self.line),
      ]
    }
    let table = Table(
      columns: [
        .init(word("Fråga", "Question")), .init(word("I boken", "In the book")), .init(word("Svar", "Answer")),
      ],
      rows: results + [
        [.init(word("Vad har gjorts", "What has been done")), .init(""), .init(Self.line + " " + Self.line)],
        [.init(word("Läge", "Standing")), .init(words(of: measure)[language]), .init(Self.line)],
        [.init(word("Påbörjad eller klar den", "Began or ended on")), .init(""), .init(Self.line)],
        [.init(word("Varför inte allt", "Why not all")), .init(""), .init(Self.line)],
      ], emptyText: "")
    return [.heading(level: 1, "\(measure.id.text) \(asked.title)"), .paragraph(known), .table(table)]
  }

  /// Where to write by hand.
  private static let line = String(repeating: "…", count: 20)
}
