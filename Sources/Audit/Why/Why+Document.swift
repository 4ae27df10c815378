package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension Why {
  /// The answer for people: the value, the entry that set it and the decision behind, every value on both clocks, and the
  /// basis; with proofs, those of the entries shown.
  package func document(_ language: Language, basis: Basis, proofs: TraceProofs? = nil) -> Document {
    let book = story.book
    let title = Localized("Varför", "Why")[language] + " \(subject).\(path)"
    let show = FieldShowing(language: language, names: story.names)
    var blocks = basis.banner(language) + [.keyValues(head(show))]
    if let first = story.entries.first {
      let entries = EntryShowing(trace: story, values: show.values, language: language, proofs: proofs)
      blocks.append(.heading(level: 1, Localized("Posten som satte värdet", "The entry that set the value")[language]))
      blocks.append(.timeline([entries.entry(first)]))
      if let note = note(first) { blocks.append(.paragraph(Prose(note[language]))) }
      let decisions = story.entries.dropFirst().map(entries.entry)
      if !decisions.isEmpty {
        blocks.append(.heading(level: 1, Localized("Beslutet bakom", "The decision behind it")[language]))
        blocks.append(.timeline(decisions))
      }
    }
    let documents = story.entries.isEmpty ? [] : documents(show)
    if !documents.isEmpty {
      let words = Localized("Handlingar som hör till \(subject)", "Documents that belong to \(subject)")
      blocks.append(.heading(level: 1, words[language]))
      blocks.append(.list(documents, ordered: false))
    }
    if !history.settings.isEmpty {
      blocks.append(
        .heading(level: 1, Localized("Alla värden, på båda klockorna", "Every value, on both clocks")[language]))
      blocks.append(.table(SettingTable(why: self, show: show).table))
    }
    if let proofs, !story.entries.isEmpty { blocks += proofs.blocks(language) }
    let name = book.title(of: subject).map { ": \($0)" } ?? ""
    return basis.signed(
      Document(title + name, language: language.rawValue, blocks: blocks + basis.blocks(language)))
  }

  private func head(_ show: FieldShowing) -> [KeyValue] {
    let language = show.language
    func line(_ sv: String, _ en: String, _ value: Prose) -> KeyValue { KeyValue(Localized(sv, en)[language], value) }
    let type = history.current?.entry.fact.type
    let words = StateWords.words(of: path.text, in: type)[language]
    let field = line("Fält", "Field", Prose("\(words) (") + .code(path.text) + ")")
    guard let current = history.current else {
      return [field, line("Värde", "Value", Prose(show.nothing))]
    }
    return [
      field, line("Värde", "Value", .strong(show.text(current.value, path, type: current.entry.fact.type))),
      line("Sant från", "True from", Prose(current.since.phrase[language])),
      line("Känt från", "Known from", Prose(show.clock(current.began))),
      line("Genom", "By", Prose(show.cause(of: current))),
    ]
  }

  /// Which of the corrections beside the entry matter for the field, where there are others.
  private func note(_ entry: Trace.Entry) -> Localized? {
    let standing = entry.corrections.filter { $0.reversal == nil }
    guard !standing.isEmpty, corrections.count < standing.count else { return nil }
    if corrections.isEmpty {
      return Localized("Korrigeringarna rör andra fält.", "The corrections concern other fields.")
    }
    let numbers = corrections.map { String($0.position) }.joined(separator: ", ")
    return Localized(
      "Av korrigeringarna rör post \(numbers) detta fält.", "Of the corrections, entry \(numbers) concerns this field.")
  }

  /// The documents that belong to the subject at the reading, those first that the entry states as its sources.
  private func documents(_ show: FieldShowing) -> [Prose] {
    let attached = story.book.state(of: subject)?.record.documents ?? []
    let sources = Set(story.entries.flatMap { $0.event.circumstances.sources.map(\.document) })
    let first = attached.filter { sources.contains($0.document.sha256) }
    return (first + attached.filter { !sources.contains($0.document.sha256) }).map { attached in
      let role = attached.role.map { "\($0.text): " } ?? ""
      let source =
        sources.contains(attached.document.sha256) ? Localized(" (postens källa)", " (the entry's source)") : nil
      let text = show.values.text(JSONValue(of: attached.document), field: "document", type: DocumentAttached.type)
      return Prose(role + text + (source?[show.language] ?? "") + ", \(show.post) \(attached.mark.position)")
    }
  }
}

