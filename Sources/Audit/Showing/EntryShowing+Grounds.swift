import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// On what an entry rests besides its own members: the law, and the entries that it follows from.
extension EntryShowing {
  /// `rättslig grund: brådskande ärende, kräver bemyndigande (KL 6:39); …` of a decision.
  func ground(_ event: Event) -> [String] {
    guard case .decision(.made(let made)) = event.fact else { return [] }
    let ground = made.authority.kind.ground(of: trace.book.kind(ofBody: made.authority.organ))
    return ["\(Localized("rättslig grund", "legal ground")[language]): \(ground[language])"]
  }

  /// `följer av: post 41, ärende C-0001 öppnat`, and what it belongs together with.
  func causes(_ event: Event) -> [Prose] {
    [
      (Localized("följer av", "follows from"), event.causation),
      (Localized("hör ihop med", "belongs with"), event.correlation),
    ].compactMap { words, id in
      guard let id, id != event.id else { return nil }
      return .toned("\(words[language]): \(entry(id))", .muted)
    }
  }

  /// `post 41, ärende C-0001 öppnat`; the id alone where no entry known has it.
  private func entry(_ id: EventID) -> String {
    guard let event = trace.book.chronicle.event(id) else { return id.text }
    let post = Localized("post", "entry")[language]
    let what = EventWords.words(of: event.fact)[language]
    return "\(post) \(event.position), \(event.subject.kind.words[language]) \(event.subject) \(what)"
  }

  /// What the rule book says of the entry.
  func remarks(_ entry: Trace.Entry) -> [Prose] {
    trace.remarks.filter { $0.position == entry.event.position }.map { $0.words(language) }
  }
}
