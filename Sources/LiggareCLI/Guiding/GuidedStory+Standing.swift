import CommandArguments
import LedgerDomain
import Projections

// What the work rests on: the promise and its bodies, and how things stand.

extension GuidedStory {
  static let situation = Theme(
    words: Localized("läget: en lägesbild eller en indikator", "how things stand: a situation picture or an indicator"),
    stories: [
      GuidedStory(
        "en lägesbild togs fram", "a situation picture was made", ["situation", "assess"],
        ["promise", "summary", "finding"]),
      GuidedStory(
        "något ska mätas: en ny indikator", "something is to be measured: a new indicator", ["indicator", "define"],
        ["direction", "promise", "description"]),
      GuidedStory(
        "något mättes, eller en dialog hölls", "something was measured, or a dialogue held", ["indicator", "observe"],
        ["from", "from-name", "value", "area", "baseline", "statement"]),
    ])

  static let promise = Theme(
    words: Localized("löftet, eller ett organ", "the promise, or a body"),
    stories: [
      GuidedStory(
        "ett löfte antogs", "a promise was adopted", ["promise", "adopt"],
        ["area", "focus", "reports-to", "times-per-year", "site", "parent-goal", "agreement", "effect-goal"] + decision),
      GuidedStory("en part undertecknade löftet", "a party signed the promise", ["promise", "sign"]),
      GuidedStory(
        "löftet gjordes känt för medborgarna", "the promise was made known to citizens", ["promise", "publish"],
        ["address"]),
      GuidedStory(
        "löftet ändrades", "the promise was amended", ["promise", "amend"],
        ["title", "from", "through", "commitment", "area", "focus", "reason"] + decision, fits: openPromise),
      GuidedStory("löftet löpte ut", "the promise ran out", ["promise", "conclude"], fits: openPromise),
      GuidedStory(
        "ett organ ska in i boken: en nämnd, ett råd, polisen",
        "a body is to be in the book: a committee, an advisory council, the police", ["body", "register"],
        ["party", "chair", "delegated-notified", "urgent-mandate"], isUndated: true),
    ])

  private static let openPromise: Fits = { state, _ in
    if case .promise(let state) = state { state.conclusion == nil } else { true }
  }
}
