/// A value that is written as one JSON string and has exactly one text form.
///
/// The contract: `Self(text: value.text) == value` for every value, and `Self(text: t).text` has the bytes of `t` for
/// every text that is accepted. How it is read and written is given here. A conformer that stores free text stores it as
/// `Text`, so that its own equality is one of bytes.
package protocol TextValue: JSONCoded, Sendable, Hashable, CustomStringConvertible {
  /// Reads the text form; throws what was expected and what was found.
  init(text: String) throws(MalformedText)

  /// The text form; also the description, so that a value interpolated into a text is never shown as its Swift structure.
  var text: String { get }
}

/// A text that is no text form of the value that was expected.
package struct MalformedText: Error, Equatable {
  /// What the text should have been: the key of a fact ("date") or a list of words ("one of a, b, c").
  package var expected: String
  /// The text as it stood.
  package var found: String

  package init(expected: String, found: String) {
    self.expected = expected
    self.found = found
  }
}

extension TextValue {
  package var description: String { text }
}

extension TextValue {
  package init(json source: inout JSONSource) throws(JSONMismatch) {
    let text = try source.string()
    do throws(MalformedText) {
      try self.init(text: text)
    } catch {
      throw JSONMismatch(path: [], problem: .malformed(expected: error.expected, found: error.found))
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.write(string: text)
  }

  package static var shape: JSONShape { .text(ObjectIdentifier(Self.self)) }

  /// The first of some texts that is one of the type; a type that takes none of them states a sample of its own.
  package static var sample: Self {
    for text in sampleTexts {
      if let sample = try? Self(text: text) { return sample }
    }
    preconditionFailure("\(Self.self) needs a sample of its own")
  }
}

private let sampleTexts = [
  "a", "1", "2022-01-01", "M-0001", "0000000000000000000000000000000000000000000000000000000000000000",
  "00000000-0000-4000-8000-000000000000", "a:b", "1/2",
]
