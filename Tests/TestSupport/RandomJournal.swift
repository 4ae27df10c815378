package import LedgerDomain
import StrictJSON

/// Journals that a seed makes, of everything that moves a measure and of other subjects that name it: corrections and
/// reversals of any earlier event (corrected, reversed or none at all), undated facts, days far ahead, instants,
/// amendments before their proposals, batches, and a clock that sometimes steps back.
///
/// Nothing in them went through the rules of the domain: they are what a reader must get right all the same.
package struct RandomJournal {
  private var random: SeededGenerator
  private let measureCount: Int
  private var events: [Event] = []
  private var versions: [SubjectID: Int] = [:]
  private var clock = Instant(written: "2022-01-10T08:00Z").milliseconds

  /// A journal of so many events, its opening included, about at most so many measures.
  package static func events(count: Int, measures: Int = 4, seed: UInt64) -> [Event] {
    var journal = RandomJournal(random: SeededGenerator(seed: seed), measureCount: measures)
    journal.add(
      "L-0001", "ledger.opened",
      """
      {"identity":"urn:uuid:00000000-0000-4000-8000-00000000000a","title":"Löfte","owner":"Kommunen",\
      "reality":"illustrative","validity":{"from":"2022-01-01","through":"2023-12-31"},\
      "timeZone":"Europe/Stockholm","language":"sv","format":1}
      """, effective: "2022-01-01")
    while journal.events.count < count { journal.step() }
    return journal.withBatches()
  }

  private mutating func add(_ subject: SubjectID, _ type: String, _ data: String, effective: Effective?) {
    let read: (fact: Fact, circumstances: Circumstances)
    do {
      read = try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: JSONValue(parsing: data))
    } catch {
      preconditionFailure("\(type) \(data): \(error)")
    }
    versions[subject, default: 0] += 1
    clock +=
      Int64.random(in: 0..<8, using: &random) == 0 ? -90_000 : 3_600_000 * Int64.random(in: 0..<30, using: &random)
    events.append(
      Event(
        id: .at(events.count + 1), subject: subject, recorded: Instant(milliseconds: clock),
        position: events.count + 1, subjectVersion: versions[subject, default: 1], effective: effective,
        recordedBy: "registrator", fact: read.fact, circumstances: read.circumstances))
  }

  private mutating func step() {
    let measure = SubjectID(.measure, Int.random(in: 1...measureCount, using: &random))
    let own = events.filter { $0.subject == measure }
    switch Int.random(in: 0..<24, using: &random) {
    case 0: add("C-0001", "case.activity-recorded", activity(naming: measure), effective: day)
    case 1:
      let other = SubjectID(.measure, Int.random(in: 1...measureCount, using: &random))
      add(
        SubjectID(.case, Int.random(in: 2...40, using: &random)), "case.linked",
        #"{"measure":"\#(measure.text)","refs":["\#(other.text)"]}"#, effective: nil)
    case 2...8: entry(measure, own)
    case 9:
      add(
        measure, "entry.value-erased",
        #"{"commitments":["\#(commitment)"],"reference":"KS 1","decided":"2022-02-01","organ":"KS"}"#, effective: nil)
    default: move(measure, isFirst: own.isEmpty)
    }
  }

  private mutating func move(_ measure: SubjectID, isFirst: Bool) {
    let data: (String, String) =
      switch isFirst && Int.random(in: 0..<3, using: &random) > 0 ? 0 : Int.random(in: 0..<16, using: &random) {
      case 0, 1: ("proposed", #"{"title":"Vandringar","binding":"decided"\#(areas)}"#)
      case 2: ("referred-back", #"{"reason":"x"}"#)
      case 3: ("tabled", "{}")
      case 4, 5: ("approved", #"{"decision":"D-0001"}"#)
      case 6: ("rejected", #"{"reason":"x"}"#)
      case 7, 8: ("started", "{}")
      case 9: ("paused", #"{"reason":"x"}"#)
      case 10: ("resumed", "{}")
      case 11: ("withdrawn", #"{"reason":"x"}"#)
      case 12: ("implemented", #"{"extent":"\#(["full", "partial", "none"].randomElement(using: &random)!)"}"#)
      case 13: ("progress-reported", #"{"statement":"hemligt ord"}"#)
      default: ("amended", #"{"reason":"x"\#(areas)}"#)
      }
    add(measure, "measure.\(data.0)", data.1, effective: moment)
  }

  private mutating func entry(_ measure: SubjectID, _ own: [Event]) {
    let isForeign = Int.random(in: 0..<12, using: &random) == 0
    let target = (isForeign ? events : own).randomElement(using: &random)?.id ?? .at(999_999)
    if Int.random(in: 0..<3, using: &random) == 0 {
      add(measure, "entry.reversed", #"{"event":"\#(target.text)","reason":"x"}"#, effective: nil)
      return
    }
    let fields: [(String, [String?])] = [
      (
        "effective", [#""\#((day ?? "2022-02-01").text)""#, #""\#((moment ?? "2022-02-01").text)""#, nil, "7", #""x""#]
      ),
      ("extent", [#""full""#, #""partial""#, #""none""#, #""x""#, nil]),
      ("areas", [#"["norr"]"#, #"["norr","soder"]"#, #"["soder","norr"]"#, "[]", nil, #""norr""#, #"["Å"]"#, "7"]),
      ("municipalityWide", ["true", "false", nil, #""true""#]), ("title", [#""Z""#]), ("reason", [#""y""#]),
      ("areas.norr", ["true"]), ("nothing", ["1"]),
    ]
    let (field, values) = fields[[0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7].randomElement(using: &random)!]
    let new = values.randomElement(using: &random)!.map { #","new":\#($0)"# } ?? ""
    add(
      measure, "entry.corrected", #"{"event":"\#(target.text)","field":"\#(field)"\#(new),"reason":"x"}"#,
      effective: nil)
  }

  private mutating func activity(naming measure: SubjectID) -> String {
    let note = Bool.random(using: &random) ? #","note":{"sealed":"\#(commitment)"}"# : ""
    return #"{"activity":"x","refs":["\#(measure.text)"]\#(note)}"#
  }

  /// One of sixteen commitments, so that some stand in several lines.
  private var commitment: String {
    mutating get {
      String(repeating: String(Int.random(in: 0..<16, using: &random), radix: 16), count: 64)
    }
  }

  private var areas: String {
    mutating get {
      [
        "", #","areas":["norr"]"#, #","areas":["norr","soder"]"#, #","municipalityWide":true"#,
        #","areas":["centrum"]"#,
        #","areas":["centrum"],"municipalityWide":true"#,
      ].randomElement(using: &random)!
    }
  }

  private var day: Effective? {
    mutating get {
      let isFar = Int.random(in: 0..<8, using: &random) == 0
      let days = Int.random(in: isFar ? 300..<900 : 0..<60, using: &random)
      return .date(("2022-01-05" as LocalDate).adding(days: days))
    }
  }

  private var moment: Effective? {
    mutating get {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return nil
      case 1:
        let second = Int64.random(in: 0..<5_000_000, using: &random)
        return .instant(Instant(milliseconds: 1_641_400_000_000 + second * 1000))
      default: return day
      }
    }
  }

  /// The events with some neighbours made one batch.
  private mutating func withBatches() -> [Event] {
    var made = events
    var index = 1
    while index < made.count {
      let count = min([1, 1, 1, 2, 5].randomElement(using: &random)!, made.count - index)
      if count > 1 { for place in 0..<count { made[index + place].batch = BatchPlace(place: place + 1, count: count) } }
      index += count
    }
    return made
  }
}

extension [Event] {
  /// The positions with which a batch, or a single event, begins.
  package var batchStarts: [Int] { filter { ($0.batch?.place ?? 1) == 1 }.map(\.position) }
}
