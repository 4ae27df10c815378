package import CommandArguments
package import Documents
import FollowUps
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// Everything that a ledger holds about one private person, for the person who asks for it (*registerutdrag*, GDPR art. 15.1 and 15.3):
/// every sealed value with its field, entry and both clocks, what was erased and on which decision, every entry that names the person, and
/// to what sealed values were given out.
package struct PersonExtract {
  package let held: HeldValues
  private let book: Book
  private let reveal: @Sendable (SealedValue) -> String?

  /// Requires a private person of whom the book's chronicle has an entry.
  package init(
    of person: SubjectID, in book: Book, reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    held = HeldValues(of: person, in: book.chronicle)
    self.book = book
    self.reveal = reveal
  }

  private var names: Names { Names(of: book).revealing(reveal) }

  /// How many different values are still there by the book.
  package var count: Int { Set(held.values.filter { $0.erasure == nil }.map(\.value)).count }

  package func document(_ language: Language, basis: Basis) -> Document {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let title = word("Uppgifter om \(held.subject)", "What is held about \(held.subject)")
    var blocks = basis.banner(language) + [.keyValues(head(language))]
    blocks.append(.heading(level: 2, word("Förseglade uppgifter", "Sealed values")))
    blocks.append(.table(table(language)))
    blocks.append(.heading(level: 2, word("Poster om personen, i ordning", "Entries about the person, in order")))
    let story = trace
    let show = EntryShowing(
      trace: story, values: ValueShowing(language: language, names: names), language: language, proofs: nil)
    blocks.append(.timeline(story.entries.map(show.entry)))
    let given = disclosures
    if !given.isEmpty {
      blocks.append(.heading(level: 2, word("Utlämnat ur boken", "Given out of the book")))
      blocks.append(
        .list(
          given.map { event, disclosed in
            Prose("\(event.effective.phrase[language]): \(disclosed.what), \(disclosed.by.phrase) #\(event.position)")
          }, ordered: false))
    }
    blocks.append(.heading(level: 2, word("Det som boken inte säger", "What the book does not say")))
    blocks.append(.note(Prose(Self.article15[language])))
    return basis.signed(Document(title, language: language.rawValue, blocks: blocks + basis.blocks(language)))
  }

  /// What an answer to the person must state besides the values: GDPR art. 15.1 a–h.
  private static let article15 = Localized(
    "Ett svar enligt dataskyddsförordningen artikel 15 anger också ändamålet, mottagarna, hur länge uppgifterna sparas, rätten till rättelse, radering, begränsning och invändning, rätten att klaga hos Integritetsskyddsmyndigheten, varifrån uppgifterna kommer om de inte kommer från personen, och att inga automatiserade beslut fattas. Det fyller den personuppgiftsansvarige i.",
    "An answer under GDPR article 15 also states the purpose, the recipients, how long the data are kept, the rights to rectification, erasure, restriction and objection, the right to complain to the supervisory authority, where the data come from if not from the person, and whether decisions are automated. The data controller fills that in."
  )

  private func head(_ language: Language) -> [KeyValue] {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let person: Person? = if case .person(let person)? = book.state(of: held.subject) { person } else { nil }
    func text(_ sealed: SealedText?) -> String {
      sealed.map { names.text(of: $0.sealed)[language] } ?? StandingWords.notStated[language]
    }
    let erased = Set(held.values.filter { $0.erasure != nil }.map(\.value)).count
    let opened = book.ledger?.opened
    return [
      KeyValue(word("Namn", "Name"), Prose(text(person?.name))),
      KeyValue(word("Kontakt", "Contact"), Prose(text(person?.contact))),
      KeyValue(
        word("Personuppgiftsansvarig", "Data controller"),
        Prose((opened?.dataController ?? opened?.owner)?.text ?? StandingWords.notStated[language])),
      KeyValue(word("Uppgifter som finns", "Values held"), Prose(String(count))),
      KeyValue(word("Gallrade", "Erased"), Prose(String(erased))),
    ]
  }

  private func table(_ language: Language) -> Table {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let columns = [
      Table.Column(word("Uppgift", "Field"), priority: 8), Table.Column(word("Värde", "Value"), priority: 9),
      Table.Column(word("Gäller från", "True from"), wraps: false, priority: 5),
      Table.Column(word("Registrerad", "Recorded"), wraps: false, priority: 4),
      Table.Column(word("Post", "Entry"), alignment: .trailing, wraps: false, priority: 7),
      Table.Column(word("Om", "About"), wraps: false, priority: 3),
      Table.Column(word("Läge", "State"), priority: 6),
    ]
    let rows = held.values.map { value -> [Table.Cell] in
      let state =
        value.erasure.map { entry, erased in
          word("gallrad ", "erased ")
            + "\(entry.effective.phrase[language]) (\(erased.reference), \(erased.organ), \(erased.decided.text)) #\(entry.position)"
        } ?? word("finns", "held")
      return [
        FieldWords.lastWords(of: value.field, in: value.entry.typeOfFields(in: book.chronicle))[language],
        names.text(of: value.value)[language], value.entry.effective.phrase[language],
        SwedishTime.reading(of: value.entry.recorded), String(value.entry.position), value.entry.subject.text, state,
      ].map { Table.Cell($0) }
    }
    return Table(columns: columns, rows: rows, emptyText: word("Inget är förseglat.", "Nothing is sealed."))
  }

  private var trace: Trace {
    let entries = held.entries.filter { !$0.isAboutAnEntry }.map { event in
      Trace.Entry(
        event, isOwn: event.subject == held.subject, among: book.chronicle.events(about: event.subject))
    }
    return Trace(of: held.subject, in: book, entries: entries, reveal: reveal)
  }

  /// Of the person's own entries, and of the whole book since it had something about the person; reversed ones apart.
  private var disclosures: [(event: Event, disclosed: ValueDisclosed)] {
    let first = held.entries.first?.position ?? 0
    let ofAll = book.chronicle.events(about: .ledger, of: [ValueDisclosed.type, EntryReversed.type])
      .filter { $0.position > first }
    let all = held.entries + ofAll
    let reversed = Correction.reversed(in: all)
    return all.filter { !reversed.contains($0.id) }.sorted { $0.position < $1.position }.compactMap { event in
      if case .entry(.valueDisclosed(let disclosed)) = event.fact { (event, disclosed) } else { nil }
    }
  }

  /// `liggare.person` version 1: `text` is there where the value is revealed.
  ///
  /// ```json
  /// {"kind":"liggare.person","version":1,"basis":{…},"person":"E-0001","values":[{"commitment":"88e5…","field":"name",
  ///   "subject":"E-0001","position":12,"effective":"2022-02-01","recorded":"…","text":"…",
  ///   "erased":{"position":40,"reference":"§ 88","decided":"2023-11-20","organ":"…"}}],
  ///  "entries":[12,14],"disclosures":[{"position":51,"what":"…","by":{"office":"…"}}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    .object([
      "kind": "liggare.person", "version": 1, "basis": JSONValue(of: basis), "person": .string(held.subject.text),
      "values": .array(held.values.map(json)), "entries": .array(held.entries.map { JSONValue($0.position) }),
      "disclosures": .array(
        disclosures.map { event, disclosed in
          .object([
            "position": JSONValue(event.position), "what": .string(disclosed.what.text),
            "by": JSONValue(of: disclosed.by),
          ])
        }),
    ])
  }

  private func json(_ value: HeldValues.Value) -> JSONValue {
    var object: JSONObject = [
      "commitment": .string(value.value.text), "field": .string(value.field),
      "subject": .string(value.entry.subject.text), "position": JSONValue(value.entry.position),
    ]
    if let effective = value.entry.effective { object["effective"] = .string(effective.text) }
    object["recorded"] = .string(value.entry.recorded.text)
    object["text"] = reveal(value.value).map { .string($0) }
    object["erased"] = value.erasure.map { entry, erased in
      .object([
        "position": JSONValue(entry.position), "reference": .string(erased.reference.text),
        "decided": .string(erased.decided.text), "organ": .string(erased.organ.text),
      ])
    }
    return .object(object)
  }
}
