extension SHA256 {
  /// The eight working words between two blocks (FIPS 180-4 section 6.2.1).
  ///
  /// This is the only place that knows how a block is digested: another way to do it replaces `compress`.
  struct State: Sendable {
    private var a, b, c, d, e, f, g, h: UInt32

    /// The state before the first block (FIPS 180-4 section 5.3.3).
    static let initial = State(
      a: 0x6a09_e667, b: 0xbb67_ae85, c: 0x3c6e_f372, d: 0xa54f_f53a,
      e: 0x510e_527f, f: 0x9b05_688c, g: 0x1f83_d9ab, h: 0x5be0_cd19)

    /// The state after the last block, as the message's digest.
    var digest: Digest {
      Digest(
        UInt64(a) << 32 | UInt64(b), UInt64(c) << 32 | UInt64(d),
        UInt64(e) << 32 | UInt64(f), UInt64(g) << 32 | UInt64(h))
    }

    /// Digests whole blocks, in order. Requires a byte count that is a multiple of 64; zero does nothing.
    mutating func compress(_ blocks: UnsafeRawBufferPointer) {
      precondition(blocks.count.isMultiple(of: SHA256.blockByteCount))
      roundConstants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
          guard let constants = constants.baseAddress, let schedule = schedule.baseAddress else { return }
          for offset in stride(from: 0, to: blocks.count, by: SHA256.blockByteCount) {
            for index in 0..<16 {
              let word = blocks.loadUnaligned(fromByteOffset: offset &+ index &* 4, as: UInt32.self)
              schedule[index] = UInt32(bigEndian: word)
            }
            compressBlock(schedule, constants)
          }
        }
      }
    }

    /// Digests the block whose 16 words are in `schedule`, which is overwritten with the later words as they are due.
    private mutating func compressBlock(
      _ schedule: UnsafeMutablePointer<UInt32>, _ constants: UnsafePointer<UInt32>
    ) {
      var (a, b, c, d, e, f, g, h) = (a, b, c, d, e, f, g, h)
      var round = 0
      while round < 64 {
        if round >= 16 {
          // The word of round t replaces that of round t - 16, the last one that needs it.
          let w15 = schedule[(round &- 15) & 15]
          let w2 = schedule[(round &- 2) & 15]
          let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 &>> 3)
          let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 &>> 10)
          schedule[round & 15] = schedule[round & 15] &+ s0 &+ schedule[(round &- 7) & 15] &+ s1
        }
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let choice = (e & f) ^ (~e & g)
        let t1 = h &+ sum1 &+ choice &+ constants[round] &+ schedule[round & 15]
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        h = g
        g = f
        f = e
        e = d &+ t1
        d = c
        c = b
        b = a
        a = t1 &+ sum0 &+ majority
        round &+= 1
      }
      self.a &+= a
      self.b &+= b
      self.c &+= c
      self.d &+= d
      self.e &+= e
      self.f &+= f
      self.g &+= g
      self.h &+= h
    }
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  (word &>> count) | (word &<< (32 &- count))
}

/// K of FIPS 180-4 section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
