/// A picture of lines, shapes and texts in whole units of about a pixel each, from the upper left corner: what it shows, without
/// any idea of where.
///
/// It is drawn in ink on paper, with patterns in place of colours, so that it reads the same printed in black and white, on a dark
/// screen, and to whoever does not tell colours apart.
struct Drawing: Hashable {
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// How an area is filled.
  enum Fill: Hashable, CaseIterable {
    case none, paper, ink, grey, diagonal, dots, horizontal
  }

  enum Stroke: Hashable, CaseIterable {
    /// A line of the grid, behind everything.
    case grid
    case plain, thick, dashed
  }

  enum Anchor: Hashable {
    case start, middle, end
  }

  /// What a text stands on: paper; something that a rim of paper around the letters keeps off; ink, on which it is written in paper.
  enum Ground: Hashable {
    case paper, pattern, ink
  }

  enum Item: Hashable {
    /// A rectangle with an edge.
    case box(x: Int, y: Int, width: Int, height: Int, Fill)
    /// A line through points; requires two at least.
    case line([Point], Stroke)
    /// An area with an edge; requires three points at least.
    case area([Point], Fill)
    case circle(x: Int, y: Int, radius: Int, Fill)
    /// A text whose baseline is at `y`.
    case text(x: Int, y: Int, String, Anchor, size: Int, isBold: Bool, on: Ground)
  }

  var width: Int
  var height: Int
  private(set) var items: [Item] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  mutating func box(x: Int, y: Int, width: Int, height: Int, _ fill: Fill) {
    items.append(.box(x: x, y: y, width: width, height: height, fill))
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ stroke: Stroke) {
    items.append(.line([Point(x: x1, y: y1), Point(x: x2, y: y2)], stroke))
  }

  mutating func line(_ points: [Point], _ stroke: Stroke) {
    if points.count > 1 { items.append(.line(points, stroke)) }
  }

  mutating func area(_ points: [Point], _ fill: Fill) { items.append(.area(points, fill)) }

  mutating func circle(x: Int, y: Int, radius: Int, _ fill: Fill) {
    items.append(.circle(x: x, y: y, radius: radius, fill))
  }

  mutating func text(
    _ text: String, x: Int, y: Int, _ anchor: Anchor = .start, size: Int = 12, isBold: Bool = false,
    on ground: Ground = .paper
  ) {
    if text.isEmpty { return }
    items.append(.text(x: x, y: y, text, anchor, size: size, isBold: isBold, on: ground))
  }

  /// About the width that a text takes, never less.
  static func width(of text: String, size: Int) -> Int { displayWidth(visible(text)) * size * 3 / 5 }

  /// A text that finds room in a width, its end left out with `…` where there is too little.
  static func fitting(_ text: String, width: Int, size: Int) -> String {
    let columns = max(1, width * 5 / (size * 3))
    let shown = visible(text)
    guard displayWidth(shown) > columns else { return shown }
    var kept = ""
    var taken = 1
    for character in shown {
      taken += displayWidth(character)
      if taken > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
