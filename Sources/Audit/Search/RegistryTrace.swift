package import CommandArguments
package import Documents
import FollowUps
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// What a registry number (*diarienummer*) stands on: the entries with it, and the decision chain of each subject.
package struct RegistryTrace: Sendable {
  package let number: String
  /// In order of position.
  package let places: [Place]
  /// The chains of the subjects, in the order of their first entry with the number; at most ``chainLimit``.
  package let chains: [ChainGraph]
  /// How many subjects have the number.
  package let subjectCount: Int

  /// How many chains are told; of more subjects only the entries.
  package static let chainLimit = 12

  /// An entry with the number, and in which member.
  package struct Place: Sendable {
    package let event: Event
    package let path: String
  }

  /// Requires hits of that number in that chronicle.
  package init(_ number: String, _ hits: LedgerTextHits, in chronicle: Chronicle, asOf: Effective?, today: LocalDate) {
    self.number = number
    let sought = LedgerText.registryNumber(number)
    places = hits.positions.compactMap { chronicle.event(at: $0) }.flatMap { event in
      sought.places(in: event).filter { sought.fits($0.text) }.map { Place(event: event, path: $0.path) }
    }
    var subjects: [SubjectID] = []
    for place in places where !subjects.contains(place.event.subject) { subjects.append(place.event.subject) }
    subjectCount = subjects.count
    chains = subjects.prefix(RegistryTrace.chainLimit).map {
      ChainGraph(Trace(of: $0, in: chronicle, asOf: asOf, today: today))
    }
  }

  package func document(_ language: Language, book: Book, basis: Basis) -> Document {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let table = Table(
      columns: [
        Table.Column(words("Gällde", "True"), wraps: false, priority: 8),
        Table.Column(words("Nr", "No"), wraps: false, priority: 9),
        Table.Column(words("Händelse", "Event"), priority: 7), Table.Column(words("Fält", "Field"), priority: 5),
        Table.Column(words("Benämning", "Title"), priority: 6), Table.Column(words("Post", "Entry"), wraps: false),
      ],
      rows: places.map { place in
        [
          Table.Cell(place.event.effective.phrase[language]), Table.Cell(place.event.subject.text),
          Table.Cell(EventWords.words(of: place.event.fact)[language]),
          Table.Cell(FieldWords.words(of: place.path, in: place.event.fact.type)[language]),
          Table.Cell(book.title(of: place.event.subject) ?? ""), Table.Cell("#\(place.event.position)"),
        ]
      }, emptyText: "")
    let trees = chains.flatMap { chain -> [Block] in
      [
        .heading(level: 2, "\(capitalized(chain.focus.kind.words[language])) \(chain.focus)"),
        .verbatim(chain.treeText(language)),
      ]
    }
    let more =
      subjectCount > chains.count
      ? [
        Block.note(
          Prose(
            words(
              "\(subjectCount - chains.count) till visas inte här.",
              "\(subjectCount - chains.count) more are not shown here.")))
      ]
      : []
    return basis.signed(
      Document(
        words("Spårning av diarienummer: \(number)", "Trace of a registry number: \(number)"),
        language: language.rawValue,
        blocks: basis.banner(language) + [
          .heading(level: 1, words("Poster med numret", "Entries with the number")), .table(table),
        ]
          + [.heading(level: 1, words("Beslutskedjor", "Decision chains"))] + trees + more + basis.blocks(language)))
  }

  /// `liggare.registry-number` version 1; a chain is as ``ChainGraph`` writes it.
  ///
  /// ```json
  /// {"kind":"liggare.registry-number","version":1,"basis":{…},"number":"KS/2022:0041","subjects":3,
  ///  "entries":[{"position":47,"subject":"C-0001","type":"case.opened","field":"registryNumber","effective":"…","recorded":"…"}],
  ///  "chains":[{"focus":"C-0001","nodes":[…],"edges":[…]}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    [
      "kind": "liggare.registry-number", "version": 1, "basis": JSONValue(of: basis), "number": .string(number),
      "subjects": JSONValue(subjectCount),
      "entries": .array(
        places.map { place in
          var object: JSONObject = [
            "position": JSONValue(place.event.position), "subject": .string(place.event.subject.text),
            "type": .string(place.event.fact.type), "field": .string(place.path),
          ]
          object["effective"] = place.event.effective.map { .string($0.text) }
          object["recorded"] = .string(place.event.recorded.text)
          return .object(object)
        }), "chains": .array(chains.map { .object($0.members) }),
    ]
  }
}
