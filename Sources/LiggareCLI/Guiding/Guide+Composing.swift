import CommandArguments
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Wording

// Values that the command line takes in one word are asked for in parts.

extension Guide {
  /// `CODE=NAME`: the name; its code is made from it (`bjorko` for Björkö), or stated as on the command line. Empty where nothing is said.
  func named(_ help: Localized, _ declaration: Declaration, isRequired: Bool) throws(Leaving) -> String {
    try words(help, Localized("namnet", "the name"), nothing: isRequired ? nil : Self.nothing) {
      text throws(ValueProblem) in
      let named = cut(text, at: "=") == nil ? "\(FileSlug.plain(text))=\(text)" : text
      try declaration.check(named)
      return named
    }
  }

  /// `KIND=TEXT`: what kind of ground, then what it is.
  func ground(_ help: Localized, _ declaration: Declaration, isRequired: Bool) throws(Leaving) -> String {
    let none: [(words: String, value: GroundKind?)] =
      isRequired ? [] : [(Localized("inget av dem", "none of them")[language], nil)]
    let kinds = GroundKind.allCases.map { (words: $0.words[language], value: GroundKind?.some($0)) } + none
    guard let kind = try choose(kindHelp(help), kinds, standard: isRequired ? nil : kinds.count - 1) else { return "" }
    let text = try words(Localized("Vad underlaget är", "What the ground is"), Self.ownWords, nothing: nil) { $0 }
    return "\(kind.text)=\(text)"
  }

  /// The help without its list of words: those are the list.
  private func kindHelp(_ help: Localized) -> Localized {
    func lead(_ text: String) -> String { cut(text, at: ":")?.before ?? text }
    let more = help.sv.hasSuffix(", fler") ? Localized(", fler", ", more") : Localized(both: "")
    return Localized(lead(help.sv), lead(help.en)) + more
  }

  /// `NAME=VALUE`: which target of the measure, then the number. A measure without targets leaves both to be typed.
  func result(
    _ help: Localized, _ declaration: Declaration, _ answers: Answers, isRequired: Bool
  ) throws(Leaving) -> String {
    let all = answers.subject("M-ID").flatMap { book.measure($0) }?.plan?.targets ?? []
    let taken = answers.all(declaration.name).compactMap { TargetResult(typed: $0)?.target }
    let targets = all.filter { !taken.contains($0.name) }
    if all.isEmpty { return try line(help, declaration, isRequired: isRequired) }
    if targets.isEmpty { return "" }
    let none: [(words: String, value: Target?)] =
      isRequired ? [] : [(Localized("inget av dem", "none of them")[language], nil)]
    let listed = targets.map { (words: $0.name.text, value: Target?.some($0)) } + none
    guard let target = try choose(help, listed, standard: isRequired ? nil : targets.count) else { return "" }
    let number = Localized("ett tal, till exempel 62,5", "a number, for example 62.5")
    let question = Localized("Utfallet i \(target.unit.text)", "The actual in \(target.unit.text)")
    return try words(question, number, nothing: nil) { text throws(ValueProblem) in
      if quantity(text) == nil { throw ValueProblem(expected: number) }
      return "\(target.name.text)=\(text)"
    }
  }

  /// `[CODE,…:]TEXT`: what the picture says, then in which districts.
  func finding(_ help: Localized, _ declaration: Declaration, isRequired: Bool) throws(Leaving) -> String {
    let text = try words(help, Self.ownWords, nothing: isRequired ? nil : Self.nothing) { $0 }
    if text.isEmpty { return "" }
    var areas: [String] = []
    let all = KnownValues.codes(.areas).values(in: reading)
    let nowhere = Localized("ingen särskild plats", "no place in particular")
    let noMore = Localized("inga fler", "no more")
    while areas.count < all.count {
      let left = all.filter { !areas.contains($0.text) }
      let listed = left.map { (words: $0.words[language], value: $0.text) }
      let end = (words: (areas.isEmpty ? nowhere : noMore)[language], value: "")
      let area = try choose(
        areas.isEmpty ? Localized("Var?", "Where?") : Localized("Var mer?", "Where else?"), listed + [end],
        standard: listed.count)
      if area.isEmpty { break }
      areas.append(area)
    }
    return areas.isEmpty ? text : "\(areas.joined(separator: ",")): \(text)"
  }
}
