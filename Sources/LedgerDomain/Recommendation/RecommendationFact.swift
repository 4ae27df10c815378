package import StrictJSON

/// The events about a recommendation from the auditors.
package enum RecommendationFact: SubjectFact {
  case delivered(RecommendationDelivered)
  case answered(RecommendationAnswered)
  case cleared(RecommendationCleared)

  package var payload: any Payload {
    switch self {
    case .delivered(let payload): payload
    case .answered(let payload): payload
    case .cleared(let payload): payload
    }
  }

  package static let readers: [FactReader<RecommendationFact>] = [
    FactReader(RecommendationFact.delivered),
    FactReader(RecommendationFact.answered),
    FactReader(RecommendationFact.cleared),
  ]
}

/// The auditors delivered a finding with a recommendation (KL 12:12).
package struct RecommendationDelivered: Payload {
  package static let type = "recommendation.delivered"
  package var title: Text
  package var text: Text
  package var report: Text?
  package var to: SubjectID?
  package var measures: [SubjectID]
  package var answerBy: LocalDate?

  package init(
    title: Text, text: Text, report: Text? = nil, to: SubjectID? = nil, measures: [SubjectID] = [],
    answerBy: LocalDate? = nil
  ) {
    self.title = title
    self.text = text
    self.report = report
    self.to = to
    self.measures = measures
    self.answerBy = answerBy
  }
}

/// The body answered.
package struct RecommendationAnswered: Payload {
  package static let type = "recommendation.answered"
  package var answer: Text
  package var by: PublicOfficial?
  package var decision: SubjectID?

  package init(answer: Text, by: PublicOfficial? = nil, decision: SubjectID? = nil) {
    self.answer = answer
    self.by = by
    self.decision = decision
  }
}

/// The auditors regard it as dealt with.
package struct RecommendationCleared: Payload {
  package static let type = "recommendation.cleared"
  package var statement: Text?

  package init(statement: Text? = nil) {
    self.statement = statement
  }
}
