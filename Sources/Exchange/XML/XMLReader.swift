/// Reads XML 1.0 (fifth edition) part by part: well-formed, or refused with line and column.
///
/// ```swift
/// var reader = XMLReader(Array("<log><trace/></log>".utf8))
/// while let token = try reader.next() { … }
/// ```
///
/// Comments and processing instructions are passed over, CDATA is text. A document type is refused: no entity is
/// declared, none grows, and nothing outside the text is read. Names keep their prefixes; namespaces are not resolved.
/// Requires UTF-8. Cost: one pass; memory for one tag and the names of the open elements.
struct XMLReader {
  /// How many elements may lie within each other.
  static let depthLimit = 256

  var cursor: XMLCursor
  private var open: [String] = []
  private var hasRoot = false
  /// The end of an element that had no content, which was not handed over yet.
  private var pendingEnd: String?

  init(_ utf8: [UInt8]) {
    cursor = XMLCursor(utf8)
  }

  /// The next part; nil at the end of a whole document.
  mutating func next() throws(XMLProblem) -> XMLToken? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    if cursor.place == 0 { try skipDeclaration() }
    while !cursor.isAtEnd {
      if cursor.skip("<!--") {
        try cursor.skipComment()
      } else if cursor.skip("<![CDATA[") {
        guard !open.isEmpty else { throw cursor.problem(.unexpected(expected: "<"), back: 9) }
        let text = try cursor.text(until: "]]>")
        if !text.isEmpty { return .text(text) }
      } else if cursor.skip("<?") {
        try cursor.skipInstruction()
      } else if cursor.skip("<!") {
        throw cursor.problem(cursor.skip("DOCTYPE") ? .documentType : .unexpected(expected: "<!--"), back: 2)
      } else if cursor.skip("</") {
        return try end()
      } else if cursor.byte == UInt8(ascii: "<") {
        return try start()
      } else if open.isEmpty {
        guard cursor.skipSpace() else { throw cursor.problem(.unexpected(expected: "<")) }
      } else {
        return .text(try cursor.characterData())
      }
    }
    if let name = open.last { throw cursor.problem(.unclosed(name)) }
    guard hasRoot else { throw cursor.problem(.ended(expected: "<")) }
    return nil
  }

  /// Passes over the rest of the element that the last `start` began, to its end.
  mutating func skipElement() throws(XMLProblem) {
    if pendingEnd != nil {
      pendingEnd = nil
      return
    }
    let depth = open.count - 1
    while open.count > depth, try next() != nil {}
  }

  private mutating func start() throws(XMLProblem) -> XMLToken {
    if open.isEmpty, hasRoot { throw cursor.problem(.unexpected(expected: "<!--")) }
    if open.count == Self.depthLimit { throw cursor.problem(.tooDeep(limit: Self.depthLimit)) }
    let line = cursor.line()
    cursor.advance()
    var element = XMLElement(name: try cursor.name(), line: line)
    hasRoot = true
    while true {
      let hasSpace = cursor.skipSpace()
      if cursor.skip(">") {
        open.append(element.name)
        return .start(element)
      }
      if cursor.skip("/>") {
        pendingEnd = element.name
        return .start(element)
      }
      guard hasSpace else { throw cursor.problem(.unexpected(expected: ">")) }
      try attribute(of: &element)
    }
  }

  private mutating func attribute(of element: inout XMLElement) throws(XMLProblem) {
    let before = cursor
    let name = try cursor.name()
    if element[name] != nil { throw before.problem(.repeatedAttribute(name)) }
    cursor.skipSpace()
    guard cursor.skip("=") else { throw cursor.problem(.unexpected(expected: "=")) }
    cursor.skipSpace()
    element.attributes.append((name, try cursor.attributeValue()))
  }

  private mutating func end() throws(XMLProblem) -> XMLToken {
    let before = cursor
    let name = try cursor.name()
    cursor.skipSpace()
    guard cursor.skip(">") else { throw cursor.problem(.unexpected(expected: ">")) }
    guard let last = open.last else { throw before.problem(.unexpected(expected: "<!--"), back: 2) }
    guard last.utf8.elementsEqual(name.utf8) else { throw before.problem(.otherEnd(open: last, found: name)) }
    open.removeLast()
    return .end(name: name)
  }

  /// The XML declaration, where there is one: version 1.0, and an encoding that the text was decoded from already.
  private mutating func skipDeclaration() throws(XMLProblem) {
    guard cursor.starts(with: "<?xml"), cursor.isSpace(at: 5) else { return }
    cursor.skip("<?xml")
    _ = try cursor.text(until: "?>")
  }
}

extension XMLReader {
  /// The encoding that the XML declaration of a file states, in small letters; nil where it states none. Only what is written in ASCII is looked at.
  static func statedEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let declaration = head.firstRange(of: "<?xml"), let name = head.firstRange(of: "encoding") else { return nil }
    guard declaration.upperBound <= name.lowerBound else { return nil }
    let rest = head[name.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return rest.dropFirst().prefix { $0 != quote }.lowercased()
  }
}
