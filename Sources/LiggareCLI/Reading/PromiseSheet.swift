import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `promise show`: the promise as it was given, with what it does not state said openly.
enum PromiseSheet {
  private static let id = Positional<SubjectID>(
    text: "P-ID", Localized("löftet (förval: det enda)", "the promise (default: the only one)"), .optional)

  static let verb = Verb(
    spec: CommandSpec(
      ["promise", "show"], Localized("visa löftet", "show the promise"), positionals: [id],
      options: Delivery.options,
      examples: [
        .init(
          "liggare promise show --journal journal/katrineholm",
          Localized("det löfte som källan anger", "the promise that the source states"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let stated = session.arguments[optional: id] ?? reading.book.promises.first?.id ?? SubjectID(.promise, 1)
      guard let promise = reading.book.promise(stated) else {
        throw .notFound(stated, known: !reading.chronicle.events(about: stated).isEmpty)
      }
      try session.answer(
        document(promise, reading),
        json: reading.json("promise", ["subject": SubjectSheet.json(of: .promise(promise), on: reading.book.day)]))
    })

  private static func document(_ promise: CitizenPromise, _ reading: LedgerReading) -> Document {
    guard let terms = promise.terms else { preconditionFailure("a promise at the reading has terms") }
    let language = reading.language
    let notStated = StandingWords.notStated[language]
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    func section(_ sv: String, _ en: String, _ items: [String]) -> [Block] {
      [.heading(level: 2, word(sv, en))]
        + (items.isEmpty ? [.paragraph(Prose(notStated))] : [.list(items.map { Prose($0) }, ordered: false)])
    }
    let head: Block = .keyValues([
      KeyValue(word("Giltighetstid", "Validity"), Prose(terms.validity.phrase[language])),
      KeyValue(word("Parter", "Parties"), Prose(terms.parties.map(\.name.text).joined(separator: ", "))),
      KeyValue(word("Överenskommelse", "Agreement"), Prose(terms.agreement?.text ?? notStated)),
      KeyValue(
        word("Antaget av", "Adopted by"),
        Prose(
          reading.book.decision(terms.decision)?.made?.authority.phrase(reading.names)[language] ?? notStated)),
      KeyValue(word("Antaget", "Adopted"), Prose(promise.adopted?.effective.map { $0.phrase } ?? notStated)),
    ])
    let signatures = promise.signatures.map { signature in
      let day = signature.mark.effective.map { $0.phrase } ?? word("dag anges inte", "day not stated")
      return "\(signature.signed.by.phrase) (\(day))"
    }
    let goals = terms.effectGoals.map { goal in
      let ways = goal.followedUpBy.map(\.text).joined(separator: ", ")
      return ways.isEmpty ? goal.text.text : "\(goal.text.text) (\(word("följs upp i", "followed up in")) \(ways))"
    }
    let reporting = terms.reporting.map { reporting in
      [
        "\(reporting.to.text), \(word("\(reporting.timesPerYear) gånger per år", "\(reporting.timesPerYear) times a year"))"
          + (reporting.occasion.map { ", \($0.text)" } ?? "")
      ] + reporting.sites.map(\.name.text)
    }
    let examples = reading.book.measures.filter {
      $0.plan?.promise == promise.id && $0.binding == .example && $0.status != .withdrawn
    }
    var blocks: [Block] = [head]
    blocks += section("Vad parterna lovar", "What the parties promise", terms.commitments.map(\.text.text))
    blocks += section("Stadsdelar med särskilt fokus", "Districts with special focus", terms.areas.map(\.name.text))
    blocks += section("Fokusområden", "Focus areas", terms.focusAreas.map(\.name.text))
    blocks += section("Överordnade mål", "Parent goals", terms.parentGoals.map(\.text))
    blocks += section("Effekter", "Effects", goals)
    blocks += section("Redovisning", "Reporting", reporting ?? [])
    blocks += section(
      "Undertecknare", "Signatories", signatures.isEmpty ? terms.signatories.map { $0.phrase } : signatures)
    if !examples.isEmpty {
      blocks += section(
        "Exempel på åtgärder som kan komma (inget av dem är utlovat)",
        "Examples of measures that may come (none of them is promised)",
        examples.map { "\($0.id.text) \($0.plan?.title.text ?? "")" })
    }
    if !terms.wording.isEmpty {
      blocks.append(.heading(level: 2, word("Ordalydelse", "Wording")))
      blocks += terms.wording.flatMap { passage -> [Block] in
        // A line feed in a paragraph would be shown as a sign; the source's own paragraphs are kept.
        [.heading(level: 3, passage.heading.text)]
          + passage.text.text.split(separator: "\n").map { .paragraph(Prose(String($0))) }
      }
    }
    blocks += promise.record.documents.map { attached in
      .keyValues([
        KeyValue(attached.role?.text ?? word("Handling", "Document"), Prose(attached.document.name.text)),
        KeyValue("SHA-256", Prose(attached.document.sha256.text)),
      ])
    }
    return reading.document(terms.title.text, blocks)
  }
}
