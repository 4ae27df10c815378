package import LedgerDomain
import StrictJSON

/// What a ledger holds sealed about one subject: of a private person, wherever entries name them; of any other, in its own entries.
///
/// A private person is named by an entry in its `refs` (``Circumstances/refs``). What such an entry seals concerns them, and so does what
/// a correction of it seals. An entry that names two persons counts for both: whoever erases is shown each value and chooses. One
/// that named a person by mistake, and was corrected, counts too: it holds what it holds. One that only its correction names them in
/// counts where the correction has the person in its own `refs`, as `correct --field refs` gives it.
package struct HeldValues {
  package let subject: SubjectID
  /// Every entry that is about the subject, or names the person, by position; corrections and reversals of these among them.
  package let entries: [Event]
  /// Every value that these entries commit to, in the order of the entries; each as often as it stands in one.
  package let values: [Value]

  package struct Value {
    package let value: SealedValue
    /// The path of its field in the entry's data: `note`, `proposedBy.citizen.name`; of a correction, in the data of the entry that it
    /// corrects.
    package let field: String
    /// The entry that commits to it.
    package let entry: Event
    /// The entry that erased it, if one did, and under which decision.
    package let erasure: (entry: Event, erased: ValueErased)?
  }

  /// Reads them from a chronicle. Cost: some lookups for each entry that names the person and each subject that they are about.
  package init(of subject: SubjectID, in chronicle: Chronicle) {
    self.subject = subject
    let own = chronicle.events(about: subject)
    let naming = subject.kind == .person ? chronicle.events(naming: subject).filter { $0.subject != subject } : []
    var erasures: Erasures = [:]
    var entries = own
    for other in Set(naming.map(\.subject)) {
      var named = Set(naming.filter { $0.subject == other }.map(\.id))
      named.formUnion(naming.filter { $0.subject == other }.compactMap(\.corrected))
      let all = chronicle.events(about: other)
      entries += all.filter { named.contains($0.id) || $0.concerned.map(named.contains) == true }
      Self.note(all, in: &erasures)
    }
    Self.note(own, in: &erasures)
    self.entries = entries.sorted { $0.position < $1.position }
    values = self.entries.flatMap { entry in
      entry.sealedFields.map {
        let byOwn = erasures[$0.value]?.first { $0.entry.subject == entry.subject }
        return Value(value: $0.value, field: $0.path, entry: entry, erasure: byOwn ?? erasures[$0.value]?.first)
      }
    }
  }

  /// Of each value, the entries that erase it: one about each subject whose entries hold it.
  private typealias Erasures = [SealedValue: [(entry: Event, erased: ValueErased)]]

  private static func note(_ events: [Event], in erasures: inout Erasures) {
    for event in events where !event.erasedValues.isEmpty {
      // The decision as it was corrected, if it was.
      guard case .entry(.valueErased(let erased)) = Correction.corrected(event, by: events).fact else { continue }
      for value in erased.commitments { erasures[value, default: []].append((event, erased)) }
    }
  }

  /// The values that no decision has erased, by the subject whose entries hold them: what is erased by one event each. In the order of
  /// the subjects, and each value once for a subject.
  ///
  /// A value of a person may stand in the entries of several subjects. It is erased from all of them, also where one of these was asked for.
  package func remaining(
    in chronicle: Chronicle, where isChosen: (Value) -> Bool = { _ in true }
  ) -> [(subject: SubjectID, values: [Value])] {
    let chosen = Set(values.filter { $0.erasure == nil && isChosen($0) }.map(\.value))
    let persons = Set(entries.flatMap(\.circumstances.refs)).filter { $0.kind == .person && $0 != subject }
    let elsewhere = persons.flatMap { HeldValues(of: $0, in: chronicle).values }
    let all = (values + elsewhere).filter { $0.erasure == nil && chosen.contains($0.value) }
    return Dictionary(grouping: all, by: \.entry.subject).sorted { $0.key < $1.key }.map { subject, values in
      var seen: Set<SealedValue> = []
      return (subject, values.filter { seen.insert($0.value).inserted })
    }
  }
}

extension Event {
  /// The values that it commits to, with the paths of their fields as `HeldValues.Value.field` has them.
  package var sealedFields: [(path: String, value: SealedValue)] {
    let fields = LedgerDomain.sealedFields(in: fact.data(with: circumstances))
    guard case .entry(.corrected(let corrected)) = fact else { return fields }
    // `old` and `new` are what the corrected field says, or objects around it.
    return fields.map { path, value in
      let steps = path.split(separator: ".", maxSplits: 1)
      guard let first = steps.first, ["old", "new"].contains(where: { first.utf8.elementsEqual($0.utf8) }) else {
        return (path, value)
      }
      return (([corrected.field.text] + steps.dropFirst().map(String.init)).joined(separator: "."), value)
    }
  }

  /// The type in whose data the paths of `sealedFields` lead: its own, of a correction that of the entry it is about.
  package func typeOfFields(in chronicle: Chronicle) -> String {
    corrected.flatMap { chronicle.event($0) }?.fact.type ?? fact.type
  }

  /// The private persons whom it concerns: those that it is about or names, and of a correction those of the entry it is about.
  package func persons(in chronicle: Chronicle) -> [SubjectID] {
    let named =
      [subject] + circumstances.refs
      + (corrected.flatMap { chronicle.event($0) }?.circumstances.refs ?? [])
    return Set(named.filter { $0.kind == .person }).sorted()
  }

  /// The entry that a correction is about.
  fileprivate var corrected: EventID? {
    if case .entry(.corrected(let corrected)) = fact { corrected.event } else { nil }
  }

  /// The entry that a correction or reversal is about.
  fileprivate var concerned: EventID? {
    switch fact {
    case .entry(.corrected(let corrected)): corrected.event
    case .entry(.reversed(let reversed)): reversed.event
    default: nil
    }
  }
}
