import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// Shows one entry of a trace: its title, and the lines below it in a fixed order.
struct EntryShowing {
  let trace: Trace
  let values: ValueShowing
  let language: Language
  /// Where they were asked for.
  let proofs: TraceProofs?

  /// Members that are people or parties, in the order in which they are shown.
  private static let people = [
    "decidedBy", "rapporteur", "proposedBy", "raisedBy", "by", "officer", "responsible", "performedBy", "performers",
    "reportedBy", "evaluatedBy", "compiledBy", "verifiedBy", "chair", "signatories", "holder", "appellant",
    "urgentMandate",
  ]
  private static let authority = [
    "paragraph", "reference", "registryNumber", "caseNumber", "validThrough",
  ]
  private static let grounds = ["grounds", "case", "situation", "sources", "received"]
  private static let last = ["document", "irregular", "refs", "note"]
  /// More days than this between the day and its recording are marked.
  private static let longLagDays = 14

  func entry(_ entry: Trace.Entry) -> TimelineEntry {
    let date = entry.event.effective.phrase[language]
    let title = self.title(entry)
    if let reversal = entry.reversal {
      let voided = Localized("MAKULERAD", "VOIDED")[language]
      return TimelineEntry(
        date, .toned("\(voided): \(title)", .muted),
        details: [recorded(entry)] + proof(entry.event) + [Prose(words(reversal))] + proof(reversal.event)
          + members(entry) + causes(entry.event) + corrections(entry) + remarks(entry))
    }
    return TimelineEntry(
      date, .strong(title),
      details: [recorded(entry)] + proof(entry.event) + members(entry) + causes(entry.event)
        + corrections(entry) + remarks(entry))
  }

  /// What is proved of an event's line: one line where proofs were asked for, else none.
  fileprivate func proof(_ event: Event?) -> [Prose] {
    guard let proofs, let event else { return [] }
    return [proofs.words(event.position, language)]
  }

  /// `Föreslagen`; woven in from another subject: `Beslut D-0003 fattat`.
  private func title(_ entry: Trace.Entry) -> String {
    let event = entry.event
    let what = EventWords.words(of: event.fact, about: trace.book.measure(event.subject))[language]
    guard !entry.isOwn else { return capitalized(what) }
    let kind = capitalized(event.subject.kind.words[language])
    let period = event.subject.kind == .followUp ? values.names.subject(event.subject).map { " \($0)" } ?? "" : ""
    return "\(kind)\(period) \(event.subject) \(what)"
  }

  /// `registrerad 2022-03-29 09:00 av registrator, ! 34 dagar senare · post 12 · 3fa85f64`.
  private func recorded(_ entry: Trace.Entry) -> Prose {
    let event = entry.event
    let post = Localized("post", "entry")[language]
    let end = " · \(post) \(event.position) · \(event.id.text.prefix(8))"
    return .toned(clock(event), .muted) + lag(entry.lagDays) + .toned(end, .muted)
  }

  private func lag(_ days: Int?) -> Prose {
    guard let days, days != 0 else { return "" }
    let count = abs(days)
    let unit = count == 1 ? Localized("dag", "day") : Localized("dagar", "days")
    let direction = days > 0 ? Localized("senare", "later") : Localized("i förväg", "ahead")
    let text = "\(count) \(unit[language]) \(direction[language])"
    return days > Self.longLagDays ? .toned(", ! \(text)", .warning) : .toned(", \(text)", .muted)
  }

  private func members(_ entry: Trace.Entry) -> [Prose] {
    let type = entry.event.fact.type
    guard case .object(var data) = entry.event.fact.data(with: entry.event.circumstances) else { return [] }
    func take(_ names: [String]) -> [String] {
      names.compactMap { name in
        guard let value = data[name] else { return nil }
        data[name] = nil
        return line(name, value, type)
      }
    }
    let people = take(Self.people)
    let authority = take(["authority"]) + ground(entry.event) + take(Self.authority)
    let grounds = take(Self.grounds)
    let irregular = data["irregular"] != nil ? entry.event.circumstances.irregular : nil
    data["irregular"] = nil
    let last = take(Self.last)
    let others = data.members.compactMap { member in
      isSaidAlready(member.name, member.value, entry) ? nil : line(member.name, shortened(member.value, entry), type)
    }
    var lines = [people, authority, grounds, others].flatMap(packed) + last.map { Prose($0) }
    if let irregular { lines.append(words(irregular)) }
    return lines
  }

