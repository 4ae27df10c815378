import CommandArguments
package import Integrity
package import JournalStore
package import LedgerDomain
package import Projections
import StrictJSON
import Wording

/// The events that a sheet becomes, decided one after the other, each seeing those before it.
package struct SheetRecording: Sendable {
  /// To be recorded as one batch, all or none.
  package private(set) var proposals: [Proposal] = []
  package private(set) var sealings: [Sealing] = []
  /// The ledger with them in it.
  package private(set) var desk: DecisionDesk
  private let clock: SheetClock
  private let start: Int
  private var personalData: PersonalDataGuard

  init(_ chronicle: Chronicle, _ clock: SheetClock, _ language: Language) {
    desk = DecisionDesk(chronicle)
    self.clock = clock
    personalData = PersonalDataGuard(
      clock.personalData, word: PersonalData.sealedWord[language], random: clock.random)
    start = chronicle.position
  }

  /// The events as they will stand, but for their time.
  package var events: [Event] { desk.chronicle.events(after: start) }

  /// Decides a command. What is irregular is recorded with the reason, and refused where there is none.
  ///
  /// `found` is what may not be recorded unsealed; where there is any, nothing should be. A reason that nothing was irregular for goes to the command with `mayDeclare`: then it is irregular by the recorder's own word.
  mutating func decide(
    _ command: Command, id: EventID, reason: Text?, mayDeclare: Bool
  ) throws(Refusal) -> (event: Event, isIrregular: Bool, found: [PersonalDataText]) {
    var command = command
    if mayDeclare { command.irregularReason = reason }
    var draft: Draft
    do throws(Refusal) {
      draft = try desk.decide(command)
    } catch .irregular(let kinds) {
      guard let reason else { throw .irregular(kinds) }
      command.irregularReason = reason
      draft = try desk.decide(command)
    }
    let known = personalData.hits.count
    if let guarded = personalData.guarded(command, draft, sealings: &sealings) { draft = try desk.decide(guarded) }
    let event = desk.accept(draft, id: id, at: clock.now, recordedBy: clock.recordedBy)
    proposals.append(Proposal(id: id, draft: draft))
    return (event, draft.circumstances.irregular != nil, personalData.hits[known...].map(\.text))
  }

  /// Seals a note: the commitment goes into the line, salt and text into `sealed/`.
  mutating func seal(note: Text?) -> SealedText? {
    guard let note else { return nil }
    let sealing = Sealing.seal(
      field: "note", value: Array(note.text.utf8), salt: clock.random(Integrity.Commitment.saltByteCount))
    sealings.append(sealing)
    return SealedText(sealing)
  }
}
