/// Where each box of a lane diagram stands, in whole pixels; the same diagram always gives the same numbers.
struct LaneLayout {
  /// A box in its place: its corner, its size, and its texts broken into lines.
  struct Placed {
    var x: Int
    var y: Int
    var height: Int
    var title: [String]
    /// For each line of the box its text broken into lines.
    var lines: [[String]]
    /// Where links meet it: the middle of its heading.
    var anchor: Int { y + 18 }
  }

  static let margin = 24
  static let boxWidth = 288
  static let gutter = 116
  /// The band reaches this far beyond the boxes in it.
  static let bandMargin = 12
  static let padding = 12
  static let textHeight = 17
  static let noteHeight = 15
  private static let gap = 16
  /// The least that a later box stands below an earlier one in another lane.
  private static let step = 30
  /// Letters that surely find room in a box, by type size.
  private static let textColumns = 38
  private static let titleColumns = 35

  let placed: [Placed]
  let top: Int
  let bottom: Int

  static var width: Int { margin * 2 + boxWidth * 3 + gutter * 2 }

  static func x(_ lane: LaneDiagram.Lane) -> Int {
    switch lane {
    case .left: margin
    case .track: margin + boxWidth + gutter
    case .right: margin + (boxWidth + gutter) * 2
    }
  }

  init(_ diagram: LaneDiagram, top: Int) {
    self.top = top
    var ends: [LaneDiagram.Lane: Int] = [:]
    var previous: Int?
    var placed: [Placed] = []
    for box in diagram.boxes {
      let title = LaneLayout.wrapped(box.title, columns: LaneLayout.titleColumns, limit: 3)
      let lines = box.lines.map { LaneLayout.wrapped($0.text, columns: LaneLayout.textColumns, limit: 3) }
      let free = ends[box.lane].map { $0 + LaneLayout.gap } ?? top + LaneLayout.gap
      let least = previous.map { $0 + (box.isBesidePrevious ? 0 : LaneLayout.step) } ?? 0
      let height =
        LaneLayout.padding * 2 - 4 + (box.heading.isEmpty ? 0 : LaneLayout.textHeight) + title.count
        * LaneLayout.textHeight
        + lines.reduce(0) { $0 + $1.count * LaneLayout.textHeight + LaneLayout.noteHeight + 3 }
      let y = max(free, least)
      placed.append(Placed(x: LaneLayout.x(box.lane), y: y, height: height, title: title, lines: lines))
      ends[box.lane] = y + height
      previous = y
    }
    self.placed = placed
    bottom = (ends.values.max() ?? top) + LaneLayout.gap
  }

  /// A text in lines of at most so many columns; the last of `limit` lines ends with `…` where there is more.
  static func wrapped(_ text: String, columns: Int, limit: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    let lines = StyledText(text).wrapped(to: columns, breaksWords: true).map { $0.line(color: false) }
    guard lines.count > limit else { return lines }
    return lines[..<(limit - 1)] + [lines[limit - 1] + " …"]
  }
}
