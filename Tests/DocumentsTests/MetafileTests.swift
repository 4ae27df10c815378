import Testing

@testable import Documents

@Suite("a drawing as a metafile")
struct MetafileTests {
  /// What stands in a drawing of 100 by 60.
  private func read(_ draw: (inout Drawing) -> Void) throws -> ReadMetafile {
    var drawing = Drawing(width: 100, height: 60)
    draw(&drawing)
    #expect(drawing.emf == drawing.emf)
    return try #require(ReadMetafile(drawing.emf))
  }

  /// Every kind of item with every kind of fill, stroke, anchor and ground.
  private static let everything: Drawing = {
    var drawing = Drawing(width: 400, height: 300)
    for (index, fill) in Drawing.Fill.allCases.enumerated() {
      drawing.box(x: 10 + index * 50, y: 10, width: 40, height: 30, fill)
      drawing.circle(x: 30 + index * 50, y: 70, radius: 20, fill)
      drawing.area(
        [.init(x: 10 + index * 50, y: 100), .init(x: 50 + index * 50, y: 110), .init(x: 30 + index * 50, y: 140)], fill)
    }
    for (index, stroke) in Drawing.Stroke.allCases.enumerated() {
      drawing.line(10, 160 + index * 10, 390, 160 + index * 10, stroke)
      drawing.line([.init(x: 10, y: 210), .init(x: 50, y: 250), .init(x: 90, y: 210 + index)], stroke)
    }
    for (index, anchor) in [Drawing.Anchor.start, .middle, .end].enumerated() {
      for (line, ground) in [Drawing.Ground.paper, .pattern, .ink].enumerated() {
        drawing.text(
          "Åtgärd", x: 200 + index, y: 220 + line * 20, anchor, size: 11 + line, isBold: index == 1, on: ground)
      }
    }
    return drawing
  }()

  @Test("begins with a header that tells its size, its records and its objects, and ends with an end")
  func structure() throws {
    let bytes = Self.everything.emf
    let file = try #require(ReadMetafile(bytes))
    let header = file.records[0]
    #expect(header.type == ReadMetafile.header && header.bytes.count == 108)
    #expect(Array(header.bytes[40..<44]) == Array(" EMF".utf8))
    #expect(header.number(44) == 0x1_0000)
    #expect(header.number(48) == bytes.count)
    #expect(header.number(52) == file.records.count)
    let made = file.records.filter {
      [ReadMetafile.createPen, ReadMetafile.createBrush, ReadMetafile.createFont].contains($0.type)
    }
    #expect(made.map { $0.number(8) } == Array(1...made.count))
    #expect(header.short(56) == made.count + 1)
    // 400 by 300 pixels of 96 to the inch, in twentieths of them and in hundredths of a millimetre.
    #expect(header.rectangle(8) == [0, 0, 7999, 5999])
    #expect(header.rectangle(24) == [0, 0, 10583, 7937])
    // A device of 1920 points to the inch.
    #expect([72, 76, 80, 84, 100, 104].map(header.number) == [38400, 19200, 508, 254, 508_000, 254_000])
    let last = file.records[file.records.count - 1]
    #expect(last.type == ReadMetafile.end && last.number(16) == last.bytes.count)
    #expect(file.records(ReadMetafile.header).count == 1 && file.records(ReadMetafile.end).count == 1)
  }

