/// A page read by a few strict rules, harder than those of browsers: every `<` begins an element that pages may have, every
/// attribute is in double quotes, every element ends where it must, and every `&` begins a reference that is known.
///
/// It reads bytes: a sign before a combining character is no `Character` of its own.
struct HTMLTokens {
  struct Damage: Error, CustomStringConvertible {
    var description: String
  }

  /// The elements in order.
  private(set) var tags: [String] = []
  private(set) var attributes: [(tag: String, name: String, value: String)] = []
  /// The texts between them, references resolved.
  private(set) var texts: [String] = []

  private static let void: Set<String> = ["meta", "link", "br"]
  private static let known: Set<String> = [
    "html", "head", "title", "meta", "link", "body", "header", "nav", "main", "footer", "section", "h1",
    "h2",
    "h3", "h4", "h5", "h6", "pre", "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "a", "span",
    "strong", "code", "time", "small", "br", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "desc",
    "defs", "pattern", "rect", "path", "polyline", "polygon", "circle", "text",
  ]
  private static let references: [(written: [UInt8], meant: UInt8)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  init(_ bytes: [UInt8]) throws(Damage) {
    var rest = bytes[...]
    let doctype = Array("<!DOCTYPE html>".utf8)
    if rest.starts(with: doctype) { rest = rest.dropFirst(doctype.count) }
    var open: [String] = []
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        let end = try Self.place(of: ">", in: rest)
        let tag = rest[(rest.startIndex + 1)..<end]
        rest = rest[(end + 1)...]
        if tag.first == UInt8(ascii: "/") {
          guard open.popLast() == Self.text(tag.dropFirst()) else {
            throw Damage(description: "ends wrongly: \(Self.text(tag))")
          }
        } else {
          // Drawings have elements that end where they begin.
          let isWhole = tag.last == UInt8(ascii: "/")
          let name = try read(isWhole ? tag.dropLast() : tag)
          if !isWhole, !Self.void.contains(name) { open.append(name) }
        }
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        texts.append(try Self.resolved(rest[..<end]))
        rest = rest[end...]
      }
    }
    guard open.isEmpty else { throw Damage(description: "never ended: \(open)") }
  }

  private mutating func read(_ tag: ArraySlice<UInt8>) throws(Damage) -> String {
    let name = Self.text(tag.prefix { $0 != UInt8(ascii: " ") })
    guard Self.known.contains(name) else { throw Damage(description: "no element of a page: \(name)") }
    tags.append(name)
    var rest = tag.dropFirst(name.utf8.count)
    while !rest.isEmpty {
      let equals = try Self.place(of: "=", in: rest)
      guard rest.first == UInt8(ascii: " "), rest.dropFirst(equals - rest.startIndex).starts(with: Array("=\"".utf8))
      else { throw Damage(description: "an attribute of \(name): \(Self.text(rest))") }
      let attribute = Self.text(rest[..<equals].dropFirst())
      guard attribute.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }), !attribute.hasPrefix("on"),
        attribute != "style"
      else { throw Damage(description: "an attribute \(attribute)") }
      rest = rest[(equals + 2)...]
      let end = try Self.place(of: "\"", in: rest)
      attributes.append((name, attribute, try Self.resolved(rest[..<end])))
      rest = rest[(end + 1)...]
    }
    return name
  }

  private static func place(of sign: Unicode.Scalar, in bytes: ArraySlice<UInt8>) throws(Damage) -> Int {
    guard let place = bytes.firstIndex(of: UInt8(ascii: sign)) else {
      throw Damage(description: "no \(sign) in \(text(bytes.prefix(60)))")
    }
    return place
  }

  private static func resolved(_ bytes: ArraySlice<UInt8>) throws(Damage) -> String {
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "&") {
        guard let found = references.first(where: { rest.starts(with: $0.written) }) else {
          throw Damage(description: "no reference: \(text(rest.prefix(12)))")
        }
        plain.append(found.meant)
        rest = rest.dropFirst(found.written.count)
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
        throw Damage(description: "a bare sign: \(text(rest.prefix(40)))")
      } else {
        plain.append(byte)
        rest = rest.dropFirst()
      }
    }
    return text(plain[...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
