package import LedgerDomain
package import StrictJSON

extension MeasureProposed {
  /// A promised measure with a target and a deadline.
  package static let sample = MeasureProposed(
    title: "Trygghetsvandringar", binding: .promised, promise: "P-0001",
    targets: [Target(name: "vandringar", unit: "st", comparison: .atLeast, value: "4")], deadline: "2022-10-31",
    responsible: PublicOfficial(office: "trygghetschef"), areas: ["centrum"], parties: ["kommun"])
}

extension Command {
  /// A command about measure M-0001.
  package static func measure(_ fact: MeasureFact, on effective: Effective? = nil, because reason: Text? = nil)
    -> Command
  {
    .about("M-0001", .measure(fact), on: effective, because: reason)
  }
}

extension World {
  /// The commands that bring M-0001 into a status in the regular way, on days of spring 2022.
  package static func steps(to status: MeasureStatus) -> [Command] {
    let proposed = Command.measure(.proposed(.sample), on: "2022-02-01")
    let approved = Command.measure(.approved(MeasureApproved(decision: "D-0001")), on: "2022-02-23")
    let started = Command.measure(.started(MeasureStarted()), on: "2022-03-01")
    func ended(_ extent: Extent) -> Command {
      .measure(
        .implemented(MeasureImplemented(extent: extent, deviation: extent == .full ? nil : "hann inte")),
        on: "2022-05-01")
    }
    return switch status {
    case .proposed: [proposed]
    case .referredBack: [proposed, .measure(.referredBack(MeasureReferredBack(reason: "oklart")), on: "2022-02-23")]
    case .tabled: [proposed, .measure(.tabled(MeasureTabled()), on: "2022-02-23")]
    case .rejected:
      [proposed, .measure(.rejected(MeasureRejected(reason: "för dyrt", decision: "D-0001")), on: "2022-02-23")]
    case .approved: [proposed, approved]
    case .inProgress: [proposed, approved, started]
    case .paused: [proposed, approved, started, .measure(.paused(MeasurePaused(reason: "sjukdom")), on: "2022-04-01")]
    case .withdrawn:
      [proposed, approved, .measure(.withdrawn(MeasureWithdrawn(reason: "behövs inte")), on: "2022-04-01")]
    case .implemented: [proposed, approved, started, ended(.full)]
    case .partlyImplemented: [proposed, approved, started, ended(.partial)]
    case .notImplemented: [proposed, approved, ended(.none)]
    }
  }

  /// The standard world with M-0001 in a status.
  package static func withMeasure(_ status: MeasureStatus) -> World { standard.after(steps(to: status)) }
}
