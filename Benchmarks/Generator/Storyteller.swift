import Integrity
import JournalStore
import LedgerDomain
import StrictJSON

/// Tells a ledger of a made-up municipality, event by event, the same for the same seed and number of events.
///
/// A pool of matters goes on at the same time; at each step one is drawn and gets its next event, or its next batch, and
/// one that is done makes room for a new one. Frequencies are those of a real ledger as far as they are known. Memory
/// follows the pool, one matter for every 120 events.
///
/// The families of lines are in `Storyteller+….swift`, one file each.
struct Storyteller {
  var book: Recorder
  var dice: Dice
  var pool: [Life] = []

  var measureCount = 0
  var caseCount = 0
  var decisionCount = 0
  var meetingCount = 0
  var followUpCount = 0
  var situationCount = 0
  var recommendationCount = 0
  var promiseVersion = 0
  /// How many events each indicator and each delegation has, by its number less one.
  var indicatorVersions: [Int] = []
  var delegationVersions: [Int] = []
  /// The last meetings held, with the body of each.
  var heldMeetings: [(meeting: Int, body: Int)] = []
  /// The last measures proposed, for the follow-ups.
  var recentMeasures: [Int] = []
  var ledgerCopy: [UInt8] = []

  static let bodyCount = 6
  static let periodCount = 6

  /// Tells the whole ledger into the sink and returns what was written.
  static func tell(
    eventCount: Int, seed: UInt64, into folder: String, personCount: Int = 0, checkInterval: Int
  ) throws(GeneratorFailure) -> Recorder {
    let sealed = personCount > 0 ? "\(folder)/sealed" : nil
    guard eventCount >= 1_000, eventCount <= LineFormat.integerLimit else {
      throw .argument("--events takes 1000 to \(LineFormat.integerLimit)")
    }
    var identity = Array("urn:uuid:6b1f0c52-7d0e-4b7a-9a37-".utf8)
    LineBytes.write(Int(seed % 1_000_000_000_000), atLeast: 12, into: &identity)
    let span = Calendar.number(2022, 1, 3)..<Calendar.number(2024, 4, 30)
    var teller = Storyteller(
      book: Recorder(
        identity: identity, seed: seed, eventCount: eventCount, span: span, sink: try SegmentSink(folder: folder),
        sealed: sealed, checkInterval: checkInterval),
      dice: Dice(seed: seed))
    if let sealed { try SegmentSink.makeFolder(sealed, mode: 0o700) }
    try teller.tellBeginning()
    try teller.tellPersons(personCount)
    try teller.tellMatters()
    guard let source = try? LedgerIdentity(text: String(decoding: identity, as: UTF8.self)) else {
      throw .argument("the identity is not one")
    }
    try teller.book.finish(teller.ledgerCopy, source)
    return teller.book
  }

  private mutating func tellMatters() throws(GeneratorFailure) {
    let poolSize = max(20, book.eventCount / 120)
    pool = (0..<poolSize).map { _ in newLife() }
    var nextFollowUp = book.eventCount / (Storyteller.periodCount + 1)
    while book.remaining > 0 {
      if book.position >= nextFollowUp, followUpCount < Storyteller.periodCount, book.remaining > 8 {
        try tellFollowUp()
        nextFollowUp += book.eventCount / (Storyteller.periodCount + 1)
        continue
      }
      if book.remaining < 8 || dice.chance(12) {
        try observe()
        continue
      }
      if dice.chance(1) {
        try tellSideMatter()
        continue
      }
      let index = dice.below(pool.count)
      var life = pool[index]
      try step(&life)
      pool[index] = life
      if life.stage == .done { replace(index, poolSize) }
    }
  }

  /// Gives the place of a matter that is done to another: a new one, unless proposals made together filled the pool.
  private mutating func replace(_ index: Int, _ poolSize: Int) {
    if pool.count > poolSize {
      pool.swapAt(index, pool.count - 1)
      pool.removeLast()
    } else {
      pool[index] = newLife()
    }
  }

  /// A matter that has not begun.
  private mutating func newLife() -> Life {
    var life = Life()
    if dice.chance(20) {
      life.stage = .meetingToHold
      life.body = 1 + dice.below(Storyteller.bodyCount)
      return life
    }
    life.stage = dice.chance(650) ? .caseToOpen : .toPropose
    draw(&life)
    return life
  }

  /// What a matter is about.
  mutating func draw(_ life: inout Life) {
    life.topic = UInt8(dice.below(Topic.all.count))
    life.place = UInt8(dice.below(Place.all.count))
    life.otherPlace = dice.chance(120) ? UInt8(dice.below(Place.all.count)) : life.place
    life.isMunicipalityWide = dice.chance(80)
    life.responsible = UInt8(dice.below(Official.all.count))
    life.reportsLeft = UInt8(dice.below(12))
    life.activitiesLeft = UInt8(1 + dice.below(2))
    life.isCorrelated = dice.chance(40)
    life.hasTarget = dice.chance(250)
  }

  private mutating func step(_ life: inout Life) throws(GeneratorFailure) {
    switch life.stage {
    case .caseToOpen, .caseToAssign, .caseActivity, .closing: try stepCase(&life)
    case .meetingToHold, .meetingToVerify, .meetingToAnnounce: try stepMeeting(&life)
    case .toPropose: try propose(&life)
    case .toDecide, .decided, .underWay, .paused, .ended:
      if life.recent.position > 0, try amendRecord(&life) { return }
      try stepMeasure(&life)
    case .done: break
    }
  }

  /// When something recorded today was true: mostly today or a few days ago, sometimes long ago, sometimes not known.
  mutating func when(_ life: inout Life) -> TrueWhen {
    let draw = dice.below(1000)
    if draw < 12 { return .undated }
    let isLate = draw < 50
    let day = isLate ? book.today - 10 - dice.below(70) : max(life.lastDay, book.today - delay(draw))
    if !isLate { life.lastDay = day }
    return .day(day)
  }

  private mutating func delay(_ draw: Int) -> Int {
    draw < 600 ? 0 : draw < 850 ? 1 : 2 + dice.below(5)
  }

  func correlation(of life: Life) -> Int { life.isCorrelated ? life.origin : 0 }

  mutating func recorder() -> Phrase { dice.pick(Official.recorders) }
}

extension TrueWhen {
  /// The day's number; 0 for undated.
  var dayNumber: Int {
    switch self {
    case .undated: 0
    case .day(let day), .instant(let day, _): day
    }
  }
}
