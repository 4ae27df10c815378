/// The records of an Enhanced Metafile, as a reader steps through them ([MS-EMF] 2.3).
struct ReadMetafile {
  struct Record {
    var type: Int
    /// All of it, with type and size.
    var bytes: [UInt8]

    /// The signed number of four bytes at a place.
    func number(_ place: Int) -> Int {
      Int(Int32(truncatingIfNeeded: (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }))
    }

    func short(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

    /// Left, top, right and bottom.
    func rectangle(_ place: Int) -> [Int] { (0..<4).map { number(place + $0 * 4) } }
  }

  static let header = 1
  static let polygon = 3
  static let polyline = 4
  static let polypolyline = 7
  static let polypolygon = 8
  static let end = 14
  static let selectObject = 37
  static let createPen = 38
  static let createBrush = 39
  static let ellipse = 42
  static let createFont = 82
  static let text = 84

  private(set) var records: [Record] = []

  /// Nil where a record has no room, or is cut within a word of four bytes.
  init?(_ bytes: [UInt8]) {
    var place = 0
    while place + 8 <= bytes.count {
      let head = Record(type: 0, bytes: Array(bytes[place..<(place + 8)]))
      let size = head.number(4)
      guard size >= 8, size % 4 == 0, place + size <= bytes.count else { return nil }
      records.append(Record(type: head.number(0), bytes: Array(bytes[place..<(place + size)])))
      place += size
    }
    if place != bytes.count || records.isEmpty { return nil }
  }

  func records(_ type: Int) -> [Record] { records.filter { $0.type == type } }

  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// The areas or lines of a record of such.
  static func shapes(_ record: Record) -> [[Point]] {
    func points(_ place: Int, _ count: Int) -> [Point] {
      (0..<count).map { .init(x: record.number(place + $0 * 8), y: record.number(place + $0 * 8 + 4)) }
    }
    switch record.type {
    case polygon, polyline: return [points(28, record.number(24))]
    case polypolygon, polypolyline:
      let count = record.number(24)
      var place = 32 + count * 4
      return (0..<count).map { index in
        let size = record.number(32 + index * 4)
        defer { place += size * 8 }
        return points(place, size)
      }
    default: return []
    }
  }

  /// A text, where it begins, and the steps from unit to unit.
  static func text(_ record: Record) -> (text: String, start: Point, steps: [Int]) {
    let count = record.number(44)
    let (textPlace, stepsPlace) = (record.number(48), record.number(72))
    let units = (0..<count).map { UInt16(record.short(textPlace + $0 * 2)) }
    return (
      String(decoding: units, as: UTF16.self), .init(x: record.number(36), y: record.number(40)),
      (0..<count).map { record.number(stepsPlace + $0 * 4) }
    )
  }
}
