extension LaneChart {
  /// What the axis keeps off the edges.
  private static let margin = 10
  private static let pitch = 37
  private static let legendPitch = 19

  /// The chart in as many as find room in a height, all with the same axis.
  func parts(width: Int, height: Int) -> [LaneChart] {
    let count = max(1, (height - axis(legendLines: legendPlaces(width: width).lines) - 12) / Self.pitch)
    guard lanes.count > count else { return [self] }
    return stride(from: 0, to: lanes.count, by: count).map { start in
      var part = self
      part.lanes = Array(lanes[start..<min(start + count, lanes.count)])
      return part
    }
  }

  /// Below the legend, the words of limits where there are any, and those of the days.
  private func axis(legendLines: Int) -> Int { legendLines * Self.legendPitch + (limits.isEmpty ? 18 : 32) }

  func drawing(width: Int) -> Drawing {
    let legend = legendPlaces(width: width)
    let axis = axis(legendLines: legend.lines)
    let bottom = axis + 8 + lanes.count * Self.pitch
    var drawing = Drawing(width: width, height: bottom + 4)
    func x(_ day: Int) -> Int { place(of: day, width: width) }
    for tick in ticks where (from...through).contains(tick.day) {
      drawing.line(x(tick.day), axis, x(tick.day), bottom, .grid)
      drawing.text(tick.label, x: x(tick.day) + 3, y: axis + 2, size: 11)
    }
    for limit in limits where (from...through).contains(limit.day) {
      drawing.line(x(limit.day), axis - 12, x(limit.day), bottom, .dashed)
      let half = Drawing.width(of: limit.label, size: 11) / 2
      let centre = min(max(x(limit.day), half + 2), width - half - 2)
      drawing.text(limit.label, x: centre, y: axis - 15, .middle, size: 11, on: .pattern)
    }
    drawLegend(legend.places, in: &drawing)
    for (index, lane) in lanes.enumerated() { draw(lane, top: axis + 8 + index * Self.pitch, in: &drawing) }
    return drawing
  }

  private func place(of day: Int, width: Int) -> Int {
    let inside = min(max(day, from), through)
    return Self.margin + (inside - from) * (width - Self.margin * 2) / (through - from)
  }

  private func draw(_ lane: Lane, top: Int, in drawing: inout Drawing) {
    let width = drawing.width
    func x(_ day: Int) -> Int { place(of: day, width: width) }
    drawing.text(
      Drawing.fitting(lane.name, width: width - 30, size: 11), x: 2, y: top + 11, size: 11, isBold: true,
      on: .pattern)
    let middle = top + 24
    for span in lane.spans {
      let (begin, end) = (x(span.from), max(x(span.through), x(span.from) + 1))
      switch span.kind {
      case .work: drawing.box(x: begin, y: middle - 4, width: end - begin, height: 8, .grey)
      case .pause: drawing.box(x: begin, y: middle - 4, width: end - begin, height: 8, .diagonal)
      case .moved: drawing.line(begin, middle, end, middle, .dashed)
      }
    }
    for mark in lane.marks {
      draw(mark.sign, x: x(mark.day), y: middle, in: &drawing)
      if mark.day > through { arrow(at: width - Self.margin, middle, 1, in: &drawing) }
      if mark.day < from { arrow(at: Self.margin, middle, -1, in: &drawing) }
    }
  }

  /// Points away from the axis.
  private func arrow(at x: Int, _ y: Int, _ way: Int, in drawing: inout Drawing) {
    drawing.area([.init(x: x + 9 * way, y: y), .init(x: x + 4 * way, y: y - 4), .init(x: x + 4 * way, y: y + 4)], .ink)
  }

  private func draw(_ sign: Sign, x: Int, y: Int, in drawing: inout Drawing) {
    switch sign {
    case .proposed: drawing.circle(x: x, y: y, radius: 5, .paper)
    case .decided:
      drawing.area(
        [.init(x: x, y: y - 6), .init(x: x + 6, y: y), .init(x: x, y: y + 6), .init(x: x - 6, y: y)], .paper)
    case .deadline:
      drawing.line(x, y - 8, x, y + 8, .thick)
      drawing.area([.init(x: x, y: y - 8), .init(x: x + 6, y: y - 5), .init(x: x, y: y - 2)], .ink)
    case .done: drawing.circle(x: x, y: y, radius: 5, .ink)
    case .partly:
      drawing.circle(x: x, y: y, radius: 5, .paper)
      drawing.area(
        [
          .init(x: x, y: y - 5), .init(x: x - 4, y: y - 3), .init(x: x - 5, y: y), .init(x: x - 4, y: y + 3),
          .init(x: x, y: y + 5),
        ], .ink)
    case .stopped:
      drawing.line(x - 5, y - 5, x + 5, y + 5, .thick)
      drawing.line(x - 5, y + 5, x + 5, y - 5, .thick)
    case .evaluated: drawing.box(x: x - 5, y: y - 5, width: 10, height: 10, .ink)
    }
  }

  /// What a place of the legend shows.
  private enum Key: Hashable {
    case sign(Sign)
    case span(Span.Kind)
  }

  private func legendPlaces(width: Int) -> (places: [(key: Key, x: Int, line: Int, name: String)], lines: Int) {
    let keys =
      signNames.map { (Key.sign($0.sign), $0.name) } + [(.span(.work), workName), (.span(.pause), pauseName)]
    var places: [(key: Key, x: Int, line: Int, name: String)] = []
    var x = 2
    var line = 0
    for (key, name) in keys where !name.isEmpty {
      let wide = 18 + Drawing.width(of: name, size: 11) + 10
      if x > 2, x + wide > width {
        x = 2
        line += 1
      }
      places.append((key, x, line, name))
      x += wide
    }
    return (places, line + 1)
  }

  private func drawLegend(_ places: [(key: Key, x: Int, line: Int, name: String)], in drawing: inout Drawing) {
    for place in places {
      let y = 10 + place.line * Self.legendPitch
      switch place.key {
      case .sign(let sign): draw(sign, x: place.x + 7, y: y, in: &drawing)
      case .span(let kind):
        drawing.box(x: place.x, y: y - 4, width: 14, height: 8, kind == .work ? .grey : .diagonal)
      }
      drawing.text(place.name, x: place.x + 18, y: y + 4, size: 11)
    }
  }
}
