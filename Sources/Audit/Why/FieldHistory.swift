package import LedgerDomain
import Projections
package import StrictJSON

/// Every value that one field of a subject has had, with its span on both clocks, and the entry that set each.
///
/// The definition: at a reading (what was known through a position, as of a moment) fold the subject's entries that count
/// one after the other; the field's value changes at some of them. Each change is a *setting*: the value from then on true,
/// by that entry. What the field says at the reading was set by the last of them. What a state says before any entry
/// (`id`, a decision's first `standing`) is set by the entry that founds the subject, and nothing is true of a subject that
/// is not founded yet. The settings that are known change at the positions at which anything about the subject is recorded,
/// and nowhere else; a setting is the same as before where entry, value and moment are.
///
/// Cost: one fold over the entries, and for each entry that is not the last in the order of the fold (recorded late, corrected
/// or reversed) another from its place on.
package struct FieldHistory {
  /// A value, when it was true and when that was known.
  package struct Setting {
    /// Nil where the field was emptied.
    package let value: JSONValue?
    /// The entry that set it, as it was known when the setting came to be known: corrections worked in.
    package let entry: Event
    /// The moment from which it was true; nil for undated.
    package let since: Effective?
    /// The entry that set the next value, while it was known; nil where none did.
    package internal(set) var next: Event?
    /// The entry by which it came to be known: the one that set it, or a correction, a reversal, or another that let it
    /// stand.
    package let began: Event
    /// The entry by which it was no longer known to have been so.
    package internal(set) var ended: Event?
  }

  /// In the order in which they came to be known; of those that came together, in the order in which they were true.
  package private(set) var settings: [Setting] = []
  /// The places among `settings` of those that stand at the reading, in the order in which they were true.
  package private(set) var standing: [Int] = []

  private let reader: FieldReader
  private var fold: KnownFold
  private var changes: [Change] = []
  private var changeCount = 0
  private let empty: JSONValue?

  /// A change of the field in the fold.
  private struct Change {
    /// Its place among the entries that count.
    let place: Int
    let value: JSONValue?
    /// Tells it from every other that there ever was.
    let serial: Int
  }

  /// A change that can be seen: of a founded subject.
  private struct Seen {
    let value: JSONValue?
    let entry: Event
    let since: Effective?
    let serial: Int
    var setting = -1
  }
  private var seen: [Seen] = []

  /// The history of a field from the events about its subject that are known, in order of position, as of a moment.
  package init(of reader: FieldReader, _ events: [Event], asOf: Effective?, subject: SubjectID) {
    self.reader = reader
    fold = KnownFold(subject, asOf: asOf)
    empty = reader.value(in: SubjectState(id: subject))
    for event in events { know(event) }
  }

  /// The setting of the value at the reading; nil where the field never said anything.
  package var current: Setting? { standing.last.map { settings[$0] } }

  private mutating func know(_ event: Event) {
    let reader = self.reader
    var last: JSONValue?
    var isFirst = true
    var kept = changes
    changes = []
    var count = changeCount
    let empty = self.empty
    let first = fold.know(event) { place, state in
      if isFirst {
        isFirst = false
        kept.removeAll { $0.place >= place }
        last = kept.last.map { $0.value } ?? empty
      }
      let value = reader.value(in: state)
      if value != last {
        kept.append(Change(place: place, value: value, serial: count))
        count += 1
        last = value
      }
    }
    if isFirst, let first { kept.removeAll { $0.place >= first } }
    changes = kept
    changeCount = count
    if first != nil { see(event) }
  }

  /// Compares what can be seen now with what could be seen before, and ends and begins settings.
  private mutating func see(_ event: Event) {
    var now = visible
    var same = 0
    while same < min(now.count, seen.count), isSame(now[same], seen[same]) {
      now[same].setting = seen[same].setting
      same += 1
    }
    // What was removed with the tail and came again as it was goes on.
    var gone = Array(seen[same...])
    for index in now.indices.dropFirst(same) {
      guard let again = gone.firstIndex(where: { isSame(now[index], $0) }) else { continue }
      now[index].setting = gone[again].setting
      gone.removeSubrange(...again)
    }
    let going = Set(now.map(\.setting))
    for old in seen[same...] where !going.contains(old.setting) { settings[old.setting].ended = event }
    for index in now.indices.dropFirst(same) where now[index].setting < 0 {
      now[index].setting = settings.count
      settings.append(
        Setting(value: now[index].value, entry: now[index].entry, since: now[index].since, began: event))
    }
    for index in now.indices.dropFirst(max(0, same - 1)) {
      settings[now[index].setting].next = index + 1 < now.count ? now[index + 1].entry : nil
    }
    seen = now
    standing = now.map(\.setting)
  }

  private func isSame(_ one: Seen, _ other: Seen) -> Bool {
    one.since == other.since && one.entry.id == other.entry.id
      && (one.serial == other.serial || one.value == other.value)
  }

  /// The changes of the field as far as the subject is founded: what was so at its founding, and each change after.
  private var visible: [Seen] {
    guard let founding = fold.founding else { return [] }
    let before = changes.last { $0.place <= founding }
    let value = before.map(\.value) ?? empty
    var seen: [Seen] = []
    if value != nil {
      let entry = fold.entries[before?.place ?? founding]
      seen.append(
        Seen(value: value, entry: entry, since: fold.entries[founding].effective, serial: before?.serial ?? -1))
    }
    for change in changes where change.place > founding {
      let entry = fold.entries[change.place]
      seen.append(Seen(value: change.value, entry: entry, since: entry.effective, serial: change.serial))
    }
    return seen
  }
}

extension FieldHistory {
  /// The corrections of the entry that set a standing value without which it would be another, or true from another
  /// moment. In order of position.
  package func corrections(of setting: Setting) -> [Event] {
    guard let place = fold.entries.firstIndex(where: { $0.id == setting.entry.id }),
      let original = fold.original(setting.entry.id)
    else { return [] }
    let about = fold.about
    let state = fold.state(before: place)
    return about.filter { event in
      guard case .entry(.corrected(let corrected)) = event.fact, corrected.event == original.id else { return false }
      let without = Correction.corrected(original, by: about.filter { $0.id != event.id })
      if without.effective != fold.entries[place].effective { return true }
      var other = state
      other.apply(without)
      return reader.value(in: other) != setting.value
    }
  }
}
