import CommandArguments
import Documents
import DurableFiles
import FollowUps
import Integrity
import LedgerDomain
import Projections
import StrictJSON

/// `follow-up present`: the document that was really shown, kept by digest.
enum FollowUpPresent {
  private static let file = Option<String>(
    "document", "FILE",
    Localized("det som visades (förval: rapporten som Markdown)", "what was shown (default: the report as Markdown)"))
  private static let name = Option<Text>(text: "name", "TEXT", Localized("handlingens namn", "the document's name"))
  private static let registryNumber = Option<Text>(
    text: "registry-number", "TEXT", Localized("diarienummer", "registry number"))

  static let verb = Verb.recording(
    ["follow-up", "present"], Localized("redovisad för organet", "presented to the body"),
    discussion: Localized(
      "Dokumentets bytes sparas under sitt SHA-256 i presented/. »follow-up show --document« ger samma bytes tillbaka.",
      "The document's bytes are kept under their SHA-256 in presented/. “follow-up show --document” gives the same bytes back."
    ),
    about: [Subjects.followUp], [Shared.to, Shared.meeting, file, name, registryNumber],
    example: "liggare follow-up present F-0001 --to B-0003 --meeting T-0004 --document slutlig.pdf",
    Localized("den redigerade filen", "the edited file")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = try given.value(Subjects.followUp)
    draft.happens(at: Shared.meeting)
    let shown: Shown
    if let path = given[optional: file] { shown = try read(path) } else { shown = try report(id, draft) }
    draft.present(shown.bytes)
    let reference = DocumentReference(
      name: given[optional: name] ?? shown.name, sha256: DocumentDigest(of: SHA256.hash(shown.bytes)),
      registryNumber: given[optional: registryNumber])
    try draft.add(
      id,
      .followUp(
        .presented(
          FollowUpPresented(
            to: try given.value(Shared.to), meeting: given[optional: Shared.meeting], document: reference))))
  }

  private struct Shown {
    var name: Text
    var bytes: [UInt8]
  }

  private static func read(_ path: String) throws(Failure) -> Shown {
    do throws(FileError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return Shown(name: Text(name), bytes: try FileOperations.system.read(path))
    } catch { throw .file(error) }
  }

  /// The report as it was compiled: from what was known then.
  private static func report(_ id: SubjectID, _ draft: Drafting) throws(Failure) -> Shown {
    guard case .followUp(let state) = draft.chronicle.state(of: id), let compiled = state.compiled else {
      throw .notFound(id, known: false)
    }
    guard let opened = LedgerReading.opened(draft.chronicle) else { preconditionFailure("a ledger has its opening") }
    let periods = LedgerReading.periods(draft.chronicle)
    guard let period = periods.first(where: { $0.label == compiled.period }) else {
      throw .noPeriod(compiled.period.text, known: periods.map(\.label.text))
    }
    let known = draft.chronicle.known(through: compiled.knownThrough)
    // One that was compiled while its period ran says so for ever.
    let pack = FollowUpPack(
      period: period, promise: compiled.promise, chronicle: known, knownAt: nil, today: state.compiledDay)
    let basis = Basis(pack.book, of: opened, knownAt: nil, root: nil, size: known.position)
    let checkpoint = try draft.chronicle.view.flatMap { view throws(Failure) in
      try PackCheckpoint(view, size: known.position)
    }
    let document = pack.document(LedgerReading.language(draft.chronicle), basis: basis, checkpoint: checkpoint)
    let text = MarkdownRenderer().render(document)
    return Shown(name: Text("uppfoljning-\(compiled.period.text).md"), bytes: Array(text.utf8))
  }
}
