import Testing

@testable import Integrity

/// The sums are those of `xxhsum -H1` (Debian's package xxhash, 0.8.1) over the bytes 3, 10, 17 … modulo 256.
@Suite("XXH64")
struct XXHash64Tests {
  static let known: [(Int, UInt64)] = [
    (0, 0xef46_db37_51d8_e999), (1, 0x1f25_c8d0_bc1f_4bb6), (3, 0x31d2_363f_52e5_64c9), (4, 0x9bb6_4b7d_66ee_9fda),
    (5, 0xc760_8efd_db70_51fe), (7, 0x9a7b_1499_59ce_60d8), (8, 0xdab9_9d95_c6f9_0092), (9, 0x170b_b6bf_975b_4c02),
    (12, 0xd52e_4078_33af_5133), (15, 0x1b47_cb82_43cc_8e32), (31, 0xa2aa_5f33_cc4a_6119), (32, 0x23c3_c17e_f790_fd97),
    (33, 0x50a7_cfc7_ba58_8784), (63, 0x5e3e_54b4_31c7_493c), (64, 0x0eb6_4b3e_f6ee_b01f),
    (100, 0xa61f_8d4c_170f_e531), (4088, 0xcc94_ec49_0919_c556),
  ]

  @Test("the sums of another program, at lengths around every step of the algorithm")
  func known() {
    for (count, sum) in Self.known {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
      #expect(bytes.withUnsafeBytes { XXHash64.hash($0) } == sum, "\(count)")
    }
  }

  @Test("another seed, and any bit changed, give another sum")
  func changed() {
    var bytes = (0..<100).map { UInt8($0) }
    let sum = bytes.withUnsafeBytes { XXHash64.hash($0) }
    #expect(bytes.withUnsafeBytes { XXHash64.hash($0, seed: 1) } != sum)
    for bit in 0..<800 {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(bytes.withUnsafeBytes { XXHash64.hash($0) } != sum, "\(bit)")
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
  }
}
