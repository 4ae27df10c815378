import CommandArguments
import LedgerDomain

/// The positional arguments that name subjects.
enum Subjects {
  static let promise = Positional<SubjectID>(text: "P-ID", Localized("löftet", "the promise"))
  static let `case` = Positional<SubjectID>(text: "C-ID", Localized("ärendet", "the case"))
  static let measure = Positional<SubjectID>(text: "M-ID", Localized("åtgärden", "the measure"))
  static let decision = Positional<SubjectID>(text: "D-ID", Localized("beslutet", "the decision"))
  static let indicator = Positional<SubjectID>(text: "I-ID", Localized("indikatorn", "the indicator"))
  static let delegation = Positional<SubjectID>(text: "G-ID", Localized("delegationen", "the delegation"))
  static let meeting = Positional<SubjectID>(text: "T-ID", Localized("sammanträdet", "the meeting"))
  static let followUp = Positional<SubjectID>(text: "F-ID", Localized("uppföljningen", "the follow-up"))
  static let recommendation = Positional<SubjectID>(text: "R-ID", Localized("rekommendationen", "the recommendation"))
  static let any = Positional<SubjectID>(text: "ID", Localized("det som avses", "the subject"))
}
