import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

/// Keys, checkpoints, proofs and exports as their users meet them. That other tools check what is printed, `.ci/proofs` shows.
@Suite("Proofs on the command line")
struct ProofCommandTests {
  /// A ledger with a registered key in `nyckel.pem`, called `ekeborg.se/nyckel`.
  private static func withKey() throws -> Program {
    let program = try Program.withLedger()
    #expect(program("journal key create @/nyckel.pem").exit == 0)
    let answer = program(
      #"journal key register @/nyckel.pem --name ekeborg.se/nyckel --holder "Kim Ek, revisor" --yes"#)
    #expect(answer.exit == 0, "\(answer.errors)")
    return program
  }

  private func vkey(_ program: Program) throws -> String {
    let text = program("journal key list --json").text
    let match = try #require(text.firstMatch(of: /"vkey": "([^"]+)"/))
    return String(match.1)
  }

  private func bytes(_ program: Program, _ name: String) throws -> [UInt8] {
    try FileOperations.system.read(program.scratch(name))
  }

  // MARK: keys

  @Test("a key is made once, readable by its owner only, and its verifier key is shown under the name given")
  func create() throws {
    let program = try Program.withLedger()
    let answer = program("journal key create @/k.pem --name ekeborg.se/k --lang en")
    #expect(answer.exit == 0 && answer.text.contains("The key is made") && answer.text.contains("ekeborg.se/k+"))
    #expect(answer.errors.contains("journal key register"))
    #expect(try FileOperations.system.status(program.scratch("k.pem"))?.mode == 0o600)
    let before = try bytes(program, "k.pem")
    #expect(program("journal key create @/k.pem").exit == 5)
    #expect(try bytes(program, "k.pem") == before)
    #expect(program(#"journal key create @/l.pem --name "två ord""#).exit == 2)
    #expect(program("journal key create @/m.pem --json").text.contains(#""publicKey": "#))
    #expect(program("journal key create").exit == 2)
  }

  @Test("a key is registered from its file or as someone else's verifier key, listed, and retired; each once")
  func register() throws {
    let program = try Self.withKey()
    let other = NoteKey(name: "polisen.se/nyckel", publicKey: Array(repeating: 7, count: 32))
    #expect(program("journal key register \(other.text) --yes").exit == 0)
    let list = program("journal key list")
    #expect(list.text.contains("ekeborg.se/nyckel") && list.text.contains("Kim Ek, revisor"))
    #expect(list.text.contains(other.text))
    // The same name again, a name that the verifier key does not have, a file without a name, a file that is no key.
    #expect(program("journal key register @/nyckel.pem --name ekeborg.se/nyckel --yes").exit == 1)
    #expect(program("journal key register \(other.text) --name polisen.se/annan --yes").exit == 2)
    #expect(program("journal key register @/nyckel.pem --yes").exit == 2)
    try program.write("hej", to: "hej.pem")
    #expect(program("journal key register @/hej.pem --name a --yes").exit == 2)
    #expect(program("journal key register @/saknas.pem --name a --yes").exit == 5)
    #expect(program("journal key retire ekeborg.se/nyckel --yes").exit == 2)
    #expect(program("journal key retire ekeborg.se/nyckel --reason Bytt --yes").exit == 0)
    #expect(program("journal key retire ekeborg.se/nyckel --reason Bytt --yes").exit == 1)
    #expect(program("journal key list --json").text.contains(#""retired": 7"#))
    #expect(program("journal verify").exit == 0)
  }

  @Test("the words of a group of verbs are needed, and its help is that of the noun")
  func group() throws {
    let program = try Program.withLedger()
    let answer = program("journal key")
    #expect(answer.exit == 2 && answer.errors.contains("create, register, retire"))
    #expect(program("journal key skapa").exit == 2)
    for line in ["journal key --help", "help journal key"] {
      #expect(program(line).text.contains("key create"))
    }
    #expect(program("help journal key create").text.contains("liggare journal key create FILE"))
  }

  // MARK: checkpoint

  @Test("the checkpoint is printed as it is in the folder, and for the minutes as a sentence that verify takes back")
  func checkpoint() throws {
    let program = try Program.withLedger()
    let stored = try bytes(program, "ledger/checkpoint")
    #expect(program("journal checkpoint").bytes == stored)
    let sentence = program("journal checkpoint --print").text
    #expect(
      sentence.hasPrefix("Liggaren ”Liggaren” (uuid:") && sentence.contains("4 poster. Dess kontrollpunkt är 4: "))
    #expect(program("journal checkpoint --print --lang en").text.contains(" held 4 entries at "))
    let print = try #require(sentence.firstMatch(of: /4: [0-9A-Z \/]+/))
    #expect(program(["journal", "verify", "--anchor", String(print.0)]).exit == 0)
    let json = program("journal checkpoint --json").text
    #expect(json.contains(#""kind": "liggare.journal.checkpoint""#) && json.contains(#""printed": "4: "#))
    #expect(program("journal checkpoint --out @/kopia").exit == 0)
    #expect(try bytes(program, "kopia") == stored)
    // Again the same: it is kept already. Another one: the file is left alone.
    #expect(program("journal checkpoint --out @/kopia").exit == 0)
    #expect(program("body register --name Nämnd --kind other --yes").exit == 0)
    #expect(program("journal checkpoint --out @/kopia").exit == 5)
    #expect(try bytes(program, "kopia") == stored)
  }

