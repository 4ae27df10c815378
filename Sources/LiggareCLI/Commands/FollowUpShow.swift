import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

/// `follow-up show`: what became of a follow-up, or the very document that was presented.
enum FollowUpShow {
  private static let document = Flag(
    "document", Localized("det redovisade dokumentet, byte för byte", "the document presented, byte for byte"))

  static let verb = Verb(
    spec: CommandSpec(
      ["follow-up", "show"], Localized("visa en uppföljning", "show a follow-up"), positionals: [Subjects.followUp],
      options: [document] + Delivery.options,
      examples: [
        .init(
          "liggare follow-up show F-0001",
          Localized("när den sändes, redovisades, noterades", "when it was sent, presented, noted")),
        .init(
          "liggare follow-up show F-0001 --document > visad.md",
          Localized("samma bytes som visades", "the same bytes as were shown")),
      ]),
    run: { session throws(Failure) in
      if session.arguments[document] {
        for option in Delivery.options where session.arguments.isGiven(option) {
          throw .exclusive(["--document", option.declaration.reference])
        }
      }
      let reading = try session.reading()
      let id = try session.arguments.value(Subjects.followUp)
      let sheet = try SubjectSheet(id, .followUp, reading)
      guard session.arguments[document] else { return try session.answer(sheet.document, json: sheet.json) }
      guard case .followUp(let state)? = reading.book.state(of: id), let presented = state.presented?.presented else {
        throw .refused(.impossible(type: "follow-up.show", state: "not-presented"))
      }
      session.world.console.sayBytes(try bytes(presented.document.sha256, reading.journal))
    })

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
