package import LedgerDomain
import Projections
package import StrictJSON

/// An indicator, or one district of it, in a report.
package struct IndicatorRow: JSONWritable, Hashable, Sendable {
  package var id: SubjectID
  package var name: Text
  package var unit: Text
  package var kind: FollowUpKind
  package var direction: Direction?
  package var area: Text?
  /// The area's code in the promise.
  var areaCode: Code?
  package var baseline: Value?
  /// The latest value that is no baseline.
  package var latest: Value?

  package struct Value: JSONWritable, Hashable, Sendable {
    package var value: Quantity
    package var source: GroundKind
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("value", value)
      pen.write("source", source)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("name", name)
    pen.write("unit", unit)
    pen.write("kind", kind)
    pen.write("direction", direction)
    pen.write("area", area)
    pen.write("baseline", baseline)
    pen.write("latest", latest)
    pen.endObject()
  }
}

/// A case in a report.
package struct CaseRow: JSONWritable, Hashable, Sendable {
  package var id: SubjectID
  package var title: Text
  package var registryNumber: Text?
  package var officer: PublicOfficial?
  package var due: LocalDate?
  package var opened: Effective?
  package var closed: Effective?
  package var isClosed: Bool

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("title", title)
    pen.write("registryNumber", registryNumber)
    pen.write("officer", officer)
    pen.write("due", due)
    pen.write("opened", opened)
    pen.write("closed", closed)
    pen.write("isClosed", isClosed)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// What the promise names only as something that may come.
  package var examples: [Measure] {
    book.chronicle.subjects(.measure).compactMap { id in
      guard let measure = book.measure(id), measure.binding == .example, covered.contains(measure.plan?.promise)
      else { return nil }
      return measure
    }
  }

  package var indicators: [IndicatorRow] {
    book.indicators.filter { belongs($0.id) }.flatMap { indicator -> [IndicatorRow] in
      guard let defined = indicator.defined else { return [] }
      let valued = indicator.observations.filter { $0.observed.value != nil }
      let areas = valued.map(\.observed.area).reduce(into: [Code?]()) { areas, area in
        if !areas.contains(area) { areas.append(area) }
      }
      return (areas.isEmpty ? [nil] : areas).map { area in
        let here = valued.filter { $0.observed.area == area }
        return IndicatorRow(
          id: indicator.id, name: defined.name, unit: defined.unit, kind: defined.kind, direction: defined.direction,
          area: area.map { code in named(\.areas).first { $0.code == code }?.name ?? Text(code.text) },
          areaCode: area, baseline: value(here.last { $0.observed.baseline }),
          latest: value(here.last { !$0.observed.baseline }))
      }
    }
  }

  private func value(_ observation: Indicator.Observation?) -> IndicatorRow.Value? {
    guard let observation, let value = observation.observed.value else { return nil }
    return IndicatorRow.Value(value: value, source: observation.observed.source, mark: observation.mark)
  }

  /// The open cases, then those closed since the report before.
  package var cases: [CaseRow] {
    let rows = book.cases.filter { belongs($0.id) }.compactMap { state -> CaseRow? in
      guard let opened = state.opened else { return nil }
      if case .case(let before)? = previous?.state(of: state.id), before.isClosed, state.isClosed { return nil }
      return CaseRow(
        id: state.id, title: opened.title, registryNumber: opened.registryNumber, officer: state.officer,
        due: state.due, opened: state.openedMark?.effective, closed: state.closing?.mark.effective,
        isClosed: state.isClosed)
    }
    return rows.filter { !$0.isClosed } + rows.filter(\.isClosed)
  }

  /// The auditors' recommendations that they do not yet regard as dealt with.
  package var recommendations: [Recommendation] {
    book.recommendations.filter { $0.cleared == nil }
  }
}
