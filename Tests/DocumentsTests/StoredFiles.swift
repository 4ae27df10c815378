/// The files of a ZIP archive that stores them without compression, read by their local headers (APPNOTE 4.3.7).
struct StoredFiles {
  private(set) var names: [String] = []
  private var contents: [String: [UInt8]] = [:]

  /// Nil where it is no such archive.
  init?(_ bytes: [UInt8]) {
    func number(at place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    var place = 0
    while place + 30 <= bytes.count, number(at: place, 4) == 0x0403_4B50 {
      let size = number(at: place + 18, 4)
      let begin = place + 30 + number(at: place + 26, 2)
      guard begin + size <= bytes.count, number(at: place + 8, 2) == 0 else { return nil }
      let name = String(decoding: bytes[(place + 30)..<begin], as: UTF8.self)
      names.append(name)
      contents[name] = Array(bytes[begin..<(begin + size)])
      place = begin + size
    }
    if names.isEmpty { return nil }
  }

  subscript(name: String) -> String? { contents[name].map { String(decoding: $0, as: UTF8.self) } }

  func bytes(_ name: String) -> [UInt8]? { contents[name] }
}
