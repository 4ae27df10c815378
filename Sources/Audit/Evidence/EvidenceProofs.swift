import Integrity
import JournalStore
import StrictJSON

/// The lines of a bundle with their proofs, and where asked for the proof that the log goes on from an earlier checkpoint.
struct EvidenceProofs {
  let lines: [[UInt8]]
  private let positions: [Int]
  private let leaves: [Digest]
  private let inclusion: [Int: InclusionProof]
  private let consistency: ConsistencyProof?
  private let since: Checkpoint?
  private let checkpoint: Checkpoint

  /// Reads the lines and makes the proofs; each was checked against the very bytes that are given. Requires positions in
  /// 1...checkpoint.size, in order.
  init(
    at positions: [Int], in journal: JournalView, to checkpoint: Checkpoint, since: Checkpoint?
  ) throws(JournalError) {
    var lines: [[UInt8]] = []
    for position in positions { lines.append(try journal.entry(at: position).line) }
    let inclusion = try journal.inclusionProofs(at: positions, in: checkpoint)
    let leaves = lines.map { MerkleTree.leafHash($0) }
    for (position, leaf) in zip(positions, leaves) {
      if (try? inclusion[position]?.check(leafHash: leaf, root: checkpoint.root)) == nil {
        throw .damage(Damage(file: LedgerFolder.events, position: position, kind: .changedWhileRead))
      }
    }
    self.lines = lines
    self.positions = positions
    self.leaves = leaves
    self.inclusion = inclusion
    self.checkpoint = checkpoint
    self.since = since
    if let since {
      consistency = try journal.consistencyProof(from: since.size, to: checkpoint).proof
    } else {
      consistency = nil
    }
  }

  /// `liggare.evidence.proofs` version 1; hashes in base64, from the leaf's sibling upwards.
  ///
  /// ```json
  /// {"kind":"liggare.evidence.proofs","version":1,"origin":"…","size":617,"root":"d8FN…=",
  ///  "inclusion":[{"position":1,"index":0,"leaf":"cCA+…=","hashes":["nGq…=",…]}],
  ///  "consistency":{"from":300,"fromRoot":"…","to":617,"hashes":[…]}}
  /// ```
  var json: JSONValue {
    func texts(_ hashes: [Digest]) -> JSONValue { .array(hashes.map { .string($0.base64) }) }
    var object: JSONObject = [
      "kind": "liggare.evidence.proofs", "version": 1, "origin": .string(checkpoint.origin),
      "size": JSONValue(checkpoint.size), "root": .string(checkpoint.root.base64),
    ]
    object["inclusion"] = .array(
      zip(positions, leaves).map { position, leaf in
        [
          "position": JSONValue(position), "index": JSONValue(position - 1), "leaf": .string(leaf.base64),
          "hashes": texts(inclusion[position]?.hashes ?? []),
        ]
      })
    if let consistency, let since {
      object["consistency"] = [
        "from": JSONValue(since.size), "fromRoot": .string(since.root.base64), "to": JSONValue(checkpoint.size),
        "hashes": texts(consistency.hashes),
      ]
    }
    return .object(object)
  }
}
