import CommandArguments

/// A command: what its arguments are and what it does.
struct Verb: Sendable {
  let spec: CommandSpec
  let run: @Sendable (Session) throws(Failure) -> Void
}

/// A noun and its verbs, in the order of the help; or a noun that is a command by itself.
struct Noun: Sendable {
  let name: String
  let summary: Localized
  let verbs: [Verb]

  init(_ name: String, _ summary: Localized, _ verbs: [Verb]) {
    self.name = name
    self.summary = summary
    self.verbs = verbs
  }

  init(_ verb: Verb) {
    name = verb.spec.path[0]
    summary = verb.spec.summary
    verbs = [verb]
  }

  var declaration: CommandTree.Noun {
    verbs.count == 1 && verbs[0].spec.path.count == 1
      ? CommandTree.Noun(verbs[0].spec) : CommandTree.Noun(name, summary, verbs.map(\.spec))
  }
}
