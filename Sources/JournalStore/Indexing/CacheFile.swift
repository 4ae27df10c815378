import DurableFiles
import Integrity
import Synchronization

/// The form of a file with tables that can be made anew: what is in it is either what was written or nothing.
///
///     header     16 bytes "liggare cache 1\n"; SHA-256 of the rest of the header; the header's length (8 bytes)
///                key and note, each with its length (8 bytes); the number of tables (8 bytes)
///                for each table its number, its length and its place in the file (8 bytes each)
///                the first 8 bytes of the SHA-256 of each block of 16 KiB behind the header
///     blocks     the tables, each from the start of a block
///
/// Numbers are as the processor has them: the key names the build that wrote the file, and no other reads it.
enum CacheFile {
  static let blockByteCount = 16 << 10
  static let magic = Array("liggare cache 1\n".utf8)

  /// The file's bytes in pieces.
  static func pieces(key: [UInt8], note: [UInt8], tables: [(number: Int, bytes: [UInt8])]) -> [[UInt8]] {
    var body: [[UInt8]] = []
    var checksums: [UInt64] = []
    var places: [(number: Int, byteCount: Int, offset: Int)] = []
    var offset = 0
    for table in tables {
      places.append((table.number, table.bytes.count, offset))
      table.bytes.withUnsafeBytes { bytes in
        var start = 0
        while start < bytes.count {
          let block = bytes[start..<min(start + blockByteCount, bytes.count)]
          checksums.append(SHA256.hash(UnsafeRawBufferPointer(rebasing: block)).firstWord)
          start += blockByteCount
        }
      }
      let padded = (table.bytes.count + blockByteCount - 1) / blockByteCount * blockByteCount
      body += [table.bytes, [UInt8](repeating: 0, count: padded - table.bytes.count)]
      offset += padded
    }
    let headerByteCount =
      magic.count + Digest.byteCount + 8 + 8 + key.count + 8 + note.count + 8 + places.count * 24 + checksums.count * 8
    var rest = bytes(of: [headerByteCount])
    for text in [key, note] { rest += bytes(of: [text.count]) + text }
    rest += bytes(of: [places.count])
    for place in places { rest += bytes(of: [place.number, place.byteCount, headerByteCount + place.offset]) }
    rest += bytes(of: checksums)
    return [magic + SHA256.hash(rest).bytes + rest] + body
  }
}

/// The tables of a cache file, each block checked when it is first read.
final class FileSections: Sections {
  /// What the writer noted beside the tables.
  let note: [UInt8]
  private let file: ReadFile
  private let places: [Int: (byteCount: Int, offset: Int)]
  private let bodyOffset: Int
  private let checksums: [UInt64]
  private let blocks = Mutex<[Int: [UInt8]]>([:])

  /// Opens a file; nil where it is not there, is not whole, or has another key.
  init?(_ path: String, key: [UInt8], operations: FileOperations) {
    guard let file = try? ReadFile(path, operations: operations),
      let head = try? file.read(at: 0, byteCount: CacheFile.blockByteCount)
    else { return nil }
    var reading = HeaderReading(head)
    guard reading.take(CacheFile.magic.count) == CacheFile.magic, let digest = reading.take(Digest.byteCount),
      let headerByteCount = reading.number(), (head.startIndex..<file.byteCount).contains(headerByteCount)
    else { return nil }
    if headerByteCount > head.count {
      guard let whole = try? file.read(at: 0, byteCount: headerByteCount), whole.count == headerByteCount else {
        return nil
      }
      reading.extend(whole)
    } else {
      reading.extend(Array(head[..<headerByteCount]))
    }
    let start = CacheFile.magic.count + Digest.byteCount
    guard reading.bytes.count >= start, SHA256.hash(Array(reading.bytes[start...])).bytes == digest,
      reading.text() == key, let note = reading.text(), let tableCount = reading.number(), tableCount <= 64
    else { return nil }
    var places: [Int: (byteCount: Int, offset: Int)] = [:]
    for _ in 0..<tableCount {
      guard let number = reading.number(), let byteCount = reading.number(), let offset = reading.number(),
        offset >= headerByteCount,
        offset + byteCount <= file.byteCount
      else { return nil }
      places[number] = (byteCount, offset)
    }
    checksums = reading.words()
    self.note = note
    self.file = file
    self.places = places
    bodyOffset = headerByteCount
  }

  func byteCount(of table: Int) -> Int { places[table]?.byteCount ?? 0 }

  func withBytes<Value>(
    of table: Int, _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(CacheDamage) -> Value {
    guard let place = places[table], range.upperBound <= place.byteCount else { throw CacheDamage() }
    if range.isEmpty { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let size = CacheFile.blockByteCount
    let first = range.lowerBound / size
    let last = (range.upperBound - 1) / size
    let bytes = first == last ? try block(first, of: place) : try read(first...last, of: place)
    let start = range.lowerBound - first * size
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<(start + range.count)])) }
  }

  /// One block, kept for the next question.
  private func block(_ index: Int, of place: (byteCount: Int, offset: Int)) throws(CacheDamage) -> [UInt8] {
    let number = (place.offset - bodyOffset) / CacheFile.blockByteCount + index
    if let known = blocks.withLock({ $0[number] }) { return known }
    let bytes = try read(index...index, of: place)
    blocks.withLock { $0[number] = bytes }
    return bytes
  }

  /// Blocks of a table in a row, checked.
  private func read(
    _ indexes: ClosedRange<Int>, of place: (byteCount: Int, offset: Int)
  ) throws(CacheDamage) -> [UInt8] {
    let size = CacheFile.blockByteCount
    let start = indexes.lowerBound * size
    let end = min(place.byteCount, (indexes.upperBound + 1) * size)
    guard let bytes = try? file.read(at: place.offset + start, byteCount: end - start), bytes.count == end - start
    else { throw CacheDamage() }
    let firstNumber = (place.offset - bodyOffset) / size + indexes.lowerBound
    let isRight = bytes.withUnsafeBytes { bytes in
      (0..<indexes.count).allSatisfy { index in
        let block = bytes[(index * size)..<min((index + 1) * size, bytes.count)]
        guard firstNumber + index < checksums.count else { return false }
        return SHA256.hash(UnsafeRawBufferPointer(rebasing: block)).firstWord == checksums[firstNumber + index]
      }
    }
    guard isRight else { throw CacheDamage() }
    return bytes
  }
}

/// The steps of reading a header.
private struct HeaderReading {
  private(set) var bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Goes on with more of the same bytes.
  mutating func extend(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= bytes.count - place else { return nil }
    defer { place += count }
    return Array(bytes[place..<(place + count)])
  }

  /// A number that is not negative, below 2^62.
  mutating func number() -> Int? {
    guard let bytes = take(8) else { return nil }
    let number = bytes.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
    return (0..<(1 << 62)).contains(number) ? number : nil
  }

  mutating func text() -> [UInt8]? {
    guard let count = number() else { return nil }
    return take(count)
  }

  /// What is left, as words.
  func words() -> [UInt64] {
    bytes.withUnsafeBytes { bytes in
      (0..<((bytes.count - place) / 8)).map { bytes.loadUnaligned(fromByteOffset: place + $0 * 8, as: UInt64.self) }
    }
  }
}
