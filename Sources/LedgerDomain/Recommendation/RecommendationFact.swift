package import StrictJSON

/// The events about a recommendation from the auditors.
package indirect enum RecommendationFact: SubjectFact {
  case delivered(RecommendationDelivered)
  case answered(RecommendationAnswered)
  case cleared(RecommendationCleared)
  case carriedOver(RecommendationCarriedOver)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .delivered(let payload): visitor.visit(payload)
    case .answered(let payload): visitor.visit(payload)
    case .cleared(let payload): visitor.visit(payload)
    case .carriedOver(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .recommendation(.delivered($0)) },
    FactReader { .recommendation(.answered($0)) },
    FactReader { .recommendation(.cleared($0)) },
    FactReader { .recommendation(.carriedOver($0)) },
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    text = try members.read("text")
    report = try members.read("report")
    to = try members.read("to")
    measures = try members.read("measures")
    answerBy = try members.read("answerBy")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("text", text)
    members.write("report", report)
    members.write("to", to)
    members.write("measures", measures)
    members.write("answerBy", answerBy)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    answer = try members.read("answer")
    by = try members.read("by")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("answer", answer)
    members.write("by", by)
    members.write("decision", decision)
  }
}

/// The auditors regard it as dealt with. Version 2 can also say who cleared it.
package struct RecommendationCleared: Payload {
  package static let type = "recommendation.cleared"
  package static let version = 2
  package var statement: Text?
  package var by: PublicOfficial?

  package init(statement: Text? = nil, by: PublicOfficial? = nil) {
    self.statement = statement
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    statement = try members.read("statement")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("statement", statement)
    members.write("by", by)
  }
}

/// *Kvarstår*: the auditors found at a later follow-up that it is not dealt with, and ask for an answer again.
package struct RecommendationCarriedOver: Payload {
  package static let type = "recommendation.carried-over"
  package var statement: Text?
  /// The audit report that says so.
  package var report: Text?
  package var answerBy: LocalDate?

  package init(statement: Text? = nil, report: Text? = nil, answerBy: LocalDate? = nil) {
    self.statement = statement
    self.report = report
    self.answerBy = answerBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    statement = try members.read("statement")
    report = try members.read("report")
    answerBy = try members.read("answerBy")
  }

  package func write(members: inout JSONPen) {
    members.write("statement", statement)
    members.write("report", report)
    members.write("answerBy", answerBy)
  }
}
