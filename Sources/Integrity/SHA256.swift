internal import CSHA256

/// A running SHA-256 (FIPS 180-4 section 6.2): bytes go in piece by piece, a digest comes out.
///
/// How the bytes are cut into pieces does not change the digest. The longest message is 2^61 - 1 bytes. A hasher holds
/// some hundred bytes inline and allocates nothing. Whole blocks are digested in C, with the processor's own
/// instructions where it has them (`SHA256+Blocks.swift`).
package struct SHA256: Sendable {
  /// How many bytes one block has.
  static let blockByteCount = 64

  private var state = State.initial
  /// The begun block: bytes 0..<pendingCount are part of the message, the rest is stale.
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  /// How many bytes of `pending` count: 0..<64.
  private var pendingCount = 0
  /// How many bytes the message has so far.
  private var messageByteCount: UInt64 = 0

  private let way: csha256_way

  package init() {
    way = csha256_best
  }

  /// A hasher that digests its blocks in this way. Requires one of `Way.available`.
  package init(_ way: Way) {
    precondition(Way.available.contains(way), "this machine cannot do that")
    self.way = way.code
  }

  /// Adds bytes to the message.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds bytes to the message. Whole blocks are read where they lie.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    messageByteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if pendingCount > 0 {
      let taken = rest.prefix(SHA256.blockByteCount - pendingCount)
      keep(taken)
      rest = rest.dropFirst(taken.count)
      guard pendingCount == SHA256.blockByteCount else { return }
      compressPending()
    }
    let wholeByteCount = rest.count / SHA256.blockByteCount * SHA256.blockByteCount
    state.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(wholeByteCount)), way: way)
    keep(rest.dropFirst(wholeByteCount))
  }

  /// Ends the message and returns its digest; the hasher is then as new.
  package mutating func finalize() -> Digest {
    let messageBitCount = messageByteCount * 8
    pad(to: SHA256.blockByteCount - 8)
    withUnsafeMutableBytes(of: &pending) { buffer in
      buffer.storeBytes(of: messageBitCount.bigEndian, toByteOffset: SHA256.blockByteCount - 8, as: UInt64.self)
    }
    compressPending()
    let digest = state.digest
    state = State.initial
    messageByteCount = 0
    return digest
  }

  /// The digest of one message.
  package static func hash(_ bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// The digest of one message.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalize()
  }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    withUnsafeMutableBytes(of: &pending) { buffer in
      UnsafeMutableRawBufferPointer(rebasing: buffer[pendingCount...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
    }
    pendingCount += bytes.count
  }

  /// Adds the end mark and zeros up to the given place in a block, filling the begun block first if the place has
  /// passed.
  private mutating func pad(to end: Int) {
    withUnsafeMutableBytes(of: &pending) { buffer in
      buffer[pendingCount] = 0x80
      for index in (pendingCount + 1)..<SHA256.blockByteCount { buffer[index] = 0 }
    }
    if pendingCount + 1 > end {
      compressPending()
      withUnsafeMutableBytes(of: &pending) { buffer in
        for index in 0..<end { buffer[index] = 0 }
      }
    }
  }

  private mutating func compressPending() {
    withUnsafeBytes(of: pending) { state.compress($0, way: way) }
    pendingCount = 0
  }
}
