import CommandArguments
package import LedgerDomain
import StrictJSON

extension Refusal {
  /// Why a command was refused and what to do: what is wrong, what was found, what was expected, the next step.
  ///
  /// `type` is the type of the event that the command wanted recorded: it decides what its fields are called. `subject`
  /// is what the command was about; `subjects` are those that the ledger has, or of many the first, the last and those near
  /// an unknown one, which is answered with them.
  package func message(
    about type: String? = nil, subject: SubjectID? = nil, subjects: [SubjectID] = []
  ) -> Message {
    switch self {
    case .unknownSubject(let id): SubjectRefusals.unknown(id, among: subjects)
    case .alreadyExists(let id): SubjectRefusals.exists(id, among: subjects)
    case .wrongKind(let id, let expected): SubjectRefusals.wrongKind(id, expected)
    case .foreignFact(let type, let subject): SubjectRefusals.foreign(type, subject)
    case .unknownCode(let code, let list, let known): ListRefusals.unknown(code, list, known)
    case .unknownPeriod(let label, let known): ListRefusals.unknownPeriod(label, known)
    case .unknownTarget(let name, let known): ListRefusals.unknownTarget(name, known)
    case .duplicate(let field, let value): ListRefusals.duplicate(field, value, type)
    case .empty(let field): FieldRefusals.empty(field, type)
    case .missing(let field): FieldRefusals.missing(field, type)
    case .contradiction(let one, let other): FieldRefusals.contradiction(one, other, type)
    case .runsBackwards(let from, let through): FieldRefusals.runsBackwards(from, through)
    case .outOfRange(let field, let value, let least, let most):
      FieldRefusals.outOfRange(field, value, least, most, type)
    case .notLater(let day, let current): FieldRefusals.notLater(day, than: current)
    case .unsupported(let field, let value): FieldRefusals.unsupported(field, value, type)
    case .nothingChanged: FieldRefusals.nothingChanged
    case .impossible(let type, let state): StateRefusals.impossible(type, state, subject)
    case .irregular(let kinds): StateRefusals.irregular(kinds)
    case .notOfSubject(let id, let subject): EntryRefusals.notOf(subject, id)
    case .notCorrectable(let field, let known): EntryRefusals.notCorrectable(field.text, known, type)
    case .unknownField(let field, let known): EntryRefusals.unknownField(field.text, known)
    case .oldDiffers(let field, let stated, let current): EntryRefusals.oldDiffers(field.text, stated, current, type)
    case .newMalformed(let field, let mismatch): EntryRefusals.newMalformed(field.text, mismatch, type)
    case .reversalOfReversal(let id): EntryRefusals.reversalOfReversal(id)
    case .alreadyReversed(let id): EntryRefusals.alreadyReversed(id)
    case .notSealed(let value): EntryRefusals.notSealed(value)
    }
  }
}

/// `Se ”liggare measure list”.`
func see(_ command: String) -> Localized {
  Localized("Se ”liggare \(command)”.", "See “liggare \(command)”.")
}
