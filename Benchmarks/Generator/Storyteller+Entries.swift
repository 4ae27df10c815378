/// The lines about measures in general, and about entries: corrections and reversals.
extension Storyteller {
  /// One line about the measure, with the members of its data as `data` writes them.
  mutating func writeMeasure(
    _ type: StaticString, _ life: inout Life, _ kind: RecentEntry.Kind = .other, schema: StaticString? = nil,
    at moment: TrueWhen? = nil, irregular: StaticString? = nil, causation: Int = 0,
    _ data: (inout Storyteller) -> Void
  ) throws(GeneratorFailure) {
    life.measureVersion += 1
    book.begin(type, SubjectNumber("M", life.measure), schema: schema)
    let when = moment ?? self.when(&life)
    data(&self)
    if case .day(let day) = when, day < book.today - 9, dice.chance(500) { book.date("received", book.today) }
    if let irregular { mark(irregular) }
    let position = try book.end(
      version: life.measureVersion, when, by: recorder(), correlation: correlation(of: life), causation: causation)
    life.recent = RecentEntry(position: position, kind: kind, day: when.dayNumber)
  }

  /// The mark of an irregular fact, the last member of data.
  private mutating func mark(_ kind: StaticString) {
    book.line.name("irregular")
    book.line.open("{")
    book.line.name("kinds")
    book.line.open("[")
    book.line.raw("\"")
    book.line.raw(kind)
    book.line.raw("\"")
    book.line.close("]")
    book.line.text("reason", "Underlaget kom i efterhand.")
    book.line.close("}")
  }

  /// Sometimes corrects or reverses what was recorded last, or the correction of it. Returns whether it did.
  mutating func amendRecord(_ life: inout Life) throws(GeneratorFailure) -> Bool {
    let draw = dice.below(1000)
    if life.recent.correction > 0, draw < 60 {
      try reverseCorrection(&life)
      return true
    }
    if draw < (life.recent.isCorrected ? 160 : 15) {
      try correct(&life)
      return true
    }
    return draw >= 996 ? try reverse(&life) : false
  }

  private mutating func correct(_ life: inout Life) throws(GeneratorFailure) {
    let before = life
    life.measureVersion += 1
    book.begin("entry.corrected", SubjectNumber("M", life.measure))
    book.event("event", life.recent.position)
    switch life.recent.kind {
    case .implemented where life.extent > 0 && dice.chance(500): correctExtent(&life)
    case .proposed where !life.isMunicipalityWide && dice.chance(500): correctAreas(&life)
    default: correctEffective(&life)
    }
    book.line.text("reason", dice.pick(Words.correction))
    if dice.chance(300) { official("orderedBy", dice.pick(Official.all)) }
    let position = try book.end(version: life.measureVersion, .undated, by: recorder())
    life.recent.isCorrected = true
    let isReversible = before.recent.day != life.recent.day || before.extent != life.extent
    life.recent.correction = isReversible ? position : 0
    life.recent.dayBefore = before.recent.day
    life.recent.extentBefore = before.extent
  }

  private mutating func correctExtent(_ life: inout Life) {
    book.line.word("field", "extent")
    book.line.word("old", Storyteller.extents[Int(life.extent)])
    life.extent = life.extent == 1 ? UInt8(2 * dice.below(2)) : UInt8(dice.below(2))
    book.line.word("new", Storyteller.extents[Int(life.extent)])
  }

  private mutating func correctAreas(_ life: inout Life) {
    book.line.word("field", "areas")
    writeAreaList("old", life)
    life.place = UInt8((Int(life.place) + 1 + dice.below(Place.all.count - 1)) % Place.all.count)
    life.otherPlace = life.place
    writeAreaList("new", life)
  }

  private mutating func writeAreaList(_ name: StaticString, _ life: Life) {
    let places = life.otherPlace == life.place ? [life.place] : [life.place, life.otherPlace]
    codes(name, places.map { Place.all[Int($0)].code })
  }

  /// Another day, a day for what had none, or none for what had one.
  private mutating func correctEffective(_ life: inout Life) {
    book.line.word("field", "effective")
    let old = life.recent.day
    if old > 0 { book.date("old", old) }
    if old > 0, dice.chance(40) {
      life.recent.day = 0
      return
    }
    let shift = dice.chance(700) ? -1 - dice.below(20) : 1 + dice.below(6)
    let new = min((old > 0 ? old : book.today) + shift, book.today)
    life.recent.day = new == old ? old - 1 : new
    book.date("new", life.recent.day)
  }

  private mutating func reverseCorrection(_ life: inout Life) throws(GeneratorFailure) {
    try writeReversal(of: life.recent.correction, &life)
    life.recent.day = life.recent.dayBefore
    life.extent = life.recent.extentBefore
    life.recent.correction = 0
  }

  /// Reverses the last step, where the matter can then go on.
  private mutating func reverse(_ life: inout Life) throws(GeneratorFailure) -> Bool {
    let stage: Stage
    switch (life.recent.kind, life.stage) {
    case (.started, .underWay) where !life.isEarly: stage = .decided
    case (.progress, _): stage = life.stage
    case (.implemented, .ended): stage = .underWay
    case (.paused, .paused): stage = .underWay
    default: return false
    }
    try writeReversal(of: life.recent.position, &life)
    life.stage = stage
    life.recent = RecentEntry()
    return true
  }

  private mutating func writeReversal(of position: Int, _ life: inout Life) throws(GeneratorFailure) {
    life.measureVersion += 1
    book.begin("entry.reversed", SubjectNumber("M", life.measure))
    book.event("event", position)
    book.line.text("reason", dice.pick(Words.reversal))
    try book.end(version: life.measureVersion, .undated, by: recorder())
  }
}
