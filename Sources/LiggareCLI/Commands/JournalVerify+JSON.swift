import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

extension Verdict {
  /// The verdict as JSON; the shape is in LiggareCLI.docc.
  var json: JSONValue {
    var object: JSONObject = [
      "kind": "liggare.journal.verify", "version": 1, "sound": .bool(failure == nil),
    ]
    switch reading {
    case .whole(let report): add(report, to: &object)
    case .quick(let report):
      object["quick"] = .bool(true)
      object["lines"] = JSONValue(report.lineCount)
      object["linesRead"] = JSONValue(report.readCount)
      object["size"] = JSONValue(report.lineCount)
      object["root"] = .string(report.root.base64)
    }
    if let checkpoint {
      object["checkpoint"] = .object(["size": JSONValue(checkpoint.size), "root": .string(checkpoint.root.base64)])
    }
    add(evidence, to: &object)
    object["signatures"] = .array(
      signatures.findings.map { finding in
        .object([
          "on": .string(finding.words.en), "name": .string(finding.name), "keyHash": .string(finding.keyHash),
          "verdict": .string(finding.verdict.name),
        ])
      })
    object["unsignedBy"] = .array(signatures.missing.map { .string($0) })
    object["notChecked"] = .array(
      notChecked.map { .object(["what": .string($0.name), "words": .string($0.words.en)]) })
    return .object(object)
  }

  private func add(_ report: VerificationReport, to object: inout JSONObject) {
    object["lines"] = JSONValue(report.lines.count)
    object["bytes"] = JSONValue(report.lines.byteCount)
    object["segments"] = JSONValue(report.lines.segmentCount)
    object["subjects"] = JSONValue(report.lines.subjectCount)
    object["batches"] = JSONValue(report.lines.batchCount)
    object["clockSteps"] = .array(report.lines.clockSteps.map { JSONValue($0) })
    object["sealed"] = .object([
      "count": JSONValue(report.sealed.count), "openable": JSONValue(report.sealed.openableCount),
      "erased": JSONValue(report.sealed.erasedCount), "missing": JSONValue(report.sealed.missing.count),
      "unopenable": JSONValue(report.sealed.unopenable.count),
      "unreadable": JSONValue(report.sealed.unreadable.count),
      "mismatching": JSONValue(report.sealed.mismatching.count),
      "lingering": JSONValue(report.sealed.lingering.count),
    ])
    object["size"] = JSONValue(report.computedSize)
    object["root"] = .string(report.computedRoot.base64)
    object["goodLines"] = JSONValue(report.goodLineCount)
    object["damages"] = .array(
      report.damages.map { damage in
        var place: JSONObject = ["file": .string(damage.file)]
        if let line = damage.line { place["line"] = JSONValue(line) }
        if let byte = damage.byte { place["byte"] = JSONValue(byte + 1) }
        if let position = damage.position { place["position"] = JSONValue(position) }
        place["problem"] = .string(damage.kind.words.en)
        return .object(place)
      })
    guard let tail = report.tail else { return }
    object["tail"] = .object([
      "file": .string(tail.place.file), "line": JSONValue(tail.place.lineNumber),
      "byte": JSONValue(tail.place.byteOffset + 1), "position": JSONValue(tail.position),
      "bytes": JSONValue(tail.bytes.count), "problem": .string(tail.reason.kind.words.en),
    ])
  }

  private func add(
    _ evidence: [(thing: KeptThings.Thing, standing: Standing)], to object: inout JSONObject
  ) {
    func json(_ item: (thing: KeptThings.Thing, standing: Standing)) -> JSONObject {
      var object: JSONObject = [
        "size": JSONValue(item.thing.statement.size), "standing": .string(item.standing.name),
        "words": .string(item.standing.words(of: item.thing.words).en),
        "withinGoodLines": .bool(isWithinGood(item.thing.statement.size)),
      ]
      object[item.thing.source == .anchor ? "print" : "file"] = .string(item.thing.name)
      return object
    }
    if let item = evidence.first(where: { $0.thing.source == .remembered }) {
      var remembered = json(item)
      remembered["file"] = .string(item.thing.name)
      if let outcome = self.remembered { remembered["outcome"] = .string(outcome.rawValue) }
      object["remembered"] = .object(remembered)
    } else if let outcome = self.remembered {
      object["remembered"] = .object(["outcome": .string(outcome.rawValue)])
    }
    object["kept"] = .array(evidence.filter { $0.thing.source == .checkpoint }.map { .object(json($0)) })
    object["anchors"] = .array(evidence.filter { $0.thing.source == .anchor }.map { .object(json($0)) })
  }
}

extension Standing {
  /// The name in JSON.
  fileprivate var name: String {
    switch self {
    case .holds: "holds"
    case .otherLedger: "other-ledger"
    case .shortened: "shortened"
    case .forked: "forked"
    case .olderCheckpoint: "older-checkpoint"
    case .empty: "empty"
    case .unreadable: "unreadable"
    }
  }
}

extension Signatures.Verdict {
  /// The name in JSON.
  fileprivate var name: String {
    switch self {
    case .verified: "verified"
    case .registered: "registered"
    case .retired: "retired"
    case .unknown: "unknown"
    case .wrong: "wrong"
    case .unchecked: "unchecked"
    }
  }
}
