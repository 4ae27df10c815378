import LedgerDomain

/// Where a measure stands by its rows, one taken after the other in the order of the fold.
///
/// The same rules as `Measure.evolve`, of which it is a part: `MeasureStatus` holds them for both, and here they are
/// looked up in a table of what it says. A row costs some 2 ns.
struct MeasureStand {
  /// The status by its place in `MeasureRules.statuses`.
  private var number = MeasureRules.none
  /// The area set, 0 before anything is known.
  private(set) var areas: UInt32 = 0
  private(set) var isFounded = false
  private var hasStarted = false
  private var hasApproval = false

  var status: MeasureStatus? { MeasureRules.statuses[Int(number)] }

  /// Where a measure is counted that stands so: its area set and the place of its status; nil where it is none, not
  /// founded or without a status.
  var counted: Counted? {
    isFounded && number != MeasureRules.none ? Counted(areas: areas, status: number) : nil
  }

  struct Counted: Hashable, BitwiseCopyable {
    var areas: UInt32
    /// The status by its place in `MeasureRules.statuses`, from 1 on.
    var status: UInt32
  }

  mutating func take(_ row: MeasureRow, _ sets: AreaSets, _ rules: MeasureRules = .shared) {
    let step = row.step
    switch step.rawValue {
    case MeasureRow.Step.proposed.rawValue:
      isFounded = true
      areas = row.areas
    case MeasureRow.Step.approved.rawValue: hasApproval = true
    case MeasureRow.Step.started.rawValue: hasStarted = true
    case MeasureRow.Step.amended.rawValue:
      // An amendment effective before the proposal has nothing to change, and one that names no area changes none.
      guard isFounded else { return }
      if sets.isWide(row.areas) { areas = AreaSets.wide } else if sets.hasCodes(row.areas) { areas = row.areas }
      return
    default: break
    }
    number = rules.next(number, step, hasStarted: hasStarted, hasApproval: hasApproval)
  }
}

/// What each step makes of each status, as `MeasureStatus` says: a table of 4 × 32 × 12 places.
struct MeasureRules: Sendable {
  /// No status, then all.
  static let statuses: [MeasureStatus?] = [nil] + MeasureStatus.allCases
  static let none: UInt32 = 0
  static let shared = MeasureRules()

  /// By what has been (started 1, approved 2), step and status.
  private let next: [UInt8]

  private init() {
    var next: [UInt8] = []
    for history in 0..<4 {
      for step in 0..<32 {
        for status in Self.statuses {
          let reached = Self.reached(
            status, MeasureRow.Step(rawValue: UInt32(step)), hasStarted: history & 1 != 0, hasApproval: history & 2 != 0
          )
          guard let place = Self.statuses.firstIndex(of: reached) else {
            preconditionFailure("every status is one of all")
          }
          next.append(UInt8(place))
        }
      }
    }
    self.next = next
  }

  /// The status that a step leads to.
  @inline(__always)
  func next(_ status: UInt32, _ step: MeasureRow.Step, hasStarted: Bool, hasApproval: Bool) -> UInt32 {
    let history = (hasStarted ? 1 : 0) + (hasApproval ? 2 : 0)
    return UInt32(next[(history * 32 + Int(step.rawValue)) * 12 + Int(status)])
  }

  private static func reached(
    _ status: MeasureStatus?, _ step: MeasureRow.Step, hasStarted: Bool, hasApproval: Bool
  ) -> MeasureStatus? {
    var status = status
    let target: MeasureStatus
    switch step {
    case .proposed: target = .proposed
    case .referredBack: target = .referredBack
    case .tabled: target = .tabled
    case .approved: target = .approved
    case .rejected: target = .rejected
    case .started: target = .inProgress
    case .implemented: target = .implemented
    case .partlyImplemented: target = .partlyImplemented
    case .notImplemented: target = .notImplemented
    case .paused: target = .paused
    case .resumed:
      let next = MeasureStatus.resumed(from: status, hasStarted: hasStarted, hasApproval: hasApproval)
      status = next.cleared
      target = next.reached
    case .withdrawn: target = .withdrawn
    default: return status
    }
    return target.isReached(from: status) ? target : status
  }
}
