import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// A ledger of many private persons in which every sealed value is a marker that says whose it is. Every hundredth person is in an entry
/// of every type that there is, with every field that can be sealed; the others in their own entry, a case and a measure.
struct MarkedLedger {
  static let personCount = 1000
  /// The person who is erased, one of those who are in entries of every type.
  static let erased = SubjectID(.person, 500)
  /// The only type without: the entry that opens the ledger, before there is anyone to name.
  static let unmarked: Set<String> = [LedgerOpened.type]

  let program: Program
  /// The types and fields that have markers of the person who is erased.
  private(set) var fields: Set<String> = []
  private var nextID = 0
  private var proposals: [RawProposal] = []
  private var sealings: [Sealing] = []
  private var eventIDs: [SubjectID: EventID] = [:]

  /// `ZQ000500QNNNNNNZ`: nothing else that is written looks so.
  private mutating func marker(of person: SubjectID) -> [UInt8] {
    nextID += 1
    func digits(_ number: Int) -> String { String(String(1_000_000 + number).dropFirst()) }
    return Array("ZQ\(digits(person.number))Q\(digits(nextID))Z".utf8)
  }

  /// The persons whose markers stand in bytes, in capitals or not.
  static func persons(in bytes: some Collection<UInt8>) -> Set<Int> {
    var found: Set<Int> = []
    Array(bytes).withUnsafeBufferPointer { bytes in
      guard bytes.count > 8 else { return }
      for index in 0..<(bytes.count - 8)
      where bytes[index] | 0x20 == UInt8(ascii: "z") && bytes[index + 1] | 0x20 == UInt8(ascii: "q")
        && bytes[index + 8] | 0x20 == UInt8(ascii: "q")
      {
        if let number = Int(String(decoding: bytes[(index + 2)..<(index + 8)], as: UTF8.self)) { found.insert(number) }
      }
    }
    return found
  }

  init(_ program: Program) throws {
    self.program = program
    // Nothing is read back from what the command line made: subjects have numbers of their own.
    for number in 1...Self.personCount {
      let person = SubjectID(.person, number)
      if number % 100 == 0 { try addEveryType(person) } else { try addFew(person) }
    }
  }

  /// Records everything, in batches.
  mutating func record() throws {
    var settings = WriterSettings(holder: "test", clock: { [program] in program.now })
    settings.checkpointing = .deferred
    let writer = try JournalWriter.open(program.ledger, settings)
    defer { writer.close() }
    let byHex = Dictionary(uniqueKeysWithValues: sealings.map { ($0.commitment.hex, $0) })
    var given: Set<String> = []
    for start in stride(from: 0, to: proposals.count, by: 400) {
      let batch = Array(proposals[start..<min(start + 400, proposals.count)])
      var own: [Sealing] = []
      for proposal in batch {
        let data = try JSONValue(parsing: Array(proposal.data))
        for value in sealedValues(in: data) where given.insert(value.text).inserted {
          own.append(try #require(byHex[value.text]))
        }
      }
      _ = try writer.append(raw: batch, recordedBy: "Import", sealings: own)
    }
  }

  private mutating func addFew(_ person: SubjectID) throws {
    try add(PersonRegistered.type, person, of: person)
    switch person.number % 4 {
    case 0: try add(CaseOpened.type, SubjectID(.case, 1000 + person.number), of: person)
    case 1: try add(MeasureProposed.type, SubjectID(.measure, 1000 + person.number), of: person)
    case 2: try add(PersonChanged.type, person, of: person)
    default:
      try add(CaseOpened.type, SubjectID(.case, 1000 + person.number), of: person)
      try add(ActivityRecorded.type, SubjectID(.case, 1000 + person.number), of: person)
    }
  }

  private mutating func addEveryType(_ person: SubjectID) throws {
    let samples = SampleFacts.all.map(\.type)
    // In the order of the samples, which found subjects first; what is about entries comes last.
    let types = Fact.readers.keys.sorted { one, other in
      let places = [one, other].map { samples.firstIndex(of: $0) ?? -1 }
      return places[0] == places[1] ? one > other : places[0] < places[1]
    }
    let registered =
      [PersonRegistered.type] + types.filter { $0 != PersonRegistered.type && !Self.unmarked.contains($0) }
    for type in registered {
      guard let kind = Fact.readers[type]?.sample().subjectKind else {
        try add(type, person, of: person)
        continue
      }
      try add(type, subject(of: kind, person), of: person)
    }
  }

  private func subject(of kind: SubjectKind, _ person: SubjectID) -> SubjectID {
    switch kind {
    case .person: person
    case .ledger: .ledger
    default: SubjectID(kind, 5000 + person.number)
    }
  }

  private mutating func add(_ type: String, _ subject: SubjectID, of person: SubjectID) throws {
    let id = EventID(random: Array(SHA256.hash(Array("\(type) \(proposals.count)".utf8)).bytes.prefix(16)))
    var members: [String: JSONValue] = [:]
    // What is about an entry is about the last one of the subject.
    if type == EntryCorrected.type || type == EntryReversed.type {
      members["event"] = eventIDs[subject].map { .string($0.text) }
      if type == EntryCorrected.type { members["field"] = "note" }
    }
    var made: [String] = []
    if type == ValueErased.type {
      // Erases a value that nothing else has.
      try add(DocumentAttached.type, subject, of: person)
      if let last = proposals.last, let value = sealedValues(in: try JSONValue(parsing: Array(last.data))).last {
        members["commitments"] = .array([.string(value.text)])
      }
    }
    let data = try MarkedFacts.data(
      of: type, changing: members, refs: subject == person ? [] : [person],
      seal: { path in
        made.append(path)
        return seal(path, of: person)
      })
    if person == Self.erased { fields.formUnion(made.map { "\(type) \($0)" }) }
    proposals.append(
      RawProposal(
        id: id, subject: subject, type: FactTypes.number(type), effective: .date("2024-01-08"),
        data: Array(data.canonicalText.utf8)[...]))
    eventIDs[subject] = id
  }

  private mutating func seal(_ path: String, of person: SubjectID) -> JSONValue {
    let value = marker(of: person)
    let salt = Array(SHA256.hash(value).bytes.prefix(16))
    let sealing = Sealing.seal(
      field: path.split(separator: ".").last.map(String.init) ?? "note", value: value, salt: salt)
    sealings.append(sealing)
    return .object(["sealed": .string(sealing.commitment.hex)])
  }
}
