import CommandArguments
import Integrity
import LedgerDomain
import StrictJSON
import Wording

/// `merkle`: trees, proofs and checks over raw leaves and hashes, without a ledger: for holding this program and others
/// against each other.
enum MerkleCommands {
  static let noun = Noun(
    "merkle",
    Localized(
      "träd och bevis över råa löv, för jämförelse med andra program",
      "trees and proofs over raw leaves, for comparing with other programs"),
    [root, prove, verify])

  // MARK: root

  private static let root = Verb(
    spec: CommandSpec(
      ["merkle", "root"], Localized("räkna ut roten", "compute the root"),
      discussion: MerkleLeaves.discussion(
        "Svaret är roten i hexadecimal form. Roten över ett enda löv är lövets hash.",
        "The answer is the root in hexadecimal. The root over a single leaf is the leaf's hash."),
      options: MerkleLeaves.options,
      examples: [
        .init(
          "liggare merkle root < journal/exempel/events/000000000001.jsonl",
          Localized("roten i liggarens kontrollpunkt", "the root in the ledger's checkpoint"))
      ]),
    run: { session throws(Failure) in
      let tree = try MerkleLeaves(session)
      try answer(
        session, Localized("Roten", "The root"), [("size", .number(tree.size)), ("root", .hash(tree.root(tree.size)))],
        kind: "root", lines: [tree.root(tree.size)])
    })

  // MARK: prove

  private static let index = Option<Int>(
    "index", "N", Localized("lövets nummer, från 0", "the leaf's number, from 0"), parse: wholeNumber(0...Int.max))
  private static let provedSize = Option<Int>(
    "size", "N", Localized("trädets storlek (förval: alla löv)", "the tree's size (default: all leaves)"),
    parse: wholeNumber(0...Int.max))
  private static let from = Option<Int>(
    "from", "N", Localized("det tidigare trädets storlek", "the earlier tree's size"), parse: wholeNumber(0...Int.max))
  private static let provedTo = Option<Int>(
    "to", "N",
    Localized("det senare trädets storlek (förval: alla löv)", "the later tree's size (default: all leaves)"),
    parse: wholeNumber(0...Int.max))

  private static let prove = Verb(
    spec: CommandSpec(
      ["merkle", "prove"], Localized("ta fram ett bevis", "make a proof"),
      discussion: MerkleLeaves.discussion(
        "Med --index bevisas att ett löv finns, med --from att det senare trädet börjar med det tidigare. Svaret är bevisets hashvärden, ett per rad, i RFC 6962:s ordning.",
        "With --index it is proved that a leaf is there, with --from that the later tree begins with the earlier one. The answer is the proof's hashes, one a line, in the order of RFC 6962."
      ),
      options: [index, provedSize, from, provedTo] + MerkleLeaves.options,
      examples: [
        .init(
          "liggare merkle prove --index 40 < journal/exempel/events/000000000001.jsonl",
          Localized("rad 41 finns i boken", "line 41 is in the book")),
        .init(
          "liggare merkle prove --from 40 --to 80 < journal/exempel/events/000000000001.jsonl",
          Localized("de första 80 raderna börjar med de första 40", "the first 80 lines begin with the first 40")),
      ]),
    run: { session throws(Failure) in
      let given = session.arguments
      switch (given[optional: index], given[optional: from]) {
      case (let index?, nil):
        if given.isGiven(provedTo) { throw .needs("--to", "--from") }
        try proveInclusion(session, index)
      case (nil, let from?):
        if given.isGiven(provedSize) { throw .needs("--size", "--index") }
        try proveConsistency(session, from)
      default: throw .oneOf(["--index", "--from"])
      }
    })

  private static func proveInclusion(_ session: Session, _ index: Int) throws(Failure) {
    let tree = try MerkleLeaves(session)
    let size = session.arguments[optional: provedSize] ?? tree.size
    guard size <= tree.size else { throw .outsideTree(option: "--size", number: size, limit: tree.size) }
    guard index < size else { throw .outsideTree(option: "--index", number: index, limit: size - 1) }
    let proof = InclusionProof.make(index: index, size: size, tree.hash)
    try answer(
      session, Localized("Bevis att lövet finns", "Proof that the leaf is there"),
      [
        ("index", .number(index)), ("size", .number(size)), ("root", .hash(tree.root(size))),
        ("leafHash", .hash(tree.hashes[index])), ("proof", .hashes(proof.hashes)),
      ], kind: "prove", lines: proof.hashes)
  }

  private static func proveConsistency(_ session: Session, _ from: Int) throws(Failure) {
    let tree = try MerkleLeaves(session)
    let to = session.arguments[optional: provedTo] ?? tree.size
    guard to <= tree.size else { throw .outsideTree(option: "--to", number: to, limit: tree.size) }
    guard from <= to else { throw .outsideTree(option: "--from", number: from, limit: to) }
    guard from > 0 else { throw .wrongProof(.emptyTree) }
    let proof = ConsistencyProof.make(from: from, to: to, tree.hash)
    try answer(
      session, Localized("Bevis att trädet bara har växt", "Proof that the tree has only grown"),
      [
        ("from", .number(from)), ("to", .number(to)), ("fromRoot", .hash(tree.root(from))),
        ("toRoot", .hash(tree.root(to))), ("proof", .hashes(proof.hashes)),
      ], kind: "prove", lines: proof.hashes)
  }

  // MARK: verify