  @Test("its records are as long as the format says, and of those kinds that every reader draws")
  func sizes() throws {
    let file = try #require(ReadMetafile(Self.everything.emf))
    let fixed = [
      9: 16, 10: 16, 11: 16, 12: 16, 14: 20, 17: 12, 18: 12, 19: 12, 22: 12, 24: 12, 37: 12, 38: 28, 39: 24, 42: 24,
      82: 332,
    ]
    for record in file.records {
      if let size = fixed[record.type] {
        #expect(record.bytes.count == size, "\(record.type)")
      } else if record.type == ReadMetafile.text {
        #expect(record.bytes.count == record.number(72) + record.number(44) * 4)
        #expect(record.number(48) == 76 && record.number(72) % 4 == 0)
      } else {
        let shapes = ReadMetafile.shapes(record)
        let points = shapes.reduce(0) { $0 + $1.count }
        let several = [ReadMetafile.polypolygon, ReadMetafile.polypolyline].contains(record.type)
        #expect(record.type == ReadMetafile.header || points > 1)
        #expect(
          record.type == ReadMetafile.header
            || record.bytes.count == (several ? 32 + shapes.count * 4 : 28) + points * 8, "\(record.type)")
      }
    }
  }

  @Test("nothing is taken up that was not made before, and nothing is drawn beyond the picture")
  func inside() throws {
    let file = try #require(ReadMetafile(Self.everything.emf))
    var made: Set<Int> = [0x8000_0005, 0x8000_0008]
    for record in file.records {
      switch record.type {
      case ReadMetafile.createPen, ReadMetafile.createBrush, ReadMetafile.createFont: made.insert(record.number(8))
      case ReadMetafile.selectObject: #expect(made.contains(record.number(8) & 0xFFFF_FFFF))
      default: break
      }
      let shapes = ReadMetafile.shapes(record).flatMap(\.self)
      for point in shapes { #expect((0...8000).contains(point.x) && (0...6000).contains(point.y)) }
      if let left = shapes.map(\.x).min(), let top = shapes.map(\.y).min(), let right = shapes.map(\.x).max(),
        let bottom = shapes.map(\.y).max()
      {
        #expect(record.rectangle(8) == [left, top, min(7999, right), min(5999, bottom)])
      }
    }
  }

  @Test("begins with paper, so that it is read on any ground")
  func paper() throws {
    let file = try read { _ in }
    let polygons = file.records(ReadMetafile.polygon)
    #expect(
      polygons.map(ReadMetafile.shapes) == [
        [[.init(x: 0, y: 0), .init(x: 2000, y: 0), .init(x: 2000, y: 1200), .init(x: 0, y: 1200)]]
      ])
    #expect(file.records(ReadMetafile.createBrush).map { $0.number(16) } == [0xFF_FFFF])
    #expect(file.records(ReadMetafile.createPen).isEmpty)
  }

  @Test("an area is filled in its colour and edged with a pen of a unit", arguments: [Drawing.Fill.ink, .grey, .paper])
  func plain(_ fill: Drawing.Fill) throws {
    let file = try read { $0.box(x: 1, y: 2, width: 3, height: 4, fill) }
    let colours: [Drawing.Fill: Int] = [.ink: 0, .grey: 0xC0_C0C0, .paper: 0xFF_FFFF]
    #expect(file.records(ReadMetafile.createBrush).map { $0.number(16) }.contains(try #require(colours[fill])))
    #expect(
      file.records(ReadMetafile.createPen).map { [$0.number(12), $0.number(16), $0.number(24)] } == [[0, 20, 0]])
    #expect(
      ReadMetafile.shapes(file.records(ReadMetafile.polygon)[1]) == [
        [.init(x: 20, y: 40), .init(x: 80, y: 40), .init(x: 80, y: 120), .init(x: 20, y: 120)]
      ])
    #expect(file.records(ReadMetafile.polypolygon).isEmpty)
  }

  @Test("an area without a fill has an edge alone")
  func none() throws {
    let file = try read { $0.circle(x: 50, y: 30, radius: 10, .none) }
    #expect(file.records(ReadMetafile.ellipse).map { $0.rectangle(8) } == [[800, 400, 1200, 800]])
    #expect(file.records(ReadMetafile.selectObject).contains { $0.number(8) & 0xFFFF_FFFF == 0x8000_0005 })
  }

  @Test("a pattern is made of pieces within its area", arguments: [Drawing.Fill.diagonal, .dots, .horizontal])
  func patterns(_ fill: Drawing.Fill) throws {
    let box = try read { $0.box(x: 10, y: 10, width: 60, height: 17, fill) }
    let pieces = try #require(box.records(ReadMetafile.polypolygon).first.map(ReadMetafile.shapes))
    #expect(pieces.allSatisfy { $0.count >= 3 })
    #expect(pieces.joined().allSatisfy { (200...1400).contains($0.x) && (200...540).contains($0.y) })
    // The share of ink: 2.26 of 6 along an axis, two octagons in 36, one line in three.
    let ink = Double(pieces.reduce(0) { $0 + area($1) }) / 2 / Double(1200 * 340)
    let shares: [Drawing.Fill: Double] = [.diagonal: 0.383, .dots: 0.167, .horizontal: 0.333]
    #expect(abs(ink - (try #require(shares[fill]))) < 0.03, "\(ink)")
    // Ground, pattern, then the edge.
    #expect(box.records(ReadMetafile.polygon).count == 3)
    let circle = try read { $0.circle(x: 50, y: 30, radius: 20, fill) }
    for point in try #require(circle.records(ReadMetafile.polypolygon).first.map(ReadMetafile.shapes)).joined() {
      let (x, y) = (point.x - 1000, point.y - 600)
      #expect(x * x + y * y <= 402 * 402)
    }
    let triangle = try read { $0.area([.init(x: 0, y: 0), .init(x: 100, y: 0), .init(x: 0, y: 60)], fill) }
    for point in try #require(triangle.records(ReadMetafile.polypolygon).first.map(ReadMetafile.shapes)).joined() {
      #expect(point.x * 60 + point.y * 100 <= 100 * 60 * 20 + 200)
    }
    #expect(try read { $0.box(x: 10, y: 10, width: 0, height: 17, fill) }.records(ReadMetafile.polypolygon).count < 2)
  }

  /// Twice the area within corners.
  private func area(_ corners: [ReadMetafile.Point]) -> Int {
    abs(zip(corners, corners.dropFirst() + [corners[0]]).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y })
  }

  @Test("a line has the width and the colour of its kind, and a dashed one is drawn dash by dash")
  func lines() throws {
    func pens(_ stroke: Drawing.Stroke) throws -> [[Int]] {
      try read { $0.line(0, 10, 100, 10, stroke) }.records(ReadMetafile.createPen).map {
        [$0.number(16), $0.number(24)]
      }
    }
    #expect(try pens(.grid) == [[10, 0x8C_8C8C]])
    #expect(try pens(.plain) == [[20, 0]])
    #expect(try pens(.thick) == [[40, 0]])
    #expect(try pens(.dashed) == [[20, 0]])
    let plain = try read { $0.line(0, 10, 100, 10, .plain) }
    #expect(
      plain.records(ReadMetafile.polyline).map(ReadMetafile.shapes) == [
        [[.init(x: 0, y: 200), .init(x: 2000, y: 200)]]
      ])
    let dashed = try read { $0.line([.init(x: 0, y: 10), .init(x: 10, y: 10), .init(x: 10, y: 30)], .dashed) }
    let dashes = try #require(dashed.records(ReadMetafile.polypolyline).first.map(ReadMetafile.shapes))
    #expect(
      dashes == [
        [.init(x: 10, y: 200), .init(x: 70, y: 200)], [.init(x: 150, y: 200), .init(x: 200, y: 200)],
        [.init(x: 200, y: 200), .init(x: 200, y: 210)], [.init(x: 200, y: 290), .init(x: 200, y: 350)],
        [.init(x: 200, y: 430), .init(x: 200, y: 490)], [.init(x: 200, y: 570), .init(x: 200, y: 600)],
      ])
  }

  @Test("a text is UTF-16, begins where its anchor says, and tells where each letter stands")
  func texts() throws {
    let file = try read {
      $0.text("Åre 🚲 10", x: 10, y: 20, size: 10)
      $0.text("Åre", x: 50, y: 30, .middle, size: 10)
      $0.text("Åre", x: 90, y: 40, .end, size: 10, isBold: true)
      $0.text("a\u{202E}\n", x: 0, y: 50)
    }
    let texts = file.records(ReadMetafile.text).map(ReadMetafile.text)
    #expect(texts.map(\.text) == ["Åre 🚲 10", "Åre", "Åre", "a<U+202E>↵"])
    #expect(texts[0].start == .init(x: 200, y: 400))
    // Å 667, r 333, e 556, space 278 thousandths of 200 units; the bicycle a whole, its second unit nothing.
    #expect(texts[0].steps == [133, 67, 111, 56, 200, 0, 55, 112, 111])
    #expect(texts[1].start == .init(x: 1000 - 311 / 2, y: 600))
    // Bold: 722, 389 and 556.
    #expect(texts[2].steps == [144, 78, 111] && texts[2].start == .init(x: 1800 - 333, y: 800))
    let fonts = file.records(ReadMetafile.createFont)
    #expect(fonts.map { [$0.number(12), $0.number(28)] } == [[-200, 400], [-200, 700], [-240, 400]])
    let name = (0..<6).map { UInt16(fonts[0].short(40 + $0 * 2)) }
    #expect(String(decoding: name, as: UTF16.self) == "Arial\0")
    let marks = try read { $0.text("A\u{30A}\u{200D}", x: 0, y: 9, size: 10) }
    #expect(ReadMetafile.text(marks.records(ReadMetafile.text)[0]).steps == [133, 0, 0])
  }

  @Test("on ink a text is written in paper, and on a pattern it has a plate of paper")
  func grounds() throws {
    let file = try read {
      $0.text("1", x: 10, y: 20, on: .ink)
      $0.text("2", x: 10, y: 20, on: .pattern)
      $0.text("3", x: 10, y: 20)
    }
    #expect(file.records(24).map { $0.number(8) } == [0xFF_FFFF, 0])
    let polygons = file.records(ReadMetafile.polygon)
    #expect(polygons.count == 2)
    let plate = ReadMetafile.shapes(polygons[1])[0]
    #expect(plate.map(\.x).min() == 160 && plate.map(\.x).max() == 200 + 133 + 40)
    #expect(plate.map(\.y).min() == 200 && plate.map(\.y).max() == 448)
  }

  @Test("whatever text is in it, it can be read record by record")
  func naughty() throws {
    for text in naughtyStrings {
      let file = try read { $0.text(text, x: 0, y: 9, on: .pattern) }
      #expect(
        file.records(ReadMetafile.text).map { ReadMetafile.text($0).text } == (text.isEmpty ? [] : [visible(text)]))
    }
  }
}