  @Test("no checkpoint is given of a book that does not reproduce it")
  func checkpointOfDamage() throws {
    let program = try Self.withKey()
    var line = try bytes(program, "ledger/events/000000000001.jsonl")
    line[line.count - 30] ^= 1
    try Data(line).write(to: URL(filePath: program.ledger + "/events/000000000001.jsonl"))
    let before = program.files
    for line in ["journal checkpoint", "journal checkpoint --print", "journal checkpoint --sign @/nyckel.pem"] {
      let answer = program(line)
      #expect(answer.exit == 3 && answer.text.isEmpty)
    }
    #expect(program.files == before)
  }

  @Test("only a key that the ledger knows and has not retired signs, unless asked for; what it signs can be verified")
  func signing() throws {
    let program = try Self.withKey()
    let signed = program("journal checkpoint --sign @/nyckel.pem --out @/kopia")
    #expect(signed.exit == 0 && signed.text.contains("\n\n— ekeborg.se/nyckel "))
    #expect(try bytes(program, "ledger/checkpoint") == signed.bytes)
    #expect(try bytes(program, "kopia") == signed.bytes)
    let vkey = try vkey(program)
    #expect(program(["journal", "verify", "--vkey", vkey]).exit == 0)
    #expect(program("journal verify").text.contains("rätt, med en nyckel som liggaren har registrerat"))
    program("journal key create @/annan.pem")
    #expect(program("journal checkpoint --sign @/annan.pem").exit == 1)
    #expect(program("journal checkpoint --sign @/nyckel.pem --name ekeborg.se/annan").exit == 1)
    #expect(program("journal checkpoint --sign @/annan.pem --unregistered").exit == 2)
    #expect(program("journal checkpoint --unregistered").exit == 2)
    #expect(program(#"journal checkpoint --sign @/annan.pem --unregistered --name "a b""#).exit == 2)
    let both = program("journal checkpoint --sign @/annan.pem --unregistered --name polisen.se/a")
    #expect(both.exit == 0 && both.text.contains("— ekeborg.se/nyckel ") && both.text.contains("— polisen.se/a "))
    #expect(program("journal verify").text.contains("okänd nyckel, inte prövad"))
    // The book grows: the signed one is kept, and a retired key signs no more.
    #expect(program("journal key retire ekeborg.se/nyckel --reason Bytt --yes").exit == 0)
    #expect(program.files.keys.contains { $0.hasPrefix("checkpoints/") })
    let retired = program("journal checkpoint --sign @/nyckel.pem")
    #expect(retired.exit == 1 && retired.errors.contains("drogs in i post 6"))
    #expect(program("journal checkpoint --sign @/nyckel.pem --unregistered --name ekeborg.se/nyckel").exit == 0)
    #expect(program("journal verify").text.contains("redan indragen (post 6)"))
    #expect(program(["journal", "verify", "--checkpoint", program.scratch("kopia"), "--vkey", vkey]).exit == 0)
  }

  // MARK: prove and export

