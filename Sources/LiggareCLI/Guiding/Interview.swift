/// Why the questions ended before there was a command.
enum Leaving: Error {
  /// One question back.
  case back
  /// The person stopped, or the input ended.
  case stopped
}

/// What was typed so far, in order. The questions are put from the first each time; those that have an answer give it again, so that going back
/// is taking the last answer away.
final class Interview {
  private var given: [String] = []
  private var place = 0

  /// Starts with the first question again.
  func begin() { place = 0 }

  /// The answer that the next question has had; nil for one that is new.
  func next() -> String? {
    guard place < given.count else { return nil }
    place += 1
    return given[place - 1]
  }

  func note(_ text: String) {
    given.append(text)
    place = given.count
  }

  /// Takes the last answer away; without one, nothing.
  func takeBack() { _ = given.popLast() }

  /// Takes the answer just given again away, with all after it: it no longer fits.
  func forget() {
    place -= 1
    given.removeSubrange(place...)
  }
}
