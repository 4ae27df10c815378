/// Why a text is not a value: what was expected in its place.
///
/// `expected` continues the words "expected …": "a date such as 2022-10-14".
package struct ValueProblem: Error, Sendable, Hashable {
  package var expected: Localized

  package init(expected: Localized) {
    self.expected = expected
  }
}
