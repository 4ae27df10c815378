import DurableFiles
import Foundation
import Glibc
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// What lies in the folder of the cache.
extension IndexCacheTests {
  @Test("what a killed process left of writing the file is removed a day later, and nothing else")
  func leftovers() throws {
    let path = try made()
    let name = String(path.split(separator: "/").last ?? "")
    let names = [
      ".\(name).17.0.tmp", ".\(name).18.3.tmp", ".\(String(repeating: "a", count: 64)).index.17.0.tmp",
      ".\(name).x.0.tmp", "\(name).17.0.tmp", "notes.txt",
    ]
    let now = FileTime.now()
    for (place, name) in names.enumerated() {
      try write([1], scratch("cache/\(name)"))
      let age = place == 1 ? 86_000 : 87_000
      try FileOperations.system.setModified(
        of: scratch("cache/\(name)"), to: FileTime(seconds: now.seconds - age, nanoseconds: 0))
    }
    try FileManager.default.removeItem(atPath: path)
    _ = try JournalView.open(ledger.path, cache: cache)
    #expect(try Set(FileOperations.system.names(in: scratch("cache"))) == Set(names.dropFirst() + [name]))
  }

  @Test("a cache holds nothing that the events say: no value, no name, no text")
  func silent() throws {
    let folder = scratch("silent")
    _ = try JournalView.open(ExampleLedger.folder, cache: IndexCache(folder: folder, writesFrom: 1))
    let name = try #require(try FileOperations.system.names(in: folder).first)
    let bytes = try FileOperations.system.read("\(folder)/\(name)")
    let text = bytes.map { $0 >= 0x20 && $0 < 0x7F ? $0 : 0x20 }
    let words = text.split(separator: 0x20).filter { $0.count > 8 }.map { String(decoding: $0, as: UTF8.self) }
    var said: Set<String> = []
    for event in try Journal.open(ExampleLedger.folder).events {
      Self.texts(event.fact.data(with: event.circumstances), into: &said)
      said.insert(event.recordedBy.text)
    }
    let opened = try JournalView.open(ExampleLedger.folder).identity.text
    for saying in said where saying.utf8.count > 8 && saying != opened && saying.utf8.allSatisfy({ $0 < 0x80 }) {
      #expect(!words.contains { $0.contains(saying) }, "\(saying)")
    }
    let whole = Data(bytes)
    for saying in said where saying.utf8.count > 12 && saying != opened {
      if whole.range(of: Data(saying.utf8)) != nil { Issue.record("the cache says \(saying)") }
    }
    for file in try FileOperations.system.names(in: "\(ExampleLedger.folder)/sealed") {
      let sealed = try FileOperations.system.read("\(ExampleLedger.folder)/sealed/\(file)")
      for line in sealed.split(separator: 0x0A) where line.count > 8 { #expect(whole.range(of: Data(line)) == nil) }
    }
  }

  private static func texts(_ value: JSONValue, into said: inout Set<String>) {
    switch value {
    case .string(let text): said.insert(text)
    case .array(let list): for item in list { texts(item, into: &said) }
    case .object(let object): for member in object.members { texts(member.value, into: &said) }
    default: break
    }
  }
}
