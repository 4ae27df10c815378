package import CommandArguments
package import LedgerDomain
import StrictJSON
import Synchronization

/// What one rule has tested and found so far.
package struct Tally: Sendable {
  let rule: String
  let appliesFrom: LocalDate?
  let covers: Set<Irregularity>
  package private(set) var tested = 0
  /// The findings that are kept: all, or at least the first so many as are asked for.
  package private(set) var findings: [Finding] = []
  /// How many of those asked for were found, kept or not.
  package private(set) var foundCount = 0
  /// How many are to be kept; nil for all.
  private let limit: Int?
  /// What is asked for; nil for all.
  private let interest: FindingInterest?
  /// Set when enough have been found in stories before those at hand.
  private let enough: Enough?
  /// The subject last found, and whether its findings need not be kept. Those of one subject are kept all or not at all.
  private var last: (subject: SubjectID, isBeyond: Bool)?
  /// Which marks of irregularity are told by the findings.
  private(set) var told: Set<MarkedKind> = []
  /// The marks of the story at hand, by position.
  private var marks: [Int: Irregular] = [:]

  init(_ rule: Rule, limit: Int? = nil, of interest: FindingInterest? = nil) {
    self.rule = rule.id
    self.interest = interest
    self.limit = limit
    enough = limit.map { _ in Enough() }
    appliesFrom = rule.appliesFrom
    covers = rule.covers
  }

  /// Sees the marks of a story before its rules run.
  mutating func turn(to marks: [Int: Irregular]) {
    self.marks = marks
  }

  /// Whether a day is judged: the ground applies to it. What is asked for is counted as tested.
  package mutating func tests(on day: LocalDate) -> Bool {
    if let appliesFrom, day < appliesFrom { return false }
    tested += 1
    return true
  }

  /// Counts what was tested elsewhere, where each is judged whatever the day.
  mutating func count(_ count: Int) { tested += count }

  /// Notes a finding. Requires that the day was tested. A cited entry that is marked irregular, in a way this rule tells,
  /// lends its reason.
  ///
  /// The sentence is made only where the finding is kept, and what it cites is asked only where that matters.
  package mutating func find(
    _ subject: SubjectID, on day: LocalDate, _ sentence: @autoclosure () -> Localized,
    citing cited: @autoclosure () -> [Finding.Citation]
  ) {
    let isWanted = interest?.covers(subject, cited()) ?? true
    if isWanted { foundCount += 1 }
    let isBeyond = !isWanted || isBeyond(subject)
    if isBeyond, marks.isEmpty { return }
    let sorted = Set(cited()).sorted()
    let marked = sorted.compactMap { citation in marks[citation.position].map { (citation.position, $0) } }
    let relevant = marked.filter { !covers.isDisjoint(with: $0.1.kinds) }
    for (position, irregular) in relevant {
      for kind in irregular.kinds where covers.contains(kind) {
        told.insert(MarkedKind(position: position, kind: kind))
      }
    }
    if isBeyond { return }
    var reasons: [String] = []
    for (_, irregular) in relevant where !reasons.contains(irregular.reason.text) {
      reasons.append(irregular.reason.text)
    }
    findings.append(
      Finding(
        rule: rule, subject: subject, day: day, sentence: sentence(), cited: sorted,
        reason: reasons.isEmpty
          ? nil : Text(reasons.dropLast().map { asSentence(Text($0)) + " " }.joined() + reasons[reasons.count - 1])))
  }

  package mutating func find(
    _ subject: SubjectID, on day: LocalDate, _ sentence: @autoclosure () -> Localized,
    citing marks: @autoclosure () -> [Mark?]
  ) {
    find(subject, on: day, sentence(), citing: marks().compactMap { $0.map { Finding.Citation($0) } })
  }

  /// Whether so many were found before this subject's that its own need not be kept.
  private mutating func isBeyond(_ subject: SubjectID) -> Bool {
    guard let limit, let enough else { return false }
    if let last, last.subject == subject { return last.isBeyond }
    let isBeyond = findings.count >= limit || enough.isReached
    last = (subject, isBeyond)
    return isBeyond
  }

  /// Notes a mark of irregularity itself; it is dropped where a finding of another rule tells it, and so always kept.
  package mutating func find(
    _ subject: SubjectID, mark kind: Irregularity, of event: Event, on day: LocalDate, _ sentence: Localized
  ) {
    guard interest?.covers(subject, [event.citation]) ?? true else { return }
    foundCount += 1
    findings.append(
      Finding(
        rule: rule, subject: subject, day: day, sentence: sentence, cited: [event.citation],
        reason: event.circumstances.irregular?.reason, marked: MarkedKind(position: event.position, kind: kind)))
  }

  /// Takes over what another part of the same sweep tested and found.
  mutating func merge(_ other: Tally) {
    tested += other.tested
    foundCount += other.foundCount
    findings += other.findings
    if let limit, findings.count >= limit { enough?.reach() }
    told.formUnion(other.told)
  }

  /// Drops the findings that do not satisfy a condition, and puts the others in order, those asked for.
  mutating func finish(keeping condition: (Finding) -> Bool) {
    let kept = findings.filter(condition)
    foundCount -= findings.count - kept.count
    findings = Finding.ordered(kept)
    if let limit { findings = Array(findings.prefix(limit)) }
  }
}

/// Whether enough has been found, for whoever looks at stories that come later.
private final class Enough: Sendable {
  private let flag = Atomic(false)
  var isReached: Bool { flag.load(ordering: .relaxed) }
  func reach() { flag.store(true, ordering: .relaxed) }
}
