package import CommandArguments
import StrictJSON
import Wording

/// How grave what a rule finds is. No finding is a verdict: each is what the book says, for an auditor to judge.
package enum Severity: String, Choice, Comparable {
  /// Worth knowing; lawful and usual.
  case information
  /// May have a good reason, which the book does not state or which someone should weigh.
  case explain = "to-be-explained"
  /// Against a rule of law, by what the book says.
  case breach

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .information: 0
    case .explain: 1
    case .breach: 2
    }
  }
}

extension Severity: Worded {
  package var words: Localized {
    switch self {
    case .information: Localized("upplysning", "information")
    case .explain: Localized("bör förklaras", "to be explained")
    case .breach: Localized("avvikelse från regel", "breach of a rule")
    }
  }
}
