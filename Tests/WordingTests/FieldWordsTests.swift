import CommandArguments
import LedgerDomain
import Testing

@testable import Wording

@Suite("the words of fields")
struct FieldWordsTests {
  static let probes = Fact.readers.values.sorted { $0.type < $1.type }.map {
    DataProbe(type: $0.type, version: $0.version)
  }

  @Test("the probe finds nested members, alternatives and the circumstances")
  func probe() throws {
    let proposed = try #require(Self.probes.first { $0.type == "measure.proposed" })
    for path in [
      ["title"], ["targets", "indicator"], ["responsible", "office"], ["contact", "sealed"], ["proposedBy", "party"],
      ["proposedBy", "citizen", "name", "sealed"], ["proposedBy", "official", "organ"], ["irregular", "kinds"],
      ["sources", "place"],
    ] {
      #expect(proposed.paths.contains(path), "\(path)")
    }
    #expect(!proposed.paths.contains(["\u{0}"]))
    #expect(Self.probes.count == Fact.readers.count)
  }

  @Test("every member of every payload has words", arguments: probes.indices)
  func complete(index: Int) {
    let probe = Self.probes[index]
    #expect(!probe.paths.isEmpty)
    for path in probe.paths where !FieldWords.isKnown(path, in: probe.type) {
      Issue.record("\(probe.type): \(path.joined(separator: ".")) has no words")
    }
  }

  @Test("every entry of the table is used by a payload or the envelope")
  func used() {
    var candidates: Set<String> = ["effective", "recorded", "recordedBy", "position"]
    for probe in Self.probes {
      for path in probe.paths {
        candidates.insert("\(probe.type)/\(path.joined(separator: "."))")
        for start in path.indices { candidates.insert(path[start...].joined(separator: ".")) }
      }
    }
    #expect(FieldWords.table.keys.filter { !candidates.contains($0) } == [])
  }

  @Test("two members of one object never have the same words", arguments: probes.indices)
  func distinct(index: Int) {
    let probe = Self.probes[index]
    for language in Language.allCases {
      let groups = Dictionary(grouping: probe.paths) { path in
        path.dropLast().joined(separator: ".") + "."
          + FieldWords.lastWords(of: path.joined(separator: "."), in: probe.type)[language]
      }
      for (words, paths) in groups where paths.count > 1 { Issue.record("\(probe.type): \(words) \(paths)") }
    }
  }

  @Test(
    "a path is read from its outermost step, and the longest known end counts",
    arguments: [
      ("deadline", nil, "slutdatum", "deadline"),
      ("authority.paragraph", "decision.made", "beslutsbefogenhet / paragraf", "authority / paragraph"),
      ("targets[2].value", "measure.proposed", "delmål 3 / målvärde", "targets 3 / target value"),
      ("validity.from", "delegation.granted", "giltighetstid / från och med", "validity / from"),
      ("from", "delegation.granted", "lämnad av", "granted by"),
      ("from", nil, "från och med", "from"),
      ("commitments", "promise.adopted", "löften", "commitments"),
      ("commitments[0]", "entry.value-erased", "gallrade värden 1", "values disposed of 1"),
      ("responsible.name", "measure.proposed", "ansvarig / namn", "responsible / name"),
      ("effective", nil, "händelsedatum", "effective date"),
    ] as [(String, String?, String, String)])
  func paths(path: String, type: String?, sv: String, en: String) {
    #expect(FieldWords.words(of: path, in: type) == Localized(sv, en))
  }

  @Test("a name that is not known stands as it is")
  func fallback() {
    #expect(FieldWords.words(of: "nothingKnown") == Localized("nothingKnown", "nothingKnown"))
    #expect(FieldWords.words(of: "authority.nope") == Localized("beslutsbefogenhet / nope", "authority / nope"))
    #expect(FieldWords.words(of: "targets[x]") == Localized("targets[x]", "targets[x]"))
    #expect(FieldWords.words(of: "") == Localized("", ""))
  }

  @Test("the last words leave the way out")
  func last() {
    #expect(FieldWords.lastWords(of: "authority.paragraph") == Localized("paragraf", "paragraph"))
  }
}
