import Integrity
import LedgerDomain
package import Projections
package import StrictJSON

extension Why {
  /// The answer for machines, `liggare.why` version 1.
  ///
  /// `entry` is the entry that set the value, as in `liggare.trace`; `concerns` are the positions of the corrections of it
  /// without which the value or its moment would be another; `decisions` are the entries that made the decisions which it
  /// or such a correction names. Absent where the field never said anything. `values` are all it has said, in the order in
  /// which they came to be known: `true` and `known` are spans, open where there is no `to`; an undated value has no
  /// `true.from`. `by` is the position of the entry that set it; `cause` (`set`, `corrected`, `reversed`, `displaced`) is
  /// by what it came to be known, and `end` by what it was no longer; `stands` (true) marks those that are known to have
  /// been true at the basis. A value that is absent was taken away.
  ///
  /// ```json
  /// {"kind":"liggare.why","version":1,"basis":{…},"subject":"M-0007","field":"plan.deadline","value":"2022-07-31",
  ///  "entry":{"position":31,"id":"…",…},"concerns":[44],"decisions":[{"position":29,…}],"documents":[{…}],
  ///  "values":[{"value":"2022-06-30","true":{"from":"2022-02-01"},
  ///    "known":{"from":{"position":31,"recorded":"…"},"to":{"position":44,"recorded":"…"}},
  ///    "by":31,"cause":"set","end":"corrected"},{"value":"2022-07-31",…,"stands":true}]}
  /// ```
  ///
  /// With proofs, the document has the `checkpoint` and each entry its `proof`, as in `liggare.trace`.
  package func json(basis: Basis, proofs: TraceProofs? = nil) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.why", "version": 1, "basis": JSONValue(of: basis), "subject": .string(subject.text),
      "field": .string(path.text),
    ]
    object["value"] = history.current?.value
    object["checkpoint"] = proofs.map { .string($0.checkpoint.formatted) }
    let entries = story.entriesJSON(proofs)
    if let first = entries.first {
      object["entry"] = first
      if !corrections.isEmpty { object["concerns"] = .array(corrections.map { JSONValue($0.position) }) }
      if entries.count > 1 { object["decisions"] = .array(Array(entries.dropFirst())) }
    }
    let documents = story.book.state(of: subject)?.record.documents ?? []
    if !documents.isEmpty { object["documents"] = JSONValue(of: documents) }
    let standing = Set(history.standing)
    object["values"] = .array(history.settings.enumerated().map { json($1, stands: standing.contains($0)) })
    return .object(object)
  }

  private func json(_ setting: FieldHistory.Setting, stands: Bool) -> JSONValue {
    var truth = JSONObject()
    truth["from"] = setting.since.map { .string($0.text) }
    truth["to"] = setting.next?.effective.map { .string($0.text) }
    var known: JSONObject = ["from": json(setting.began)]
    known["to"] = setting.ended.map(json)
    var object = JSONObject()
    object["value"] = setting.value
    object["true"] = .object(truth)
    object["known"] = .object(known)
    object["by"] = JSONValue(setting.entry.position)
    object["cause"] = .string(setting.beginning.rawValue)
    object["end"] = setting.ending.map { .string($0.rawValue) }
    if stands { object["stands"] = true }
    return .object(object)
  }

  private func json(_ event: Event) -> JSONValue {
    ["position": JSONValue(event.position), "recorded": .string(event.recorded.text)]
  }
}
