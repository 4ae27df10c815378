import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing
import Wording

@testable import Audit

@Suite("The rules of the rule book")
struct RuleTests {
  private static let told =
    AuthorityCases.all + DelegatingCases.all + SeparationCases.all + TimeCases.all + CompletenessCases.all
    + CarryingThroughCases.all + MethodCases.all + PromiseCases.all + FollowUpCases.all + MinutesCases.all
    + AuditorsCases.all + RecordsCases.all
  /// The ledgers on which something is found.
  static let found = told.filter { !$0.finds.isEmpty }
  static let cases = told + RuleTwins.all.map(\.twin)

  @Test("each finds what it should and lets pass what is lawful", arguments: cases)
  func finds(_ rule: RuleCase) throws {
    let result = try #require(rule.result(on: rule.chronicle))
    #expect(rule.summary(result.findings) == rule.finds)
    if !rule.finds.isEmpty { #expect(result.tested > 0) }
  }

  @Test("each finds by the facts what nobody marked", arguments: cases.filter { !$0.finds.isEmpty && !$0.needsMark })
  func unmarked(_ rule: RuleCase) throws {
    let result = try #require(rule.result(on: rule.told.unmarked))
    #expect(rule.summary(result.findings) == rule.finds)
    #expect(result.findings.allSatisfy { $0.reason == nil })
  }

  @Test("every rule has a ledger on which it finds something, and one on which it does not")
  func everyRule() {
    for rule in RuleBook.rules {
      let own = Self.cases.filter { $0.rule == rule.id }
      #expect(own.contains { !$0.finds.isEmpty }, "\(rule.id) never finds anything")
      #expect(own.contains { $0.finds.isEmpty }, "\(rule.id) never passes")
    }
    #expect(Set(Self.cases.map(\.rule)).isSubset(of: RuleBook.rules.map(\.id)))
  }

  @Test("the sentences of all findings read as on file")
  func sentences() throws {
    var text = ""
    for rule in Self.cases where !rule.finds.isEmpty {
      text += "\(rule.rule) \(rule.title)\n"
      for finding in try #require(rule.result(on: rule.told.chronicle)).findings {
        text += "  \(finding.sentence.sv)\n  \(finding.sentence.en)\n"
        if let reason = finding.reason { text += "  (\(reason))\n" }
      }
    }
    Golden.expect(text, is: "findings/rules.txt")
  }
}

@Suite("The rule book")
struct RuleBookTests {
  @Test("has at least thirty rules, each with an identifier of its own, in the order of the families")
  func identifiers() {
    let rules = RuleBook.rules
    #expect(rules.count >= 30)
    #expect(Set(rules.map(\.id)).count == rules.count)
    let families = rules.map(\.family)
    #expect(families == RuleFamily.allCases.flatMap { family in families.filter { $0 == family } })
    for family in RuleFamily.allCases {
      let ids = rules.filter { $0.family == family }.map(\.id)
      #expect(ids == ids.sorted())
      #expect(Set(ids.map { $0.prefix(3) }).count == 1)
    }
  }

  @Test("says of every rule in both languages what it says, on what ground, whom it tests and what it lets pass")
  func texts() {
    for rule in RuleBook.rules {
      let texts = [rule.title, rule.explanation, rule.ground.phrase, rule.population] + rule.exceptions.map(\.words)
      for text in texts {
        #expect(!text.sv.isEmpty && !text.en.isEmpty, "\(rule.id)")
      }
      #expect(rule.explanation.sv != rule.explanation.en)
      #expect(rule.explanation.sv.hasSuffix(".") && rule.explanation.en.hasSuffix("."), "\(rule.id)")
      #expect(rule.exceptions.allSatisfy { $0.words.sv.hasSuffix(".") && $0.words.en.hasSuffix(".") }, "\(rule.id)")
      #expect(!rule.title.sv.hasSuffix("."))
    }
  }

  @Test("tells of every mark of irregularity in some rule, but what only the recorder states")
  func marks() {
    let covered = RuleBook.rules.reduce(into: Set<Irregularity>()) { $0.formUnion($1.covers) }
    #expect(covered == Set(Irregularity.allCases))
  }

  @Test(
    "says how far a clock went back in the unit in which it is read",
    arguments: [
      (1, "1 sekund", "1 second"), (119, "119 sekunder", "119 seconds"), (120, "2 minuter", "2 minutes"),
      (7199, "120 minuter", "120 minutes"), (7200, "2 timmar", "2 hours"), (172_799, "48 timmar", "48 hours"),
      (172_800, "2 dagar", "2 days"),
    ])
  func timeSpans(_ seconds: Int, _ sv: String, _ en: String) {
    #expect(RuleBook.timeSpan(seconds) == Localized(sv, en))
  }

  @Test("says that a breach is one of law")
  func breaches() {
    for rule in RuleBook.rules where rule.severity == .breach { #expect(rule.ground.isLegal, "\(rule.id)") }
  }
}

extension RuleBookTests {
  @Test("stands in the documentation, rule by rule")
  func documentation() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Audit/Audit.docc/Findings.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains("Of edition \(RuleBook.edition);"))
    for rule in RuleBook.rules {
      let row = "| \(rule.id) | \(rule.title.en) | \(rule.ground.phrase.en) | \(rule.severity.words.en) |\n"
      #expect(text.contains(row), "\(rule.id)")
    }
  }
}
