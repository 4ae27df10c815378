/// One side of a straight line: the points for which `a·x + b·y ≤ limit`.
private struct HalfPlane {
  var a: Int
  var b: Int
  var limit: Int

  /// What of an area lies on this side (Sutherland and Hodgman 1974); fewer than three points where nothing does.
  func cut(_ area: [Metafile.Point]) -> [Metafile.Point] {
    var kept: [Metafile.Point] = []
    for (index, point) in area.enumerated() {
      let next = area[(index + 1) % area.count]
      let (here, there) = (a * point.x + b * point.y - limit, a * next.x + b * next.y - limit)
      if here <= 0 { kept.append(point) }
      if here < 0 && there > 0 || here > 0 && there < 0 {
        kept.append(
          .init(
            x: point.x + (next.x - point.x) * here / (here - there),
            y: point.y + (next.y - point.y) * here / (here - there)))
      }
    }
    return kept
  }
}

extension Drawing.Fill {
  /// The pieces of its pattern within an area, in units of a metafile: what the tiles of six by six units of a drawing have in SVG, cut by
  /// arithmetic, so that no program has to. None where it has no pattern.
  func pieces(within area: [Metafile.Point]) -> [[Metafile.Point]] {
    guard let left = area.map(\.x).min(), let right = area.map(\.x).max(), let top = area.map(\.y).min(),
      let bottom = area.map(\.y).max()
    else { return [] }
    return shapes(left, right, top, bottom).compactMap { sides in
      var piece = area
      for side in sides where !piece.isEmpty { piece = side.cut(piece) }
      return piece.count < 3 ? nil : piece
    }
  }

  /// The stripes and dots that touch a rectangle, each as the half planes that it lies in.
  private func shapes(_ left: Int, _ right: Int, _ top: Int, _ bottom: Int) -> [[HalfPlane]] {
    switch self {
    case .none, .paper, .ink, .grey: []
    case .diagonal:
      // 1.6 units wide, so 1.13 to each side along an axis.
      stride(from: Self.first(120, reaching: left + top - 23), through: right + bottom + 23, by: 120).map {
        [.init(a: 1, b: 1, limit: $0 + 23), .init(a: -1, b: -1, limit: 23 - $0)]
      }
    case .horizontal:
      stride(from: Self.first(60, reaching: top - 50) + 40, through: bottom + 10, by: 60).map {
        [.init(a: 0, b: 1, limit: $0 + 10), .init(a: 0, b: -1, limit: 10 - $0)]
      }
    case .dots: Self.dots(left, right, top, bottom)
    }
  }

  /// On a grid of three units, of which every other place is empty.
  private static func dots(_ left: Int, _ right: Int, _ top: Int, _ bottom: Int) -> [[HalfPlane]] {
    let rows = stride(from: first(60, reaching: top - 60) + 40, through: bottom + 20, by: 60)
    let columns = stride(from: first(60, reaching: left - 60) + 40, through: right + 20, by: 60)
    return rows.flatMap { y in columns.filter { ($0 + y - 80) % 120 == 0 }.map { dot($0, y) } }
  }

  /// The first multiple that is not below a number.
  private static func first(_ step: Int, reaching number: Int) -> Int {
    (number >= 0 ? (number + step - 1) / step : -(-number / step)) * step
  }

  /// A dot of a unit to each side, eight-sided.
  private static func dot(_ x: Int, _ y: Int) -> [HalfPlane] {
    let ways = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    return ways.map { a, b in
      let distance = a == 0 || b == 0 ? 19 : 27
      return HalfPlane(a: a, b: b, limit: a * x + b * y + distance)
    }
  }
}

extension Metafile.Point {
  /// The circle around the point, as an area of 32 corners.
  func polygon(radius: Int) -> [Metafile.Point] {
    let heights = (-8..<8).map { radius * $0 / 8 }
    let half = heights.map { height -> (x: Int, y: Int) in
      (Int(Double(radius * radius - height * height).squareRoot().rounded()), height)
    }
    return half.map { .init(x: x + $0.x, y: y + $0.y) } + half.map { .init(x: x - $0.x, y: y - $0.y) }
  }
}
