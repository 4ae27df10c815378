internal import CSHA256

extension SHA256 {
  /// A way to digest blocks. All give the same digests; they differ in speed and in which machines have them.
  package enum Way: CaseIterable, Sendable {
    /// C without special instructions.
    case portable
    /// x86-64 with SHA-NI, SSSE3 and SSE4.1.
    case x86
    /// arm64 with the SHA-2 instructions of the cryptographic extension.
    case arm64

    /// The ways that this machine has, found out with cpuid or getauxval.
    package static var available: [Way] { allCases.filter { csha256_has($0.code) == 1 } }

    /// The way that is used where none is asked for: the fastest available.
    package static var best: Way { allCases.first { $0.code == csha256_chosen() } ?? .portable }

    var code: csha256_way {
      switch self {
      case .portable: csha256_portable
      case .x86: csha256_x86
      case .arm64: csha256_arm64
      }
    }
  }

  /// The eight working words between two blocks (FIPS 180-4 section 6.2.1).
  struct State: Sendable {
    private var words: InlineArray<8, UInt32>

    /// The state before the first block (FIPS 180-4 section 5.3.3).
    static let initial = State(
      words: [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
      ])

    /// The state after the last block, as the message's digest.
    var digest: Digest {
      func pair(_ index: Int) -> UInt64 { UInt64(words[index]) << 32 | UInt64(words[index + 1]) }
      return Digest(pair(0), pair(2), pair(4), pair(6))
    }

    /// Digests whole blocks, in order. Requires a byte count that is a multiple of 64; zero does nothing.
    mutating func compress(_ blocks: UnsafeRawBufferPointer, way: csha256_way) {
      precondition(blocks.count.isMultiple(of: SHA256.blockByteCount))
      withUnsafeMutableBytes(of: &words) { words in
        csha256_compress(
          way, words.baseAddress?.assumingMemoryBound(to: UInt32.self),
          blocks.baseAddress?.assumingMemoryBound(to: UInt8.self), blocks.count / SHA256.blockByteCount)
      }
    }
  }
}
