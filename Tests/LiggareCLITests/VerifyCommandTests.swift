import DurableFiles
import Foundation
import Integrity
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Verifying against what was kept elsewhere")
struct VerifyCommandTests {
  private let events = "events/000000000001.jsonl"

  private func bytes(_ program: Program, _ name: String) throws -> [UInt8] {
    try FileOperations.system.read(program.scratch(name))
  }

  private func put(_ bytes: [UInt8], _ program: Program, _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: program.scratch(name)))
  }

  /// A ledger of which an earlier state is kept: files to put back.
  private static func grown() throws -> (program: Program, events: [UInt8], checkpoint: [UInt8]) {
    let program = try Program.withLedger()
    let before = (
      try FileOperations.system.read(program.ledger + "/events/000000000001.jsonl"),
      try FileOperations.system.read(program.ledger + "/checkpoint")
    )
    #expect(program("body register --name Nämnd --kind other --yes").exit == 0)
    return (program, before.0, before.1)
  }

  @Test("the file of the last checkpoint seen is written, moved on, and left alone when nothing is new")
  func remember() throws {
    let program = try Program.withLedger()
    let first = program("journal verify --remember @/sedd")
    #expect(first.exit == 0 && first.text.contains("Kontrollpunkten är sparad för nästa gång"))
    #expect(try bytes(program, "sedd") == bytes(program, "ledger/checkpoint"))
    #expect(program("journal verify --remember @/sedd").text.contains("Den sparade är redan bokens"))
    #expect(program("body register --name Nämnd --kind other --yes").exit == 0)
    let later = program("journal verify --remember @/sedd --json").text
    #expect(later.contains(#""outcome": "moved""#) && later.contains(#""standing": "holds""#))
    #expect(later.contains(#""what": "after-kept""#) && !later.contains("checkpoints-elsewhere"))
    #expect(try bytes(program, "sedd") == bytes(program, "ledger/checkpoint"))
  }

  @Test("a cut book with the checkpoint that it had then is sound alone, and refused against what was seen")
  func cut() throws {
    let (program, lines, checkpoint) = try Self.grown()
    #expect(program("journal verify --remember @/sedd").exit == 0)
    let print = program("journal checkpoint --json").text
    let anchor = String(try #require(print.firstMatch(of: /"printed": "([^"]+)"/)).1)
    let seen = try bytes(program, "sedd")
    try put(lines, program, "ledger/\(events)")
    try put(checkpoint, program, "ledger/checkpoint")
    #expect(program("journal verify").exit == 0)
    for line in [["--remember", program.scratch("sedd")], ["--anchor", anchor]] {
      for quick in [[], ["--quick"]] {
        let answer = program(["journal", "verify"] + line + quick)
        #expect(answer.exit == 3 && answer.errors.contains("avkortad"), "\(answer.errors)")
        #expect(answer.text.contains("Boken stämmer inte med det som sparats"))
      }
    }
    #expect(try bytes(program, "sedd") == seen)
  }

  @Test("an old checkpoint put back under all lines is told apart from lines that are gone")
  func olderCheckpoint() throws {
    let (program, _, checkpoint) = try Self.grown()
    #expect(program("journal verify --remember @/sedd").exit == 0)
    try put(checkpoint, program, "ledger/checkpoint")
    #expect(program("journal verify").exit == 0)
    let answer = program("journal verify --remember @/sedd --lang en")
    #expect(answer.exit == 3 && answer.errors.contains("an old checkpoint was put back"), "\(answer.errors)")
    #expect(program("journal verify --remember @/sedd --json").text.contains(#""standing": "older-checkpoint""#))
  }

  @Test("a book that was rewritten from some line on, or replaced, is refused, and so is a file of another ledger")
  func forked() throws {
    let (program, lines, checkpoint) = try Self.grown()
    #expect(program("journal verify --remember @/sedd").exit == 0)
    try put(lines, program, "ledger/\(events)")
    try put(checkpoint, program, "ledger/checkpoint")
    #expect(program("body register --name Annan --kind other --yes").exit == 0)
    #expect(program("journal verify").exit == 0)
    let answer = program("journal verify --remember @/sedd --json")
    #expect(answer.exit == 3 && answer.errors.contains("Boken är en annan: de första 5"))
    #expect(answer.text.contains(#""standing": "forked""#) && answer.text.contains(#""sound": false"#))
    let other = try Program("2024-02-01T08:00Z")
    other("journal key create @/x.pem")  // takes chance, so that the identity is another
    #expect(
      other("journal init @/ledger --title A --owner B --from 2024-01-01 --through 2025-12-31 --yes --json").exit == 0)
    let foreign = other(["journal", "verify", "--remember", program.scratch("sedd")])
    #expect(foreign.exit == 3)
    try put(Array("skräp\n".utf8), program, "sedd")
    #expect(program("journal verify --remember @/sedd").exit == 3)
  }

  @Test("a damaged book says how far it can be trusted, and the file of the last checkpoint seen stays")
  func damage() throws {
    let (program, _, checkpoint) = try Self.grown()
    try put(checkpoint, program, "sedd")
    var lines = try bytes(program, "ledger/\(events)")
    lines[lines.count - 20] ^= 1
    try put(lines, program, "ledger/\(events)")
    let answer = program("journal verify --remember @/sedd", width: 400)
    #expect(answer.exit == 3)
    #expect(answer.text.contains("De första 4 raderna är hela och i ordning."))
    #expect(answer.text.contains("4 rader, ligger inom dem och stämmer: så långt är"))
    #expect(answer.text.contains("Bokens kontrollpunkt, 5 rader, bestyrker dem inte."))
    #expect(try bytes(program, "sedd") == checkpoint)
    let json = program("journal verify --remember @/sedd --json").text
    #expect(json.contains(#""goodLines": 4"#) && json.contains(#""withinGoodLines": true"#))
    lines = try bytes(program, "ledger/\(events)")
    lines[300] ^= 1
    try put(lines, program, "ledger/\(events)")
    #expect(program("journal verify --remember @/sedd --lang en", width: 400).text.contains("4 lines, covers lines"))
  }

  @Test("a mistyped print is told from another book")
  func anchors() throws {
    let program = try Program.withLedger()
    let json = program("journal checkpoint --json").text
    let print = String(try #require(json.firstMatch(of: /"printed": "([^"]+)"/)).1)
    #expect(program(["journal", "verify", "--anchor", print, "--anchor", print.lowercased()]).exit == 0)
    var characters = Array(print)
    characters[4] = characters[4] == "Z" ? "Y" : "Z"
    let mistyped = program(["journal", "verify", "--anchor", String(characters)])
    #expect(mistyped.exit == 2 && mistyped.errors.contains("säger inget om boken"))
    let other = try Checkpoint(parsing: bytes(program, "ledger/checkpoint"))
    let foreign = PrintedCheckpoint(Checkpoint(origin: "uuid:x", size: other.size, root: other.root)).text
    let answer = program(["journal", "verify", "--anchor", foreign, "--json"])
    #expect(answer.exit == 3 && answer.errors.contains("Boken är en annan"))
    #expect(answer.text.contains(#""anchors": ["#) && answer.text.contains(#""standing": "forked""#))
    for wrong in ["", "4711", "x: y", "4: ABCD"] {
      #expect(program(["journal", "verify", "--anchor", wrong]).exit == 2, "\(wrong)")
    }
  }

  @Test("a signature that is wrong, or not there, is refused by the name of its key")
  func signatures() throws {
    let program = try Program.withLedger()
    program("journal key create @/k.pem")
    #expect(program("journal key register @/k.pem --name ekeborg.se/k --yes").exit == 0)
    let vkey = String(try #require(program("journal key list --json").text.firstMatch(of: /"vkey": "([^"]+)"/)).1)
    let unsigned = program(["journal", "verify", "--vkey", vkey])
    #expect(unsigned.exit == 3 && unsigned.errors.contains("Ingen underskrift är gjord med nyckeln ekeborg.se/k"))
    #expect(program("journal checkpoint --sign @/k.pem --out @/kopia").exit == 0)
    let json = program(["journal", "verify", "--vkey", vkey, "--json"]).text
    #expect(json.contains(#""verdict": "verified""#) && json.contains(#""unsignedBy": []"#))
    let other = NoteKey(name: "ekeborg.se/k", publicKey: Array(repeating: 7, count: 32))
    #expect(program(["journal", "verify", "--vkey", other.text]).exit == 3)
    #expect(program(["journal", "verify", "--vkey", vkey.replacing("+", with: "-")]).exit == 2)
    // A signature by a registered key under other words.
    var note = String(decoding: try bytes(program, "kopia"), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(note.firstIndex { $0.hasPrefix("—") })
    let words = note[line].split(separator: " ").map(String.init)
    var signature = try #require(Base64.decode(words[2]))
    signature[20] ^= 1
    note[line] = "— \(words[1]) \(Base64.encode(signature))"
    try put(Array(note.joined(separator: "\n").utf8), program, "ledger/checkpoint")
    let wrong = program("journal verify")
    #expect(wrong.exit == 3 && wrong.text.contains("FEL") && wrong.errors.contains("ekeborg.se/k"), "\(wrong.errors)")
    // A kept checkpoint must have the demanded signature itself.
    try put(try bytes(program, "kopia"), program, "ledger/checkpoint")
    let kept = String(decoding: try bytes(program, "kopia"), as: UTF8.self).split(separator: "\n").prefix(3)
    try put(Array((kept.joined(separator: "\n") + "\n").utf8), program, "utan")
    #expect(program(["journal", "verify", "--vkey", vkey, "--checkpoint", program.scratch("utan")]).exit == 3)
    #expect(program(["journal", "verify", "--vkey", vkey, "--checkpoint", program.scratch("kopia")]).exit == 0)
  }

  @Test("a quick verification says what it has not read, and moves no file on")
  func quick() throws {
    let program = try Program.withLedger()
    let answer = program("journal verify --quick --lang en")
    #expect(answer.exit == 0 && answer.text.contains("What is new in the book is sound"))
    #expect(answer.text.contains("4, of which 4 were read now") && answer.text.contains("The sealed values."))
    let remembered = program("journal verify --quick --remember @/sedd")
    #expect(remembered.exit == 0 && remembered.text.contains("inte flyttad fram"))
    #expect(!FileManager.default.fileExists(atPath: program.scratch("sedd")))
    let json = program("journal verify --quick --json").text
    #expect(json.contains(#""quick": true"#) && json.contains(#""linesRead": 4"#))
  }

  @Test("a tail is told in JSON with its place, counted from 1, and what is not checked by name")
  func tail() throws {
    let program = try Program.withLedger()
    let lines = try bytes(program, "ledger/\(events)")
    try put(lines + Array("{\"spec".utf8), program, "ledger/\(events)")
    let json = program("journal verify --json").text
    #expect(
      json.contains(#""byte": \#(lines.count + 1)"#) && json.contains(#""position": 5"#)
        && json.contains(#""bytes": 6"#) && json.contains(#""line": 5"#))
    #expect(json.contains(#""what": "checkpoints-elsewhere""#))
  }
}
