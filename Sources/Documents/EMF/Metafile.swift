/// A picture as an Enhanced Metafile, `.emf` ([MS-EMF]): records that a program plays one after another, so that it is sharp at any size. Word
/// and LibreOffice draw it as it is, where they want a picture of points beside an SVG.
///
/// ```
/// record    type (4 bytes), bytes of the record with these eight (4, a multiple of 4), then what it says; numbers lowest byte first
/// first     EMR_HEADER: bounds in units, frame in hundredths of a millimetre, " EMF", bytes, records and objects of the file, and the
///           device that units are points of
/// settings  EMR_SETMAPMODE … EMR_SETTEXTALIGN: units as they are, texts without ground of their own, by the left end of their baseline
/// objects   EMR_CREATEPEN, EMR_CREATEBRUSHINDIRECT, EMR_EXTCREATEFONTINDIRECTW, numbered from 1 in the order made;
///           EMR_SELECTOBJECT takes one up
/// shapes    EMR_POLYGON, EMR_POLYPOLYGON, EMR_POLYLINE, EMR_POLYPOLYLINE, EMR_ELLIPSE, drawn with what is taken up
/// texts     EMR_EXTTEXTOUTW: UTF-16, with how far it is from each unit of it to the next
/// last      EMR_EOF
/// ```
///
/// A unit is a twentieth of a pixel of 96 to the inch. Only what every reader of the format has drawn since 1993 is in it: no clipping, no
/// patterns, no dashed pens. There is neither clock nor chance in it: the same steps give the same bytes.
struct Metafile {
  /// In units, from the upper left corner.
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// A COLORREF of equal parts of red, green and blue.
  enum Colour: Int {
    case ink = 0x00_0000
    case dim = 0x8C_8C8C
    case grey = 0xC0_C0C0
    case paper = 0xFF_FFFF
  }

  /// What is drawn with.
  enum Object: Hashable {
    case pen(Colour, width: Int)
    case brush(Colour)
    case font(size: Int, isBold: Bool)
    case noPen, noBrush
  }

  /// Types of records ([MS-EMF] 2.1.1).
  private enum Kind: Int {
    case header = 1
    case polygon = 3
    case polyline = 4
    case polypolyline = 7
    case polypolygon = 8
    case windowExtent = 9
    case windowOrigin = 10
    case viewportExtent = 11
    case viewportOrigin = 12
    case end = 14
    case mapMode = 17
    case groundMode = 18
    case fillMode = 19
    case textAlignment = 22
    case textColour = 24
    case selectObject = 37
    case createPen = 38
    case createBrush = 39
    case ellipse = 42
    case createFont = 82
    case text = 84
  }

  static let unitsPerInch = 1920
  static let fontName = "Arial"

  private let width: Int
  private let height: Int
  private var records: [UInt8] = []
  private var recordCount = 0
  private var handles: [Object: Int] = [:]
  /// What is taken up; pens, see ``select(_:)``.
  private var brush: Object?
  private var font: Object?
  private var textColour = Colour.ink

