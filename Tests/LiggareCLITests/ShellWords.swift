/// A command line split as a shell would: blanks between words, double quotes around blanks, a redirection left out.
///
/// Enough for the examples in the help, which use neither single quotes nor backslashes.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in line {
    switch character {
    case "\"":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let done = word { words.append(done) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  precondition(!isQuoted, "an open quotation mark: \(line)")
  if let word { words.append(word) }
  if let redirection = words.firstIndex(where: { [">", "<"].contains($0) }) { words.removeSubrange(redirection...) }
  return words
}
