import Documents
import Testing

@Suite("a lane diagram as SVG")
struct SVGTests {
  private func diagram(_ text: String = "text", banner: String? = nil) -> LaneDiagram {
    let line = LaneDiagram.Line(text, note: text)
    return LaneDiagram(
      title: text, description: text, language: "sv", banner: banner, left: text, track: text, right: text,
      boxes: [
        LaneDiagram.Box(.left, heading: text, title: text, lines: [line]),
        LaneDiagram.Box(.track, heading: "", title: text, lines: [line], isVoid: true),
        LaneDiagram.Box(.right, heading: text, title: text, lines: [line], isBesidePrevious: true),
        LaneDiagram.Box(.right, heading: text, title: text, lines: [LaneDiagram.Line(text, note: text, isVoid: true)]),
      ],
      links: [
        LaneDiagram.Link(from: 0, to: 1, words: text), LaneDiagram.Link(from: 2, to: 1, words: text),
        LaneDiagram.Link(from: 3, to: 2, words: text), LaneDiagram.Link(from: nil, to: 0, words: text),
        LaneDiagram.Link(from: 0, to: nil, words: text), LaneDiagram.Link(from: 2, to: 0, words: text),
        LaneDiagram.Link(from: nil, to: nil, words: text), LaneDiagram.Link(from: 1, to: nil, words: text),
      ], footer: [text])
  }

  private func count(_ seen: ParsedXML, _ name: String, _ style: String) -> Int {
    seen.elements.count { $0.name == name && $0.attributes["class"] == style }
  }

  @Test("is well-formed, the same each time, with title and description for those who do not see it")
  func wellFormed() throws {
    let svg = SVGRenderer().render(diagram())
    #expect(svg == SVGRenderer().render(diagram()))
    let seen = try #require(ParsedXML.read(svg))
    #expect(seen.elements.prefix(3).map(\.name) == ["svg", "title", "desc"])
    #expect(seen.elements[0].attributes["role"] == "img")
    #expect(seen.elements[0].attributes["aria-labelledby"] == "title desc")
    #expect(!svg.contains("<script") && !svg.contains("href") && !svg.contains("<image"))
  }

  @Test("has every box, and a line with a head for each link that has two ends")
  func parts() throws {
    let seen = try #require(ParsedXML.read(SVGRenderer().render(diagram())))
    #expect(count(seen, "rect", "box") == 4 && count(seen, "rect", "band") == 1 && count(seen, "rect", "banner") == 0)
    // One has no end, and one would end in the band that its box stands in.
    #expect(count(seen, "path", "link") == 6 && count(seen, "path", "head") == 6)
    #expect(count(seen, "text", "words") == 6)
    #expect(count(seen, "text", "void") == 1 && count(seen, "text", "strong void") == 1)
    let banner = try #require(ParsedXML.read(SVGRenderer().render(diagram(banner: "ILLUSTRATION"))))
    #expect(count(banner, "rect", "banner") == 1 && banner.text.contains("ILLUSTRATION"))
  }

  @Test("time goes down: no box above one before it, none over another of its lane, all within the picture")
  func placing() throws {
    var diagram = diagram()
    diagram.boxes = (0..<40).map { number in
      let lanes: [LaneDiagram.Lane] = [.left, .track, .right]
      let lines = (0..<(number % 4)).map { LaneDiagram.Line("rad \($0)", note: "2022-01-0\($0 + 1)") }
      return LaneDiagram.Box(
        lanes[number % 3], heading: "H", title: "\(number)", lines: lines, isBesidePrevious: number % 2 == 0)
    }
    diagram.links = []
    let seen = try #require(ParsedXML.read(SVGRenderer().render(diagram)))
    let height = try #require(seen.elements[0].attributes["height"].flatMap(Int.init))
    let boxes = seen.elements.filter { $0.attributes["class"] == "box" }.map { box in
      ["x", "y", "height"].compactMap { box.attributes[$0].flatMap(Int.init) }
    }
    #expect(boxes.count == 40)
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0[1] <= $1[1] })
    for (index, box) in boxes.enumerated() {
      let next = boxes[(index + 1)...].first { $0[0] == box[0] }
      #expect(next.map { box[1] + box[2] < $0[1] } ?? true)
      #expect(box[1] + box[2] < height)
    }
  }

  @Test("long texts are broken, and cut after three lines")
  func long() throws {
    let text = String(repeating: "trygghetsvandring ", count: 30)
    let seen = try #require(ParsedXML.read(SVGRenderer().render(diagram(text))))
    #expect(seen.text.contains("trygghetsvandring …"))
  }

  @Test("no text acts in it, whatever it holds")
  func escaping() throws {
    let parts = [
      "a", "<", ">", "&", "\"", "'", "]]>", "\u{0}", "\u{1B}", "\n", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "漢",
    ]
    for text in parts + parts.flatMap({ one in parts.map { one + $0 } }) + naughtyStrings {
      let svg = SVGRenderer().render(diagram(text, banner: text))
      guard let seen = ParsedXML.read(svg) else {
        Issue.record("not well-formed with \(text.debugDescription)")
        continue
      }
      #expect(count(seen, "rect", "box") == 4)
      #expect(!seen.elements.contains { $0.name == "script" })
    }
  }
}
