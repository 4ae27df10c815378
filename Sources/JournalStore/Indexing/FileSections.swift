import DurableFiles
import Integrity
import Synchronization

/// The tables of a cache file, each block checked when it is first read.
final class FileSections: Sections {
  /// What the writer noted beside the tables.
  let note: [UInt8]
  private let file: ReadFile
  private let places: [Int: (byteCount: Int, offset: Int)]
  private let bodyOffset: Int
  private let seed: UInt64
  private let blocks = Mutex<[Int: [UInt8]]>([:])

  /// Opens a file; nil where it is not there, is not whole, or has another key. One read, as a rule.
  init?(_ path: String, key: [UInt8], operations: FileOperations) {
    guard let file = try? ReadFile(path, operations: operations),
      let head = try? file.read(at: 0, byteCount: CacheFile.blockByteCount)
    else { return nil }
    var reading = HeaderReading(head)
    guard reading.take(CacheFile.magic.count) == CacheFile.magic, let digest = reading.take(Digest.byteCount),
      let headerByteCount = reading.number(), (head.startIndex..<file.byteCount + 1).contains(headerByteCount)
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
        byteCount <= file.byteCount, offset >= headerByteCount,
        offset + CacheFile.blockCount(byteCount) * CacheFile.blockByteCount <= file.byteCount
      else { return nil }
      places[number] = (byteCount, offset)
    }
    self.note = note
    self.file = file
    self.places = places
    bodyOffset = headerByteCount
    seed = CacheFile.seed(of: reading.bytes)
  }

  func byteCount(of table: Int) -> Int { places[table]?.byteCount ?? 0 }

  func withBytes<Value>(
    of table: Int, _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(CacheDamage) -> Value {
    guard let place = places[table], range.upperBound <= place.byteCount else { throw CacheDamage() }
    if range.isEmpty { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let size = CacheFile.contentByteCount
    let first = range.lowerBound / size
    let last = (range.upperBound - 1) / size
    let start = range.lowerBound - first * size
    let bytes =
      switch last - first {
      case 0: try block(first, of: place)
      case 1 where range.count < size: Array(try block(first, of: place)[..<size]) + (try block(last, of: place))
      default: try read(first...last, of: place)
      }
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

  /// The contents of blocks of a table in a row, checked, one behind the other.
  private func read(
    _ indexes: ClosedRange<Int>, of place: (byteCount: Int, offset: Int)
  ) throws(CacheDamage) -> [UInt8] {
    let (size, contentSize) = (CacheFile.blockByteCount, CacheFile.contentByteCount)
    let byteCount = indexes.count * size
    guard var bytes = try? file.read(at: place.offset + indexes.lowerBound * size, byteCount: byteCount),
      bytes.count == byteCount
    else { throw CacheDamage() }
    let firstNumber = (place.offset - bodyOffset) / size + indexes.lowerBound
    let isRight = bytes.withUnsafeMutableBytes { bytes in
      for index in 0..<indexes.count {
        let content = UnsafeRawBufferPointer(rebasing: bytes[(index * size)..<(index * size + contentSize)])
        let stated = bytes.loadUnaligned(fromByteOffset: index * size + contentSize, as: UInt64.self)
        if CacheFile.checksum(content, block: firstNumber + index, seed: seed) != stated { return false }
        // The contents close ranks; what is moved is never before its place.
        if index > 0, let base = bytes.baseAddress {
          (base + index * contentSize).copyMemory(from: base + index * size, byteCount: contentSize)
        }
      }
      return true
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
}
