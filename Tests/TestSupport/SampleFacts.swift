package import LedgerDomain
package import StrictJSON

/// A sample of every type of event: with all members that it can have, and with those alone that it must have.
///
/// Of each paragraph the first line is the type, the last the least `data`, what lies between the `data` with everything
/// in it. `"#a"` stands for a commitment or digest of 64 times that digit. The samples are about reading and writing: what
/// they say would not always be accepted by the rules.
package enum SampleFacts {
  /// Full and least `data` of a type, in canonical form.
  package struct Sample: Sendable {
    package let type: String
    package let full: JSONObject
    package let least: JSONObject
  }

  package static let all: [Sample] =
    [ledgerAndPromise, pictureAndCase, measure, decisionAndBody, followingUp, entry]
    .flatMap { $0.split(separator: "\n\n") }.map { paragraph in
      let lines = paragraph.split(separator: "\n")
      let full = lines[1..<(lines.count - 1)].map { $0.drop { $0 == " " } }.joined()
      return Sample(type: String(lines[0]), full: object(full), least: object(String(lines[lines.count - 1])))
    }

  package static func sample(_ type: String) -> Sample {
    guard let sample = all.first(where: { $0.type == type }) else { preconditionFailure("no sample of \(type)") }
    return sample
  }

  /// What any event can say besides its own, everything in it.
  package static let circumstances = Circumstances(
    refs: ["B-0001", "C-0001"],
    sources: [SourceReference(document: DocumentDigest(written: repeated("d")), place: "s. 2")], received: "2022-03-02",
    note: "e", irregular: Irregular(kinds: [.declared], reason: "så gick det till"))

  /// The fact of `data`, with no circumstances.
  package static func fact(_ type: String, _ data: JSONObject) -> Fact {
    do {
      return try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: .object(data)).fact
    } catch {
      preconditionFailure("the sample of \(type): \(error)")
    }
  }

  private static func object(_ text: String) -> JSONObject {
    var text = text
    for digit in ["a", "b", "c", "d"] { text = text.replacing("\"#\(digit)\"", with: "\"\(repeated(digit))\"") }
    guard case .object(let object)? = try? JSONValue(parsing: text) else { preconditionFailure("no object: \(text)") }
    return object
  }

  private static func repeated(_ digit: String) -> String { String(repeating: digit, count: 64) }
}
