package import LedgerDomain
import StrictJSON

/// How many measures stand where: by official status and by the areas that they are for, at two clock readings.
///
/// A measure for several areas counts in each of them, and once among all. The answer is that of a `Book`'s measures,
/// counted; it is made from rows of 16 bytes and not from events, so it costs some nanoseconds a row; where a cache knows the measures
/// one for each step of them, and where nothing is asked of the past nothing but those that it does not know.
package struct MeasureCounts: Equatable, Sendable {
  /// Where measures are counted.
  package enum Place: Hashable, Comparable, Sendable {
    case area(Code)
    case wholeMunicipality
    /// Measures that state no area.
    case notStated
    /// Every measure once.
    case all
  }

  /// How many measures of each status there are in a place; none that is 0.
  package private(set) var counts: [Place: [MeasureStatus: Int]] = [:]

  /// The places, areas first in the order of their codes.
  package var places: [Place] { counts.keys.sorted() }

  /// How many measures there are in a place.
  package func total(_ place: Place) -> Int { counts[place, default: [:]].values.reduce(0, +) }

  /// Counts measures that were folded from their events: slow, and what the rows are held against.
  package init(_ measures: [Measure]) {
    for measure in measures {
      guard let plan = measure.plan, let status = measure.status else { continue }
      add(AreaSets.Areas(isWide: plan.municipalityWide, codes: plan.areas), status, 1)
    }
  }

  mutating func add(_ areas: AreaSets.Areas, _ status: MeasureStatus, _ count: Int) {
    for place in Self.places(areas) { add(count, status, in: place) }
  }

  /// Where a measure is counted that is for these areas.
  static func places(_ areas: AreaSets.Areas) -> [Place] {
    var places = Set(areas.codes).map { Place.area($0) } + [.all]
    if areas.isWide { places.append(.wholeMunicipality) } else if areas.codes.isEmpty { places.append(.notStated) }
    return places
  }

  mutating func add(_ count: Int, _ status: MeasureStatus, in place: Place) {
    let sum = counts[place, default: [:]][status, default: 0] + count
    counts[place, default: [:]][status] = sum == 0 ? nil : sum
    if counts[place]?.isEmpty == true { counts[place] = nil }
  }
}

extension MeasureCounts {
  /// A line for each count, as the table keeps it: place, status and count, with spaces between. A place is a code, `*`
  /// for the whole municipality, `-` for none stated, or `=` for all.
  var text: [UInt8] {
    Array(
      places.flatMap { place in
        counts[place, default: [:]].sorted { $0.key.text < $1.key.text }.map {
          "\(place.sign) \($0.key.text) \($0.value)\n"
        }
      }.joined().utf8)
  }

  /// The counts as they were written; nil for anything else.
  init?(text: [UInt8]) {
    for line in text.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3, let place = Place(sign: parts[0]), let status = MeasureStatus(rawValue: parts[1]),
        let count = Int(parts[2])
      else { return nil }
      counts[place, default: [:]][status] = count
    }
  }
}

extension MeasureCounts.Place {
  /// One text for each place.
  package var sign: String {
    switch self {
    case .area(let code): code.text
    case .wholeMunicipality: "*"
    case .notStated: "-"
    case .all: "="
    }
  }

  init?(sign: String) {
    switch sign {
    case "*": self = .wholeMunicipality
    case "-": self = .notStated
    case "=": self = .all
    default:
      guard let code = try? Code(text: sign) else { return nil }
      self = .area(code)
    }
  }
}
