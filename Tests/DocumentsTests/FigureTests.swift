import Testing

@testable import Documents

@Suite("figures")
struct FigureTests {
  private static let charts = SampleCharts.all

  private func figure(_ chart: Figure.Chart, _ text: String = "Text", fallback: [Block] = []) -> Figure {
    Figure(text, description: text, chart: chart, notes: [text], fallbackTitle: text, fallback: fallback)
  }

  @Test("stand side by side in a page, each a picture with a title and a description of its own", arguments: charts)
  func page(_ chart: Figure.Chart) throws {
    let html = HTMLRenderer().render([.figure(figure(chart)), .figure(figure(chart)), .paragraph("x")])
    #expect(html == HTMLRenderer().render([.figure(figure(chart)), .figure(figure(chart)), .paragraph("x")]))
    let page = try #require(ParsedXML.read("<body>" + html + "</body>"))
    #expect(page.elements.filter { $0.attributes["class"] == "figures" }.count == 1)
    let pictures = page.elements.filter { $0.name == "svg" }
    #expect(pictures.map { $0.attributes["role"] } == ["img", "img"])
    #expect(
      pictures.map { $0.attributes["aria-labelledby"] } == [
        "figure-1-title figure-1-desc", "figure-2-title figure-2-desc",
      ]
    )
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count && ids.contains("figure-1-title") && ids.contains("figure-2-desc"))
    let fills = page.elements.compactMap { $0.attributes["fill"] }.filter { $0.hasPrefix("url(#") }
    #expect(fills.allSatisfy { ids.contains(String($0.dropFirst(5).dropLast())) })
    #expect(page.elements.filter { $0.name == "figcaption" }.map(\.text) == ["Text", "Text"])
  }

  @Test("nothing of a drawing lies outside it", arguments: charts)
  func inside(_ chart: Figure.Chart) {
    let drawing = figure(chart).drawing()
    for item in drawing.items {
      let points: [Drawing.Point]
      switch item {
      case .box(let x, let y, let width, let height, _):
        #expect(width >= 0 && height > 0)
        points = [.init(x: x, y: y), .init(x: x + width, y: y + height)]
      case .line(let some, _), .area(let some, _): points = some
      case .circle(let x, let y, let radius, _):
        points = [.init(x: x - radius, y: y - radius), .init(x: x + radius, y: y + radius)]
      case .text(let x, let y, let text, let anchor, let size, _, _):
        // Letters are narrower than the cautious estimate.
        let width = Drawing.width(of: text, size: size) * 9 / 10
        let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
        points = [.init(x: left, y: y - size), .init(x: left + width, y: y)]
      }
      for point in points {
        #expect((0...drawing.width).contains(point.x) && (0...drawing.height).contains(point.y), "\(item)")
      }
    }
  }

  @Test("every number of the bars stands in the picture, and the parts of a row add up to its length")
  func numbers() {
    let drawing = figure(.bars(SampleCharts.bars)).drawing()
    let texts = drawing.items.compactMap { item -> String? in
      if case .text(_, _, let text, _, _, _, _) = item { text } else { nil }
    }
    for total in ["13", "0", "15"] { #expect(texts.contains(total)) }
    let ends = drawing.items.compactMap { item -> Int? in
      if case .box(let x, _, let width, 17, _) = item { x + width } else { nil }
    }
    #expect(ends.max() == 2 + 280)
    #expect(ends.count == 3 + 5)
  }

  @Test("the baseline is a square and its line goes through the picture; other values are dots")
  func baseline() {
    let items = figure(.series(SampleCharts.series)).drawing().items
    #expect(items.count { if case .circle(_, _, _, .ink) = $0 { true } else { false } } == 3)
    #expect(items.count { if case .box(_, _, 10, 10, .paper) = $0 { true } else { false } } == 1)
    #expect(items.count { if case .line(_, .dashed) = $0 { true } else { false } } == 1)
    // A day that would run into the one before it is left out.
    #expect(!items.contains { if case .text(_, _, "2022-11-20", _, _, _, _) = $0 { true } else { false } })
    let one = SeriesChart(
      unit: "st", points: [.init(day: 3, value: 1, label: "1", dayLabel: "d", isBaseline: false)], baselineName: "n")
    #expect(!one.drawing(width: 330).items.contains { if case .line(_, .thick) = $0 { true } else { false } })
  }

  @Test(
    "a scale begins at zero where that leaves room for what differs; else its line is broken, and it says from where")
  func scale() {
    func series(_ values: [Double]) -> SeriesChart {
      SeriesChart(
        unit: "st",
        points: values.enumerated().map {
          .init(day: $0, value: $1, label: "\($1)", dayLabel: "d", isBaseline: false)
        }, baselineName: "n")
    }
    func height(_ chart: SeriesChart, _ point: Int) -> Int? {
      let circles = chart.drawing(width: 330).items.compactMap { item -> Int? in
        if case .circle(_, let y, _, _) = item { y } else { nil }
      }
      return circles.count > point ? circles[point] : nil
    }
    let whole = series([2, 4])
    #expect(whole.cut == nil)
    // Half the value is half as high above the foot of the scale.
    #expect(height(whole, 0) == 81 && height(whole, 1) == 46)
    let broken = series([3, 4])
    #expect(broken.cut?.least == "3.0" && broken.cut?.most == "4.0")
    #expect(height(broken, 0) == 116 && height(broken, 1) == 46)
    #expect(broken.drawing(width: 330).items.count == whole.drawing(width: 330).items.count + 3)
    #expect(series([5, 5]).cut == nil && series([7]).cut == nil)
    #expect(series([-1, 4]).cut?.least == "-1.0")
  }

  @Test("values that would run into one another stand above and below their points, and none in the axis")
  func crowded() {
    func labels(_ values: [Double]) -> [String: Int] {
      let points = values.enumerated().map { index, value in
        SeriesChart.Point(
          day: index * 5 + (index == 0 ? 0 : 500), value: value, label: "v\(index)", dayLabel: "d", isBaseline: false)
      }
      let chart = SeriesChart(unit: "st", points: points, baselineName: "n")
      return chart.drawing(width: 330).items.reduce(into: [:]) { places, item in
        if case .text(_, let y, let text, _, 14, _, _) = item { places[text] = y }
      }
    }
    #expect(labels([0, 10, 10]) == ["v0": 106, "v1": 36, "v2": 67])
    #expect(labels([10, 0, 0]) == ["v0": 36, "v1": 106])
    #expect(labels([5, 0, 10]) == ["v0": 71, "v1": 106, "v2": 36])
  }

  @Test("forms without pictures have the rows in its place, or nothing where there are none", arguments: charts)
  func fallback(_ chart: Figure.Chart) throws {
    let table = Table(columns: [.init("a"), .init("b")], rows: [["1", "2"]], emptyText: "")
    let with = Block.figure(figure(chart, "Bild", fallback: [.table(table)]))
    let without = Block.figure(figure(chart, "Bild"))
    #expect(
      TerminalRenderer(width: 40, color: false).render([.paragraph("x"), with])
        == "x\n\nBild\n\na  b\n─  ─\n1  2\n\nBild\n")
    #expect(
      TerminalRenderer(width: 40, color: false).render([.paragraph("x"), without, .paragraph("y")]) == "x\n\ny\n")
    #expect(MarkdownRenderer().render([with]) == "**Bild**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nBild\n")
    #expect(MarkdownRenderer().render([.group("g", [with, without])]).hasPrefix("g\n\n**Bild**\n\n| a"))
    #expect(MarkdownRenderer().render([without]) == "")
    #expect(HTMLRenderer().render([with]).contains("<details><summary>Bild</summary>\n<div class=\"scroll\""))
    #expect(!HTMLRenderer().render([without]).contains("<details>"))
    var bare = figure(chart, "Bild", fallback: [.table(table)])
    bare.fallbackCaption = nil
    #expect(MarkdownRenderer().render([.figure(bare)]).hasPrefix("| a"))
    let files = try #require(
      StoredFiles(DOCXRenderer().render(Document("T", language: "sv", blocks: [with, without]))))
    #expect(files["word/document.xml"]?.contains("<w:tblHeader/>") == true)
    let csv = CSVRenderer().render(Document("T", language: "sv", blocks: [with, without]))
    #expect(String(decoding: csv, as: UTF8.self) == "\u{FEFF}T\r\n\r\nBild\r\n\r\na;b\r\n1;2\r\n\r\nBild\r\n")
  }

  @Test("no text acts in one, whatever it holds")
  func escaping() {
    let parts = ["a", "<", ">", "&", "\"", "'", "]]>", "\u{0}", "\u{1B}", "\n", "\u{FFFE}", "\u{202E}", "漢"]
    for text in parts + parts.flatMap({ one in parts.map { one + $0 } }) + naughtyStrings {
      let bars = BarChart(kinds: [.init(text)], rows: [.init(text, [1])])
      let series = SeriesChart(
        unit: text, points: [.init(day: 0, value: 1, label: text, dayLabel: text, isBaseline: true)], baselineName: text
      )
      let lanes = LaneChart(
        from: 0, through: 1, ticks: [.init(0, text)], limits: [.init(1, text)],
        lanes: [.init(text, spans: [], marks: [])],
        signNames: [.init(.done, text)], workName: text, pauseName: text)
      let html = [Figure.Chart.bars(bars), .series(series), .lanes(lanes)].map {
        HTMLRenderer().render([.figure(figure($0, text))])
      }
      let page = ParsedXML.read("<body>" + html.joined() + "</body>")
      #expect(page?.elements.count { $0.name == "svg" } == 3, "\(text.debugDescription)")
    }
  }

  @Test("a sparkline rises from the least value to the highest, and a bar has at least a sliver")
  func blocks() {
    #expect(sparkline([61, 63, 66]) == "▁▄█")
    #expect(sparkline([3, 2, 1]) == "█▅▁")
    #expect(sparkline([5, 5]) == "▄▄")
    #expect(sparkline([]) == "")
    #expect(textBar(4, of: 4, width: 3) == "███")
    #expect(textBar(1, of: 16, width: 1) == "▏")
    #expect(textBar(1, of: 1000, width: 4) == "▏")
    #expect(textBar(0, of: 4, width: 3) == "")
    #expect(textBar(3, of: 4, width: 2) == "█▌")
  }

  @Test("a text too long for its place ends with a mark that says so")
  func fitting() {
    #expect(Drawing.fitting("Belysning", width: 100, size: 10) == "Belysning")
    #expect(Drawing.fitting("Belysning", width: 30, size: 10) == "Bely…")
  }
}
