import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

/// What the rooms below throw, read from their sources: a new key, field or state has no words until it is given some.
@Suite("whatever the domain throws has words of its own")
struct SourceTests {
  private static func sources(_ room: String) throws -> [(folder: String, text: String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(room)")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map {
      ($0.deletingLastPathComponent().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
    }
  }

  private static func matches(
    _ pattern: Regex<(Substring, Substring)>, in room: String
  ) throws -> [(folder: String, text: String)] {
    try sources(room).flatMap { source in
      source.text.matches(of: pattern).map { (folder: source.folder, text: String($0.output.1)) }
    }
  }

  @Test("every expected key of a text or a JSON value")
  func keys() throws {
    let found =
      try Self.matches(/expected: "([a-z0-9]+)"/, in: "LedgerDomain")
      + Self.matches(/(?:expected: |wrongType\()"([a-z0-9]+)"/, in: "StrictJSON")
      + Self.matches(/expected: "([a-z0-9]+)"/, in: "JournalStore")
    #expect(Set(found.map(\.text)) == Set(ExpectationWords.keys.keys).subtracting(["null"]))
  }

  @Test("every state that makes an act impossible")
  func states() throws {
    let nouns = [
      "Ledger": "ledger", "Promise": "promise", "Case": "case", "Meeting": "meeting", "Body": "delegation",
      "FollowUp": "follow-up", "Recommendation": "recommendation", "Decision": "decision", "AnySubject": "entry",
    ]
    let found = try Self.matches(/(?:state: |refuse\()"([a-z-]+)"/, in: "LedgerDomain")
    #expect(found.count >= 18)
    for (folder, state) in found {
      let noun = try #require(nouns[folder])
      #expect(StateRefusals.clauses["\(noun)/\(state)"] != nil, "\(noun)/\(state)")
    }
    for status in MeasureStatus.allCases {
      #expect(!StateRefusals.clause("measure", status.text).sv.contains("läget"))
    }
    for standing in [DecisionStanding.stayed, .annulled, .final] {
      #expect(StateRefusals.clauses["decision/\(standing.text)"] != nil)
    }
  }

  @Test("every field that is said to be missing, and every pair that is against each other")
  func fields() throws {
    let missing = try Self.matches(/\.missing\(field: "([A-Za-z.]+)"\)/, in: "LedgerDomain").map(\.text)
    #expect(missing.count >= 10)
    for field in missing where field != "deadline" {
      #expect(
        FieldRefusals.missingRemedies.keys.contains { $0 == field || $0.hasSuffix("/\(field)") }, "\(field)")
    }
    let pairs = try Self.matches(/\.contradiction\(("[A-Za-z.]+", "[A-Za-z.]+")\)/, in: "LedgerDomain").map(\.text)
    #expect(pairs.count >= 8)
    for pair in pairs {
      let key = pair.replacing("\", \"", with: "/").replacing("\"", with: "")
      #expect(FieldRefusals.contradictions[key] != nil, "\(key)")
    }
  }
}
