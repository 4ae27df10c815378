import Integrity
import LedgerDomain
package import Projections
package import StrictJSON

extension Trace {
  /// The story for machines, `liggare.trace` version 1. Sealed values are commitments; the command adds their texts with
  /// `--reveal` (`JSONValue.revealed`).
  ///
  /// `data` is the entry as the known corrections make it; each correction has the value before it. `state` is the subject folded at
  /// the two clocks, absent where nothing of it is effective. `lagDays` are the days from the effective day to the recording.
  ///
  /// ```json
  /// {"kind":"liggare.trace","version":1,"basis":{…},"subject":"M-0007","title":"…","state":{…},
  ///  "edition":"2026-3","findings":[{"rule":"TI-03","severity":"breach","text":{"sv":"…","en":"…"},"position":31}],
  ///  "entries":[{"position":31,"id":"3fa85f64-…","subject":"M-0007","own":true,"type":"measure.approved",
  ///    "effective":"2022-02-23","recorded":"2022-03-01T09:12:00.000Z","lagDays":6,"recordedBy":"…",
  ///    "causation":"9b1d…","correlation":"77aa…","data":{…},
  ///    "corrections":[{"position":44,"id":"…","recorded":"…","recordedBy":"…","field":"deadline","old":"2022-06-30",
  ///      "new":"2022-07-31","reason":"…","reversed":{…}}],
  ///    "reversed":{"position":50,"id":"…","recorded":"…","recordedBy":"…","reason":"…"}}],
  ///  "later":[…],
  ///  "related":[{"tie":"decisions","total":23,"subjects":[{"subject":"D-0003","title":"…"}]}]}
  /// ```
  ///
  /// `schema` is the version of the type's schema that `data` has, absent for 1: a line of an older one was lifted to it.
  /// `causation` and `correlation` are ids of other entries. `related` is ``Related``: what is tied to the subject beside its story.
  ///
  /// `findings` is there, though empty, where the rule book of the `edition` was asked; else `findingsLeftOut` says why not: `asked`, by
  /// whoever wanted none, or `size`, where the book has more entries than are judged unasked (``TraceJudgement``).
  ///
  /// With proofs, the document has the `checkpoint` that they lead to, as text with its signatures, and each entry, correction and
  /// reversal the proof that its line is in it, hashes in base64 from the leaf's sibling upwards; `beyondCheckpoint` (true) stands
  /// instead where the checkpoint does not cover it:
  ///
  /// ```json
  /// {"checkpoint":"uuid:7d2a…\n617\nd8FN…=\n","entries":[{"position":31,…,
  ///    "proof":{"index":30,"size":617,"hashes":["nGq…=",…]}}]}
  /// ```
  package func json(basis: Basis, proofs: TraceProofs? = nil) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.trace", "version": 1, "basis": JSONValue(of: basis), "subject": .string(subject.text),
    ]
    if let state = book.state(of: subject) {
      object["title"] = book.title(of: subject).map { .string($0) }
      object["state"] = JSONValue(of: state.subject)
    }
    object["checkpoint"] = proofs.map { .string($0.checkpoint.formatted) }
    judgement.add(remarks, to: &object)
    object["entries"] = .array(entries.map { json($0, proofs) })
    object["later"] = later.isEmpty ? nil : .array(later.map { json($0, proofs) })
    let related = Related(to: subject, in: book)
    object["related"] = related.parts.isEmpty ? nil : related.json(book)
    return .object(object)
  }

  /// The entries by themselves.
  func entriesJSON(_ proofs: TraceProofs?) -> [JSONValue] { entries.map { json($0, proofs) } }

  private func json(_ entry: Entry, _ proofs: TraceProofs?) -> JSONValue {
    let event = entry.event
    var object: JSONObject = ["position": JSONValue(event.position), "id": .string(event.id.text)]
    object["subject"] = .string(event.subject.text)
    object["own"] = .bool(entry.isOwn)
    object["type"] = .string(event.fact.type)
    object["effective"] = event.effective.map { .string($0.text) }
    object["recorded"] = .string(event.recorded.text)
    object["lagDays"] = entry.lagDays.map { JSONValue($0) }
    object["recordedBy"] = .string(event.recordedBy.text)
    if event.fact.version > 1 { object["schema"] = JSONValue(event.fact.version) }
    object["causation"] = event.causation.map { .string($0.text) }
    object["correlation"] = event.correlation.map { .string($0.text) }
    object["data"] = event.fact.data(with: event.circumstances)
    if !entry.corrections.isEmpty {
      object["corrections"] = .array(entry.corrections.map { json($0, proofs) })
    }
    object["reversed"] = entry.reversal.map { json($0, proofs) }
    proofs?.add(event.position, to: &object)
    return .object(object)
  }

  private func json(_ correction: CorrectionOfEntry, _ proofs: TraceProofs?) -> JSONValue {
    var object = mark(correction.event, proofs)
    object["field"] = .string(correction.corrected.field.text)
    object["old"] = correction.corrected.old
    object["new"] = correction.corrected.new
    object["reason"] = .string(correction.corrected.reason.text)
    object["orderedBy"] = correction.corrected.orderedBy.map { JSONValue(of: $0) }
    object["decision"] = correction.corrected.decision.map { .string($0.text) }
    object["reversed"] = correction.reversal.map { json($0, proofs) }
    return .object(object)
  }

  private func json(_ reversal: Reversal, _ proofs: TraceProofs?) -> JSONValue {
    var object = mark(reversal.event, proofs)
    object["reason"] = .string(reversal.reversed.reason.text)
    object["orderedBy"] = reversal.reversed.orderedBy.map { JSONValue(of: $0) }
    return .object(object)
  }

  private func mark(_ event: Event, _ proofs: TraceProofs?) -> JSONObject {
    var object: JSONObject = [
      "position": JSONValue(event.position), "id": .string(event.id.text), "recorded": .string(event.recorded.text),
      "recordedBy": .string(event.recordedBy.text),
    ]
    proofs?.add(event.position, to: &object)
    return object
  }
}
