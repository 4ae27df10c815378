package import JournalStore
import LedgerDomain

/// The makings of the rows of measures, gathered in a sweep. Memory: some 40 bytes for each event that moves a measure.
package struct MeasureTally: TableTally {
  struct Raw {
    var number: UInt32
    var row: MeasureRow
    var id: EventKey
  }

  private(set) var rows: [Raw] = []
  /// Whom the `target` rows name, by their `effective`, from 0.
  private(set) var targets: [EventKey] = []
  private(set) var sets = AreaSets()
  /// When the last line was recorded.
  package private(set) var lastRecorded: Int64?

  package init() {}

  package mutating func take(_ line: SweptLine) {
    lastRecorded = line.facts.recorded
    guard line.facts.subject.kind == .measure, let rule = MeasureRule.all[line.facts.type] else { return }
    let data = DataMembers(UnsafeBufferPointer(rebasing: line.bytes[line.facts.data]))
    switch rule {
    case .step(let step): add(step, line, areas: step.hasAreas ? areas(data) : 0)
    case .ending: if let step = Self.ending(data) { add(step, line) }
    case .reversal:
      guard let target = Self.id(data) else { return }
      add(.reversed, line)
      add(target, line)
    case .correction: correct(data, line)
    }
  }

  package mutating func join(_ next: MeasureTally) {
    let offset = Int64(targets.count)
    let numbers = [0] + next.sets.all.map { sets.number(of: $0) }
    for var raw in next.rows {
      if raw.row.step == .target { raw.row.effective += offset }
      if raw.row.step.hasAreas || raw.row.step == .areasCorrected { raw.row.areas = numbers[Int(raw.row.areas)] }
      rows.append(raw)
    }
    targets += next.targets
    lastRecorded = next.lastRecorded ?? lastRecorded
  }

  private mutating func add(_ step: MeasureRow.Step, _ line: SweptLine, areas: UInt16 = 0, effective: Int64? = nil) {
    rows.append(
      Raw(
        number: UInt32(line.facts.subject.number),
        row: MeasureRow(
          effective: effective ?? line.facts.effective.start, position: UInt32(line.facts.position), step: step,
          areas: areas),
        id: line.facts.id))
  }

  private mutating func add(_ target: EventKey, _ line: SweptLine) {
    add(.target, line, effective: Int64(targets.count))
    targets.append(target)
  }

  /// A correction of what the rows hold; others change nothing here. What its new value cannot be leaves the field as it
  /// is, as in `Correction.corrected`.
  private mutating func correct(_ data: DataMembers, _ line: SweptLine) {
    guard let target = Self.id(data), let field = data.value("field").flatMap(DataMembers.plainString) else { return }
    let new = data.value("new")
    switch String(decoding: field, as: UTF8.self) {
    case "effective":
      var effective = EffectiveKey.undated
      if let new {
        guard let text = DataMembers.plainString(new),
          let moment = try? Effective(text: String(decoding: text, as: UTF8.self))
        else { return }
        effective = EffectiveKey(moment)
      }
      add(.effectiveCorrected, line, effective: effective.start)
    case "extent":
      guard let new, let text = DataMembers.plainString(new),
        let extent = Extent(rawValue: String(decoding: text, as: UTF8.self))
      else { return }
      add(extent == .full ? .extentFull : extent == .partial ? .extentPartial : .extentNone, line)
    case "areas":
      guard let codes = new.map(Self.codes) ?? [], new == nil || !codes.isEmpty else { return }
      add(.areasCorrected, line, areas: sets.number(of: AreaSets.Areas(isWide: false, codes: codes)))
    case "municipalityWide":
      guard new.map({ $0.elementsEqual("true".utf8) }) ?? true else { return }
      add(.wideCorrected, line, areas: new == nil ? 0 : 1)
    default: return
    }
    add(target, line)
  }

  /// The number of the areas that a proposal or an amendment states; 0 for one that states none.
  private mutating func areas(_ data: DataMembers) -> UInt16 {
    let codes = data.value("areas").flatMap(Self.codes) ?? []
    return sets.number(of: AreaSets.Areas(isWide: data.value("municipalityWide") != nil, codes: codes))
  }

  /// The codes in a list of them; nil where it is none.
  private static func codes(_ value: UnsafeBufferPointer<UInt8>) -> [Code]? {
    guard value.count >= 2, value[0] == UInt8(ascii: "["), !value.contains(UInt8(ascii: "\\")) else { return nil }
    let list = value[1..<(value.count - 1)]
    var codes: [Code] = []
    for part in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let text = DataMembers.plainString(UnsafeBufferPointer(rebasing: part)),
        let code = try? Code(text: String(decoding: text, as: UTF8.self))
      else { return nil }
      codes.append(code)
    }
    return codes
  }

  /// How a measure ended, by `extent`, or by `fully` in the first version of the event.
  private static func ending(_ data: DataMembers) -> MeasureRow.Step? {
    if let fully = data.value("fully") { return fully.elementsEqual("true".utf8) ? .implemented : .partlyImplemented }
    guard let extent = data.value("extent").flatMap(DataMembers.plainString) else { return nil }
    return switch Extent(rawValue: String(decoding: extent, as: UTF8.self)) {
    case .full: .implemented
    case .partial: .partlyImplemented
    case .some(.none): .notImplemented
    case nil: nil
    }
  }

  /// The event that an entry is about.
  private static func id(_ data: DataMembers) -> EventKey? {
    guard let text = data.value("event").flatMap(DataMembers.plainString),
      let id = try? EventID(text: String(decoding: text, as: UTF8.self))
    else { return nil }
    return EventKey(id)
  }
}

/// What a type of event means for the rows of a measure.
private enum MeasureRule {
  case step(MeasureRow.Step)
  case ending
  case reversal
  case correction

  /// By the type's number; nil for types that mean nothing here.
  static let all: [MeasureRule?] = {
    var rules = [MeasureRule?](repeating: nil, count: FactTypes.names.count)
    let steps: [(String, MeasureRow.Step)] = [
      (MeasureProposed.type, .proposed), (MeasureReferredBack.type, .referredBack), (MeasureTabled.type, .tabled),
      (MeasureApproved.type, .approved), (MeasureRejected.type, .rejected), (MeasureStarted.type, .started),
      (MeasurePaused.type, .paused), (MeasureResumed.type, .resumed), (MeasureWithdrawn.type, .withdrawn),
      (MeasureAmended.type, .amended),
    ]
    for (type, step) in steps { rules[FactTypes.number(type)] = .step(step) }
    rules[FactTypes.number(MeasureImplemented.type)] = .ending
    rules[FactTypes.number(EntryReversed.type)] = .reversal
    rules[FactTypes.number(EntryCorrected.type)] = .correction
    return rules
  }()
}
