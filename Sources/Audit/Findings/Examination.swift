package import LedgerDomain
package import Projections
import StrictJSON

/// The findings on a ledger at one reading, by one edition of the rule book: of each rule how many it tested, and what it found.
package struct Examination: Sendable {
  package let edition: String
  package let results: [Result]

  /// What came of one rule.
  package struct Result: Sendable {
    package let rule: Rule
    package let tested: Int
    /// How many were found.
    package let found: Int
    /// In order of subject, then of position: all, or the first so many as were asked for.
    package let findings: [Finding]
  }

  /// All findings, in the order of the rule book.
  package var findings: [Finding] { results.flatMap(\.findings) }

  /// Examines a whole book, one subject after the other; of each rule the first `limit` findings asked for are kept, or all.
  package init(
    _ book: Book, rules: [Rule] = RuleBook.rules, limit: Int? = nil, of interest: FindingInterest? = nil,
    isSealedKept: (@Sendable (SealedValue) -> Bool)? = nil
  ) {
    let reading = RuleReading(book, isSealedKept: isSealedKept)
    var sweep = ExaminationSweep(rules, limit: limit, of: interest)
    for id in book.chronicle.allSubjects {
      let story = SubjectStory(id, book.chronicle.events(about: id), asOf: book.asOf)
      if !story.entries.isEmpty { sweep.examine(story, reading) }
    }
    if sweep.hasEntryRules {
      let imports = Set(reading.index.imports.keys)
      for position in 0..<book.position {
        if let event = book.chronicle.event(at: position + 1) {
          sweep.walk(EntryFacts(event, asOf: book.asOf, imports: imports))
        }
      }
    }
    if sweep.hasTextRules {
      for position in 0..<book.position {
        if let event = book.chronicle.event(at: position + 1) { sweep.look(at: event) }
      }
      sweep.countTexts(book.position)
    }
    self = sweep.finished(reading)
  }

  /// What is left of it for some rules, and for one subject where one is asked for (which requires that all were kept). How
  /// many were tested stays that of the whole book.
  package func narrowed(to subject: SubjectID?, where isChosen: (Rule) -> Bool) -> Examination {
    Examination(
      edition: edition,
      results: results.filter { isChosen($0.rule) }.map { result in
        guard let subject else { return result }
        let own = result.findings.filter { $0.subject == subject }
        return Result(rule: result.rule, tested: result.tested, found: own.count, findings: own)
      })
  }

  init(edition: String, results: [Result]) {
    self.edition = edition
    self.results = results
  }
}

