import JournalStore
import LedgerDomain

/// What one event means for where a measure stands and which areas it is for: a row of 16 bytes.
///
/// Rows are all that counting measures needs, at any two clock readings. A correction or reversal is two rows: what it
/// says, and which event it is about (`target`).
struct MeasureRow: BitwiseCopyable {
  /// The moment from which the event counts, as `EffectiveKey.start`; of a corrected `effective` the new one; of a
  /// target its position, or, below 0, its place among the targets that lie before this index, from -1 down.
  var effective: Int64
  var position: UInt32
  var step: Step
  /// The area set (`AreaSets`), 0 for none; of a corrected `municipalityWide` 1 or 0.
  var areas: UInt16

  struct Step: RawRepresentable, Equatable, BitwiseCopyable {
    var rawValue: UInt16

    static let proposed = Step(rawValue: 0)
    static let referredBack = Step(rawValue: 1)
    static let tabled = Step(rawValue: 2)
    static let approved = Step(rawValue: 3)
    static let rejected = Step(rawValue: 4)
    static let started = Step(rawValue: 5)
    static let implemented = Step(rawValue: 6)
    static let partlyImplemented = Step(rawValue: 7)
    static let notImplemented = Step(rawValue: 8)
    static let paused = Step(rawValue: 9)
    static let resumed = Step(rawValue: 10)
    static let withdrawn = Step(rawValue: 11)
    static let amended = Step(rawValue: 12)
    /// From here on rows are about another event, which the next row names.
    static let reversed = Step(rawValue: 20)
    static let effectiveCorrected = Step(rawValue: 21)
    static let areasCorrected = Step(rawValue: 22)
    static let wideCorrected = Step(rawValue: 23)
    /// An ended measure's extent: these and what they become.
    static let extentFull = Step(rawValue: 24)
    static let extentPartial = Step(rawValue: 25)
    static let extentNone = Step(rawValue: 26)
    static let target = Step(rawValue: 30)

    var isAboutAnEntry: Bool { rawValue >= Step.reversed.rawValue }
    var isCorrection: Bool { isAboutAnEntry && self != .reversed && self != .target }
    var isEnding: Bool { (Step.implemented.rawValue...Step.notImplemented.rawValue).contains(rawValue) }
    var hasAreas: Bool { self == .proposed || self == .amended }
  }
}

/// Where a measure stands by its rows, one taken after the other in the order of the fold.
///
/// The same rules as `Measure.evolve`, of which it is a part: `MeasureStatus` holds them for both.
struct MeasureStand {
  private(set) var status: MeasureStatus?
  /// The area set, 0 before anything is known.
  private(set) var areas: UInt16 = 0
  private(set) var isFounded = false
  private var hasStarted = false
  private var hasApproval = false

  mutating func take(_ row: MeasureRow, _ sets: AreaSets) {
    switch row.step {
    case .proposed:
      isFounded = true
      areas = row.areas
      reach(.proposed)
    case .referredBack: reach(.referredBack)
    case .tabled: reach(.tabled)
    case .approved:
      hasApproval = true
      reach(.approved)
    case .rejected: reach(.rejected)
    case .started:
      hasStarted = true
      reach(.inProgress)
    case .implemented: reach(.implemented)
    case .partlyImplemented: reach(.partlyImplemented)
    case .notImplemented: reach(.notImplemented)
    case .paused: reach(.paused)
    case .resumed:
      let next = MeasureStatus.resumed(from: status, hasStarted: hasStarted, hasApproval: hasApproval)
      status = next.cleared
      reach(next.reached)
    case .withdrawn: reach(.withdrawn)
    case .amended:
      // An amendment effective before the proposal has nothing to change, and one that names no area changes none.
      guard isFounded else { break }
      let amended = sets[row.areas]
      if amended.isWide { areas = AreaSets.wide } else if !amended.codes.isEmpty { areas = row.areas }
    default: break
    }
  }

  private mutating func reach(_ next: MeasureStatus) {
    if next.isReached(from: status) { status = next }
  }
}

/// The different sets of areas that measures are for, numbered from 1 as they are met.
struct AreaSets: Sendable {
  /// The codes of a set, and whether it is the whole municipality.
  struct Areas: Hashable, Sendable {
    var isWide: Bool
    var codes: [Code]
  }

  /// The number of the whole municipality without further areas.
  static let wide: UInt16 = 1

  private(set) var all: [Areas]
  private var numbers: [Areas: UInt16]

  init() {
    let wide = Areas(isWide: true, codes: [])
    all = [wide]
    numbers = [wide: Self.wide]
  }

  subscript(number: UInt16) -> Areas { number == 0 ? Areas(isWide: false, codes: []) : all[Int(number) - 1] }

  /// The number of a set; 0 where there are too many different ones.
  mutating func number(of areas: Areas) -> UInt16 {
    if let known = numbers[areas] { return known }
    guard all.count < Int(UInt16.max) else { return 0 }
    all.append(areas)
    numbers[areas] = UInt16(all.count)
    return UInt16(all.count)
  }
}
