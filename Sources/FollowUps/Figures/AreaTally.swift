import LedgerDomain

/// How many measures of a report stand where, by area and by focus area: one number for each ``StatusGroup``, in their order.
///
/// Made in one pass over the rows. A measure for several areas counts in each.
struct AreaTally {
  private(set) var areas: [Code: [Int]] = [:]
  private(set) var focusAreas: [Code: [Int]] = [:]
  /// Nil where there is none, as in the following.
  private(set) var wholeMunicipality: [Int]?
  private(set) var withoutArea: [Int]?
  private(set) var withoutFocusArea: [Int]?

  private static let none = StatusGroup.allCases.map { _ in 0 }

  init(_ rows: [MeasureRow]) {
    for row in rows {
      guard let place = StatusGroup.allCases.firstIndex(of: StatusGroup(row.status)) else { continue }
      let (areas, focusAreas) = (row.state.plan?.areas ?? [], row.state.plan?.focusAreas ?? [])
      for area in areas { self.areas[area, default: Self.none][place] += 1 }
      for area in focusAreas { self.focusAreas[area, default: Self.none][place] += 1 }
      if row.municipalityWide {
        wholeMunicipality = Self.counted(place, in: wholeMunicipality)
      } else if areas.isEmpty {
        withoutArea = Self.counted(place, in: withoutArea)
      }
      if focusAreas.isEmpty { withoutFocusArea = Self.counted(place, in: withoutFocusArea) }
    }
  }

  func counts(in code: Code, _ list: [Code: [Int]]) -> [Int] { list[code] ?? Self.none }

  private static func counted(_ place: Int, in counts: [Int]?) -> [Int] {
    var counts = counts ?? none
    counts[place] += 1
    return counts
  }
}
