import CommandArguments
import LedgerDomain

extension Verb {
  /// A command that records: its own options, the decision behind it where it has one, and what every recording takes.
  ///
  /// `draft` turns the arguments into commands; it may run twice (once for the preview, once under the lock) and must do the
  /// same both times.
  static func recording(
    _ path: [String], _ summary: Localized, discussion: Localized? = nil, about positionals: [any Declared] = [],
    _ options: [any Declared] = [], decision: Bool = false, entry: Bool = false, example: String, _ note: Localized,
    draft: @escaping @Sendable (inout Drafting) throws(Failure) -> Void
  ) -> Verb {
    let common = entry ? RecordingOptions.whole : RecordingOptions.all
    return Verb(
      spec: CommandSpec(
        path, summary, discussion: discussion, positionals: positionals,
        options: options + (decision ? DecisionOptions.all : []) + common, examples: [.init(example, note)]),
      run: { session throws(Failure) in try Recorder(session).record(draft) })
  }
}
