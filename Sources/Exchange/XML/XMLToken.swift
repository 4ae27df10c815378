/// One part of an XML document, in the order of the text.
enum XMLToken: Equatable {
  /// `<name key="value">`; of `<name/>` too, which an `end` follows.
  case start(XMLElement)
  case end(name: String)
  /// Text between tags, with its references resolved; parts of it that CDATA or comments divide come one by one.
  case text(String)
}

/// A start tag.
struct XMLElement: Equatable {
  let name: String
  var attributes: [(name: String, value: String)] = []
  /// The line of the tag, from 1.
  let line: Int

  /// The value of an attribute; nil where it has none of the name.
  subscript(name: String) -> String? {
    attributes.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The name behind its prefix.
  var localName: Substring { name.split(separator: ":", maxSplits: 1).last ?? name[...] }

  static func == (one: XMLElement, other: XMLElement) -> Bool {
    one.name == other.name && one.line == other.line
      && one.attributes.elementsEqual(other.attributes) { $0.name == $1.name && $0.value == $1.value }
  }
}
