extension CommandTree {
  /// The path of the noun or the command that words name; empty for no words. Throws for words that name none.
  package func path(of words: [String]) throws(UsageError) -> [String] {
    guard let first = words.first else { return [] }
    let noun = try noun(first)
    if words.count == 1 { return [noun.name] }
    if noun.alone != nil { throw .unexpectedArguments(Array(words.dropFirst()), command: [noun.name]) }
    return try command(words.dropFirst().joined(separator: " "), of: noun).path
  }
}
