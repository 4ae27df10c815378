package import Integrity
import JournalStore
package import LedgerDomain
import StrictJSON

/// The guard of recording: what becomes of personal data in text that is not sealed. Every way in goes through it: commands, questions,
/// logs, sheets and forms.
///
/// A command is decided first, so that all its texts are there, the reason of what is irregular among them; then the guard
/// looks at the draft. What a correction says that a field *said* is not looked at: it stands in the entry that is corrected.
package struct PersonalDataGuard: Sendable {
  /// What becomes of what is found.
  package enum Policy: Sendable {
    /// Nothing may be recorded; ``PersonalDataGuard/hits`` says why.
    case refuse
    /// A word takes its place, and the whole text goes into the entry's sealed note.
    case seal
    case allow
  }

  /// A text in which something was found, and the event that it would have been recorded in.
  package struct Hit: Hashable, Sendable {
    package let subject: SubjectID
    package let type: String
    package let text: PersonalDataText

    package init(subject: SubjectID, type: String, text: PersonalDataText) {
      self.subject = subject
      self.type = type
      self.text = text
    }
  }

  package let policy: Policy
  private let word: String
  private let random: @Sendable (Int) -> [UInt8]
  /// What was found and may not be recorded, in the order of the commands.
  package private(set) var hits: [Hit] = []

  /// `word` is what stands in the place of what is sealed; `random` gives salts.
  package init(_ policy: Policy, word: String, random: @escaping @Sendable (Int) -> [UInt8]) {
    self.policy = policy
    self.word = word
    self.random = random
  }

  /// The command to be decided in the place of one whose draft says something that is to be sealed, its note among the sealings; nil
  /// where the draft may stand, or may not be recorded at all.
  package mutating func guarded(
    _ command: Command, _ draft: Draft, sealings: inout [Sealing]
  ) -> Command? {
    if policy == .allow { return nil }
    let texts = draft.newPersonalData
    if texts.isEmpty { return nil }
    guard policy == .seal, let withheld = draft.withheld(as: word) else {
      hits += texts.map { Hit(subject: draft.subject, type: draft.fact.type, text: $0) }
      return nil
    }
    var command = command
    command.fact = withheld.fact
    command.irregularReason = withheld.circumstances.irregular?.reason
    command.circumstances = withheld.circumstances
    command.circumstances.irregular = nil
    let told = texts.map { "\($0.field): \($0.text)" }.joined(separator: "\n")
    command.circumstances.note = note(command.circumstances.note, and: told, &sealings)
    return command
  }

  /// The note of an entry with more in it, sealed anew.
  private func note(_ note: SealedText?, and more: String, _ sealings: inout [Sealing]) -> SealedText {
    var text = more
    if let note, let place = sealings.firstIndex(where: { $0.commitment.hex == note.sealed.text }) {
      text = String(decoding: sealings.remove(at: place).value, as: UTF8.self) + "\n\n" + more
    }
    let sealing = Sealing.seal(field: "note", value: Array(text.utf8), salt: random(Integrity.Commitment.saltByteCount))
    sealings.append(sealing)
    return SealedText(sealing)
  }
}

extension Draft {
  /// What would come into the book with it: all but what a correction says that the field said.
  fileprivate var newPersonalData: [PersonalDataText] {
    let texts = fact.personalData(with: circumstances)
    guard case .entry(.corrected) = fact else { return texts }
    return texts.filter { $0.field != "old" && !$0.field.hasPrefix("old.") && !$0.field.hasPrefix("old[") }
  }

  fileprivate func withheld(as word: String) -> (fact: Fact, circumstances: Circumstances)? {
    guard let withheld = fact.withheld(as: word, with: circumstances) else { return nil }
    guard case .entry(.corrected(let stated)) = fact, case .entry(.corrected(var corrected)) = withheld.fact else {
      return withheld
    }
    corrected.old = stated.old
    return (.entry(.corrected(corrected)), withheld.circumstances)
  }
}
