import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("Appending canonical data as it is")
struct RawAppendTests {
  let ledger = ScratchLedger()

  private func raw(_ proposal: Proposal) -> RawProposal {
    let draft = proposal.draft
    return RawProposal(
      id: proposal.id, subject: draft.subject, type: FactTypes.number(draft.fact.type),
      effective: draft.effective, data: draft.fact.data(with: draft.circumstances).canonicalBytes[...],
      correlation: proposal.correlation, causation: proposal.causation)
  }

  private func raw(_ id: Int, _ subject: SubjectID, _ type: String, _ data: String) -> RawProposal {
    RawProposal(
      id: Sample.id(id), subject: subject, type: FactTypes.number(type), data: Array(data.utf8)[...])
  }

  @Test("gives the same bytes in every file as appending the facts does")
  func sameBytes() throws {
    let other = ScratchLedger()
    let typed = try Sample.create(ledger)
    let writer = try Sample.create(other)
    let one = try Sample.measure(1, known: typed.journal.events)
    _ = try typed.append([one], recordedBy: "Anna Ek")
    #expect(try writer.append(raw: [raw(one)], recordedBy: "Anna Ek") == 2..<3)
    let known = typed.journal.events
    let sealing = Sample.sealing(1, Array("Grannen ringde".utf8))
    let batches: [([Proposal], [Sealing])] = [
      ([one], []),
      (
        [
          try Sample.measure(2, "Belysning \"här\"", refs: [SubjectID(.measure, 1)], known: known),
          Proposal(id: Sample.id(3), draft: one.draft, correlation: one.id, causation: Sample.id(9)),
        ], []
      ),
      ([try Sample.measure(3, note: try Sample.sealed(sealing), effective: nil, known: known)], [sealing]),
      ([try Sample.measure(4, effective: "2022-10-14T11:30:00Z", known: known)], []),
    ]
    for (proposals, sealings) in batches {
      let events = try typed.append(proposals, recordedBy: "Anna Ek", sealings: sealings)
      let positions = try writer.append(raw: proposals.map(raw), recordedBy: "Anna Ek", sealings: sealings)
      #expect(positions == events[0].position..<(events[0].position + events.count))
    }
    for name in ["events/000000000001.jsonl", "checkpoint", "ledger.json"] {
      #expect(try ledger.bytes(name) == other.bytes(name))
    }
    #expect(ledger.names(in: "sealed") == other.names(in: "sealed"))
    #expect(try writer.remembered() == typed.remembered())
    // And again: nothing is written, by either way.
    for (proposals, sealings) in batches {
      let positions = try writer.append(raw: proposals.map(raw), recordedBy: "Anna Ek", sealings: sealings)
      let events = try writer.append(proposals, recordedBy: "Anna Ek", sealings: sealings)
      #expect(events.map(\.position) == Array(positions))
    }
    #expect(writer.position == 6)
  }

  @Test("an id that is recorded with other content, or in another batch, is refused")
  func idReused() throws {
    let writer = try Sample.create(ledger)
    let one = raw(11, SubjectID(.measure, 1), "measure.paused", #"{"reason":"Snö"}"#)
    let two = raw(12, SubjectID(.measure, 1), "measure.resumed", "{}")
    _ = try writer.append(raw: [one, two], recordedBy: "Anna Ek")
    var other = one
    other.data = Array(#"{"reason":"Is"}"#.utf8)[...]
    let (first, second) = (Sample.id(11), Sample.id(12))
    let refusals: [([RawProposal], Text, EventID, Int)] = [
      ([one], "Anna Ek", first, 2), ([other, two], "Anna Ek", first, 2), ([one, two], "Bo Alm", first, 2),
      ([two, one], "Anna Ek", second, 3), ([two], "Anna Ek", second, 3),
    ]
    for (proposals, name, id, position) in refusals {
      #expect(throws: AppendFailure.idReused(id, position: position)) {
        try writer.append(raw: proposals, recordedBy: name)
      }
    }
    #expect(throws: AppendFailure.idTwice(Sample.id(13))) {
      let new = raw(13, SubjectID(.measure, 1), "measure.resumed", "{}")
      return try writer.append(raw: [new, new], recordedBy: "Anna Ek")
    }
    #expect(writer.position == 3)
  }

