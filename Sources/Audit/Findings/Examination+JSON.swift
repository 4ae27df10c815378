import CommandArguments
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

extension Examination {
  /// The findings for machines, `liggare.audit.findings` version 1. Sentences stand in both languages, whatever the language
  /// asked for: the same basis and edition give the same bytes.
  ///
  /// `rules` are the rules applied, in the order of the rule book, with how many they tested and found (with `--limit`, the first ones of them are given). `day` is the day that
  /// was judged. `reason` is what was stated for an act recorded as irregular; absent where nothing was. `cited` are the
  /// entries that the finding rests on, by position and event; none where what was found is that there is none.
  ///
  /// ```json
  /// {"kind":"liggare.audit.findings","version":1,"basis":{…},"edition":"2026-3",
  ///  "rules":[{"id":"AU-01","family":"authority","severity":"breach","title":{"sv":"…","en":"…"},
  ///    "ground":{"sv":"KL 13:14","en":"KL 13:14"},"legal":true,"appliesFrom":"2018-01-01","tested":37,"found":2}],
  ///  "findings":[{"rule":"AU-01","severity":"breach","subject":"M-0011","day":"2022-02-07","sentence":{"sv":"…","en":"…"},
  ///    "reason":"…","cited":[{"position":96,"event":"3fa85f64-…"}]}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    .object([
      "kind": "liggare.audit.findings", "version": 1, "basis": JSONValue(of: basis), "edition": .string(edition),
      "rules": .array(results.map(json)),
      "findings": .array(results.flatMap { result in result.findings.map { json($0, result.rule) } }),
    ])
  }

  private func json(_ result: Result) -> JSONValue {
    var object = result.rule.summary
    object["tested"] = JSONValue(result.tested)
    object["found"] = JSONValue(result.found)
    return .object(object)
  }

  private func json(_ finding: Finding, _ rule: Rule) -> JSONValue {
    var object: JSONObject = [
      "rule": .string(finding.rule), "severity": .string(rule.severity.text), "subject": .string(finding.subject.text),
      "day": .string(finding.day.text), "sentence": both(finding.sentence),
    ]
    object["reason"] = finding.reason.map { .string($0.text) }
    object["cited"] = .array(
      finding.cited.map { .object(["position": JSONValue($0.position), "event": .string($0.event.text)]) })
    return .object(object)
  }
}

extension Rule {
  /// What identifies the rule and on what it rests.
  fileprivate var summary: JSONObject {
    var object: JSONObject = [
      "id": .string(id), "family": .string(family.text), "severity": .string(severity.text), "title": both(title),
      "ground": both(ground.phrase), "legal": .bool(ground.isLegal),
    ]
    object["appliesFrom"] = appliesFrom.map { .string($0.text) }
    return object
  }

  /// The whole rule, as `audit findings --rules --json` gives it.
  package var json: JSONValue {
    var object = summary
    object["explanation"] = both(explanation)
    object["population"] = both(population)
    object["exceptions"] = .array(
      exceptions.map { .object(["id": .string($0.name), "sv": .string($0.words.sv), "en": .string($0.words.en)]) })
    return .object(object)
  }
}

private func both(_ text: Localized) -> JSONValue { .object(["sv": .string(text.sv), "en": .string(text.en)]) }
