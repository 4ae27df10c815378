import Audit
import LedgerDomain
import TestSupport
import Testing

/// The near twin of a ledger on which a rule finds something: the same text changed in one thing, which is an exception of the
/// rule, so that it finds nothing.
struct RuleTwin: CustomTestStringConvertible, Sendable {
  let rule: String
  /// The exception, by its name in the rule.
  let exception: String
  /// What is told now, as a sentence about the ledger.
  let title: String
  /// What is told in the ledger that is changed: a title of the rule's cases that find; the first of them for nil.
  let original: String?
  /// A stretch of the text and what stands there instead.
  let replaced: (old: String, new: String)?
  /// Lines after the others.
  let added: String?
  let day: LocalDate?
  let setting: String?
  let isKept: Bool?
  let isUnmarked: Bool
  let isOfACopy: Bool

  init(
    _ rule: String, _ exception: String, _ title: String, of original: String? = nil, _ old: String? = nil,
    _ new: String = "", adding added: String? = nil, on day: LocalDate? = nil, setting: String? = nil,
    isKept: Bool? = nil, unmarked isUnmarked: Bool = false, isOfACopy: Bool = false
  ) {
    self.rule = rule
    self.exception = exception
    self.title = title
    self.original = original
    replaced = old.map { ($0, new) }
    self.added = added
    self.day = day
    self.setting = setting
    self.isKept = isKept
    self.isUnmarked = isUnmarked
    self.isOfACopy = isOfACopy
  }

  var testDescription: String { "\(rule) passes: \(title) (\(exception))" }

  /// The case on whose ledger the rule finds something.
  var triggering: RuleCase {
    let own = RuleTests.found.filter { $0.rule == rule }
    guard let found = original.map({ title in own.first { $0.title == title } }) ?? own.first else {
      preconditionFailure("\(rule) has no case “\(original ?? "")” that finds something")
    }
    return found
  }

  /// The triggering ledger, changed.
  var twin: RuleCase {
    let found = triggering
    var text = found.ledger
    if let (old, new) = replaced {
      precondition(text.contains(old), "\(rule) \(title): “\(old)” is not in the ledger")
      text = text.replacing(old, with: new)
    }
    if let added { text += (text.hasSuffix("\n") ? "" : "\n") + added }
    return RuleCase(
      rule: rule, title: title, finds: [], ledger: text, day: day ?? found.day, needsMark: false,
      setting: setting ?? found.setting, isKept: isOfACopy ? nil : isKept ?? found.isKept, exception: exception,
      isUnmarked: isUnmarked)
  }
}

@Suite("The exceptions of the rules")
struct RuleExceptionTests {
  @Test(
    "have each a twin of a ledger that the rule finds something in, and no twin is of an exception that no rule states")
  func twins() {
    for rule in RuleBook.rules {
      let stated = rule.exceptions.map(\.name)
      let shown = Set(RuleTwins.all.filter { $0.rule == rule.id }.map(\.exception))
      #expect(Set(stated).count == stated.count, "\(rule.id) names two exceptions alike")
      for name in stated { #expect(shown.contains(name), "\(rule.id): no twin shows the exception “\(name)”") }
      for name in shown { #expect(stated.contains(name), "\(rule.id) states no exception “\(name)”") }
    }
  }

  @Test("are shown by a change, and in one thing", arguments: RuleTwins.all)
  func change(_ twin: RuleTwin) {
    let (found, changed) = (twin.triggering, twin.twin)
    let ways = [
      found.ledger != changed.ledger, found.day != changed.day, found.setting != changed.setting,
      found.isKept != changed.isKept, changed.isUnmarked,
    ]
    #expect(ways.filter { $0 }.count == 1)
  }
}
