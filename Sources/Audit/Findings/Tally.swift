package import CommandArguments
package import LedgerDomain
import StrictJSON

/// What one rule has tested and found so far.
package struct Tally: Sendable {
  let rule: String
  let appliesFrom: LocalDate?
  let covers: Set<Irregularity>
  package private(set) var tested = 0
  package private(set) var findings: [Finding] = []
  /// Which marks of irregularity are told by the findings.
  private(set) var told: Set<MarkedKind> = []
  /// The marks of the story at hand, by position.
  private var marks: [Int: Irregular] = [:]

  init(_ rule: Rule) {
    self.rule = rule.id
    appliesFrom = rule.appliesFrom
    covers = rule.covers
  }

  /// Sees the marks of a story before its rules run.
  mutating func turn(to story: SubjectStory?) {
    marks = story?.irregular ?? [:]
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
  package mutating func find(
    _ subject: SubjectID, on day: LocalDate, _ sentence: Localized, citing cited: [Finding.Citation]
  ) {
    let sorted = Set(cited).sorted()
    let marked = sorted.compactMap { citation in marks[citation.position].map { (citation.position, $0) } }
    let relevant = marked.filter { !covers.isDisjoint(with: $0.1.kinds) }
    for (position, irregular) in relevant {
      for kind in irregular.kinds where covers.contains(kind) {
        told.insert(MarkedKind(position: position, kind: kind))
      }
    }
    var reasons: [String] = []
    for (_, irregular) in relevant where !reasons.contains(irregular.reason.text) {
      reasons.append(irregular.reason.text)
    }
    findings.append(
      Finding(
        rule: rule, subject: subject, day: day, sentence: sentence, cited: sorted,
        reason: reasons.isEmpty ? nil : Text(reasons.joined(separator: " "))))
  }

  package mutating func find(_ subject: SubjectID, on day: LocalDate, _ sentence: Localized, citing marks: [Mark?]) {
    find(subject, on: day, sentence, citing: marks.compactMap { $0.map { Finding.Citation($0) } })
  }

  /// Notes a mark of irregularity itself; it is dropped where a finding of another rule tells it.
  package mutating func find(
    _ subject: SubjectID, mark kind: Irregularity, of event: Event, on day: LocalDate, _ sentence: Localized
  ) {
    findings.append(
      Finding(
        rule: rule, subject: subject, day: day, sentence: sentence, cited: [event.citation],
        reason: event.circumstances.irregular?.reason, marked: MarkedKind(position: event.position, kind: kind)))
  }

  /// Takes over what another part of the same sweep tested and found.
  mutating func merge(_ other: Tally) {
    tested += other.tested
    findings += other.findings
    told.formUnion(other.told)
  }

  /// Keeps the findings that satisfy a condition.
  mutating func keep(_ condition: (Finding) -> Bool) { findings = findings.filter(condition) }
}
