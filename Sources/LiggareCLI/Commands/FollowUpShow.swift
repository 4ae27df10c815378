import CommandArguments
import Documents
import FollowUps
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// `follow-up show`: what became of a follow-up, or the very document that was presented.
enum FollowUpShow {
  static let document = Flag(
    "document", Localized("det redovisade dokumentet, byte för byte", "the document presented, byte for byte"))

  private static let now = Flag(
    "now", Localized("vad uppföljningen skulle säga annorlunda i dag", "what the report would say differently today"))

  static let verb = Verb(
    spec: CommandSpec(
      ["follow-up", "show"], Localized("visa en uppföljning", "show a follow-up"), positionals: [Subjects.followUp],
      options: [document, now, Unsealing.reveal] + Delivery.options,
      examples: [
        .init(
          "liggare follow-up show F-0001",
          Localized("när den sändes, redovisades, noterades", "when it was sent, presented, noted")),
        .init(
          "liggare follow-up show F-0001 --document --out visad.md",
          Localized("samma bytes som visades", "the same bytes as were shown")),
        .init(
          "liggare follow-up show F-0002 --now --journal journal/exempel",
          Localized("vad som har blivit känt sedan dess", "what has become known since")),
      ]),
    run: { session throws(Failure) in
      if session.arguments[document] {
        for option: any Declared in [now, Delivery.format] where session.arguments.isGiven(option) {
          throw .exclusive(["--document", option.declaration.reference])
        }
      }
      let reading = try session.reading()
      let id = try session.arguments.value(Subjects.followUp)
      let sheet = try SubjectSheet(id, .followUp, reading)
      if session.arguments[now] { return try showNow(sheet.state, session, reading) }
      guard session.arguments[document] else { return try session.answer(sheet.document, json: sheet.json) }
      guard case .followUp(let state)? = reading.book.state(of: id), let presented = state.presented?.presented else {
        throw .refused(.impossible(type: "follow-up.show", state: "not-presented"))
      }
      let bytes = try bytes(presented.document.sha256, reading.journal)
      let isAllowed = reading.book.mayShow(
        presented: bytes, named: presented.document.name.text, compiledAt: state.compiled?.knownThrough ?? 0)
      if !isAllowed, !session.arguments[Unsealing.reveal] { throw .tracing(.presentedWithheld(id)) }
      if session.delivery.path == nil, session.world.console.isTerminal, String(validating: bytes, as: UTF8.self) == nil
      {
        throw .tracing(.noText(presented.document.name.text))
      }
      try session.delivery.hand(bytes, session)
      let name = presented.document.name.text
      if let path = session.delivery.path, ending(of: path) != ending(of: name) {
        session.remark(
          visible(
            Localized(
              "Dokumentet heter ”\(name)”: filen har en annan ändelse.",
              "The document is called “\(name)”: the file has another ending.")[
                reading.language]))
      }
    })

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
  }

  /// The report as it was known when it was compiled beside the same as it is known now.
  private static func showNow(_ state: SubjectState, _ session: Session, _ reading: LedgerReading) throws(Failure) {
    if session.arguments.isGiven(Globals.asOf) { throw .exclusive(["--now", "--as-of"]) }
    guard case .followUp(let followUp) = state, let compiled = followUp.compiled else {
      preconditionFailure("a follow-up that is shown was compiled")
    }
    let periods = LedgerReading.periods(reading.chronicle)
    guard let period = periods.first(where: { $0.label == compiled.period }) else {
      throw .noPeriod(compiled.period.text, known: periods.map(\.label.text))
    }
    let difference = PackDifference(
      followUp, compiled: compiled, period: period, chronicle: reading.chronicle, today: reading.today)
    let basis = Basis(
      difference.now.book, of: reading.journal.opened, knownAt: session.arguments[optional: Globals.knownAt],
      root: reading.basis.root, size: reading.basis.size, cached: reading.basis.cached ?? 0)
    try session.answer(difference.document(reading.language, basis: basis), json: difference.json(basis: basis))
  }

  private static func bytes(_ digest: DocumentDigest, _ journal: JournalView) throws(Failure) -> [UInt8] {
    guard let wanted = Digest(hex: digest.text) else { preconditionFailure("a digest is 64 hexadecimal digits") }
    let bytes: [UInt8]?
    do throws(PresentedFailure) {
      bytes = try PresentedFolder(of: journal.folder).read(wanted)
    } catch { throw .presented(error) }
    guard let bytes else { throw .noPresented(digest) }
    return bytes
  }
}
