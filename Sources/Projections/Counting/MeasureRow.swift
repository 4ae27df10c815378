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
  /// The step in the lowest 5 bits, the areas above.
  private var word: UInt32

  /// Requires an area set that `AreaSets` has numbered.
  init(effective: Int64, position: UInt32, step: Step, areas: UInt32) {
    self.effective = effective
    self.position = position
    word = areas << 5 | step.rawValue
  }

  var step: Step {
    get { Step(rawValue: word & 31) }
    set { word = word & ~31 | newValue.rawValue }
  }

  /// The area set (`AreaSets`), 0 for none; of a corrected `municipalityWide` 1 or 0.
  var areas: UInt32 {
    get { word >> 5 }
    set { word = newValue << 5 | word & 31 }
  }

  struct Step: RawRepresentable, Equatable, BitwiseCopyable {
    /// 0...31.
    var rawValue: UInt32

    @inline(__always) static func == (one: Step, other: Step) -> Bool { one.rawValue == other.rawValue }

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
