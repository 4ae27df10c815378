import LedgerDomain
import StrictJSON
import TestSupport

/// A story that is told to a scribe: chapters of `at("2022-02-23 14:10") { … }` with one verb for each event.
///
/// A conformer is a value, so that a chapter may call the verbs without naming who tells.
protocol Story {
  var scribe: Scribe { get }
  /// Who records what no chapter says otherwise about.
  static var clerk: Text { get }
}

extension Story {
  /// What is written down from this moment on, each entry a line of its own.
  func at(
    _ time: String, on day: Day = .sameDay, by clerk: Text = Self.clerk, irregular: Text? = nil, note: String? = nil,
    received: LocalDate? = nil, refs: [SubjectID] = [], sources: [SourceReference] = [], thread: SubjectID? = nil,
    clockBehindSeconds: Int64 = 0, file: String = #fileID, line: Int = #line, _ tell: @escaping () -> Void
  ) {
    let occasion = Occasion(
      time: Instant(local: time), clerk: clerk, day: day, irregular: irregular, note: note, received: received,
      refs: refs, sources: sources, thread: thread, isBatch: false, clockBehindSeconds: clockBehindSeconds,
      place: "\(file):\(line)")
    scribe.plan(occasion, tell)
  }

  /// What is written down at this moment as one batch.
  func together(
    _ time: String, on day: Day = .sameDay, by clerk: Text = Self.clerk, thread: SubjectID? = nil,
    file: String = #fileID, line: Int = #line, _ tell: @escaping () -> Void
  ) {
    let occasion = Occasion(
      time: Instant(local: time), clerk: clerk, day: day, irregular: nil, note: nil, received: nil, refs: [],
      sources: [], thread: thread, isBatch: true, clockBehindSeconds: 0, place: "\(file):\(line)")
    scribe.plan(occasion, tell)
  }
}
