/// Bars that lie, one for each row, each made of parts with their numbers: how many of each kind.
///
/// Every number stands in the picture: in its part where there is room, and all of them beside the name of the row.
package struct BarChart: Sendable, Hashable {
  /// A kind of part, the same in every row.
  package struct Kind: Sendable, Hashable {
    package var name: String

    package init(_ name: String) { self.name = name }
  }

  package struct Row: Sendable, Hashable {
    package var name: String
    /// One number for each kind, none below 0.
    package var counts: [Int]

    var total: Int { counts.reduce(0, +) }

    package init(_ name: String, _ counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  /// At most five: as many patterns as one tells apart.
  package var kinds: [Kind]
  package var rows: [Row]

  /// Requires one to five kinds, and in each row one number of each.
  package init(kinds: [Kind], rows: [Row]) {
    precondition((1...BarChart.fills.count).contains(kinds.count), "as many kinds as there are patterns")
    precondition(
      rows.allSatisfy { $0.counts.count == kinds.count && $0.counts.allSatisfy { $0 >= 0 } }, "a number of each kind")
    self.kinds = kinds
    self.rows = rows
  }

  /// The patterns, which differ without any colour; a kind has that of its place.
  static let fills: [Drawing.Fill] = [.ink, .diagonal, .dots, .paper, .grey]

  private static let pitch = 42
  /// The longest bar of a chart that this is a part of.
  private var longest = 0

  /// The chart in as many as find room in a height, all with bars of one scale.
  func parts(width: Int, height: Int) -> [BarChart] {
    let legend = Legend(kinds.map(\.name), width: width)
    let count = max(1, (height - legend.height - 8) / BarChart.pitch)
    guard rows.count > count else { return [self] }
    return stride(from: 0, to: rows.count, by: count).map { start in
      var part = BarChart(kinds: kinds, rows: Array(rows[start..<min(start + count, rows.count)]))
      part.longest = max(longest, rows.map(\.total).max() ?? 0)
      return part
    }
  }

  func drawing(width: Int) -> Drawing {
    let legend = Legend(kinds.map(\.name), width: width)
    let most = max(1, longest, rows.map(\.total).max() ?? 1)
    // What follows the longest bar is its number.
    let room = width - 50
    var drawing = Drawing(width: width, height: legend.height + 8 + rows.count * BarChart.pitch)
    legend.draw(in: &drawing)
    for (index, row) in rows.enumerated() {
      let top = legend.height + 8 + index * BarChart.pitch
      drawing.text(
        Drawing.fitting(row.name, width: width - 4, size: 14), x: 2, y: top + 13, size: 14, isBold: true)
      var done = 0
      for (count, fill) in zip(row.counts, BarChart.fills) where count > 0 {
        let begin = 2 + done * room / most
        let end = 2 + (done + count) * room / most
        drawing.box(x: begin, y: top + 18, width: end - begin, height: 17, fill)
        let number = String(count)
        if end - begin >= Drawing.width(of: number, size: 13) + 6 {
          drawing.text(number, x: (begin + end) / 2, y: top + 31, .middle, size: 13, on: fill == .ink ? .ink : .pattern)
        }
        done += count
      }
      drawing.text(String(row.total), x: 8 + row.total * room / most, y: top + 31, size: 13, isBold: true)
    }
    return drawing
  }
}

/// The patterns of a picture, each with its name, in as many lines as they need.
struct Legend {
  private var placed: [(x: Int, line: Int, name: String)] = []
  let height: Int
  private static let pitch = 20

  init(_ names: [String], width: Int) {
    var x = 2
    var line = 0
    for name in names {
      let wide = 18 + Drawing.width(of: name, size: 13) + 10
      if x > 2, x + wide > width {
        x = 2
        line += 1
      }
      placed.append((x, line, name))
      x += wide
    }
    height = names.isEmpty ? 0 : (line + 1) * Legend.pitch + 2
  }

  func draw(in drawing: inout Drawing) {
    for (entry, fill) in zip(placed, BarChart.fills) {
      let top = 2 + entry.line * Legend.pitch
      drawing.box(x: entry.x, y: top, width: 13, height: 12, fill)
      drawing.text(entry.name, x: entry.x + 18, y: top + 11, size: 13)
    }
  }
}