/// Shows fields of states: values in words, entries by number and clock.
struct FieldShowing {
  let language: Language
  let values: ValueShowing

  init(language: Language, names: Names) {
    self.language = language
    values = ValueShowing(language: language, names: names)
  }

  var post: String { Localized("post", "entry")[language] }
  var nothing: String { Localized("(inget)", "(nothing)")[language] }

  /// The value of a field, in words.
  func text(_ value: JSONValue?, _ path: FieldPath, type: String) -> String {
    guard let value else { return nothing }
    if path.lastName == "type", case .string(let type) = value { return EventWords.words(ofType: type)[language] }
    return values.text(value, field: path.lastName, type: type)
  }

  /// `2022-03-01 10:12 · post 31`.
  func clock(_ event: Event) -> String { "\(SwedishTime.reading(of: event.recorded)) · \(post) \(event.position)" }

  /// By what a value came to be known.
  func cause(of setting: FieldHistory.Setting) -> String {
    let began = setting.began.position
    return switch setting.beginning {
    case .set: Localized("satt av post \(began)", "set by entry \(began)")[language]
    case .corrected:
      Localized(
        "satt av post \(setting.entry.position), korrigerad av post \(began)",
        "set by entry \(setting.entry.position), corrected by entry \(began)")[language]
    case .reversed:
      Localized(
        "satt av post \(setting.entry.position), gäller sedan post \(began) makulerade en annan",
        "set by entry \(setting.entry.position), stands since entry \(began) voided another")[language]
    case .displaced:
      Localized(
        "satt av post \(setting.entry.position), gäller sedan post \(began) registrerades",
        "set by entry \(setting.entry.position), stands since entry \(began) was recorded")[language]
    }
  }

  /// By what a value was no longer known to have been so; nothing where it still is.
  func end(of setting: FieldHistory.Setting) -> String? {
    guard let ended = setting.ended?.position, let ending = setting.ending else { return nil }
    return switch ending {
    case .corrected: Localized("korrigerad av post \(ended)", "corrected by entry \(ended)")[language]
    case .reversed: Localized("makulerad av post \(ended)", "voided by entry \(ended)")[language]
    case .set, .displaced:
      Localized("undanträngd av post \(ended)", "displaced by entry \(ended)")[language]
    }
  }
}

/// The table of every value of a field with its spans on both clocks.
private struct SettingTable {
  let why: Why
  let show: FieldShowing

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[show.language] }

  var table: Table {
    let columns = [
      Table.Column(word("Värde", "Value"), priority: 9),
      Table.Column(word("Sant från", "True from"), wraps: false, priority: 8),
      Table.Column(word("till", "to"), wraps: false, priority: 7),
      Table.Column(word("Känt från", "Known from"), wraps: false, priority: 6),
      Table.Column(word("till", "to"), wraps: false, priority: 5),
      Table.Column(word("Genom", "By"), priority: 4),
    ]
    // In the order in which they were true, as one reads a life.
    let order = why.history.settings.indices.sorted { one, other in
      let (a, b) = (why.history.settings[one], why.history.settings[other])
      return (a.since?.start.milliseconds ?? .min, one) < (b.since?.start.milliseconds ?? .min, other)
    }
    return Table(columns: columns, rows: order.map { row(why.history.settings[$0]) }, emptyText: "")
  }

  private func row(_ setting: FieldHistory.Setting) -> [Table.Cell] {
    let tone: Tone = setting.ended == nil ? .normal : .muted
    let how = [show.cause(of: setting), show.end(of: setting)].compactMap(\.self).joined(separator: "; ")
    let value = show.text(setting.value, why.path, type: setting.entry.fact.type)
    return [
      value, setting.since.phrase[show.language], setting.next.map { $0.effective.phrase[show.language] } ?? "–",
      SwedishTime.date(of: setting.began.recorded).text,
      setting.ended.map { SwedishTime.date(of: $0.recorded).text } ?? "–", how,
    ].map { Table.Cell($0, tone) }
  }
}
