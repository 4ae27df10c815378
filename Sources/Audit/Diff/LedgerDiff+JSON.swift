import LedgerDomain
package import Projections
package import StrictJSON

extension LedgerDiff {
  /// What lay between, for machines, `liggare.diff` version 1. The basis is that of the second point.
  ///
  /// `clock` is `known` (then `from` and `to` are positions) or `effective` (then they are moments). A subject is `added`,
  /// `removed`, `changed`, or `recorded`: entries lie between and no field says another thing. Only of a changed one are the
  /// fields told: `old` absent where the field said nothing, `new` where it says nothing, each null for an undated moment;
  /// `kind` is `added`, `removed`, `changed`, `corrected`, `reversed` or `erased`, and `position` that of the entry by which
  /// it does.
  ///
  /// ```json
  /// {"kind":"liggare.diff","version":1,"basis":{…},"clock":"known","from":300,"to":617,
  ///  "summary":{"entries":317,"added":41,"removed":0,"changed":52,"recorded":3,
  ///    "fields":{"added":210,"removed":1,"changed":77,"corrected":4,"reversed":1,"erased":1}},
  ///  "subjects":[{"subject":"M-0007","title":"…","became":"changed",
  ///    "fields":[{"field":"plan.deadline","old":"2022-06-30","new":"2022-07-31","kind":"corrected","position":44}],
  ///    "entries":[{"position":44,"id":"…","type":"entry.corrected","recorded":"…"}]}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    var object: JSONObject = ["kind": "liggare.diff", "version": 1, "basis": JSONValue(of: basis)]
    switch span {
    case .known(let first, let last, _):
      object["clock"] = "known"
      object["from"] = JSONValue(first)
      object["to"] = JSONValue(last)
    case .effective(let first, let last):
      object["clock"] = "effective"
      object["from"] = .string(first.text)
      object["to"] = .string(last.text)
    }
    var summary: JSONObject = ["entries": JSONValue(entryCount)]
    for kind in SubjectDiff.Kind.allCases { summary[kind.rawValue] = JSONValue(count(nil, kind)) }
    var fields = JSONObject()
    for kind in SubjectDiff.Change.Kind.allCases { fields[kind.rawValue] = JSONValue(count(kind)) }
    summary["fields"] = .object(fields)
    object["summary"] = .object(summary)
    object["subjects"] = .array(subjects.map(json))
    return .object(object)
  }

  private func json(_ diff: SubjectDiff) -> JSONValue {
    var object: JSONObject = ["subject": .string(diff.subject.text)]
    object["title"] = diff.name.map { .string($0) }
    object["became"] = .string(diff.kind.rawValue)
    if !diff.changes.isEmpty { object["fields"] = .array(diff.changes.map(json)) }
    object["entries"] = .array(
      diff.entries.map { event in
        var entry: JSONObject = ["position": JSONValue(event.position), "id": .string(event.id.text)]
        entry["type"] = .string(event.fact.type)
        entry["effective"] = event.effective.map { .string($0.text) }
        entry["recorded"] = .string(event.recorded.text)
        return .object(entry)
      })
    return .object(object)
  }

  private func json(_ change: SubjectDiff.Change) -> JSONValue {
    var object: JSONObject = ["field": .string(change.path.text)]
    object["old"] = change.old
    object["new"] = change.new
    object["kind"] = .string(change.kind.rawValue)
    object["position"] = JSONValue(change.cause.position)
    return .object(object)
  }
}
