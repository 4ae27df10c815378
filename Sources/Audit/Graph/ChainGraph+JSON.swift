import CommandArguments
import Integrity
import LedgerDomain
package import Projections
package import StrictJSON

extension ChainGraph {
  /// The chain for machines, `liggare.chain` version 1.
  ///
  /// An edge goes from cause to effect; `position` is the entry that states it, one of the events of either node, or of the
  /// subject that names the other. `relation` is one of ``Relation``. `bounded` counts the ties of which only the newest are
  /// among the nodes.
  ///
  /// ```json
  /// {"kind":"liggare.chain","version":1,"basis":{…},"focus":"M-0007","bounded":[{"tie":"decisions","total":132,"shown":20}],
  ///  "nodes":[{"subject":"D-0004","kind":"decision","title":"…","events":[{"position":126,"type":"decision.made",
  ///    "effective":"2022-03-30","recorded":"2022-03-31T07:05:00.000Z","lagDays":1,"voided":true,"irregular":["no-mandate"],
  ///    "corrections":[{"position":140,"field":"reference","recorded":"…","voided":true}]}]}],
  ///  "edges":[{"from":"D-0004","to":"M-0007","relation":"decided","position":127}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    let frame: JSONObject = ["kind": "liggare.chain", "version": 1, "basis": JSONValue(of: basis)]
    return .object(JSONObject((frame.members + members.members).map { (name: $0.name, value: $0.value) }))
  }

  /// Without kind, version and basis, as a part of another answer.
  var members: JSONObject {
    [
      "focus": .string(focus.text),
      "bounded": .array(
        bounded.map {
          ["tie": .string($0.tie.rawValue), "total": JSONValue($0.total), "shown": JSONValue($0.subjects.count)]
        }),
      "nodes": .array(nodes.map(\.json)),
      "edges": .array(
        edges.map { edge in
          [
            "from": .string(edge.from.text), "to": .string(edge.to.text), "relation": .string(edge.relation.rawValue),
            "position": JSONValue(edge.position),
          ]
        }),
    ]
  }
}

extension ChainGraph.Node {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["subject": .string(subject.text), "kind": .string(subject.kind.text)]
    object["title"] = title.map { .string($0) }
    object["events"] = .array(steps.map(\.json))
    return .object(object)
  }
}

extension ChainGraph.Step {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["position": JSONValue(position), "type": .string(type)]
    object["effective"] = effective.map { .string($0.text) }
    object["recorded"] = .string(recorded.text)
    object["lagDays"] = lagDays.map { JSONValue($0) }
    if isVoided { object["voided"] = true }
    object["irregular"] = irregular.map { .array($0.kinds.map { .string($0.text) }) }
    if !corrections.isEmpty {
      object["corrections"] = .array(
        corrections.map { correction in
          var object: JSONObject = [
            "position": JSONValue(correction.position), "field": .string(correction.field),
            "recorded": .string(correction.recorded.text),
          ]
          if correction.isVoided { object["voided"] = true }
          return .object(object)
        })
    }
    return .object(object)
  }
}
