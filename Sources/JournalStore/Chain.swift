import Integrity
import LedgerDomain
import StrictJSON

/// What each line must have in common with all lines before it: one after another is taken, and a wrong one refused.
///
/// Positions and subject versions without gaps, `prev` right, batches whole, ids used once, one source, line 1 and no
/// other opening the ledger, with its source as identity. Lines of a batch need nothing else in common; `causationid`
/// and `correlationid` are not looked up. Recorded times may step backwards: clocks do. A few lookups for each line.
struct Chain {
  /// How many lines have been passed.
  private(set) var count = 0
  private var lastMark: ChainMark?
  private var isMarkKnown = true
  private var versions: [SubjectID: Int] = [:]
  /// Whether a wrong line was passed: what it did to its subject and its batch is not known then.
  private var isAfterDamage = false
  private var ids: [EventID: Int] = [:]
  private(set) var source: LedgerIdentity?
  /// The place in a batch that must come next.
  private(set) var nextPlace: BatchPlace?

  /// Takes the next line, or says what is wrong with it and stays as it was.
  mutating func take(_ line: DecodedLine, leafHash: Digest) -> Damage.Kind? {
    if let problem = problem(with: line) { return problem }
    pass(line, leafHash)
    return nil
  }

  /// Passes a wrong line, so that those after it can be looked at: `line` is nil where it could not be read.
  mutating func skip(_ line: DecodedLine?, leafHash: Digest) {
    versions = [:]
    isAfterDamage = true
    if let line {
      pass(line, leafHash)
    } else {
      count += 1
      isMarkKnown = false
    }
    // Whether the batch was whole cannot be said any more, and it is not to be said twice.
    nextPlace = nil
  }

  private mutating func pass(_ line: DecodedLine, _ leafHash: Digest) {
    let event = line.event
    count = event.position
    lastMark = ChainMark(of: leafHash)
    isMarkKnown = true
    versions[event.subject] = event.subjectVersion
    if ids[event.id] == nil { ids[event.id] = event.position }
    if source == nil { source = line.source }
    nextPlace = event.batch.flatMap { $0.place < $0.count ? BatchPlace(place: $0.place + 1, count: $0.count) : nil }
  }

  private func problem(with line: DecodedLine) -> Damage.Kind? {
    let event = line.event
    if event.position != count + 1 { return .position(expected: count + 1, found: event.position) }
    if isMarkKnown, line.prev != lastMark { return .prev(expected: lastMark, found: line.prev) }
    if let problem = openingProblem(line) { return problem }
    if let source, line.source != source { return .source(expected: source, found: line.source) }
    if let first = ids[event.id] { return .repeatedID(event.id, first: first) }
    let known = versions[event.subject] ?? (isAfterDamage ? nil : 0)
    if let known, event.subjectVersion != known + 1 {
      return .subjectVersion(event.subject, expected: known + 1, found: event.subjectVersion)
    }
    if let nextPlace {
      if event.batch != nextPlace { return .batch(expected: nextPlace, found: event.batch) }
    } else if let found = event.batch, found.place != 1, !isAfterDamage {
      return .batch(expected: nil, found: found)
    }
    return nil
  }

  private func openingProblem(_ line: DecodedLine) -> Damage.Kind? {
    let event = line.event
    guard case .ledger(.opened(let opened)) = event.fact else {
      return event.position == 1 ? .opening(position: 1, type: event.fact.type) : nil
    }
    if event.position != 1 { return .opening(position: event.position, type: event.fact.type) }
    if event.subject != .ledger { return .openingSubject(event.subject) }
    if opened.format != LedgerFormat.newest { return .format(found: opened.format) }
    if !opened.identity.text.utf8.elementsEqual(line.source.text.utf8) {
      return .identity(stated: opened.identity.text, source: line.source)
    }
    return nil
  }
}
