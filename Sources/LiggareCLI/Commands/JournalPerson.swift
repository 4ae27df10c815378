import Audit
import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal person`: everything held about one private person, as the person may ask for it (GDPR art. 15).
enum JournalPerson {
  private static let person = Positional<SubjectID>(
    text: "E-ID", Localized("privatpersonen", "the private person"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "person"],
      Localized("allt som boken har om en privatperson", "all that the book has about a private person"),
      discussion: Localized(
        "Varje förseglad uppgift med fält, post och båda klockorna, det som är gallrat och efter vilket beslut, varje post som nämner personen, och vad som har lämnats ut. Underlag för ett svar enligt dataskyddsförordningen artikel 15.\n\nUtan --reveal visas värdena maskerade. Ett utdrag i klartext som skrivs i en fil (--out) antecknas i boken: vad som lämnades ut och av vilken tjänsteman (--by), aldrig till vem eller varför (TF 2:18).\n\nNumret söks med ”journal find-sealed”.",
        "Every sealed value with field, entry and both clocks, what was erased and on which decision, every entry that names the person, and what was given out. The ground for an answer under GDPR article 15.\n\nWithout --reveal the values are masked. An extract in clear that is written to a file (--out) is recorded in the book: what was given out and by which official (--by), never to whom or why (TF 2:18).\n\nThe number is found with “journal find-sealed”."
      ),
      positionals: [person], options: Disclosure.options + Delivery.options,
      examples: [
        .init(
          "liggare journal person E-0001 --journal journal/exempel",
          Localized("vad som finns, maskerat", "what there is, masked")),
        .init(
          #"liggare journal person E-0001 --reveal --by "Kim Ek, registrator" --out utdrag.docx"#,
          Localized("utdraget att lämna ut", "the extract to give out")),
      ]),
    run: { session throws(Failure) in
      let id = try session.arguments.value(person)
      if id.kind != .person { throw .refused(.wrongKind(id, expected: .person)) }
      let reading = try session.reading()
      guard reading.chronicle.isAbout(id) else {
        throw .tracing(.noSubject(id, known: reading.chronicle.subjects(near: id)))
      }
      let extract = PersonExtract(of: id, in: reading.book, reveal: reading.reveal)
      // Made before it is recorded: what cannot be read is found while it is made.
      let document = extract.document(reading.language, basis: reading.basis)
      let json = extract.json(basis: reading.basis)
      let what = Localized("registerutdrag om \(id)", "extract of what is held about \(id)")[reading.language]
      try Disclosure.record(session, Text(what), about: id, count: extract.count)
      try session.answer(document, json: json)
    })
}
