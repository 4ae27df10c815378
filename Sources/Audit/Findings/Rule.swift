package import CommandArguments
package import LedgerDomain

/// One rule of the rule book: what it says, on what ground, whom it concerns, what it does not find, and how it finds it.
///
/// The texts are part of the rule: an auditor who hands on a finding hands on these with it. An identifier is never used for
/// another rule; one that is no longer applied leaves a gap.
package struct Rule: Sendable {
  /// Two letters of the family and two digits: `AU-03`.
  package let id: String
  package let family: RuleFamily
  package let severity: Severity
  package let title: Localized
  package let explanation: Localized
  package let ground: RuleGround
  /// The day from which the ground applies; nil where it has no such day. What is judged of days before it is not judged.
  package let appliesFrom: LocalDate?
  /// The marks of irregularity that say the same as a finding of this rule does: their reason is cited in the finding.
  package let covers: Set<Irregularity>
  /// What is tested, in words, as a plural: what the count of tested counts.
  package let population: Localized
  /// What is lawful or cannot be known and is therefore not found.
  package let exceptions: [RuleException]
  package let test: RuleTest

  package init(
    _ id: String, _ family: RuleFamily, _ severity: Severity, _ title: Localized, explanation: Localized,
    ground: RuleGround, from appliesFrom: LocalDate? = nil, covers: Set<Irregularity> = [], population: Localized,
    exceptions: [RuleException] = [], _ test: RuleTest
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.ground = ground
    self.appliesFrom = appliesFrom
    self.covers = covers
    self.population = population
    self.exceptions = exceptions
    self.test = test
  }
}

/// How a rule finds what it finds, by what it has to look at.
///
/// Every form is pure and sees nothing twice, so that a sweep may run the rules of each subject anywhere and in any order: no
/// rule walks over subjects of a kind that may be many.
package enum RuleTest: Sendable {
  /// The story of one subject of a kind (of any for nil), with lookups of other subjects.
  case story(SubjectKind?, @Sendable (SubjectStory, RuleReading, inout Tally) -> Void)
  /// The same of one of the kinds that may be many, with its state.
  case measure(@Sendable (Measure, SubjectStory, RuleReading, inout Tally) -> Void)
  case decision(@Sendable (Decision, SubjectStory, RuleReading, inout Tally) -> Void)
  case aCase(@Sendable (Case, SubjectStory, RuleReading, inout Tally) -> Void)
  /// Words gathered from each story of a kind, then one judgement of them all.
  case gathered(
    SubjectKind, @Sendable (SubjectStory, inout Set<String>) -> Void,
    @Sendable (Set<String>, RuleReading, inout Tally) -> Void)
  /// The envelopes of all entries in order of position, each with the one before it.
  case entries(
    @Sendable (inout EntryWalk, EntryFacts, _ before: EntryFacts?) -> Void,
    @Sendable (EntryWalk, RuleReading, inout Tally) -> Void)
  /// The entries in whose open texts something points out a person, with those texts. All entries are tested, as recorded: what a
  /// correction put right, or a reversal made void, stands in the book all the same.
  case texts(@Sendable (Event, [PersonalDataText], RuleReading, inout Tally) -> Void)
  /// The few subjects of the small kinds: ledger, promise, bodies, meetings, follow-ups, indicators, situation pictures.
  case whole(@Sendable (RuleReading, inout Tally) -> Void)
}

extension RuleTest {
  package static func meeting(
    _ judge: @escaping @Sendable (Meeting, SubjectStory, RuleReading, inout Tally) -> Void
  ) -> RuleTest {
    .story(.meeting) { story, reading, tally in
      if case .meeting(let state) = story.state { judge(state, story, reading, &tally) }
    }
  }

  package static func followUp(
    _ judge: @escaping @Sendable (FollowUp, SubjectStory, RuleReading, inout Tally) -> Void
  ) -> RuleTest {
    .story(.followUp) { story, reading, tally in
      if case .followUp(let state) = story.state { judge(state, story, reading, &tally) }
    }
  }

  package static func recommendation(
    _ judge: @escaping @Sendable (Recommendation, SubjectStory, RuleReading, inout Tally) -> Void
  ) -> RuleTest {
    .story(.recommendation) { story, reading, tally in
      if case .recommendation(let state) = story.state { judge(state, story, reading, &tally) }
    }
  }

  package static func promise(
    _ judge: @escaping @Sendable (CitizenPromise, SubjectStory, RuleReading, inout Tally) -> Void
  ) -> RuleTest {
    .story(.promise) { story, reading, tally in
      if case .promise(let state) = story.state { judge(state, story, reading, &tally) }
    }
  }

  package static func delegation(
    _ judge: @escaping @Sendable (Delegation, SubjectStory, RuleReading, inout Tally) -> Void
  ) -> RuleTest {
    .story(.delegation) { story, reading, tally in
      if case .delegation(let state) = story.state { judge(state, story, reading, &tally) }
    }
  }
}
