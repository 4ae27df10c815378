import CommandArguments
import Documents
import Integrity
import StrictJSON

/// What a trace says of its proofs.
extension TraceProofs {
  /// `Bevis: post 31 av 617, 10 hashar, prövat mot roten d8FN…=`.
  func words(_ position: Int, _ language: Language) -> Prose {
    guard let proof = self[position] else {
      let words = Localized(
        "Bevis: inget, post \(position) är bortom kontrollpunkten (\(checkpoint.size))",
        "Proof: none, entry \(position) is beyond the checkpoint (\(checkpoint.size))")
      return .toned(words[language], .warning)
    }
    let count = proof.hashes.count
    let hashes = count == 1 ? Localized("1 hash", "1 hash") : Localized("\(count) hashar", "\(count) hashes")
    let root = "\(checkpoint.root.base64.prefix(4))…="
    let words = Localized(
      "Bevis: post \(position) av \(proof.size), \(hashes.sv), prövat mot roten \(root)",
      "Proof: entry \(position) of \(proof.size), \(hashes.en), checked against the root \(root)")
    return .toned(words[language], .muted)
  }

  /// The checkpoint that the proofs lead to, and how anybody checks one.
  func blocks(_ language: Language) -> [Block] {
    let check = Localized(
      "Vem som helst kan pröva ett bevis utan boken. Beviset och raden ger ",
      "Anybody can check a proof without the book. The proof and the line come from ")[language]
    let verifier = Localized(
      "; det oberoende kontrollprogrammet i Python prövar dem mot en kontrollpunkt som du själv har sparat: ",
      "; the independent verifier in Python checks them against a checkpoint that you have kept: ")[language]
    let (and, line) = (Localized(" och ", " and ")[language], " --line")
    let prove = "liggare journal prove \(Localized("POST", "POSITION")[language])"
    return [
      .heading(
        level: 1,
        Localized("Kontrollpunkten som bevisen leder till", "The checkpoint that the proofs lead to")[language]),
      .verbatim(String(checkpoint.text.dropLast())),
      .paragraph(
        Prose(check) + .code(prove) + Prose(and) + .code(prove + line) + Prose(verifier)
          + .code("liggare_verify.py inclusion --proof FILE --line FILE --checkpoint FILE") + "."),
    ]
  }

  /// Adds the proof of a line to what JSON says of it.
  func add(_ position: Int, to object: inout JSONObject) {
    guard let proof = self[position] else {
      object["beyondCheckpoint"] = true
      return
    }
    object["proof"] = [
      "index": JSONValue(proof.index), "size": JSONValue(proof.size),
      "hashes": .array(proof.hashes.map { .string($0.base64) }),
    ]
  }
}
