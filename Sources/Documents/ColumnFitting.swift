/// What one column of a table asks for, in columns of the screen.
struct ColumnNeed: Hashable {
  /// The width at which nothing is broken.
  var natural: Int
  /// The least readable width; requires `least <= natural`.
  var least: Int
}

/// The width of each column, given the room that they share without the gaps between them; none when even the least
/// widths do not fit.
///
/// Columns that ask for less than a fair share get what they ask for; the others share the rest as equally as their least
/// widths allow.
func fittedWidths(_ needs: [ColumnNeed], room: Int) -> [Int]? {
  guard needs.reduce(0, { $0 + $1.least }) <= room else { return nil }
  guard needs.reduce(0, { $0 + $1.natural }) > room else { return needs.map(\.natural) }
  func widths(_ level: Int) -> [Int] { needs.map { max($0.least, min($0.natural, level)) } }
  var level = 0
  while widths(level + 1).reduce(0, +) <= room { level += 1 }
  var result = widths(level)
  var left = room - result.reduce(0, +)
  for index in needs.indices where left > 0 && result[index] == level && needs[index].natural > level {
    result[index] += 1
    left -= 1
  }
  return result
}
