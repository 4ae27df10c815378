import Integrity
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-4's own examples; each recomputed by `printf %s TEXT | sha256sum`.
  @Test(
    "the standard's examples have their digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func knownAnswer(text: String, hex: String) {
    #expect(SHA256.hash(Array(text.utf8)).hex == hex)
  }

  @Test("a message of any length 0...200 gives the same digest however it is cut in two")
  func cuts() {
    let bytes = (0..<200).map { UInt8($0 * 7 % 256) }
    for length in 0...bytes.count {
      let whole = SHA256.hash(Array(bytes[..<length]))
      for cut in 0...length {
        var hasher = SHA256()
        hasher.update(Array(bytes[..<cut]))
        hasher.update(Array(bytes[cut..<length]))
        if hasher.finalize() != whole { Issue.record("\(length) bytes cut at \(cut)") }
      }
    }
  }

  @Test("a message given byte by byte has the digest of the whole")
  func byteByByte() {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    var hasher = SHA256()
    for byte in bytes { hasher.update([byte]) }
    #expect(hasher.finalize() == SHA256.hash(bytes))
  }

  /// Recomputed by
  /// `for n in $(seq 0 129); do head -c $n /dev/zero | sha256sum | cut -c-64; done | xxd -r -p | sha256sum`
  @Test("zeros of every length 0...129 have their digests, so each way of padding is right")
  func paddings() {
    var fold = SHA256()
    for count in 0...129 { fold.update(SHA256.hash([UInt8](repeating: 0, count: count)).bytes) }
    #expect(fold.finalize().hex == "d26cf8eafa144521d64bdc66b8314175fd9e78310979a068c8b8b2ea18636450")
  }

  @Test("after its digest, a hasher is as new")
  func reuse() {
    var hasher = SHA256()
    hasher.update([1, 2, 3])
    _ = hasher.finalize()
    hasher.update(Array("abc".utf8))
    #expect(hasher.finalize() == SHA256.hash(Array("abc".utf8)))
  }

  @Test("one changed bit anywhere in a message of two blocks changes the digest")
  func changedBit() {
    let bytes = [UInt8](repeating: 0x5a, count: 100)
    var seen: Set = [SHA256.hash(bytes)]
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        seen.insert(SHA256.hash(changed))
      }
    }
    #expect(seen.count == 801)
  }
}
