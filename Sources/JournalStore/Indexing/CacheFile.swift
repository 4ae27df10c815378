import Integrity

/// The form of a file with tables that can be made anew: what is in it is either what was written or nothing.
///
///     header     16 bytes "liggare cache 2\n"; SHA-256 of the rest of the header; the header's length (8 bytes)
///                key and note, each with its length (8 bytes); the number of tables (8 bytes)
///                for each table its number, its length and its place in the file (8 bytes each)
///     blocks     the tables, each from the start of a block: 4,088 bytes, and the XXH64 of them, seeded with the header's
///                digest and the block's number, in 8 bytes; a table's last block is filled up with zeros
///
/// Opening costs the header, whatever the length of the tables. A block that belongs to another file, or to another place in
/// this one, is none of it. Numbers are as the processor has them: the key names the build that wrote the file, and no other
/// reads it.
enum CacheFile {
  static let blockByteCount = 4096
  /// How many bytes of a table a block holds.
  static let contentByteCount = blockByteCount - 8
  static let magic = Array("liggare cache 2\n".utf8)

  /// The file's bytes in pieces, each made when it is asked for: the header, then at most a megabyte at a time.
  static func pieces(
    key: [UInt8], note: [UInt8], tables: [(number: Int, bytes: [UInt8])]
  ) -> some Sequence<[UInt8]> {
    var places: [(number: Int, byteCount: Int, firstBlock: Int)] = []
    var blockCount = 0
    for table in tables {
      places.append((table.number, table.bytes.count, blockCount))
      blockCount += CacheFile.blockCount(table.bytes.count)
    }
    let header = header(key: key, note: note, places)
    let seed = seed(of: header)
    var makers: [() -> [UInt8]] = [{ header }]
    for (table, place) in zip(tables, places) {
      let blockCount = CacheFile.blockCount(table.bytes.count)
      for first in stride(from: 0, to: blockCount, by: 256) {
        makers.append {
          blocks(first..<min(first + 256, blockCount), of: table.bytes, from: place.firstBlock, seed: seed)
        }
      }
    }
    return makers.lazy.map { $0() }
  }

  static func blockCount(_ byteCount: Int) -> Int { (byteCount + contentByteCount - 1) / contentByteCount }

  private static func header(
    key: [UInt8], note: [UInt8], _ places: [(number: Int, byteCount: Int, firstBlock: Int)]
  ) -> [UInt8] {
    let byteCount = magic.count + Digest.byteCount + 8 + 8 + key.count + 8 + note.count + 8 + places.count * 24
    var rest = bytes(of: [byteCount])
    for text in [key, note] { rest += bytes(of: [text.count]) + text }
    rest += bytes(of: [places.count])
    for place in places {
      rest += bytes(of: [place.number, place.byteCount, byteCount + place.firstBlock * blockByteCount])
    }
    return magic + SHA256.hash(rest).bytes + rest
  }

  /// What the checksums of a file's blocks begin with. Requires a whole header.
  static func seed(of header: [UInt8]) -> UInt64 {
    header.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self) }
  }

  /// The checksum of a block's content. The block's number counts from the first block of the file.
  static func checksum(_ content: UnsafeRawBufferPointer, block number: Int, seed: UInt64) -> UInt64 {
    XXHash64.hash(content, seed: seed &+ UInt64(number))
  }

  /// Some of a table's blocks. `start` is the number of the table's first block.
  private static func blocks(_ blocks: Range<Int>, of table: [UInt8], from start: Int, seed: UInt64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: blocks.count * blockByteCount) { buffer, count in
      count = blocks.count * blockByteCount
      let target = UnsafeMutableRawBufferPointer(buffer)
      table.withUnsafeBytes { table in
        for (index, block) in blocks.enumerated() {
          let content = table[(block * contentByteCount)..<min((block + 1) * contentByteCount, table.count)]
          let place = UnsafeMutableRawBufferPointer(
            rebasing: target[(index * blockByteCount)...].prefix(blockByteCount))
          place.copyBytes(from: content)
          for byte in content.count..<contentByteCount { place[byte] = 0 }
          let whole = UnsafeRawBufferPointer(rebasing: place[..<contentByteCount])
          place.storeBytes(
            of: checksum(whole, block: start + block, seed: seed), toByteOffset: contentByteCount, as: UInt64.self)
        }
      }
    }
  }
}
