extension Drawing {
  /// How many units of a metafile one of a drawing has.
  fileprivate static let scale = 20

  /// The drawing as an Enhanced Metafile, black on white, in Arial, as large as ``svg(id:title:description:)`` has it.
  ///
  /// Patterns and dashes are drawn piece by piece, since programs show those of the format each in its own way. What stands on a pattern
  /// has a plate of paper behind it, in place of a rim. The same drawing gives the same bytes. Cost: in proportion to its area.
  var emf: [UInt8] {
    var file = Metafile(width: width * Self.scale, height: height * Self.scale)
    file.select(.noPen)
    file.select(.brush(.paper))
    file.polygon(Self.rectangle(0, 0, width, height))
    for item in items { item.draw(in: &file) }
    return file.bytes
  }

  fileprivate static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [Metafile.Point] {
    let (left, top, right, bottom) = (x * scale, y * scale, (x + width) * scale, (y + height) * scale)
    return [
      .init(x: left, y: top), .init(x: right, y: top), .init(x: right, y: bottom), .init(x: left, y: bottom),
    ]
  }
}

extension Drawing.Point {
  fileprivate var scaled: Metafile.Point { .init(x: x * Drawing.scale, y: y * Drawing.scale) }
}

extension Drawing.Fill {
  /// The colour below its pattern; nil where what lies behind is seen.
  fileprivate var ground: Metafile.Object {
    switch self {
    case .none: .noBrush
    case .paper, .diagonal, .dots, .horizontal: .brush(.paper)
    case .ink: .brush(.ink)
    case .grey: .brush(.grey)
    }
  }
}

extension Drawing.Item {
  private static let edge = Metafile.Object.pen(.ink, width: Drawing.scale)

  fileprivate func draw(in file: inout Metafile) {
    switch self {
    case .box(let x, let y, let width, let height, let fill):
      Self.area(Drawing.rectangle(x, y, width, height), fill, in: &file)
    case .area(let points, let fill): Self.area(points.map(\.scaled), fill, in: &file)
    case .circle(let x, let y, let radius, let fill):
      let centre = Drawing.Point(x: x, y: y).scaled
      let pieces = fill.pieces(within: centre.polygon(radius: radius * Drawing.scale))
      Self.filled(fill, pieces, in: &file) { $0.circle(centre, radius: radius * Drawing.scale) }
    case .line(let points, let stroke): Self.line(points.map(\.scaled), stroke, in: &file)
    case .text(let x, let y, let text, let anchor, let size, let isBold, let ground):
      Self.text(visible(text), at: .init(x: x, y: y), anchor, size: size, isBold: isBold, on: ground, in: &file)
    }
  }

  private static func area(_ points: [Metafile.Point], _ fill: Drawing.Fill, in file: inout Metafile) {
    filled(fill, fill.pieces(within: points), in: &file) { $0.polygon(points) }
  }

  /// The shape with its edge; a pattern lies between its ground and its edge, which covers where it was cut.
  private static func filled(
    _ fill: Drawing.Fill, _ pieces: [[Metafile.Point]], in file: inout Metafile, _ shape: (inout Metafile) -> Void
  ) {
    file.select(fill.ground)
    if !pieces.isEmpty {
      file.select(.noPen)
      shape(&file)
      file.select(.brush(.ink))
      file.polygons(pieces)
      file.select(.noBrush)
    }
    file.select(edge)
    shape(&file)
  }

  private static func line(_ points: [Metafile.Point], _ stroke: Drawing.Stroke, in file: inout Metafile) {
    switch stroke {
    case .grid: file.select(.pen(.dim, width: Drawing.scale / 2))
    case .plain, .dashed: file.select(edge)
    case .thick: file.select(.pen(.ink, width: Drawing.scale * 2))
    }
    if stroke == .dashed { file.polylines(dashes(points)) } else { file.polyline(points) }
  }

  /// Four units of line and three of nothing; the round ends of a pen add half a unit to each end of a dash.
  private static func dashes(_ points: [Metafile.Point]) -> [[Metafile.Point]] {
    let period = Double(7 * Drawing.scale)
    let (first, length) = (Double(Drawing.scale) / 2, Double(3 * Drawing.scale))
    var dashes: [[Metafile.Point]] = []
    /// Where the line is in its period, at the beginning of a stretch.
    var phase = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
      let whole = (dx * dx + dy * dy).squareRoot()
      guard whole > 0 else { continue }
      func point(_ distance: Double) -> Metafile.Point {
        .init(x: from.x + Int((dx * distance / whole).rounded()), y: from.y + Int((dy * distance / whole).rounded()))
      }
      var begin = first - phase
      while begin < whole {
        let (start, end) = (max(0, begin), min(whole, begin + length))
        if end > start { dashes.append([point(start), point(end)]) }
        begin += period
      }
      phase = (phase + whole).truncatingRemainder(dividingBy: period)
    }
    return dashes
  }

  private static func text(
    _ text: String, at point: Drawing.Point, _ anchor: Drawing.Anchor, size: Int, isBold: Bool,
    on ground: Drawing.Ground,
    in file: inout Metafile
  ) {
    let type = size * Drawing.scale
    let steps = ArialWidths.steps(text, size: type, isBold: isBold)
    let width = steps.reduce(0, +)
    var start = point.scaled
    switch anchor {
    case .start: break
    case .middle: start.x -= width / 2
    case .end: start.x -= width
    }
    if ground == .pattern {
      let (left, right) = (start.x - 2 * Drawing.scale, start.x + width + 2 * Drawing.scale)
      // From above the capitals to where letters end that go below the line.
      let (top, bottom) = (start.y - type * 3 / 4 - Drawing.scale, start.y + type / 5)
      file.select(.noPen)
      file.select(.brush(.paper))
      file.polygon([
        .init(x: left, y: top), .init(x: right, y: top), .init(x: right, y: bottom), .init(x: left, y: bottom),
      ])
    }
    file.select(.font(size: type, isBold: isBold))
    file.text(text, at: start, steps: steps, size: type, ground == .ink ? .paper : .ink)
  }
}
