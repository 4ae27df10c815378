import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What is tied to the subject traced, as tables and for machines.
extension Related {
  /// A heading and a table for each part.
  func blocks(_ language: Language, _ book: Book, _ names: Names) -> [Block] {
    parts.flatMap { part -> [Block] in
      let columns = part.tie.columns.map { Table.Column($0.title[language], wraps: $0.wraps, priority: $0.priority) }
      let rows = part.subjects.compactMap { id in
        book.state(of: id).map { part.tie.cells(id, $0, language, names).map { Table.Cell($0) } }
      }
      return [
        .heading(level: 1, part.title[language]), .table(Table(columns: columns, rows: rows, emptyText: "")),
      ]
    }
  }

  /// `{"tie":"decisions","total":23,"subjects":[{"subject":"D-0003","title":"…"}]}`; the newest first, at most ``limit``.
  func json(_ book: Book) -> JSONValue {
    .array(
      parts.map { part in
        let subjects = part.subjects.map { id -> JSONValue in
          var object: JSONObject = ["subject": .string(id.text)]
          object["title"] = book.title(of: id).map { .string($0) }
          return .object(object)
        }
        return ["tie": .string(part.tie.rawValue), "total": JSONValue(part.total), "subjects": .array(subjects)]
      })
  }
}

extension Related.Part {
  /// `Beslut (132 poster, de 20 nyaste)`.
  var title: Localized {
    let counted =
      total > subjects.count && subjects.count == Related.limit
      ? Localized(
        " (\(total) poster, de \(subjects.count) nyaste)", " (\(total) entries, the newest \(subjects.count))")
      : Localized(both: " (\(subjects.count))")
    return tie.title + counted
  }
}

extension Related.Tie {
  fileprivate var title: Localized {
    switch self {
    case .decisions: Localized("Beslut", "Decisions")
    case .delegations: Localized("Delegationer", "Delegations")
    case .meetings: Localized("Sammanträden", "Meetings")
    case .measures: Localized("Åtgärder", "Measures")
    case .followUps: Localized("Uppföljningar", "Follow-ups")
    }
  }

  fileprivate var columns: [(title: Localized, wraps: Bool, priority: Int)] {
    let number = (Localized("Nr", "No"), false, 9)
    let title = (Localized("Benämning", "Title"), true, 8)
    return switch self {
    case .decisions:
      [
        number, (Localized("Dag", "Date"), false, 7), (Localized("Befogenhet", "Authority"), true, 6), title,
        (Localized("Utgång", "Outcome"), true, 5), (Localized("Läge", "Standing"), true, 4),
      ]
    case .delegations:
      [
        number, (Localized("Dag", "Date"), false, 7), (Localized("Delegat", "Delegate"), true, 6), title,
        (Localized("Läge", "State"), true, 5),
      ]
    case .meetings:
      [
        number, (Localized("Dag", "Date"), false, 7), title, (Localized("Justerat", "Verified"), false, 6),
        (Localized("Tillkännagivet", "Announced"), false, 5),
      ]
    case .measures:
      [number, title, (Localized("Status", "Status"), true, 6), (Localized("Slutdatum", "Deadline"), false, 5)]
    case .followUps:
      [
        number, (Localized("Period", "Period"), false, 8), (Localized("Redovisad", "Presented"), true, 7),
        (Localized("Noterad", "Noted"), true, 6), (Localized("Publicerad", "Published"), true, 5),
      ]
    }
  }

  fileprivate func cells(_ id: SubjectID, _ state: SubjectState, _ language: Language, _ names: Names) -> [String] {
    let none = "–"
    switch state {
    case .decision(let decision):
      return [
        id.text, decision.mark?.effective.phrase[language] ?? none,
        decision.made?.authority.phrase(names)[language] ?? none, decision.made?.matter.text ?? none,
        decision.made?.outcome.words[language] ?? none, decision.standing.words[language],
      ]
    case .delegation(let delegation):
      let standing =
        delegation.revoked.map { Localized("återkallad ", "revoked ")[language] + $0.effective.phrase[language] }
        ?? Localized("inte återkallad", "not revoked")[language]
      return [
        id.text, delegation.mark?.effective.phrase[language] ?? none, delegation.granted?.to.phrase ?? none,
        delegation.granted?.scope.text ?? none, standing,
      ]
    case .meeting(let meeting):
      let verified = meeting.verifications.map { $0.mark.effective.phrase[language] }.joined(separator: ", ")
      let announced = meeting.announcements.map { $0.mark.effective.phrase[language] }.joined(separator: ", ")
      return [
        id.text, meeting.day?.text ?? none, meeting.name?.text ?? none, verified.isEmpty ? none : verified,
        announced.isEmpty ? none : announced,
      ]
    case .measure(let measure):
      return [
        id.text, measure.plan?.title.text ?? none,
        measure.status.map { "\($0.symbol) \(words(of: measure)[language])" } ?? none,
        measure.deadline?.text ?? none,
      ]
    case .followUp(let followUp):
      let notYet = Localized("inte än", "not yet")[language]
      let presented = followUp.presented.map { presented in
        presented.mark.effective.phrase[language] + ", " + names.of(presented.presented.to)
      }
      let noted = followUp.noted.map { mark in
        [mark.effective.phrase[language], followUp.notedParagraph?.text].compactMap(\.self).joined(separator: ", ")
      }
      let published = followUp.publications.map {
        $0.mark.effective.phrase[language] + ", " + names.of($0.published.site)
      }
      return [
        id.text, followUp.compiled?.period.text ?? none, presented ?? notYet, noted ?? notYet,
        published.isEmpty ? notYet : published.joined(separator: "; "),
      ]
    default: preconditionFailure("\(id) is of no kind that is tied")
    }
  }
}
