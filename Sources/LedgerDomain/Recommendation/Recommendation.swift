package import StrictJSON

/// A recommendation from the auditors: delivered, answered, cleared. Their working papers are not in the ledger.
package struct Recommendation: Subject {
  package static let kind = SubjectKind.recommendation

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var delivered: RecommendationDelivered?
  package private(set) var mark: Mark?
  package private(set) var answers: [Answer] = []
  package private(set) var carryOvers: [CarryOver] = []
  package private(set) var cleared: Mark?
  package private(set) var clearedBy: PublicOfficial?

  package struct Answer: JSONWritable, Hashable, Sendable {
    package var answered: RecommendationAnswered
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("answered", answered)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// The auditors found that it remains; `answerCount` answers had been given by then.
  package struct CarryOver: JSONWritable, Hashable, Sendable {
    package var carriedOver: RecommendationCarriedOver
    package var answerCount: Int
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("carriedOver", carriedOver)
      pen.write("answerCount", answerCount)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { delivered != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> RecommendationFact? {
    if case .recommendation(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: RecommendationFact) -> Bool { if case .delivered = fact { true } else { false } }

  package static func check(
    _ fact: RecommendationFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .delivered(let delivered):
      try surroundings.require(delivered.to, .body)
      try surroundings.require(delivered.measures, .measure)
    case .answered(let answered): try surroundings.require(answered.decision, .decision)
    case .cleared, .carriedOver: break
    }
  }

  package func judge(
    _ fact: RecommendationFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    switch fact {
    case .delivered: return []
    case .answered:
      if cleared != nil { throw .impossible(type: RecommendationAnswered.type, state: "cleared") }
      return []
    case .cleared:
      if cleared != nil { throw .impossible(type: RecommendationCleared.type, state: "cleared") }
      return answers.isEmpty ? [.clearedUnanswered] : []
    case .carriedOver:
      if cleared != nil { throw .impossible(type: RecommendationCarriedOver.type, state: "cleared") }
      return []
    }
  }

  package mutating func evolve(_ fact: RecommendationFact, _ event: Event) {
    switch fact {
    case .delivered(let delivered):
      self.delivered = delivered
      mark = event.mark
    case .answered(let answered): answers.append(Answer(answered: answered, mark: event.mark))
    case .cleared(let cleared):
      self.cleared = event.mark
      clearedBy = cleared.by
    case .carriedOver(let carriedOver):
      carryOvers.append(CarryOver(carriedOver: carriedOver, answerCount: answers.count, mark: event.mark))
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("delivered", delivered)
    pen.write("mark", mark)
    pen.write("answers", answers)
    pen.write("carryOvers", carryOvers)
    pen.write("cleared", cleared)
    pen.write("clearedBy", clearedBy)
    pen.endObject()
  }
}
