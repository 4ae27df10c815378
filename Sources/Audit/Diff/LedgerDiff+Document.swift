package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension LedgerDiff {
  /// What lay between, for people: a summary, then the subjects that came, went and changed, with the entries. `points`
  /// says what the two points are.
  package func document(_ language: Language, basis: Basis, points: [KeyValue]) -> Document {
    let show = DiffShowing(language: language, names: Names(of: book))
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var blocks = basis.banner(language) + [.keyValues(points + totals(show))]
    if !subjects.isEmpty { blocks.append(.table(summary(language))) }
    let sections: [(SubjectDiff.Kind, String)] = [
      (.added, word("Tillkomna", "Added")), (.removed, word("Borttagna", "Removed")),
      (.changed, word("Ändrade", "Changed")),
      (.recorded, word("Bara poster, inget fält ändrat", "Entries only, no field changed")),
    ]
    for (kind, title) in sections {
      let found = subjects.filter { $0.kind == kind }
      if found.isEmpty { continue }
      blocks.append(.heading(level: 1, "\(title) (\(found.count))"))
      blocks += found.map { .group(show.title(of: $0), show.blocks(of: $0)) }
    }
    if subjects.isEmpty {
      blocks.append(.paragraph(Prose(word("Inget ligger emellan.", "Nothing lies between."))))
    }
    return basis.signed(
      Document(
        word("Skillnad mellan två tidpunkter", "Difference between two points"), language: language.rawValue,
        blocks: blocks + basis.blocks(language)))
  }

  private func totals(_ show: DiffShowing) -> [KeyValue] {
    func line(_ sv: String, _ en: String, _ value: String) -> KeyValue {
      KeyValue(Localized(sv, en)[show.language], Prose(value))
    }
    let special: [(String, one: Localized, more: Localized)] = [
      (EntryCorrected.type, Localized("korrigering", "correction"), Localized("korrigeringar", "corrections")),
      (EntryReversed.type, Localized("makulering", "reversal"), Localized("makuleringar", "reversals")),
      (ValueErased.type, Localized("gallring", "disposal"), Localized("gallringar", "disposals")),
    ]
    let among = special.map { type, one, more in
      let count = entryCount(of: type)
      return (count, (count == 1 ? one : more)[show.language])
    }.filter { $0.0 > 0 }
    let entries =
      "\(entryCount)" + (among.isEmpty ? "" : " (\(among.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))")
    let fields = SubjectDiff.Change.Kind.allCases.map { (count($0), show.words($0)) }.filter { $0.0 > 0 }
    let changes = fields.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return [
      line("Poster emellan", "Entries between", entries),
      line("Fält", "Fields", changes.isEmpty ? Localized("inget ändrat", "none changed")[show.language] : changes),
    ]
  }

  /// Counts by kind of subject, and of all.
  private func summary(_ language: Language) -> Table {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    func row(_ name: String, _ kind: SubjectKind?) -> [Table.Cell] {
      [Table.Cell(name)] + SubjectDiff.Kind.allCases.map { Table.Cell(String(count(kind, $0))) }
    }
    let columns =
      [Table.Column(word("Slag", "Kind"))]
      + [
        word("Tillkomna", "Added"), word("Borttagna", "Removed"), word("Ändrade", "Changed"),
        word("Bara poster", "Entries only"),
      ].map { Table.Column($0, alignment: .trailing, wraps: false) }
    let kinds = SubjectKind.allCases.filter { kind in subjects.contains { $0.subject.kind == kind } }
    let rows = kinds.map { row($0.plural[language], $0) }
    let all = kinds.count > 1 ? [row(word("alla", "all"), nil)] : []
    return Table(columns: columns, rows: rows + all, emptyText: "")
  }
}

/// Shows what became of a subject.
private struct DiffShowing {
  let language: Language
  let fields: FieldShowing

  init(language: Language, names: Names) {
    self.language = language
    fields = FieldShowing(language: language, names: names)
  }

  func title(of diff: SubjectDiff) -> Prose {
    .strong("\(diff.subject)\(diff.name.map { " \($0)" } ?? "")")
  }

  func blocks(of diff: SubjectDiff) -> [Block] {
    let changes = diff.changes.map { line($0, of: diff.subject) }
    return (changes.isEmpty ? [] : [.list(changes, ordered: false)]) + [.paragraph(entries(diff.entries))]
  }

  func words(_ kind: SubjectDiff.Change.Kind) -> String {
    let words =
      switch kind {
      case .added: Localized("tillagda", "added")
      case .removed: Localized("borttagna", "removed")
      case .changed: Localized("ändrade", "changed")
      case .corrected: Localized("korrigerade", "corrected")
      case .reversed: Localized("ändrade av en makulering", "changed by a reversal")
      case .erased: Localized("gallrade", "disposed of")
      }
    return words[language]
  }

  /// `slutdatum (deadline): 2022-10-31 → 2022-12-16, post 278`.
  private func line(_ change: SubjectDiff.Change, of subject: SubjectID) -> Prose {
    let isMark = StateMember.all(of: subject.kind).contains { $0.path == change.path && $0.sense == .mark }
    let words =
      isMark ? StateWords.moment(of: change.path.text) : StateWords.words(of: change.path.text, in: change.type)
    let name = words[language]
    let mark: String? =
      switch change.kind {
      case .corrected: Localized("korrigerat", "corrected")[language]
      case .reversed: Localized("makulering", "reversal")[language]
      case .erased: Localized("gallrat", "disposed of")[language]
      case .added, .removed, .changed: nil
      }
    let values: Prose =
      if let old = change.old {
        Prose("\(text(old, change)) → ") + .strong(change.new.map { text($0, change) } ?? fields.nothing)
      } else {
        .strong(change.new.map { text($0, change) } ?? fields.nothing)
      }
    let cause = ", \(mark.map { "\($0), " } ?? "")\(fields.post) \(change.cause.position)"
    let sign = change.old == nil ? "+ " : change.new == nil ? "− " : ""
    return Prose("\(sign)\(name) (") + .code(change.path.text) + Prose("): ") + values + .toned(cause, .muted)
  }

  private func text(_ value: JSONValue, _ change: SubjectDiff.Change) -> String {
    if value == .null { return StandingWords.undated[language] }
    if let irregular = value.value(at: [.member("irregular")]), let mark = try? Irregular(json: irregular) {
      return mark.kinds.map { $0.words[language] }.joined(separator: ", ") + ". " + mark.reason.text
    }
    if case .object(let object) = value, object.isEmpty { return change.cause.effective.phrase[language] }
    if case .object(let object) = value, object.count == 1, let only = object.members.first, !value.isLeaf {
      return fields.text(only.value, change.path.appending(.member(only.name)), type: change.type)
    }
    return fields.text(value, change.path, type: change.type)
  }

  /// `Post 277 fattat (2022-10-05), post 278 slutdatum framflyttat (2022-10-05)`.
  private func entries(_ entries: [Event]) -> Prose {
    let all = entries.map { event -> String in
      let words = EventWords.words(of: event.fact)[language]
      let day = event.isAboutAnEntry ? "" : " (\(event.effective.phrase[language]))"
      return "\(fields.post) \(event.position) \(words)\(day)"
    }
    return .toned(capitalized(all.joined(separator: ", ")), .muted)
  }
}
