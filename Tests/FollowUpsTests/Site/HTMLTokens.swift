/// A page read by a few strict rules, harder than those of browsers: every `<` begins an element that pages may have, every
/// attribute is in double quotes, every element ends where it must, and every `&` begins a reference that is known.
struct HTMLTokens {
  struct Damage: Error, CustomStringConvertible {
    var description: String
  }

  /// The elements in order.
  private(set) var tags: [String] = []
  private(set) var attributes: [(tag: String, name: String, value: String)] = []
  /// The texts between them, references resolved.
  private(set) var texts: [String] = []

  private static let void: Set<String> = ["meta", "link", "br", "hr", "img"]
  private static let known: Set<String> = [
    "html", "head", "title", "meta", "link", "body", "header", "nav", "main", "footer", "section", "article", "h1",
    "h2",
    "h3", "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "figure", "figcaption", "a", "span",
    "strong", "code", "time", "small", "br", "img", "table", "caption", "thead", "tbody", "tr", "th", "td",
  ]

  init(_ bytes: [UInt8]) throws(Damage) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst("<!DOCTYPE html>".count) }
    var open: [String] = []
    while !rest.isEmpty {
      if rest.utf8.first == UInt8(ascii: "<") {
        guard let end = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else {
          throw Damage(description: "no end of a tag")
        }
        let tag = rest[rest.utf8.index(after: rest.startIndex)..<end]
        rest = rest[rest.utf8.index(after: end)...]
        if tag.hasPrefix("/") {
          guard open.popLast() == String(tag.dropFirst()) else { throw Damage(description: "ends wrongly: \(tag)") }
        } else {
          let name = try read(tag)
          if !Self.void.contains(name) { open.append(name) }
        }
      } else {
        let end = rest.utf8.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        texts.append(try Self.resolved(rest[..<end]))
        rest = rest[end...]
      }
    }
    guard open.isEmpty else { throw Damage(description: "never ended: \(open)") }
  }

  private mutating func read(_ tag: Substring) throws(Damage) -> String {
    let name = String(tag.prefix { $0 != " " })
    guard Self.known.contains(name) else { throw Damage(description: "no element of a page: \(name)") }
    tags.append(name)
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.hasPrefix(" "), let equals = rest.firstRange(of: "=\"") else {
        throw Damage(description: "an attribute of \(name): \(rest)")
      }
      let attribute = String(rest.dropFirst()[..<equals.lowerBound])
      guard attribute.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }), !attribute.hasPrefix("on"),
        attribute != "style"
      else { throw Damage(description: "an attribute \(attribute)") }
      rest = rest[equals.upperBound...]
      guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) else { throw Damage(description: "no quote") }
      attributes.append((name, attribute, try Self.resolved(rest[..<end])))
      rest = rest[rest.utf8.index(after: end)...]
    }
    return name
  }

  private static func resolved(_ text: Substring) throws(Damage) -> String {
    let references = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
    var plain = ""
    var rest = text
    while let place = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      plain += rest[..<place]
      rest = rest[place...]
      guard let found = references.first(where: { rest.hasPrefix($0.key) }) else {
        throw Damage(description: "no reference: \(rest.prefix(12))")
      }
      plain += found.value
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: found.key.utf8.count)...]
    }
    guard !rest.utf8.contains(where: { [UInt8(ascii: ">"), UInt8(ascii: "<")].contains($0) }) else {
      throw Damage(description: "a bare sign: \(rest.prefix(40))")
    }
    return plain + rest
  }
}
