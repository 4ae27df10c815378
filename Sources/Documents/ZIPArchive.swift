/// Files in one, as PKWARE's APPNOTE 6.3.10 describes ZIP: stored as they are, without compression, ZIP64 or encryption.
///
/// ```
/// for each file   local header (4.3.7): name in UTF-8 (flag bit 11), CRC-32, sizes, time 1980-01-01 00:00; then its bytes
/// then            central directory (4.3.12): the same of each file, with where its local header begins
/// last            end of central directory (4.3.16)
/// ```
///
/// The same files give the same bytes on any machine: the time is the earliest that the format can say, and there are no
/// attributes. `unzip` and Python's `zipfile` read it.
package struct ZIPArchive: Sendable {
  /// The most that a file, and all of it, may have: what 32 bits count.
  package static let byteLimit = Int(UInt32.max)

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file. Requires a name that is not empty, relative, of at most 65,535 bytes, and that there are fewer than 65,535
  /// files and no more than ``byteLimit`` bytes in all.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let nameBytes = Array(name.utf8)
    precondition(
      !nameBytes.isEmpty && nameBytes[0] != UInt8(ascii: "/") && nameBytes.count <= 0xFFFF, "no name for a file")
    precondition(
      count < 0xFFFF && bytes.count + content.count + 100_000 <= ZIPArchive.byteLimit, "too much for 32 bits")
    let offset = bytes.count
    // Version 2.0 to extract, UTF-8 names, stored, 1980-01-01 00:00.
    var common: [UInt8] = []
    common.put(20, 2)
    common.put(1 << 11, 2)
    common.put(0, 2)
    common.put(0, 2)
    common.put(0x21, 2)
    common.put(Int(CRC32.of(content)), 4)
    common.put(content.count, 4)
    common.put(content.count, 4)
    common.put(nameBytes.count, 2)
    common.put(0, 2)
    bytes.put(0x0403_4B50, 4)
    bytes += common
    bytes += nameBytes
    bytes += content
    directory.put(0x0201_4B50, 4)
    directory.put(20, 2)
    directory += common
    // No comment, first disk, no attributes.
    for width in [2, 2, 2, 4] { directory.put(0, width) }
    directory.put(offset, 4)
    directory += nameBytes
    count += 1
  }

  /// The archive.
  package var data: [UInt8] {
    var data = bytes + directory
    data.put(0x0605_4B50, 4)
    data.put(0, 2)
    data.put(0, 2)
    data.put(count, 2)
    data.put(count, 2)
    data.put(directory.count, 4)
    data.put(bytes.count, 4)
    data.put(0, 2)
    return data
  }
}

/// The check sum of ZIP (APPNOTE 4.4.7), which is that of ITU-T V.42: the polynomial 0xEDB88320, reflected. It finds accidents and
/// no intention.
package enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  package static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }
}