  /// A picture of so many units.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    // Anisotropic, so that a reader may stretch it; units are points of the device.
    put(.mapMode, [8])
    put(.windowOrigin, [0, 0])
    put(.windowExtent, [width, height])
    put(.viewportOrigin, [0, 0])
    put(.viewportExtent, [width, height])
    // Transparent; alternate; left, at the baseline.
    put(.groundMode, [1])
    put(.fillMode, [1])
    put(.textAlignment, [24])
  }

  private mutating func put(_ kind: Kind, _ numbers: [Int], _ bytes: [UInt8] = []) {
    let padding = (4 - bytes.count % 4) % 4
    records.put(kind.rawValue, 4)
    records.put(8 + numbers.count * 4 + bytes.count + padding, 4)
    for number in numbers { records.put(number, 4) }
    records += bytes + [UInt8](repeating: 0, count: padding)
    recordCount += 1
  }

  /// Takes up what the next shapes and texts are drawn with, making it where it is new.
  mutating func select(_ object: Object) {
    switch object {
    // A pen is taken up each time: Inkscape lays it down after a shape whose edge has the colour of its area.
    case .pen, .noPen: break
    case .brush, .noBrush:
      if brush == object { return }
      brush = object
    case .font:
      if font == object { return }
      font = object
    }
    put(.selectObject, [handle(of: object)])
  }

  private mutating func handle(of object: Object) -> Int {
    if let known = handles[object] { return known }
    let new = handles.count + 1
    switch object {
    // Two that every device has ([MS-EMF] 2.1.31).
    case .noPen: return 0x8000_0008
    case .noBrush: return 0x8000_0005
    case .pen(let colour, let width): put(.createPen, [new, 0, width, 0, colour.rawValue])
    case .brush(let colour): put(.createBrush, [new, 0, colour.rawValue, 0])
    case .font(let size, let isBold): put(.createFont, [new], Metafile.font(size: size, isBold: isBold))
    }
    handles[object] = new
    return new
  }

  /// LogFontPanose ([MS-EMF] 2.2.16), of which all but LogFont is empty: 320 bytes.
  private static func font(size: Int, isBold: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    // The height of the letter M's square, not of the line; width, escapement, orientation, weight.
    for number in [-size, 0, 0, 0, isBold ? 700 : 400] { bytes.put(number, 4) }
    // Not slanted, underlined or struck through; any character set, precision and quality; proportional, without serifs.
    bytes += [0, 0, 0, 1, 0, 0, 0, 0x22]
    for unit in fontName.utf16 { bytes.put(Int(unit), 2) }
    return bytes + [UInt8](repeating: 0, count: 320 - bytes.count)
  }

  /// An area, filled and edged. Requires three points at least.
  mutating func polygon(_ points: [Point]) {
    put(.polygon, bounds(points) + [points.count] + points.flatMap { [$0.x, $0.y] })
  }

  /// Requires two points at least.
  mutating func polyline(_ points: [Point]) {
    put(.polyline, bounds(points) + [points.count] + points.flatMap { [$0.x, $0.y] })
  }

  /// Areas in one record; nothing for none.
  mutating func polygons(_ list: [[Point]]) { several(.polypolygon, list) }

  /// Lines in one record; nothing for none.
  mutating func polylines(_ list: [[Point]]) { several(.polypolyline, list) }

  private mutating func several(_ kind: Kind, _ list: [[Point]]) {
    let points = list.flatMap(\.self)
    if points.isEmpty { return }
    put(
      kind, bounds(points) + [list.count, points.count] + list.map(\.count) + points.flatMap { [$0.x, $0.y] })
  }

  mutating func circle(_ centre: Point, radius: Int) {
    put(.ellipse, [centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius])
  }

  /// A line of text, whose baseline begins at a point. `steps` is how far it is from each unit of UTF-16 to the next; `size` that of the
  /// type that is taken up.
  mutating func text(_ text: String, at point: Point, steps: [Int], size: Int, _ colour: Colour) {
    let units = Array(text.utf16)
    precondition(units.count == steps.count, "a step for each unit")
    if units.isEmpty { return }
    if colour != textColour {
      put(.textColour, [colour.rawValue])
      textColour = colour
    }
    var bytes: [UInt8] = []
    for unit in units { bytes.put(Int(unit), 2) }
    bytes += [UInt8](repeating: 0, count: bytes.count % 4)
    let stepsBegin = 76 + bytes.count
    for step in steps { bytes.put(step, 4) }
    let end = point.x + steps.reduce(0, +)
    let bounds = bounds([Point(x: point.x, y: point.y - size), Point(x: end, y: point.y + size / 4)])
    // Compatible mode, in which a unit is told in hundredths of a millimetre; no rectangle.
    let scale = Int((Float(2540) / Float(Metafile.unitsPerInch)).bitPattern)
    put(
      .text,
      bounds + [1, scale, scale, point.x, point.y, units.count, 76, 0, 0, 0, -1, -1, stepsBegin], bytes)
  }

  /// The least rectangle around points, with its last row and column, within the picture.
  private func bounds(_ points: [Point]) -> [Int] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return [
      max(0, xs.min() ?? 0), max(0, ys.min() ?? 0), min(width - 1, xs.max() ?? 0), min(height - 1, ys.max() ?? 0),
    ]
  }

  /// The file.
  var bytes: [UInt8] {
    let headerSize = 108
    let endSize = 20
    var bytes: [UInt8] = []
    func hundredths(_ units: Int) -> Int { units * 2540 / Metafile.unitsPerInch }
    bytes.put(Kind.header.rawValue, 4)
    bytes.put(headerSize, 4)
    for number in [0, 0, width - 1, height - 1, 0, 0, hundredths(width), hundredths(height)] { bytes.put(number, 4) }
    bytes += Array(" EMF".utf8)
    // Version 1.0.
    bytes.put(0x1_0000, 4)
    bytes.put(headerSize + records.count + endSize, 4)
    bytes.put(recordCount + 2, 4)
    // Number 0 is no object, and counts.
    bytes.put(handles.count + 1, 2)
    bytes.put(0, 2)
    // No description and no palette; a device of 20 by 10 inches.
    for number in [0, 0, 0, Metafile.unitsPerInch * 20, Metafile.unitsPerInch * 10, 508, 254] { bytes.put(number, 4) }
    // No format of points, no OpenGL; the device in thousandths of a millimetre.
    for number in [0, 0, 0, 508_000, 254_000] { bytes.put(number, 4) }
    bytes += records
    // No palette, which would begin at byte 16 of it.
    for number in [Kind.end.rawValue, endSize, 0, 16, endSize] { bytes.put(number, 4) }
    return bytes
  }
}