/// An examination under way: what each rule has found in the stories seen so far.
///
/// Stories may be given in any order and to several sweeps, which are then merged; entries are walked over in order of
/// position by one of them. The answer is the same.
package struct ExaminationSweep: Sendable {
  private let rules: [Rule]
  /// The test of each rule.
  private let tests: [RuleTest]
  private var tallies: [Tally]
  private var gathered: [Set<String>]
  private var walks: [EntryWalk]
  /// The entry that was walked over last.
  private var last: EntryFacts?
  /// The places of the rules about stories of each kind; those about any are among each.
  private let byKind: [SubjectKind: [Int]]
  private let ofEntries: [Int]
  private let ofTexts: [Int]
  /// The entries in whose texts something was found.
  private var texts: [(event: Event, texts: [PersonalDataText])] = []

  package init(_ rules: [Rule] = RuleBook.rules, limit: Int? = nil, of interest: FindingInterest? = nil) {
    self.rules = rules
    tests = rules.map(\.test)
    tallies = rules.map { Tally($0, limit: limit, of: interest) }
    gathered = rules.map { _ in [] }
    walks = rules.map { _ in EntryWalk() }
    var byKind: [SubjectKind: [Int]] = [:]
    var ofEntries: [Int] = []
    var ofTexts: [Int] = []
    for (place, rule) in rules.enumerated() {
      switch rule.test {
      case .story(let kind, _):
        for kind in kind.map({ [$0] }) ?? SubjectKind.allCases { byKind[kind, default: []].append(place) }
      case .gathered(let kind, _, _): byKind[kind, default: []].append(place)
      case .measure: byKind[.measure, default: []].append(place)
      case .decision: byKind[.decision, default: []].append(place)
      case .aCase: byKind[.case, default: []].append(place)
      case .entries: ofEntries.append(place)
      case .texts: ofTexts.append(place)
      case .whole: break
      }
    }
    self.byKind = byKind
    self.ofEntries = ofEntries
    self.ofTexts = ofTexts
  }

  package var hasEntryRules: Bool { !ofEntries.isEmpty }
  package var hasTextRules: Bool { !ofTexts.isEmpty }

  /// Runs the rules about one story. Its state is taken out once for all rules: it is large.
  package mutating func examine(_ story: SubjectStory, _ reading: RuleReading) {
    let places = byKind[story.id.kind] ?? []
    let marks = story.irregular
    if !marks.isEmpty {
      for place in places { tallies[place].turn(to: marks) }
    }
    switch story.state {
    case .measure(let measure):
      for place in places {
        if case .measure(let judge) = tests[place] { judge(measure, story, reading, &tallies[place]) }
      }
    case .decision(let decision):
      for place in places {
        if case .decision(let judge) = tests[place] { judge(decision, story, reading, &tallies[place]) }
      }
    case .case(let state):
      for place in places {
        if case .aCase(let judge) = tests[place] { judge(state, story, reading, &tallies[place]) }
      }
    default: break
    }
    for place in places {
      switch tests[place] {
      case .story(_, let judge): judge(story, reading, &tallies[place])
      case .gathered(_, let gather, _): gather(story, &gathered[place])
      case .measure, .decision, .aCase, .entries, .texts, .whole: break
      }
    }
    if !marks.isEmpty {
      for place in places { tallies[place].turn(to: [:]) }
    }
  }

  /// Shows an entry to the rules about all entries. Requires the next position.
  package mutating func walk(_ entry: EntryFacts) {
    for place in ofEntries {
      if case .entries(let see, _) = tests[place] {
        see(&walks[place], entry, last)
      }
    }
    last = entry
  }

  /// Looks at the open texts of an entry, for the rules about these. In any order.
  package mutating func look(at event: Event) {
    let found = event.fact.personalData(with: event.circumstances)
    if !found.isEmpty { texts.append((event, found)) }
  }

  /// Counts the entries whose texts were looked at, or needed no look.
  package mutating func countTexts(_ count: Int) {
    for place in ofTexts { tallies[place].count(count) }
  }

  /// Takes over what another sweep has found in other stories.
  package mutating func merge(_ other: ExaminationSweep) {
    for place in rules.indices {
      tallies[place].merge(other.tallies[place])
      gathered[place].formUnion(other.gathered[place])
    }
  }

  /// Runs the rules about the whole, and puts everything in order. Of the marks of irregularity only those
  /// are left that no finding of another rule tells.
  package consuming func finished(_ reading: RuleReading) -> Examination {
    // Findings of the subjects that come first are kept where only some are.
    texts.sort { ($0.event.subject, $0.event.position) < ($1.event.subject, $1.event.position) }
    for place in rules.indices {
      switch tests[place] {
      case .story, .measure, .decision, .aCase: break
      case .texts(let judge):
        for (event, found) in texts { judge(event, found, reading, &tallies[place]) }
      case .gathered(_, _, let judge): judge(gathered[place], reading, &tallies[place])
      case .entries(_, let judge): judge(walks[place], reading, &tallies[place])
      case .whole(let judge): judge(reading, &tallies[place])
      }
    }
    let told = tallies.reduce(into: Set<MarkedKind>()) { $0.formUnion($1.told) }
    for place in rules.indices {
      tallies[place].finish { finding in finding.marked.map { !told.contains($0) } ?? true }
    }
    return Examination(
      edition: RuleBook.edition,
      results: zip(rules, tallies).map { rule, tally in
        Examination.Result(rule: rule, tested: tally.tested, found: tally.foundCount, findings: tally.findings)
      })
  }
}