  /// Whether a member of a woven entry only says that it concerns the subject traced, or is a story of its own.
  private func isSaidAlready(_ name: String, _ value: JSONValue, _ entry: Trace.Entry) -> Bool {
    guard !entry.isOwn else { return false }
    if case .situation = entry.event.fact, name == "findings" { return true }
    switch value {
    case .string(let text): return utf8Equal(text, trace.subject.text)
    case .array(let elements): return elements == [.string(trace.subject.text)]
    default: return false
    }
  }

  /// A long list in a woven entry is only counted: a follow-up names every measure.
  private func shortened(_ value: JSONValue, _ entry: Trace.Entry) -> JSONValue {
    if !entry.isOwn, case .array(let elements) = value, elements.count > 8 { return JSONValue(elements.count) }
    return value
  }

  private func line(_ name: String, _ value: JSONValue, _ type: String) -> String {
    "\(FieldWords.words(of: name, in: type)[language]): \(values.text(value, field: name, type: type))"
  }

  /// Short members share a line.
  private func packed(_ items: [String]) -> [Prose] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.count + item.count <= 72 {
        lines[lines.count - 1] = "\(last) · \(item)"
      } else {
        lines.append(item)
      }
    }
    return lines.map { Prose($0) }
  }

  private func words(_ irregular: Irregular) -> Prose {
    let kinds = irregular.kinds.map { $0.words[language] }.joined(separator: ", ")
    let mark = "\(StandingWords.irregularSign) \(StandingWords.irregular[language]): \(kinds)"
    let reason = Localized("skäl", "reason")[language]
    return .toned(mark, .warning) + Prose(". \(capitalized(reason)): \(irregular.reason)")
  }
}

extension EntryShowing {
  /// The corrections of an entry, each on a line of its own below what it corrects.
  fileprivate func corrections(_ entry: Trace.Entry) -> [Prose] {
    entry.corrections.flatMap { correction in
      let corrected = correction.corrected
      let type = entry.event.fact.type
      let name = corrected.field.text.split(separator: ".").last.map(String.init) ?? corrected.field.text
      func shown(_ value: JSONValue?) -> String {
        value.map { values.text($0, field: name, type: type) } ?? Localized("(inget)", "(nothing)")[language]
      }
      let field = FieldWords.words(of: corrected.field.text, in: type)[language]
      let change = "↳ \(Localized("korrigering", "correction")[language]): \(field) "
      var text = Prose(change) + .strong("\(shown(corrected.old)) → \(shown(corrected.new))")
      text = text + Prose(", \(clock(correction.event, ordered: corrected.orderedBy)). \(reason(corrected.reason))")
      text = correction.reversal.map { text + .toned(" \(words($0))", .muted) } ?? text
      return [text] + proof(correction.event) + proof(correction.reversal?.event)
    }
  }

  fileprivate func words(_ reversal: Trace.Reversal) -> String {
    let what = Localized("↳ makulerad", "↳ voided")[language]
    return
      "\(what), \(clock(reversal.event, ordered: reversal.reversed.orderedBy)). \(reason(reversal.reversed.reason))"
  }

  /// `registrerad 2022-08-02 09:00 av registrator · post 44, beslutad av Eva Lind, samordnare`.
  private func clock(_ event: Event, ordered: PublicOfficial?) -> String {
    let post = Localized("post", "entry")[language]
    let by = ordered.map { ", \(FieldWords.words(of: "orderedBy")[language]) \($0.phrase)" } ?? ""
    return "\(clock(event)) · \(post) \(event.position)\(by)"
  }

  /// `registrerad 2022-08-02 09:00 av registrator`.
  fileprivate func clock(_ event: Event) -> String {
    let word = Localized("registrerad", "recorded")[language]
    let by = Localized("av", "by")[language]
    return "\(word) \(SwedishTime.reading(of: event.recorded)) \(by) \(event.recordedBy)"
  }

  private func reason(_ reason: Text) -> String { "\(Localized("Skäl", "Reason")[language]): \(reason)" }
}

/// The text with its first letter in upper case, as it begins a line.
func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
