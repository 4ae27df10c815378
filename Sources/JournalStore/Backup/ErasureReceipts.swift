import Integrity
import LedgerDomain

/// Erasures that a lost newer book recorded, to be applied again to a restored one: its own lines, as JSON Lines, byte for byte as they
/// stood there, each with or without its LF at the end of the file.
///
/// A line counts where it is a `liggare.entry.value-erased` of the same ledger and names a value that the book commits to. Values that it
/// names besides, which were recorded after the backup, are none of this book's. A line that the book has itself says nothing new.
struct ErasureReceipts: Sendable {
  /// What one line erases of its subject that the book has not erased there.
  struct Erasure: Sendable {
    /// The line in the file, from 1.
    let line: Int
    let subject: SubjectID
    let effective: Effective?
    let commitments: [Integrity.Commitment]
    /// How many of these nothing before has erased: a value may stand in entries about several subjects.
    let freshCount: Int
    /// What the line says, of all the values that it names.
    let fact: ValueErased

    var decision: DisposalDecision { DisposalDecision(fact) }
  }

  private(set) var erasures: [Erasure] = []
  /// How many it does not have.
  private(set) var foreignCount = 0

  init() {}

  /// Reads the lines of a file and holds them against the covered ones; refuses the first that does not count.
  init(_ bytes: [UInt8], against ledger: CoveredLedger) throws(BackupFailure) {
    let own = Dictionary(grouping: ledger.erasures, by: \.position)
    var erased = ledger.erased
    var recorded: [SubjectID: Set<Integrity.Commitment>] = [:]
    for erasure in ledger.erasures { recorded[erasure.subject, default: []].formUnion(erasure.commitments) }
    var number = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = Array(rest[..<end])
      rest = rest[end...].dropFirst()
      number += 1
      let event = try Self.event(line, number, ledger)
      guard case .entry(.valueErased(let fact)) = event.fact else {
        throw .receipt(line: number, .otherType(event.fact.type))
      }
      if event.position <= ledger.checkpoint.size {
        guard own[event.position]?.first?.leafHash == MerkleTree.leafHash(line) else {
          throw .receipt(line: number, .otherBook(position: event.position))
        }
      }
      let named = event.erasedCommitments
      let there = named.filter { ledger.commitments.contains($0) }
      guard !there.isEmpty else { throw .receipt(line: number, .unknownValues(count: named.count)) }
      foreignCount += named.count - there.count
      let new = there.filter { recorded[event.subject, default: []].insert($0).inserted }
      let freshCount = there.count { erased.insert($0).inserted }
      if new.isEmpty { continue }
      erasures.append(
        Erasure(
          line: number, subject: event.subject, effective: event.effective, commitments: new, freshCount: freshCount,
          fact: fact))
    }
  }

  private static func event(
    _ line: [UInt8], _ number: Int, _ ledger: CoveredLedger
  ) throws(BackupFailure) -> Event {
    let decoded: DecodedLine
    do throws(LineProblem) { decoded = try LineFormat.decode(line) } catch {
      throw .receipt(line: number, .line(error.kind))
    }
    guard decoded.source == ledger.identity else { throw .receipt(line: number, .otherLedger(decoded.source)) }
    return decoded.event
  }
}

extension ErasureReceipts {
  /// The erasures as the book will record them: the same values and the same decision, decided by the rules of the domain. `view` is of the
  /// folder with the covered lines; of what stands beyond them nothing counts.
  func drafts(in view: JournalView, through size: Int) throws(BackupFailure) -> [Draft] {
    @Sendable func events(_ subject: SubjectID) -> [Event] {
      view.positions(about: subject).filter { $0 <= size }.compactMap { view.event(at: $0) }
    }
    let state = { @Sendable (subject: SubjectID) -> SubjectState in
      var state = SubjectState(id: subject)
      for event in events(subject) { state.apply(event) }
      return state
    }
    let surroundings = Surroundings(then: state, now: state) { view.subjects($0, through: size) }
    var drafts: [Draft] = []
    for erasure in erasures {
      var fact = erasure.fact
      fact.commitments = erasure.commitments.compactMap { try? SealedValue(text: $0.hex) }
      do throws(Refusal) {
        drafts.append(
          try decide(
            Command(erasure.subject, .entry(.valueErased(fact)), effective: erasure.effective),
            entries: events(erasure.subject),
            in: surroundings))
      } catch { throw .receipt(line: erasure.line, .refused(error)) }
    }
    if let failure = view.failure { throw .journal(failure) }
    return drafts
  }
}
