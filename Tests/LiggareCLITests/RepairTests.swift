import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Repairing a ledger, and waiting for one")
struct RepairTests {
  private let file = "events/000000000001.jsonl"

  private func append(_ text: String, to program: Program) throws {
    let handle = try #require(FileHandle(forWritingAtPath: "\(program.ledger)/\(file)"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test("a whole ledger needs nothing, and that is said", arguments: ["", " --dry-run"])
  func nothing(option: String) throws {
    let program = try Program.withLedger()
    let before = program.files
    let answer = program("journal repair" + option)
    #expect(answer.exit == 0 && answer.text.contains("Inget att göra: boken är hel"))
    #expect(program("journal repair --lang en" + option).text.contains("Nothing to do: the book is whole"))
    #expect(program("journal repair --json" + option).text.contains(#""needed": false"#))
    #expect(program.files == before)
  }

  @Test("half a line at the end is shown by a dry run, and set aside by the repair")
  func tail() throws {
    let program = try Program.withLedger()
    try append("{\"spec", to: program)
    let before = program.files
    let shown = program("journal repair --dry-run")
    #expect(shown.exit == 0 && shown.text.contains("Skulle göras (inget är ändrat)"))
    #expect(shown.text.contains("6 byte efter post 4") && shown.text.contains("set-aside/000000000005-"))
    #expect(program.files == before)
    let json = program("journal repair --dry-run --json").text
    #expect(json.contains(#""kind": "liggare.journal.repair""#) && json.contains(#""afterPosition": 4"#))
    let done = program("journal repair --lang en")
    #expect(done.exit == 0 && done.text.contains("6 bytes after entry 4"))
    #expect(program.files.count == before.count + 2)
    #expect(program("journal verify").exit == 0)
    #expect(program("journal repair").text.contains("Inget att göra"))
  }

  @Test("damage is not repaired: the exit code is 3, and the answer says what to do instead")
  func damage() throws {
    let program = try Program.withLedger()
    var bytes = Array(try #require(FileManager.default.contents(atPath: "\(program.ledger)/\(file)")))
    bytes[40] ^= 1
    try Data(bytes).write(to: URL(filePath: "\(program.ledger)/\(file)"))
    let before = program.files
    for line in ["journal repair", "journal repair --dry-run"] {
      let answer = program(line)
      #expect(answer.exit == 3 && answer.errors.contains("säkerhetskopia") && answer.text.isEmpty)
    }
    #expect(program.files == before)
    #expect(try Program()("journal repair").exit == 2)
  }

  @Test("a busy ledger is waited for as long as asked; then the holder is named, and the exit code is 75")
  func busy() throws {
    let program = try Program.withLedger()
    let holder = "anna, pid 4711, liggare case open, 2024-01-08T08:00:00.000Z"
    let lock = try FileLock.acquire("\(program.ledger)/lock", holder: holder, waitMilliseconds: 0)
    for line in ["body register --name Nämnd --kind other --yes --wait 0", "journal repair --wait 0"] {
      let answer = program(line)
      #expect(answer.exit == 75 && answer.errors.contains(holder), "\(answer.errors)")
    }
    #expect(program("journal repair --dry-run --wait 0").exit == 0)
    for wait in ["-1", "en", "1.5"] {
      #expect(program("body register --name Nämnd --kind other --yes --wait \(wait)").exit == 2)
    }
    lock.release()
    #expect(program("body register --name Nämnd --kind other --yes --wait 0").exit == 0)
    // The command that has just ended said who it was.
    let said = try #require(FileManager.default.contents(atPath: "\(program.ledger)/lock"))
    let words = String(decoding: said, as: UTF8.self).split(separator: ", ")
    #expect(words.count == 4 && words[0] == "registrator" && words[2] == "liggare body register", "\(words)")
  }
}
