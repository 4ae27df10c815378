import DurableFiles
import Glibc
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Synchronization

/// A writer with one fact to record again and again: an activity in a case, whose line has some 390 bytes.
struct Growing {
  private let writer: JournalWriter
  private let draft: Draft
  /// The same fact without its draft.
  private let raw: RawProposal
  private var dice: Dice
  /// Syncs and bytes that went through the file layer.
  private let tally: Tally

  /// What passed the file layer, counted before each call.
  private final class Tally: Sendable {
    let syncs = Atomic<Int>(0)
    let bytes = Atomic<Int>(0)
  }

  private static let identity = "urn:uuid:6b1f0c52-7d0e-4b7a-9a37-00000000beef"
  private static let recorder = Text("K. Thulin")

  /// A new ledger in a folder that is not there.
  static func create(in folder: String) throws(HarnessFailure) -> Growing {
    let tally = Tally()
    do {
      let opened = LedgerOpened(
        identity: Text(identity), title: "Påhittad liggare för mätning", owner: "Vinterfors kommun (påhittad)",
        reality: .illustrative,
        validity: DateSpan(from: try LocalDate(text: "2022-01-01"), through: try LocalDate(text: "2023-12-31")),
        timeZone: "Europe/Stockholm", language: "sv", format: 1)
      var dice = Dice(seed: 1)
      let opening = Proposal(id: id(&dice), draft: try draft(.ledger, .ledger(.opened(opened)), known: []))
      let writer = try JournalWriter.create(folder, first: opening, recordedBy: recorder, settings(tally))
      return try begin(writer, SubjectID(.case, 1), dice, tally)
    } catch {
      throw .journal("\(error)")
    }
  }

  /// A ledger that is there, with a case of its own from here on.
  static func open(_ folder: String) throws(HarnessFailure) -> Growing {
    let tally = Tally()
    do {
      var random = SystemRandomNumberGenerator()
      // A number beyond those of generated ledgers.
      let subject = SubjectID(.case, 9_000_001)
      return try begin(try JournalWriter.open(folder, settings(tally)), subject, Dice(seed: random.next()), tally)
    } catch {
      throw .journal("\(error)")
    }
  }

  /// Opens a case and makes ready the fact that is recorded in it.
  private static func begin(
    _ writer: JournalWriter, _ subject: SubjectID, _ dice: Dice, _ tally: Tally
  ) throws -> Growing {
    var dice = dice
    let opened = try draft(subject, .case(.opened(CaseOpened(title: "Mätning"))), known: [])
    let events = try writer.append(
      [Proposal(id: id(&dice), draft: opened)], recordedBy: recorder, confirmClockStep: true)
    let activity = ActivityRecorded(activity: "Platsbesök efter mörkrets inbrott.")
    let draft = try draft(subject, .case(.activityRecorded(activity)), known: events)
    let raw = RawProposal(
      id: EventID(high: 0, low: 0), subject: subject, type: FactTypes.number(draft.fact.type),
      data: draft.fact.data(with: draft.circumstances).canonicalBytes[...])
    return Growing(writer: writer, draft: draft, raw: raw, dice: dice, tally: tally)
  }

  /// Records so many events as one batch.
  mutating func append(_ count: Int) throws(HarnessFailure) {
    let proposals = (0..<count).map { _ in Proposal(id: Growing.id(&dice), draft: draft) }
    do throws(AppendFailure) {
      _ = try writer.append(proposals, recordedBy: Growing.recorder)
    } catch {
      throw .journal("\(error)")
    }
  }

  /// Records so many events as one batch, by their canonical data.
  mutating func append(raw count: Int) throws(HarnessFailure) {
    var proposals: [RawProposal] = []
    proposals.reserveCapacity(count)
    for _ in 0..<count {
      var proposal = raw
      proposal.id = EventID(high: dice.next(), low: dice.next())
      proposals.append(proposal)
    }
    do throws(AppendFailure) {
      _ = try writer.append(raw: proposals, recordedBy: Growing.recorder)
    } catch {
      throw .journal("\(error)")
    }
  }

  /// The syncs and the bytes written so far.
  var counted: (syncs: Int, bytes: Int) {
    (tally.syncs.load(ordering: .relaxed), tally.bytes.load(ordering: .relaxed))
  }

  /// Ends the writing.
  func close() { writer.close() }

  private static func draft(_ subject: SubjectID, _ fact: Fact, known: [Event]) throws(Refusal) -> Draft {
    let state = { @Sendable (id: SubjectID) -> SubjectState in
      var state = SubjectState(id: id)
      for event in known where event.subject == id { state.apply(event) }
      return state
    }
    return try decide(
      Command(subject, fact, effective: nil, circumstances: Circumstances(), irregularReason: nil), entries: known,
      in: Surroundings(then: state, now: state) { _ in [] })
  }

  private static func id(_ dice: inout Dice) -> EventID {
    let (high, low) = (dice.next(), dice.next())
    return EventID(
      random: (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64($0 % 8 * 8)) })
  }

  /// How a loop of appends opens the ledger: with a checkpoint each second.
  private static func settings(_ tally: Tally) -> WriterSettings {
    let operations = FileOperations { call in
      if call.operation == .sync { tally.syncs.add(1, ordering: .relaxed) }
      if call.operation == .write { tally.bytes.add(call.byteCount, ordering: .relaxed) }
      return .proceed
    }
    return WriterSettings(holder: "Benchmarks", checkpointing: .deferred, operations: operations) {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(milliseconds: Int64(time.tv_sec * 1000 + time.tv_nsec / 1_000_000))
    }
  }
}
