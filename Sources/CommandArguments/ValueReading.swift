/// Reads any text as it is.
@Sendable package func anyText(_ text: String) throws(ValueProblem) -> String { text }

/// Reads a whole number in decimal digits, with a minus sign where the range allows one; no plus sign, no spaces.
package func wholeNumber(_ range: ClosedRange<Int>) -> @Sendable (String) throws(ValueProblem) -> Int {
  { (text: String) throws(ValueProblem) in
    guard text.utf8.first != 0x2B, let number = Int(text), range.contains(number) else {
      throw ValueProblem(expected: rangeWords(range))
    }
    return number
  }
}

/// Reads one of the words of an enumeration, exactly as it is written there.
package func oneOf<Value: CaseIterable & RawRepresentable<String> & Sendable>(
  _ type: Value.Type
) -> @Sendable (String) throws(ValueProblem) -> Value {
  { (text: String) throws(ValueProblem) in
    guard let value = Value.allCases.first(where: { $0.rawValue == text }) else {
      let words = Value.allCases.map(\.rawValue)
      throw ValueProblem(
        expected: Localized(listed(words, before: "eller"), listed(words, before: "or")))
    }
    return value
  }
}

/// Words with commas and a last conjunction: `a, b or c`.
func listed(_ words: [String], before conjunction: String) -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

private func rangeWords(_ range: ClosedRange<Int>) -> Localized {
  switch (range.lowerBound, range.upperBound) {
  case (.min, .max): Localized("ett heltal", "a whole number")
  case (let low, .max): Localized("ett heltal, minst \(low)", "a whole number, at least \(low)")
  case (.min, let high): Localized("ett heltal, högst \(high)", "a whole number, at most \(high)")
  case (let low, let high): Localized("ett heltal från \(low) till \(high)", "a whole number from \(low) to \(high)")
  }
}
