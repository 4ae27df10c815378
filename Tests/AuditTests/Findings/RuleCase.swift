import Audit
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// A rule on a small ledger: what it finds there, or that it finds nothing, and why not.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: String
  /// What the ledger tells: the irregularity, or the lawful exception.
  let title: String
  /// Subject and day of each finding.
  let finds: [String]
  let ledger: String
  let day: LocalDate
  /// Whether the rule sees the fact only where whoever recorded it marked it.
  let needsMark: Bool
  let setting: String
  let isKept: Bool?
  /// The exception of the rule whose twin it is, by name; nil where it is no twin.
  var exception: String?
  /// Whether the ledger is read as if nobody had marked anything as irregular.
  var isUnmarked = false

  /// A ledger on which the rule finds something.
  static func finds(
    _ rule: String, _ finds: [String], on day: LocalDate = "2023-06-30", needsMark: Bool = false,
    setting: String = RuleLedger.setting, isKept: Bool? = nil, _ title: String, _ ledger: String
  ) -> RuleCase {
    RuleCase(
      rule: rule, title: title, finds: finds, ledger: ledger, day: day, needsMark: needsMark, setting: setting,
      isKept: isKept)
  }

  /// A near twin on which it finds nothing.
  static func passes(
    _ rule: String, on day: LocalDate = "2023-06-30", setting: String = RuleLedger.setting, isKept: Bool? = nil,
    _ title: String, _ ledger: String
  ) -> RuleCase {
    RuleCase(
      rule: rule, title: title, finds: [], ledger: ledger, day: day, needsMark: false, setting: setting, isKept: isKept)
  }

  var testDescription: String {
    "\(rule) \(finds.isEmpty ? "passes" : "finds"): \(title)" + (exception.map { " (\($0))" } ?? "")
  }

  /// The result of the rule alone, on the ledger as told or on another form of it.
  func result(on chronicle: Chronicle) -> Examination.Result? {
    let book = Book(chronicle, asOf: .date(day), today: day)
    let kept = isKept.map { kept -> @Sendable (SealedValue) -> Bool in { _ in kept } }
    // The marks that are left are those no other rule tells of, so that rule is seen among all.
    let rules = rule == "RC-05" ? RuleBook.rules : RuleBook.rules.filter { $0.id == rule }
    return Examination(book, rules: rules, isSealedKept: kept).results.first { $0.rule.id == rule }
  }

  var told: RuleLedger { RuleLedger(ledger, setting: setting) }

  /// The ledger as told, or without its marks where the case is about one that nobody marked.
  var chronicle: Chronicle { isUnmarked ? told.unmarked : told.chronicle }

  func summary(_ findings: [Finding]) -> [String] { findings.map { "\($0.subject) \($0.day)" } }
}
