import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// The ledger `journal/exempel`: two made-up years in Ekeborg, a town that does not exist.
///
/// Nobody and nothing in it is real. It holds every type of event and every kind of irregularity, among ordinary ones, so
/// that each report and each finding can be seen at work. Each file tells one theme from its beginning to its end.
struct Exempel: Story {
  static let clerk: Text = "Ylva Sundin, registrator"
  static let coordinator: Text = "Sofia Brandt, trygghetssamordnare"
  static let secretary: Text = "Karin Thulin, kommunsekreterare"
  static let policeClerk: Text = "Oskar Feldt, kommunpolis"

  let scribe = Scribe(name: "exempel")

  /// The events of the ledger, told once for all tests.
  static let chronicle = written().chronicle

  /// The ledger, written.
  static func written() -> Scribe {
    let story = Exempel()
    story.beginning()
    story.promise()
    story.delegations()
    story.meetings()
    story.indicators()
    story.planOf2022()
    story.lightingInEkliden()
    story.cameras()
    story.streets()
    story.streetsLater()
    story.patrols()
    story.presence()
    story.youth()
    story.school()
    story.violence()
    story.supervision()
    story.disturbances()
    story.cases()
    story.deviations()
    story.followUps()
    story.auditors()
    story.entries()
    story.ending()
    story.scribe.write()
    return story.scribe
  }
}

extension Exempel {
  /// One report of a measure: when it was typed, its period, what was said, and the actual values.
  struct Said {
    var time: String
    var period: Text
    var statement: Text
    var results: [TargetResult]

    init(_ time: String, _ period: Text, _ statement: Text, _ results: TargetResult...) {
      self.time = time
      self.period = period
      self.statement = statement
      self.results = results
    }
  }

  /// The periodic reports of one measure, by the one who is responsible for it.
  func reports(_ id: SubjectID, by official: PublicOfficial, typedBy clerk: Text = coordinator, _ said: Said...) {
    for said in said {
      at(said.time, by: clerk) { report(id, said.statement, said.results, said.period, by: official) }
    }
  }
}