  private static let size = Option<Int>(
    "size", "N", Localized("trädets storlek", "the tree's size"), parse: wholeNumber(0...Int.max))
  private static let to = Option<Int>(
    "to", "N", Localized("det senare trädets storlek", "the later tree's size"), parse: wholeNumber(0...Int.max))

  private static let rootHash = Option<Digest>(
    hash: "root", Localized("trädets rot", "the tree's root"))
  private static let leafHash = Option<Digest>(
    hash: "leaf-hash",
    Localized("lövets hash, SHA-256 över 0x00 och lövet", "the leaf's hash, SHA-256 of 0x00 and the leaf"))
  private static let fromRoot = Option<Digest>(
    hash: "from-root", Localized("det tidigare trädets rot", "the earlier tree's root"))
  private static let toRoot = Option<Digest>(
    hash: "to-root", Localized("det senare trädets rot", "the later tree's root"))
  private static let hashes = Option<Digest>(
    hash: "proof", Localized("bevisets hashvärden, i ordning", "the proof's hashes, in order"), .repeated)

  private static let verify = Verb(
    spec: CommandSpec(
      ["merkle", "verify"], Localized("pröva ett bevis", "check a proof"),
      discussion: Localized(
        "Antingen --index, --size, --root och --leaf-hash, eller --from, --to, --from-root och --to-root. Slutar med 0 när beviset håller och 3 när det är fel. Från ett tomt träd (--from 0) går inget att bevisa.",
        "Either --index, --size, --root and --leaf-hash, or --from, --to, --from-root and --to-root. Ends with 0 when the proof holds and 3 when it is wrong. From an empty tree (--from 0) nothing can be proved."
      ),
      options: [index, size, rootHash, leafHash, from, to, fromRoot, toRoot, hashes],
      examples: [
        .init(
          "liggare merkle verify --index 1 --size 2 --root \(Example.root) --leaf-hash \(Example.second) --proof \(Example.first)",
          Localized("lövet ”b” är det andra av två", "the leaf “b” is the second of two")),
        .init(
          "liggare merkle verify --from 1 --to 2 --from-root \(Example.first) --to-root \(Example.root) --proof \(Example.second)",
          Localized("ett löv lades till", "one leaf was added")),
      ]),
    run: { session throws(Failure) in
      let given = session.arguments
      switch (given[optional: index], given[optional: from]) {
      case (let index?, nil):
        for other in [to, fromRoot, toRoot] as [any Declared] where given.isGiven(other) {
          throw .exclusive(["--index", other.declaration.reference])
        }
        try verifyInclusion(session, index)
      case (nil, let from?):
        for other in [size, rootHash, leafHash] as [any Declared] where given.isGiven(other) {
          throw .exclusive(["--from", other.declaration.reference])
        }
        try verifyConsistency(session, from)
      default: throw .oneOf(["--index", "--from"])
      }
    })

  private static func verifyInclusion(_ session: Session, _ index: Int) throws(Failure) {
    let given = session.arguments
    guard let size = given[optional: size] else { throw .needs("--index", "--size") }
    guard let root = given[optional: rootHash] else { throw .needs("--index", "--root") }
    guard let leaf = given[optional: leafHash] else { throw .needs("--index", "--leaf-hash") }
    let proof = InclusionProof(index: index, size: size, hashes: given.values(hashes))
    do throws(ProofError) {
      try proof.check(leafHash: leaf, root: root)
    } catch { throw .wrongProof(error) }
    try answer(
      session, Localized("Beviset håller", "The proof holds"),
      [
        ("holds", .yes), ("index", .number(index)), ("size", .number(size)), ("root", .hash(root)),
        ("leafHash", .hash(leaf)),
      ], kind: "verify", lines: nil)
  }

  private static func verifyConsistency(_ session: Session, _ from: Int) throws(Failure) {
    let given = session.arguments
    guard let to = given[optional: to] else { throw .needs("--from", "--to") }
    guard let earlier = given[optional: fromRoot] else { throw .needs("--from", "--from-root") }
    guard let later = given[optional: toRoot] else { throw .needs("--from", "--to-root") }
    let proof = ConsistencyProof(from: from, to: to, hashes: given.values(hashes))
    do throws(ProofError) {
      try proof.check(fromRoot: earlier, toRoot: later)
    } catch { throw .wrongProof(error) }
    try answer(
      session, Localized("Beviset håller", "The proof holds"),
      [
        ("holds", .yes), ("from", .number(from)), ("to", .number(to)), ("fromRoot", .hash(earlier)),
        ("toRoot", .hash(later)),
      ], kind: "verify", lines: nil)
  }

  /// The tree over the two leaves `a` and `b`, for the examples of the help.
  private enum Example {
    static let first = MerkleTree.leafHash(Array("a".utf8)).hex
    static let second = MerkleTree.leafHash(Array("b".utf8)).hex
    static let root = MerkleTree.nodeHash(
      MerkleTree.leafHash(Array("a".utf8)), MerkleTree.leafHash(Array("b".utf8))
    ).hex
  }
}

extension Option where Value == Digest {
  /// A hash of 32 bytes in 64 hexadecimal digits, in either case.
  fileprivate init(hash name: String, _ help: Localized, _ occurrence: Occurrence = .optional) {
    self.init(name, "HEX", help, occurrence) { text throws(ValueProblem) in
      guard let digest = Digest(hex: text.lowercased()) else {
        throw ValueProblem(expected: Localized("64 hexadecimala siffror", "64 hexadecimal digits"))
      }
      return digest
    }
  }
}
