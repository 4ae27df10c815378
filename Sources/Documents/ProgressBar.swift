/// The text of a progress bar: how far something has come, in one line without a line end.
package struct ProgressBar: Sendable {
  /// The number of columns of the screen that the whole line takes, at least 20.
  package let width: Int

  package init(width: Int) {
    self.width = max(20, width)
  }

  /// `label [#####.....]  50 %`. The percentage is rounded down, so that 100 means done. Requires `0 ≤ done ≤ total`;
  /// nothing to do counts as done. A label that leaves no room for ten steps is cut with an ellipsis.
  package func line(_ label: String, done: Int, total: Int) -> String {
    precondition(0 <= done && done <= total, "progress beyond its bounds")
    let share = total == 0 ? 1 : Double(done) / Double(total)
    let percent = done == total ? 100 : min(99, Int(share * 100))
    let digits = String(percent)
    let figure = String(repeating: " ", count: 3 - digits.count) + digits + " %"
    let name = shortened(visible(label), to: width - figure.count - 14)
    let steps = width - displayWidth(name) - figure.count - 4
    let full = min(steps, Int(share * Double(steps)))
    return name + " [" + String(repeating: "#", count: full) + String(repeating: ".", count: steps - full) + "] "
      + figure
  }

  private func shortened(_ label: String, to limit: Int) -> String {
    guard displayWidth(label) > limit else { return label }
    var result = ""
    var width = 1
    for character in label {
      width += displayWidth(character)
      if width > max(1, limit) { break }
      result.append(character)
    }
    return result + "…"
  }
}
