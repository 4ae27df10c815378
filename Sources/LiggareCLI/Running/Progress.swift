import CommandArguments
import Glibc
import Synchronization

/// A line on error output that says how far a long piece of work has come: on a terminal, after a second, ten times a
/// second at most, and gone when the work is done.
final class Progress: Sendable {
  private let label: String
  private let width: Int
  private let show: (@Sendable (String) -> Void)?
  private let state = Mutex(State())

  private struct State {
    let start = milliseconds()
    var shown: Int?
  }

  /// `show` is nil where nobody watches.
  init(_ label: String, width: Int, show: (@Sendable (String) -> Void)?) {
    self.label = label
    self.width = width
    self.show = show
  }

  /// Tells how much of how much is done. From any thread.
  func tell(_ done: Int, of total: Int) {
    guard let show, total > 0 else { return }
    let now = milliseconds()
    state.withLock { state in
      guard now - state.start >= 1000, now - (state.shown ?? 0) >= 100 else { return }
      state.shown = now
      show("\r" + Progress.line(label, done, of: total, width: width))
    }
  }

  /// Takes the line away.
  func end() {
    guard let show, state.withLock({ $0.shown != nil }) else { return }
    show("\r" + String(repeating: " ", count: width - 1) + "\r")
  }

  /// `Läser boken [########----------]  42 %`, one column narrower than the terminal.
  static func line(_ label: String, _ done: Int, of total: Int, width: Int) -> String {
    let share = min(1, Double(done) / Double(total))
    let percent = String(Int(share * 100))
    let tail = String(repeating: " ", count: 4 - percent.count) + percent + " %"
    let room = max(0, min(40, width - 1 - label.count - 3 - tail.count))
    let full = Int(share * Double(room))
    return "\(label) [" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full) + "]" + tail
  }
}

/// Milliseconds of a clock that never steps.
private func milliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}
