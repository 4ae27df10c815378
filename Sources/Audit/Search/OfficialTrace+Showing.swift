package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

extension OfficialTrace {
  /// What the person took part in, a table for each role.
  package func document(_ language: Language, book: Book, basis: Basis) -> Document {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var facts = [
      KeyValue(words("Befattningar", "Offices"), Prose(offices.isEmpty ? "–" : offices.joined(separator: "; "))),
      KeyValue(words("Roller", "Roles"), Prose(String(roles.count))),
    ]
    if let first = recorded.first, let last = recorded.last {
      let span = "\(SwedishTime.date(of: first.recorded)) – \(SwedishTime.date(of: last.recorded))"
      let count =
        recordedCount == 1 ? words("1 post", "1 entry") : words("\(recordedCount) poster", "\(recordedCount) entries")
      facts.append(
        KeyValue(
          words("Registrerade", "Recorded"),
          Prose(words("\(count), \(span) (en uppgift, inget bevis)", "\(count), \(span) (a claim, not a proof)"))))
    }
    let blocks = roles.flatMap { role -> [Block] in
      [
        .heading(level: 1, "\(role.words[language]) (\(role.entries.count))"),
        .table(table(role, language, book)),
      ]
    }
    return basis.signed(
      Document(
        words("Spårning av befattningshavare: \(name)", "Trace of an office-holder: \(name)"),
        language: language.rawValue,
        blocks: basis.banner(language) + [.keyValues(facts)] + blocks + basis.blocks(language)))
  }

  private func table(_ role: Role, _ language: Language, _ book: Book) -> Table {
    func column(_ sv: String, _ en: String, wraps: Bool = false, _ priority: Int) -> Table.Column {
      Table.Column(Localized(sv, en)[language], wraps: wraps, priority: priority)
    }
    return Table(
      columns: [
        column("Gällde", "True", 9), column("Registrerad", "Recorded", 8), column("Nr", "No", 9),
        column("Händelse", "Event", wraps: true, 7), column("Benämning", "Title", wraps: true, 6),
        column("Post", "Entry", 5),
      ],
      rows: role.entries.map { entry in
        let event = entry.event
        var what = EventWords.words(of: event.fact)[language]
        if let part = entry.tookPart {
          what +=
            ", " + (part ? Localized("deltog", "took part") : Localized("deltog inte", "did not take part"))[language]
        }
        if entry.isVoided { what += " (\(Localized("MAKULERAD", "VOIDED")[language]))" }
        if entry.isCorrected { what += " (\(Localized("korrigerad", "corrected")[language]))" }
        if event.circumstances.irregular != nil { what += " \(StandingWords.irregularSign)" }
        return [
          Table.Cell(event.effective.phrase[language]), Table.Cell(SwedishTime.date(of: event.recorded).text),
          Table.Cell(event.subject.text), Table.Cell(what, entry.isVoided ? .muted : .normal),
          Table.Cell(book.title(of: event.subject) ?? ""), Table.Cell("#\(event.position)"),
        ]
      }, emptyText: "")
  }

  /// The same for machines, `liggare.official` version 1. Effective and recorded are the two clocks.
  ///
  /// ```json
  /// {"kind":"liggare.official","version":1,"basis":{…},"name":"Eva Lind","offices":["trygghetssamordnare, Kommunstyrelsen"],
  ///  "roles":[{"role":"decidedBy","type":"…","entries":[{"position":31,"id":"…","subject":"D-0003","type":"decision.made",
  ///    "effective":"2022-02-23","recorded":"…","voided":true,"corrected":true,"tookPart":false}]}],
  ///  "recorded":{"count":12,"first":{"position":1,"recorded":"…"},"last":{…}}}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.official", "version": 1, "basis": JSONValue(of: basis), "name": .string(name),
      "offices": .array(offices.map { .string($0) }), "roles": .array(roles.map(\.json)),
    ]
    if let first = recorded.first, let last = recorded.last {
      func mark(_ event: Event) -> JSONValue {
        ["position": JSONValue(event.position), "recorded": .string(event.recorded.text)]
      }
      object["recorded"] = ["count": JSONValue(recordedCount), "first": mark(first), "last": mark(last)]
    }
    return .object(object)
  }
}

extension OfficialTrace.Role {
  /// `Beslutande`; `Undertecknat: av` where the role says nothing by itself.
  fileprivate var words: Localized {
    let role = FieldWords.words(of: path, in: type)
    let all = type.map { EventWords.words(ofType: $0) + Localized(both: ": ") + role } ?? role
    return Localized(capitalized(all.sv), capitalized(all.en))
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["role": .string(path)]
    object["type"] = type.map { .string($0) }
    object["entries"] = .array(
      entries.map { entry in
        let event = entry.event
        var object: JSONObject = [
          "position": JSONValue(event.position), "id": .string(event.id.text), "subject": .string(event.subject.text),
          "type": .string(event.fact.type),
        ]
        object["effective"] = event.effective.map { .string($0.text) }
        object["recorded"] = .string(event.recorded.text)
        if entry.isVoided { object["voided"] = true }
        if entry.isCorrected { object["corrected"] = true }
        object["tookPart"] = entry.tookPart.map { .bool($0) }
        return .object(object)
      })
    return .object(object)
  }
}
