extension JSONValue {
  /// The text for people: a member or element per line, indented by two spaces, without a line end at its end.
  ///
  /// ```
  /// {
  ///   "areas": [
  ///     "Väster"
  ///   ],
  ///   "notes": []
  /// }
  /// ```
  package var prettyText: String {
    var out: [UInt8] = []
    writePretty(into: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func writePretty(into out: inout [UInt8], indent: Int) {
    switch self {
    case .array(let elements) where !elements.isEmpty:
      Self.writeLines(elements, between: "[", "]", into: &out, indent: indent) { element, out in
        element.writePretty(into: &out, indent: indent + 1)
      }
    case .object(let object) where !object.isEmpty:
      Self.writeLines(object.members, between: "{", "}", into: &out, indent: indent) { member, out in
        Self.write(string: member.name, into: &out)
        out.append(contentsOf: ": ".utf8)
        member.value.writePretty(into: &out, indent: indent + 1)
      }
    default: write(into: &out)
    }
  }

  private static func writeLines<Item>(
    _ items: [Item], between opening: String, _ closing: String, into out: inout [UInt8], indent: Int,
    write: (Item, inout [UInt8]) -> Void
  ) {
    out.append(contentsOf: opening.utf8)
    for (index, item) in items.enumerated() {
      out.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indent + 1)))
      write(item, &out)
    }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    out.append(contentsOf: closing.utf8)
  }
}
