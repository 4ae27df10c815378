/// A measured value over time: points joined by a line, each with its value, the baseline marked and drawn through.
///
/// The scale begins at zero where the least value is not more than half of the greatest; else it begins where the values do, its line is
/// broken at the foot, and ``cut`` says between which values it goes. Nothing is drawn beyond what was measured.
package struct SeriesChart: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    /// Days since any one day, the same for all points.
    package var day: Int
    /// For the picture alone; what is read is `label`.
    package var value: Double
    /// The value as people write it.
    package var label: String
    /// The day as people write it.
    package var dayLabel: String
    package var isBaseline: Bool

    package init(day: Int, value: Double, label: String, dayLabel: String, isBaseline: Bool) {
      self.day = day
      self.value = value
      self.label = label
      self.dayLabel = dayLabel
      self.isBaseline = isBaseline
    }
  }

  package var unit: String
  /// In order of days.
  package var points: [Point]
  /// What the line of the baseline is called.
  package var baselineName: String

  /// Requires a point.
  package init(unit: String, points: [Point], baselineName: String) {
    precondition(!points.isEmpty, "a series has a point")
    self.unit = unit
    self.points = points
    self.baselineName = baselineName
  }

  /// The least and the greatest value as people write them, where the scale does not begin at zero; nil where it does, and where all are
  /// alike.
  package var cut: (least: String, most: String)? {
    guard let least = points.min(by: { $0.value < $1.value }), let most = points.max(by: { $0.value < $1.value }),
      least.value < most.value, bounds.least != 0
    else { return nil }
    return (least.label, most.label)
  }

  private var bounds: (least: Double, most: Double) {
    let values = points.map(\.value)
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    return (least >= 0 && least * 2 <= most ? 0 : least, most)
  }

  /// Where the line of values stands.
  private static let axis = 6
  /// What the first and the last point keep off the edges.
  private static let margin = 24
  private static let top = 46
  private static let bottom = 116

  private func x(_ point: Point, width: Int) -> Int {
    let (first, last) = (points[0].day, points[points.count - 1].day)
    guard last > first else { return width / 2 }
    return Self.margin + (point.day - first) * (width - Self.margin * 2) / (last - first)
  }

  private func y(_ point: Point) -> Int {
    let (least, most) = bounds
    guard most > least else { return (Self.top + Self.bottom) / 2 }
    return Self.bottom - Int(((point.value - least) / (most - least) * Double(Self.bottom - Self.top)).rounded())
  }

  func drawing(width: Int) -> Drawing {
    var drawing = Drawing(width: width, height: 158)
    drawing.text(Drawing.fitting(unit, width: width - 4, size: 13), x: 2, y: 13, size: 13)
    drawAxes(in: &drawing)
    if let baseline = points.last(where: \.isBaseline) {
      let y = y(baseline)
      drawing.line(Self.axis, y, width - 2, y, .dashed)
      // Its name stands at the end where no point is, above the line.
      let isLate = x(baseline, width: width) > width / 2
      drawing.text(
        baselineName, x: isLate ? Self.axis + 6 : width - 2, y: y - 4, isLate ? .start : .end, size: 13, on: .pattern)
    }
    drawing.line(points.map { Drawing.Point(x: x($0, width: width), y: y($0)) }, .thick)
    var free = 0
    /// Where the value drawn last ends, and its baseline.
    var last = Drawing.Point(x: 0, y: 0)
    for (index, point) in points.enumerated() {
      let (x, y) = (x(point, width: width), y(point))
      drawing.line(x, Self.bottom + 13, x, Self.bottom + 19, .plain)
      if point.isBaseline {
        drawing.box(x: x - 5, y: y - 5, width: 10, height: 10, .paper)
      } else {
        drawing.circle(x: x, y: y, radius: 5, .ink)
      }
      // A value that would run into the one before stands below its point, or where that is too low in the description alone.
      let reach = Drawing.width(of: point.label, size: 14) / 2
      let isCrowded = x - reach < last.x && abs(y - 10 - last.y) < 14
      let baseline = isCrowded ? y + 21 : y - 10
      if baseline <= Self.bottom + 8 {
        drawing.text(point.label, x: x, y: baseline, .middle, size: 14, isBold: true, on: .pattern)
        last = .init(x: x + reach, y: baseline)
      }
      // Days that would run into the one before are left out; the rows beside have them all.
      let half = Drawing.width(of: point.dayLabel, size: 13) / 2
      let centre = min(max(x, half + 2), width - half - 2)
      if centre - half > free || index == 0 {
        drawing.text(point.dayLabel, x: centre, y: Self.bottom + 35, .middle, size: 13)
        free = centre + half + 4
      }
    }
    return drawing
  }

  /// The line of days at the foot and that of values, which is broken where the scale does not begin at zero.
  private func drawAxes(in drawing: inout Drawing) {
    let foot = Self.bottom + 16
    drawing.line(Self.axis, foot, drawing.width - 2, foot, .plain)
    guard cut != nil else { return drawing.line(Self.axis, Self.top - 6, Self.axis, foot, .plain) }
    drawing.line(Self.axis, Self.top - 6, Self.axis, foot - 11, .plain)
    drawing.line(Self.axis, foot - 6, Self.axis, foot, .plain)
    for y in [foot - 11, foot - 6] { drawing.line(Self.axis - 4, y + 2, Self.axis + 4, y - 2, .plain) }
  }
}
