import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Synchronization

/// Opens sealed values for a reader who asked to see them with `--reveal` and may read the folder `sealed`.
///
/// A value that is not there, because it was erased or because this copy of the ledger carries none, is masked like any other; so is one
/// that an entry has erased whose file is still there, in a reading of any moment. One that cannot be read, or is not what its line
/// commits to, fails the answer: `failure` is looked at before anything is said.
final class Unsealing: Sendable {
  static let reveal = Flag(
    "reveal",
    Localized(
      "visa förseglade värden i klartext, för den som får läsa mappen sealed",
      "show sealed values in clear, for whoever may read the folder sealed"))

  private let journal: JournalView
  private let folder: SealedFolder
  private let first = Mutex<Failure?>(nil)

  init(_ journal: JournalView) {
    self.journal = journal
    folder = SealedFolder(of: journal.folder)
  }

  /// Why a value could not be shown: the first such.
  var failure: Failure? { first.withLock { $0 } }

  /// The text of a value; nil where there is none to show.
  func text(of value: SealedValue) -> String? {
    guard let commitment = Commitment(hex: value.text) else { return nil }
    do throws(JournalError) {
      if try journal.hasErased(commitment) { return nil }
      do throws(SealedFailure) {
        return try folder.open(commitment).map { String(decoding: $0.value, as: UTF8.self) }
      } catch { throw error.journalError(of: commitment) }
    } catch {
      first.withLock { if $0 == nil { $0 = .damaged(error) } }
      return nil
    }
  }
}

extension JSONValue {
  /// The value with the text of each sealed one that can be had: `{"sealed":"88e5…","text":"…"}`.
  func revealed(_ text: (SealedValue) -> String?) -> JSONValue {
    switch self {
    case .object(let object):
      if let sealed = SealedValue(of: object), let text = text(sealed) {
        return .object(["sealed": .string(sealed.text), "text": .string(text)])
      }
      return .object(JSONObject(object.members.map { (name: $0.name, value: $0.value.revealed(text)) }))
    case .array(let elements): return .array(elements.map { $0.revealed(text) })
    case .null, .bool, .number, .string: return self
    }
  }
}

extension Session {
  /// How sealed values are shown: in clear with `--reveal`, where the command has it; else masked.
  var reveal: @Sendable (SealedValue) -> String? {
    get throws(Failure) {
      guard arguments.spec.options.contains(Unsealing.reveal.declaration), arguments[Unsealing.reveal] else {
        return { _ in nil }
      }
      // What becomes a file may leave the house: only commands that record it do that.
      if delivery.path != nil, !arguments.declares(Disclosure.by) { throw .exclusive(["--reveal", "--out"]) }
      let journal = if let known { known } else { try journal() }
      let unsealing = Unsealing(journal)
      keep(unsealing)
      return { unsealing.text(of: $0) }
    }
  }
}
