import StrictJSON

/// How far the auditors and the body criticised have come with a recommendation.
package enum RecommendationStatus: String, Choice {
  /// Delivered, and not yet answered.
  case delivered
  case answered
  /// The auditors found that it remains, and it is not answered since.
  case carriedOver = "carried-over"
  /// The auditors regard it as dealt with.
  case cleared
}

extension Recommendation {
  /// Nil before it is delivered.
  package var status: RecommendationStatus? {
    guard isFounded else { return nil }
    if cleared != nil { return .cleared }
    if isAnswered { return .answered }
    return carryOvers.isEmpty ? .delivered : .carriedOver
  }

  /// Whether it is answered since it was delivered or last carried over.
  package var isAnswered: Bool {
    answers.count > (carryOvers.last?.answerCount ?? 0)
  }

  /// The day by which an answer is asked for: that of the last carrying over, else that of the delivery; nil where none is set.
  package var answerBy: LocalDate? {
    if let last = carryOvers.last { return last.carriedOver.answerBy }
    return delivered?.answerBy
  }

  /// Whether an answer is asked for and its day has passed.
  package func isOverdue(on day: LocalDate) -> Bool {
    guard status == .delivered || status == .carriedOver, let answerBy else { return false }
    return answerBy < day
  }
}
