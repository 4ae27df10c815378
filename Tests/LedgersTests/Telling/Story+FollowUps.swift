import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// Verbs about follow-ups.
extension Story {
  /// Compiles the report of a period on what is known now: every measure that must be reported has a row.
  func compile(_ id: SubjectID, _ period: Text, by official: PublicOfficial) {
    let rows = scribe.chronicle.subjects(.measure).filter { id in
      if case .measure(let measure) = scribe.chronicle.state(of: id) { measure.mustBeReported } else { false }
    }
    let compiled = FollowUpCompiled(
      period: period, promise: .p(1), measures: rows, knownThrough: scribe.chronicle.position, compiledBy: official)
    scribe.take(id, .followUp(.compiled(compiled)))
  }

  func send(_ id: SubjectID, to body: SubjectID, for meeting: SubjectID, leftOut: [SubjectID] = []) {
    scribe.take(id, .followUp(.sent(FollowUpSent(to: body, meeting: meeting, leftOut: leftOut))))
  }

  /// Presents the document of a compiled follow-up; its bytes are kept.
  func present(_ id: SubjectID, to body: SubjectID, at meeting: SubjectID, _ name: Text, dnr: Text) {
    guard case .followUp(let followUp) = scribe.chronicle.state(of: id), let compiled = followUp.compiled else {
      return scribe.refuse("\(id.text) is not compiled")
    }
    let document = PresentedDocument(compiled, scribe.chronicle).bytes
    let reference = DocumentReference(name: name, sha256: scribe.keep(document), registryNumber: dnr)
    scribe.take(id, .followUp(.presented(FollowUpPresented(to: body, meeting: meeting, document: reference))))
  }

  func noted(_ id: SubjectID, at meeting: SubjectID, _ paragraph: Text) {
    scribe.take(id, .followUp(.noted(FollowUpNoted(meeting: meeting, paragraph: paragraph))))
  }

  func publish(_ id: SubjectID, on site: Code, _ address: Text? = nil) {
    scribe.take(id, .followUp(.published(FollowUpPublished(site: site, address: address))))
  }
}
