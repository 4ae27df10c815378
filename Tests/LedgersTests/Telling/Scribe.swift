import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// The one who writes a story down as a ledger: every command passes `decide`, and nothing is random.
///
/// A story may be told subject by subject; the scribe orders its occasions by time and writes when it is asked to. Event
/// identities and salts come from SHA-256 of a counter, so the same story always gives the same bytes. (A real ledger
/// takes both from a secure random source: whoever knows how these salts are made can try values.)
final class Scribe {
  /// What the identities and salts are derived from.
  let name: String
  private(set) var desk = DecisionDesk()
  /// What was recorded, in order: each is one batch, or one entry alone.
  private(set) var recorded: [RecordedBatch] = []
  /// The documents presented, in order.
  private(set) var presented: [[UInt8]] = []
  /// What `decide` refused, with its place. A story that is told well leaves this empty.
  private(set) var refused: [String] = []
  private var planned: [(occasion: Occasion, tell: () -> Void)] = []
  private var occasion: Occasion?
  private var waiting: [Command] = []
  private var clock = Instant(milliseconds: 0)
  private var saltCount = 0
  /// The values that the commands waiting commit to.
  private var sealings: [Sealing] = []

  init(name: String) { self.name = name }

  var chronicle: Chronicle { desk.chronicle }

  /// Remembers what is to be told at an occasion.
  func plan(_ occasion: Occasion, _ tell: @escaping () -> Void) { planned.append((occasion, tell)) }

  /// Tells everything planned, in order of time; occasions at the same time in the order in which they were planned.
  func write() {
    let order = planned.indices.sorted {
      let (one, other) = (planned[$0].occasion.time, planned[$1].occasion.time)
      return one == other ? $0 < $1 : one < other
    }
    for index in order {
      let (occasion, tell) = planned[index]
      self.occasion = occasion
      if occasion.clockBehindSeconds > 0 {
        let last = recorded.last?.time ?? occasion.time
        clock = Instant(milliseconds: last.milliseconds - occasion.clockBehindSeconds * 1000)
      } else {
        clock = max(occasion.time, later(than: clock))
      }
      tell()
      recordBatch()
    }
    planned = []
  }

  /// Takes a command of the story: recorded at once, or with its batch at the end of the occasion.
  func take(_ subject: SubjectID, _ fact: Fact) {
    guard var occasion else { preconditionFailure("nothing is told outside an occasion") }
    var circumstances = Circumstances(refs: occasion.refs, sources: occasion.sources, received: occasion.received)
    if let note = occasion.note { circumstances.note = sealed("note", note) }
    occasion.note = nil
    self.occasion = occasion
    let command = Command(
      subject, fact, effective: fact.isAboutAnEntry ? nil : occasion.effective, circumstances: circumstances,
      irregularReason: occasion.irregular)
    waiting.append(command)
    if !occasion.isBatch { recordBatch() }
  }

  private func recordBatch() {
    guard let occasion, !waiting.isEmpty else { return }
    var batch = RecordedBatch(time: clock, clerk: occasion.clerk, sealings: sealings)
    let thread = occasion.thread.flatMap { chronicle.events(about: $0).first?.id }
    for (index, command) in waiting.enumerated() {
      do {
        let id = EventID(random: Array(derived("event", chronicle.position + 1).prefix(16)))
        let draft = try desk.decide(command)
        desk.accept(
          draft, id: id, at: clock, recordedBy: occasion.clerk,
          batch: waiting.count > 1 ? BatchPlace(place: index + 1, count: waiting.count) : nil, correlation: thread)
        batch.proposals.append(Proposal(id: id, draft: draft, correlation: thread))
      } catch {
        refused.append("\(occasion.place) \(command.subject.text) \(command.fact.type): \(error)")
      }
    }
    recorded.append(batch)
    sealings = []
    waiting = []
    clock = later(than: clock)
  }

  /// Notes what the story got wrong itself.
  func refuse(_ mistake: String) { refused.append("\(occasion?.place ?? "") \(mistake)") }

  /// When the next entry is ready: typing takes 40 to 129 seconds.
  private func later(than time: Instant) -> Instant {
    Instant(milliseconds: time.milliseconds + (40 + Int64(chronicle.position) * 37 % 90) * 1000)
  }

  /// Seals a value of a field.
  func sealed(_ field: String, _ value: String) -> SealedText {
    saltCount += 1
    let salt = Array(derived("salt", saltCount).prefix(Commitment.saltByteCount))
    let sealing = Sealing.seal(field: field, value: Array(value.utf8), salt: salt)
    sealings.append(sealing)
    guard let value = try? SealedValue(text: sealing.commitment.hex) else { preconditionFailure("64 hex digits") }
    return SealedText(value)
  }

  /// Keeps a document as it was presented; gives its digest.
  func keep(_ document: [UInt8]) -> DocumentDigest {
    presented.append(document)
    return digest(of: document)
  }

  /// 32 bytes from a counter.
  func derived(_ use: String, _ number: Int) -> [UInt8] {
    SHA256.hash(Array("\(name)/\(use)/\(number)".utf8)).bytes
  }
}

/// Entries that were recorded together, as the journal's writer takes them.
struct RecordedBatch {
  var time: Instant
  var clerk: Text
  /// The values that the entries commit to.
  var sealings: [Sealing]
  var proposals: [Proposal] = []
}

/// The SHA-256 of a document, as events name it.
func digest(of document: [UInt8]) -> DocumentDigest {
  guard let digest = try? DocumentDigest(text: SHA256.hash(document).hex) else { preconditionFailure("64 hex digits") }
  return digest
}

extension Fact {
  /// Whether it corrects or reverses another entry, and so has no effective date of its own.
  fileprivate var isAboutAnEntry: Bool {
    switch self {
    case .entry(.corrected), .entry(.reversed): true
    default: false
    }
  }
}
