import Integrity
import LedgerDomain

/// The lines beyond the checkpoint, which no root covers: what a sweep says of each by itself, and what it leaves open.
enum AdoptedLines {
  /// Whether the lines after a position have ids that are used once and versions that follow on each other; false where
  /// that is not sure, and `Journal.open` is the one to ask. Costs some microseconds for each of them.
  static func areSure(in view: JournalView, after size: Int) throws(JournalError) -> Bool {
    guard size < view.count, view.sweptCount < view.count else { return true }
    let lookup = LineLookup(view)
    var lines: [LineFacts] = []
    var counts: [SubjectID: Int] = [:]
    for position in (size + 1)...view.count {
      let facts = try lookup.facts(at: position)
      counts[facts.subject, default: 0] += 1
      lines.append(facts)
    }
    var versions: [SubjectID: Int] = [:]
    for facts in lines {
      let subject = facts.subject
      var version = versions[subject] ?? 0
      if version == 0 { version = view.positions(about: subject).count - (counts[subject] ?? 0) }
      guard facts.subjectVersion == version + 1 else { return false }
      versions[subject] = version + 1
      let candidates = try view.lines.all { index throws(CacheDamage) in try index.candidates(for: facts.id) }
      for position in candidates where position != facts.position {
        if try lookup.facts(at: position).id == facts.id { return false }
      }
    }
    return true
  }
}
