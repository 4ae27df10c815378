import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Is what is decided clear: by what, by whom, by when, to what end?
  static let completeness: [Rule] = [
    withoutDecision, withoutReference, withoutResponsible, withoutDeadline, withoutGoal,
  ]

  private static let auditorsQuestion = RuleGround.method(
    Localized(
      "revisorernas grundfråga (KL 12:1): var beslutet tydligt och tidsatt?",
      "the auditors' basic question (KL 12:1): was the decision clear and limited in time?"))

  private static let withoutDecision = Rule(
    "CO-01", .completeness, .breach, Localized("Beslut saknas", "No decision behind it"),
    explanation: Localized(
      "Att en åtgärd godkänns, avslås eller, sedan den beslutats, ändras är ett beslut, och så är en ändring av löftet. Boken ska säga vilket.",
      "Approving, rejecting or, once decided, amending a measure is a decision, and so is amending the promise. The book is to say which."
    ),
    ground: .law("KL 1:4, 6:37, 7:5"), from: municipalAct, covers: [.withoutDecision],
    population: Localized(
      "godkännanden, avslag och ändringar av beslutade åtgärder, och ändringar av löften",
      "approvals, rejections and amendments of decided measures, and amendments of promises"),
    exceptions: [
      RuleException(
        "proposal", "Ett förslag som ändras, vilar eller återkallas av den som lade det.",
        "A proposal that is amended, rests or is withdrawn by whoever made it."),
      RuleException("police-alone", "Det som polisen ensam utför.", "What the police alone carry out."),
    ],
    .story(nil) { story, reading, tally in
      if case .measure(let measure) = story.state, reading.isOfThePolice(measure) { return }
      var isApproved = false
      for event in story.entries {
        let decision: SubjectID?
        switch event.fact {
        case .measure(.approved(let approved)): decision = approved.decision
        case .measure(.rejected(let rejected)): decision = rejected.decision
        case .measure(.amended(let amended)) where isApproved: decision = amended.decision
        case .promise(.amended(let amended)): decision = amended.decision
        default: continue
        }
        if case .measure(.approved) = event.fact { isApproved = true }
        let day = event.day ?? reading.day
        guard tally.tests(on: day), decision == nil else { continue }
        var what: Localized { EventWordsOfStep.words(event.fact) }
        let when = dayPhrase(event.day)
        tally.find(
          story.id, on: day,
          Localized(
            "\(reading.title(story.id)) \(what.sv)\(when.sv), men inget beslut anges bakom det.",
            "\(reading.title(story.id)) \(what.en)\(when.en), but no decision is named behind it."),
          citing: [event.citation])
      }
    })

  private static let withoutReference = Rule(
    "CO-02", .completeness, .explain, Localized("Beslut utan hänvisning", "Decision without a reference"),
    explanation: Localized(
      "Ett beslut ska gå att hitta utanför boken: i ett protokoll (sammanträde och paragraf) eller under ett diarienummer.",
      "A decision must be findable outside the book: in minutes (meeting and paragraph) or under a registry number."),
    ground: .method(
      Localized(
        "OSL 5:1–2 om registrering; beslutet ska gå att följa till sin handling",
        "OSL 5:1–2 on registration; the decision must be traceable to its record")),
    population: Localized("beslut av kända organ och delegater", "decisions of known bodies and delegates"),
    exceptions: [
      RuleException(
        "minutes", "Paragraf och sammanträde, eller organ, dag och paragraf, räcker.",
        "Paragraph and meeting, or body, day and paragraph, suffice."),
      RuleException("registry", "Ett diarienummer räcker.", "A registry number suffices."),
      RuleException("document", "En bifogad handling räcker.", "A document attached suffices."),
      RuleException("police", "Polisens egna beslut.", "The police's own decisions."),
      RuleException("mere-execution", "Ren verkställighet.", "Mere execution."),
      RuleException(
        "unknown-authority", "Beslut av okänd, som AU-06 finner.", "Decisions by nobody knows whom, found by AU-06."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, [.body, .delegated, .urgentChair].contains(made.authority.kind) else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      let when = dayPhrase(decision.mark?.effective?.day)
      guard tally.tests(on: day) else { return }
      let isPlaced = made.authority.meeting != nil || made.authority.organ != nil && decision.mark?.effective != nil
      let hasMinutes = made.authority.paragraph != nil && isPlaced
      if made.reference != nil || hasMinutes || !decision.record.documents.isEmpty { return }
      tally.find(
        decision.id, on: day,
        Localized(
          "\(reading.title(decision.id)), \(reading.authority(decision).sv),\(when.sv), har varken diarienummer eller sammanträde med paragraf.",
          "\(reading.title(decision.id)), \(reading.authority(decision).en), decided\(when.en), has neither a registry number nor a meeting with a paragraph."
        ), citing: [decision.mark])
    })

  private static let withoutResponsible = decided(
    "CO-03", Localized("Beslutad åtgärd utan ansvarig", "Decided measure without anyone responsible"),
    explanation: Localized(
      "Brås mall för åtgärdsplaner frågar vem: utan ansvarig är det ingens uppgift.",
      "Brå's template for action plans asks who: without anyone responsible it is nobody's task."),
    what: Localized("ansvarig", "anyone responsible"),
    later: RuleException("later", "Den som en omfördelning anger.", "Whoever a reassignment names.")
  ) { $0.plan?.responsible == nil }

  private static let withoutDeadline = decided(
    "CO-04", Localized("Beslutad åtgärd utan slutdatum", "Decided measure without a deadline"),
    explanation: Localized(
      "Brås mall för åtgärdsplaner frågar när: utan slutdatum kan ingen säga om åtgärden är försenad.",
      "Brå's template for action plans asks when: without a deadline nobody can say whether the measure is late."),
    what: Localized("slutdatum", "a deadline"),
    later: RuleException("later", "Det slutdatum som en förlängning anger.", "The deadline that an extension states.")
  ) { $0.deadline == nil }

  private static let withoutGoal = decided(
    "CO-05", Localized("Beslutad åtgärd utan tydligt mål", "Decided measure without a clear goal"),
    explanation: Localized(
      "Brås mall för åtgärdsplaner frågar efter ett operativt mål: utan det kan ingen säga om åtgärden nådde fram.",
      "Brå's template for action plans asks for an operational goal: without one nobody can say whether it got there."),
    what: Localized("mål", "a goal"),
    later: RuleException("later", "Det mål som en ändring anger.", "The goal that an amendment states."),
    RuleException("target", "Ett mål i siffror räcker.", "A goal in figures suffices.")
  ) { $0.plan?.goal == nil && $0.plan?.targets.isEmpty != false }

  /// A rule about what the plan of a decided measure lacks.
  private static func decided(
    _ id: String, _ title: Localized, explanation: Localized, what: Localized, later: RuleException,
    _ others: RuleException..., lacks: @escaping @Sendable (Measure) -> Bool
  ) -> Rule {
    Rule(
      id, .completeness, .explain, title, explanation: explanation, ground: auditorsQuestion,
      population: Localized("beslutade åtgärder", "decided measures"),
      exceptions: [
        RuleException(
          "undecided", "Exempel i löftet och förslag: de är inte beslutade.",
          "Examples in the promise and proposals: they are not decided."),
        later,
      ] + others,
      .measure { measure, story, reading, tally in
        guard let approved = measure.approved else { return }
        let day = approved.effective?.day ?? reading.day
        let when = dayPhrase(approved.effective?.day)
        guard tally.tests(on: day), lacks(measure) else { return }
        func sentence() -> Localized {
          let name = reading.title(measure.id)
          let behind = story.entries(MeasureApproved.type).last?.decisionBehind.map { reading.cited($0) }
          return Localized(
            "\(name) beslutades\(when.sv) utan att \(what.sv) anges" + (behind.map { ": \($0.sv)." } ?? "."),
            "\(name) was decided\(when.en) without \(what.en) stated" + (behind.map { ": \($0.en)." } ?? "."))
        }
        tally.find(
          measure.id, on: day, sentence(),
          citing: [measure.proposed, approved])
      })
  }
}

/// The steps that need a decision, as verbs in a sentence.
private enum EventWordsOfStep {
  static func words(_ fact: Fact) -> Localized {
    switch fact {
    case .measure(.rejected): Localized("avslogs", "was rejected")
    case .measure(.amended): Localized("ändrades", "was amended")
    case .promise: Localized("ändrades", "was amended")
    default: Localized("godkändes", "was approved")
    }
  }
}