  @Test(
    "data that is not canonical, not of its type, or more than data is refused, and nothing is written",
    arguments: [
      "", "{", "[]", #"{"reason": "Snö"}"#, #"{"reason":"Sn\u00f6"}"#, #"{"reason":"Snö"} "#, "{}",
      #"{"reason":"Snö","reason":"Is"}"#, #"{"reason":"Snö","annat":1}"#, #"{"reason":1}"#, "{\"reason\":\"a\nb\"}",
      #"{"reason":"a"},"position":2"#, #"{"reason":"a"},"position":2,"subjectversion":1,"recordedby":"X"}"#,
      #"{"reason":"a","refs":["M-1"]}"#, #"{"reason":"a","refs":[]}"#,
      #"{"decision":"D-0001","reason":"a"}"#, "{\"reason\":\"a\"}\n{\"reason\":\"b\"}",
    ])
  func notCanonical(data: String) throws {
    let writer = try Sample.create(ledger)
    let before = try ledger.bytes("events/000000000001.jsonl")
    let good = raw(11, SubjectID(.measure, 1), "measure.paused", #"{"reason":"Snö"}"#)
    let bad = raw(12, SubjectID(.measure, 1), "measure.paused", data)
    let error = #expect(throws: AppendFailure.self) { try writer.append(raw: [good, bad], recordedBy: "Anna Ek") }
    guard case .unwritable(proposal: 1, _)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(try ledger.bytes("events/000000000001.jsonl") == before && writer.position == 1)
    #expect(try writer.append(raw: [good], recordedBy: "Anna Ek") == 2..<3)
    #expect(try Journal.verify(ledger.path).isSound)
  }

  @Test("a type about another kind of subject, a second opening, a line too long and nobody's name are refused")
  func otherRefusals() throws {
    let writer = try Sample.create(ledger)
    let subject = SubjectID(.measure, 1)
    func failure(_ proposal: RawProposal, by name: Text = "Anna Ek") -> AppendFailure? {
      #expect(throws: AppendFailure.self) { try writer.append(raw: [proposal], recordedBy: name) }
    }
    let foreign = failure(raw(11, SubjectID(.case, 1), "measure.paused", #"{"reason":"Snö"}"#))
    guard case .unwritable(proposal: 0, let problem)? = foreign,
      case .foreignFact(type: "measure.paused", subject: SubjectID(.case, 1))? = problem?.kind
    else { return #expect(Bool(false), "\(String(describing: foreign))") }
    let opening = String(decoding: try ledger.bytes("ledger.json").filter { $0 != 0x0A }, as: UTF8.self)
    #expect(failure(raw(12, .ledger, "ledger.opened", opening)) == .alreadyOpened(proposal: 0))
    let long = raw(13, subject, "measure.paused", #"{"reason":"\#(String(repeating: "a", count: 66_000))"}"#)
    guard case .lineTooLong(proposal: 0, _)? = failure(long) else { return #expect(Bool(false)) }
    let right = raw(14, subject, "measure.paused", #"{"reason":"Snö"}"#)
    guard case .unwritable(proposal: 0, .some)? = failure(right, by: "") else { return #expect(Bool(false)) }
    var half = right
    half.effective = .instant(Instant(milliseconds: 1_666_000_000_500))
    #expect(failure(half) == .unwritable(proposal: 0, nil))
    #expect(FactTypes.known("measure.thought-of") == nil && FactTypes.known("measure.paused") != nil)
    #expect(writer.position == 1)
  }

  @Test("what it commits to must be given or held, and what is given must be committed to")
  func sealings() throws {
    let writer = try Sample.create(ledger)
    let sealing = Sample.sealing(1, Array("hemligt".utf8))
    let value = try SealedValue(text: sealing.commitment.hex)
    let subject = SubjectID(.measure, 1)
    func noted(_ id: Int) -> RawProposal {
      raw(id, subject, "measure.paused", #"{"reason":"Snö","note":{"sealed":"\#(sealing.commitment.hex)"}}"#)
    }
    #expect(throws: AppendFailure.sealingMissing(value)) {
      try writer.append(raw: [noted(1001)], recordedBy: "Anna Ek")
    }
    let plain = raw(1002, subject, "measure.resumed", "{}")
    #expect(throws: AppendFailure.sealingUnused(sealing.commitment)) {
      try writer.append(raw: [plain], recordedBy: "Anna Ek", sealings: [sealing])
    }
    _ = try writer.append(raw: [noted(1001)], recordedBy: "Anna Ek", sealings: [sealing])
    #expect(throws: AppendFailure.sealingUnused(sealing.commitment)) {
      try writer.append(raw: [noted(1003)], recordedBy: "Anna Ek", sealings: [sealing])
    }
    _ = try writer.append(raw: [noted(1003)], recordedBy: "Anna Ek")
    #expect(ledger.names(in: "sealed") == [sealing.commitment.hex])
    // An erasure names what it erases and may have a note of its own, which stays.
    let note = Sample.sealing(2, Array("varför".utf8))
    let data = """
      {"commitments":["\(sealing.commitment.hex)"],"reference":"KS/2023-1","decided":"2023-01-10",\
      "organ":"Kommunstyrelsen","note":{"sealed":"\(note.commitment.hex)"}}
      """
    _ = try writer.append(
      raw: [raw(1004, subject, "entry.value-erased", data)], recordedBy: "Anna Ek", sealings: [note])
    #expect(ledger.names(in: "sealed") == [note.commitment.hex])
    writer.close()
    #expect(try JournalWriter.repair(ledger.path, Sample.settings(), isDryRun: true).isEmpty)
    let report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.sealed.openableCount == 1 && report.sealed.erasedCount == 1)
  }
}
