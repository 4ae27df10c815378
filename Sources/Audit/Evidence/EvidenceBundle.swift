package import CommandArguments
import Documents
package import Integrity
package import JournalStore
import LedgerDomain
package import Projections
import PythonVerifier
package import StrictJSON

/// A bundle of evidence: the trace of a subject with the very lines that it rests on and the proofs that they are in the log
/// of a checkpoint, to be verified by anybody, without this program and without the ledger.
///
/// ```
/// README.txt         what this is and how it is verified, in Swedish and in English
/// manifest.json      name, length and SHA-256 of every other file; the last member is SHA-256 over the rest of itself
/// lines.jsonl        the lines, byte for byte, each ended by an LF, in order of position; the first is the ledger's opening
/// proofs.json        for each line its leaf and its inclusion proof (RFC 9162 section 2.1.3); with `since.checkpoint` also
///                    the consistency proof (section 2.1.4)
/// checkpoint         what the proofs lead to, C2SP tlog-checkpoint, with its signatures as in the folder
/// since.checkpoint   an earlier one that an auditor has kept, where asked for
/// trace.json         the trace for machines (`liggare.trace`), trace.html and trace.txt for people, chain.svg its chain
/// findings.json/txt  what the rule book says of the subject, where it was asked
/// verify.py          the independent verifier: Python 3.11, standard library only
/// ```
///
/// Sealed values are commitments in the lines and masked in the rest: none is ever in a bundle. The same reading of the same
/// ledger gives the same bytes. JSON files are written a member or element a line, indented by two spaces, ended by an LF.
package struct EvidenceBundle: Sendable {
  /// The files by name, in the order of their names.
  package let files: [(name: String, bytes: [UInt8])]
  /// SHA-256 of the manifest: whoever has it can tell the bundle from any other.
  package let fingerprint: Digest
  /// How many lines it has.
  package let lineCount: Int

  /// What a rule book says of the subject, for people and for machines.
  package struct Findings: Sendable {
    package let text: String
    package let json: JSONValue

    package init(text: String, json: JSONValue) {
      self.text = text
      self.json = json
    }
  }

  /// Puts a bundle together. Requires a trace that was read from the journal as far as the checkpoint goes and no further,
  /// a basis that states the checkpoint's size and root, and a `since` that was held against the journal.
  ///
  /// Every line is read, hashed, and its proof checked. Cost: that of the trace, and some hashes a line.
  package init(
    of trace: Trace, in journal: JournalView, to checkpoint: Checkpoint, since: Checkpoint? = nil,
    findings: Findings? = nil, basis: Basis, language: Language
  ) throws(JournalError) {
    let positions = Array(Set(trace.positions + [1])).sorted()
    precondition(positions.allSatisfy { $0 <= checkpoint.size }, "a trace beyond the checkpoint")
    let proofs = try EvidenceProofs(at: positions, in: journal, to: checkpoint, since: since)
    let title = trace.book.title(of: trace.subject)
    var files: [String: [UInt8]] = [:]
    func put(_ name: String, _ text: String) { files[name] = Array(text.utf8) }
    let document = trace.document(language, basis: basis)
    let chain = ChainGraph(trace)
    files["lines.jsonl"] = proofs.lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    put("proofs.json", proofs.json.prettyText + "\n")
    put("checkpoint", checkpoint.formatted)
    if let since { put("since.checkpoint", since.formatted) }
    put("trace.json", trace.json(basis: basis).prettyText + "\n")
    put("trace.html", HTMLRenderer().render(document))
    put("trace.txt", TerminalRenderer(width: 100, color: false).render(document))
    put("chain.svg", SVGRenderer().render(chain.diagram(language, basis: basis, title: title ?? "")))
    if let findings {
      put("findings.txt", findings.text)
      put("findings.json", findings.json.prettyText + "\n")
    }
    files["verify.py"] = VerifierSource.bytes
    put(
      "README.txt",
      EvidenceReadme(
        subject: trace.subject, title: title, basis: basis, checkpoint: checkpoint, lineCount: positions.count,
        since: since, hasFindings: findings != nil
      ).text)
    let manifest = EvidenceBundle.manifest(files, trace.subject, title, basis, checkpoint)
    put("manifest.json", manifest)
    self.files = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    fingerprint = SHA256.hash(Array(manifest.utf8))
    lineCount = positions.count
  }

  /// The manifest, `liggare.evidence` version 1. Its digest is over its text as it would be without the member `sha256`.
  ///
  /// ```json
  /// {"kind":"liggare.evidence","version":1,"subject":"M-0007","title":"…","basis":{…},"origin":"…","size":617,"root":"d8FN…=",
  ///  "files":[{"name":"README.txt","bytes":2214,"sha256":"…"}],"sha256":"…"}
  /// ```
  private static func manifest(
    _ files: [String: [UInt8]], _ subject: SubjectID, _ title: String?, _ basis: Basis, _ checkpoint: Checkpoint
  ) -> String {
    var object: JSONObject = ["kind": "liggare.evidence", "version": 1, "subject": .string(subject.text)]
    object["title"] = title.map { .string($0) }
    object["basis"] = JSONValue(of: basis)
    object["origin"] = .string(checkpoint.origin)
    object["size"] = JSONValue(checkpoint.size)
    object["root"] = .string(checkpoint.root.base64)
    let names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    object["files"] = .array(
      names.map { name in
        let bytes = files[name] ?? []
        return [
          "name": .string(name), "bytes": JSONValue(bytes.count), "sha256": .string(SHA256.hash(bytes).hex),
        ]
      })
    let rest = JSONValue.object(object).prettyText + "\n"
    object["sha256"] = .string(SHA256.hash(Array(rest.utf8)).hex)
    return JSONValue.object(object).prettyText + "\n"
  }

  /// The bundle as one file.
  package var zip: [UInt8] {
    var archive = ZIPArchive()
    for file in files { archive.add(file.name, file.bytes) }
    return archive.data
  }
}
