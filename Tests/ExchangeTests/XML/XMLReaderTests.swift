import Testing

@testable import Exchange

/// The parts of a document, in short: `<a x=1>`, `</a>`, `text`.
private func parts(_ text: String) throws(XMLProblem) -> [String] {
  var reader = XMLReader(Array(text.utf8))
  var parts: [String] = []
  while let token = try reader.next() {
    switch token {
    case .start(let element):
      parts.append(
        "<" + ([element.name] + element.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ") + ">")
    case .end(let name): parts.append("</\(name)>")
    case .text(let text): parts.append(text)
    }
  }
  return parts
}

private func problem(_ text: String) -> XMLProblem? {
  do throws(XMLProblem) { _ = try parts(text) } catch { return error }
  return nil
}

@Suite("Reading XML")
struct XMLReaderTests {
  @Test(
    "elements, attributes and text come in their order",
    arguments: [
      ("<a/>", ["<a>", "</a>"]), ("<a></a>", ["<a>", "</a>"]), ("<a ></a >\n", ["<a>", "</a>"]),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x='1' y = \"2\" />", ["<a x=1 y=2>", "</a>"]),
      ("<a>b<c/>d</a>", ["<a>", "b", "<c>", "</c>", "d", "</a>"]),
      ("<a><!-- <x> & -->b<![CDATA[<c>&]]]]>d<?p <x> ?></a>", ["<a>", "b", "<c>&]]", "d", "</a>"]),
      ("<!-- x --><?p y?><a/><!-- z -->", ["<a>", "</a>"]), ("<å:b ö='é'/>", ["<å:b ö=é>", "</å:b>"]),
      ("<a>&lt;&gt;&amp;&apos;&quot;&#228;&#xE4;&#x1F600;</a>", ["<a>", "<>&'\"ää😀", "</a>"]),
      ("<a x=\"&#10;1\n2\r\n3\t'\"/>", ["<a x=\n1 2 3 '>", "</a>"]), ("<a>1\r\n2\r3</a>", ["<a>", "1\n2\n3", "</a>"]),
    ])
  func wellFormed(text: String, expected: [String]) throws {
    #expect(try parts(text) == expected)
  }

  @Test(
    "what is not well-formed is refused with line and column",
    arguments: [
      ("", XMLProblem.Kind.ended(expected: "<"), 1, 1), ("a", .unexpected(expected: "<"), 1, 1),
      ("<a>", .unclosed("a"), 1, 4), ("<a>\n<b></a>", .otherEnd(open: "b", found: "a"), 2, 6),
      ("<a></b>", .otherEnd(open: "a", found: "b"), 1, 6), ("<a/><b/>", .unexpected(expected: "<!--"), 1, 5),
      ("<a/></a>", .unexpected(expected: "<!--"), 1, 5), ("<a/>x", .unexpected(expected: "<"), 1, 5),
      ("<a x='1' x='2'/>", .repeatedAttribute("x"), 1, 10), ("<a x/>", .unexpected(expected: "="), 1, 5),
      ("<a x=1/>", .unexpected(expected: "\""), 1, 6), ("<a x='1'y='2'/>", .unexpected(expected: ">"), 1, 9),
      ("<a x='1", .ended(expected: "'"), 1, 8), ("<a x='<'/>", .unexpected(expected: "&lt;"), 1, 7),
      ("<a", .unexpected(expected: ">"), 1, 3), ("<", .ended(expected: "name"), 1, 2),
      ("<1/>", .unexpected(expected: "name"), 1, 2), ("<a>&x;</a>", .unknownEntity("x"), 1, 4),
      ("<a>&#0;</a>", .unknownEntity("#0"), 1, 4), ("<a>&#xD800;</a>", .unknownEntity("#xD800"), 1, 4),
      ("<a>&#xFFFF;</a>", .unknownEntity("#xFFFF"), 1, 4), ("<a>&#+65;</a>", .unknownEntity("#+65"), 1, 4),
      ("<a>&lt", .ended(expected: ";"), 1, 4), ("<a>& b</a>", .ended(expected: ";"), 1, 4),
      ("<a>& b and more</a>", .unknownEntity(" b and more<"), 1, 4),
      ("<a>]]></a>", .unexpected(expected: "]]&gt;"), 1, 4), ("<a><![CDATA[x</a>", .ended(expected: "]]>"), 1, 18),
      ("<![CDATA[x]]><a/>", .unexpected(expected: "<"), 1, 1),
      ("<a><!-- x -- y --></a>", .unexpected(expected: "-->"), 1, 13),
      ("<a><!-- x</a>", .ended(expected: "--"), 1, 14), ("<a><?xml x?></a>", .unexpected(expected: "name"), 1, 6),
      (" <?xml version='1.0'?><a/>", .unexpected(expected: "name"), 1, 4), ("<a>\u{1}</a>", .character(1), 1, 4),
      ("<a x='\u{FFFE}'/>", .character(0xFFFE), 1, 7), ("<!ENTITY x 'y'><a/>", .unexpected(expected: "<!--"), 1, 1),
      ("<a>åä\n\n&å;</a>", .unknownEntity("å"), 3, 1),
    ])
  func refused(text: String, kind: XMLProblem.Kind, line: Int, column: Int) {
    let found = problem(text)
    #expect(found?.kind == kind)
    if case .documentType = kind { return }
    #expect(found.map { [$0.line, $0.column] } == [line, column])
  }

  @Test("a document type is refused, whatever it declares: nothing is fetched, nothing grows")
  func documentType() {
    let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\n<l>&b;</l>"
    #expect(problem(laughs)?.kind == .documentType)
    #expect(problem("<!DOCTYPE l SYSTEM \"file:///etc/passwd\"><l/>")?.kind == .documentType)
    #expect(problem(laughs)?.line == 2)
  }

  @Test("elements lie 256 deep and no deeper")
  func depth() {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(problem(nested(256)) == nil)
    #expect(problem(nested(257))?.kind == .tooDeep(limit: 256))
  }

  @Test("an element can be passed over, whether it has content or not")
  func skipping() throws {
    var reader = XMLReader(Array("<a><b><c/><b>x</b></b><d/><e/></a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    try reader.skipElement()
    #expect(try reader.next() == .start(XMLElement(name: "d", line: 1)))
    try reader.skipElement()
    #expect(try reader.next() == .start(XMLElement(name: "e", line: 1)))
    #expect(try reader.next() == .end(name: "e"))
    #expect(try reader.next() == .end(name: "a"))
    #expect(try reader.next() == nil)
  }

  @Test("every cut of a document is refused, and none is misread")
  func cuts() throws {
    let text = "<?xml version='1.0'?><!-- c --><log a='1'><e>x&amp;<![CDATA[y]]></e><f/></log>"
    for count in 0..<text.utf8.count {
      #expect(problem(String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)) != nil, "\(count)")
    }
    #expect(problem(text) == nil)
  }

  @Test("the encoding that a declaration states is found")
  func encodings() {
    #expect(XMLReader.statedEncoding(Array("<?xml version='1.0' encoding='UTF-8'?><a/>".utf8)) == "utf-8")
    #expect(
      XMLReader.statedEncoding(Array("<?xml version=\"1.0\" encoding = \"Windows-1252\" ?>".utf8)) == "windows-1252")
    #expect(XMLReader.statedEncoding(Array("<a encoding='x'/>".utf8)) == nil)
    #expect(XMLReader.statedEncoding(Array("<?xml version='1.0'?><a encoding='x'/>".utf8)) == nil)
  }
}