  @Test("every entry is proved against the checkpoint, by number and by id, and its line is given byte for byte")
  func inclusion() throws {
    let program = try Program.withMeasure()
    let checkpoint = try Checkpoint(parsing: bytes(program, "ledger/checkpoint"))
    for position in 1...checkpoint.size {
      let proof = try TlogProof(parsing: program("journal prove \(position)").bytes)
      let line = program("journal prove #\(position) --line").bytes
      #expect(String(decoding: line, as: UTF8.self) == program.lines[position - 1] + "\n")
      try proof.check(leafHash: MerkleTree.leafHash(Array(line.dropLast())))
      #expect(proof.checkpoint == checkpoint && proof.proof.index == position - 1)
      let id = try #require(program.lines[position - 1].firstMatch(of: /"id":"([^"]+)"/)).1
      #expect(program("journal prove \(id)").text == proof.text)
    }
    #expect(program("journal prove 3 --json").text.contains(#""leafHash": "#))
    for line in ["0", "6", "x", "-1", "1 --from @/x", ""] {
      #expect(program("journal prove \(line)").exit == 2, "\(line)")
    }
  }

  @Test("an entry beyond the checkpoint is not proved")
  func beyond() throws {
    let program = try Program.withMeasure()
    let lines = try FileOperations.system.read(program.ledger + "/events/000000000001.jsonl").split(separator: 0x0A)
    var range = CompactRange()
    for line in lines.dropLast() { range.append(MerkleTree.leafHash(Array(line))) }
    let own = try Checkpoint(parsing: bytes(program, "ledger/checkpoint"))
    let earlier = Checkpoint(origin: own.origin, size: range.size, root: range.root)
    try program.write(earlier.text, to: "ledger/checkpoint")
    let answer = program("journal prove \(own.size)")
    #expect(answer.exit == 2 && answer.errors.contains("täcks inte av kontrollpunkten"))
    #expect(try TlogProof(parsing: program("journal prove 1").bytes).proof.size == earlier.size)
    #expect(program("journal export @/logg --json").text.contains(#""beyondCheckpoint": 1"#))
    #expect(program("journal checkpoint --lang en").errors.contains("1 entries beyond it"))
  }

  @Test("a kept checkpoint is proved to be the beginning of the book; one of another book or a later one is not")
  func consistency() throws {
    let program = try Program.withLedger()
    #expect(program("journal checkpoint --out @/förr").exit == 0)
    #expect(program("body register --name Nämnd --kind other --yes").exit == 0)
    let answer = program("journal prove --from @/förr")
    let (head, note) = try #require(
      answer.text.firstRange(of: "\n\n").map { gap in
        (answer.text[..<gap.lowerBound].split(separator: "\n").map(String.init), String(answer.text[gap.upperBound...]))
      })
    let (earlier, later) = (
      try Checkpoint(parsing: bytes(program, "förr")), try Checkpoint(parsing: note)
    )
    #expect(head[0] == "old 4")
    #expect(try Array(note.utf8) == bytes(program, "ledger/checkpoint"))
    let proof = ConsistencyProof(from: 4, to: 5, hashes: head.dropFirst().compactMap { Digest(base64: $0) })
    try proof.check(fromRoot: earlier.root, toRoot: later.root)
    let changes: [(Checkpoint, String)] = [
      (Checkpoint(origin: "uuid:x", size: 4, root: earlier.root), "annan liggare"),
      (Checkpoint(origin: earlier.origin, size: 4, root: later.root), "Boken är en annan"),
      (Checkpoint(origin: earlier.origin, size: 6, root: earlier.root), "avkortad"),
      (Checkpoint(origin: earlier.origin, size: 0, root: MerkleTree.emptyRoot), "bevisar inget"),
    ]
    for (checkpoint, words) in changes {
      try program.write(checkpoint.text, to: "ändrad")
      for line in ["journal prove --from @/ändrad", "journal verify --checkpoint @/ändrad"] {
        let answer = program(line)
        #expect(answer.exit == 3 && answer.errors.contains(words), "\(line): \(answer.errors)")
      }
    }
    try program.write("hej\n", to: "ändrad")
    #expect(program("journal prove --from @/ändrad").exit == 3)
    #expect(program("journal prove --from @/saknas").exit == 5)
  }

  @Test("the log is exported, extended, and never over anything else")
  func export() throws {
    let program = try Program.withLedger()
    #expect(program("journal export @/logg").text.contains("Loggen är skriven"))
    #expect(program("body register --name Nämnd --kind other --yes").exit == 0)
    #expect(program("journal export @/logg --lang en").text.contains("Extended from  4"))
    #expect(program("journal export @/ledger").exit == 2)
    #expect(program("journal export").exit == 2)
    let other = try Program.withLedger()
    other(#"measure propose --title Vandringar --area norr --yes"#)
    let answer = other(["journal", "export", program.scratch("logg")])
    #expect(answer.exit == 3, "\(answer.errors)")
  }
}
