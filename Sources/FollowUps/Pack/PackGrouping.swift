package import CommandArguments
package import LedgerDomain
package import StrictJSON
import Wording

/// By what the measures of a report are grouped, each group with a heading and a table of its own.
package enum PackGrouping: String, Choice, Worded {
  /// By what they were promised under, last what lies outside every promise.
  case promise
  case party, area
  case focusArea = "focus-area"

  package var words: Localized {
    switch self {
    case .promise: Localized("löfte", "promise")
    case .party: Localized("part", "party")
    case .area: Localized("område", "area")
    case .focusArea: Localized("fokusområde", "focus area")
    }
  }
}

/// The measures of a report that share a promise, a party, an area or a focus area; or that have none.
package struct PackGroup: JSONWritable, Hashable, Sendable {
  /// The promise; absent in groups of another kind, and for what lies outside every promise.
  package var promise: SubjectID?
  /// The code in the promise; absent for what is municipality-wide and for what has none.
  package let code: Code?
  let name: Localized
  package let measures: [SubjectID]

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("promise", promise)
    pen.write("code", code)
    pen.write("name", Text(name.sv))
    pen.write("measures", measures)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// The groups in the promise's own order, last the measures that belong to none; nothing where they are not grouped.
  ///
  /// A measure that belongs to several groups is in each of them. A group of the promise without a measure is there and says so.
  package var groups: [PackGroup] {
    switch grouping {
    case nil: []
    case .promise: promiseGroups
    case .party: groups(named(\.parties), \.parties, none: Localized("Part anges inte", "Party not stated"))
    case .focusArea:
      groups(named(\.focusAreas), \.focusAreas, none: Localized("Inget fokusområde", "No focus area"))
    case .area:
      groups(named(\.areas), \.areas, none: Localized("Område anges inte", "Area not stated"))
    }
  }

  private var promiseGroups: [PackGroup] {
    func measures(of promise: SubjectID?) -> [SubjectID] {
      rows.filter { $0.state.plan?.promise == promise }.map(\.id)
    }
    let own = promises.map { promise in
      PackGroup(promise: promise.id, code: nil, name: promise.called, measures: measures(of: promise.id))
    }
    let outside = PackGroup(
      code: nil, name: Localized("Utanför löftena", "Outside every promise"), measures: measures(of: nil))
    return own + (outside.measures.isEmpty ? [] : [outside])
  }

  private func groups(
    _ named: [Named], _ member: KeyPath<MeasureProposed, [Code]>, none: Localized
  ) -> [PackGroup] {
    func group(_ code: Code?, _ name: Localized, _ fits: (MeasureRow) -> Bool) -> PackGroup {
      PackGroup(code: code, name: name, measures: rows.filter(fits).map(\.id))
    }
    func codes(of row: MeasureRow) -> [Code] { row.state.plan?[keyPath: member] ?? [] }
    // A code that an amendment took out of the promise still has its measures.
    let former = rows.flatMap(codes).reduce(into: [Code]()) { former, code in
      if !named.contains(where: { $0.code == code }), !former.contains(code) { former.append(code) }
    }
    let all = named.map { ($0.code, $0.name.text) } + former.map { ($0, $0.text) }
    let main = all.map { code, name in group(code, Localized(both: name)) { codes(of: $0).contains(code) } }
    let wide = group(nil, StandingWords.municipalityWide.capitalized) { grouping == .area && $0.municipalityWide }
    let rest = group(nil, none) { codes(of: $0).isEmpty && !(grouping == .area && $0.municipalityWide) }
    return main + [wide, rest].filter { !$0.measures.isEmpty }
  }
}
