import Integrity
import Testing

@Suite("Sealing")
struct SealingTests {
  private let salt = (0..<16).map { UInt8($0) }
  private let exampleHex = "88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"
  private var example: Sealing { .seal(field: "note", value: Array("Anna".utf8), salt: salt) }
  private var exampleText: String {
    """
    liggare sealed value 1
    commitment \(exampleHex)
    field note
    salt 000102030405060708090a0b0c0d0e0f
    bytes 4

    Anna

    """
  }

  private func error(_ text: String) -> SealingError? {
    do throws(SealingError) {
      _ = try Sealing(parsing: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  /// The command is in the comment of `Commitment`.
  @Test("the documented commitment is what a shell computes")
  func workedExample() {
    #expect(example.commitment.hex == exampleHex)
    #expect(Commitment(hex: exampleHex) == example.commitment)
    #expect(Commitment(hex: exampleHex.uppercased()) == nil)
  }

  @Test("the documented file is what is written, and is read again")
  func file() throws {
    #expect(String(decoding: example.formatted, as: UTF8.self) == exampleText)
    let again = try Sealing(parsing: example.formatted)
    #expect(again == example)
    #expect(again.field == "note")
    #expect(again.value == Array("Anna".utf8))
    #expect(again.salt == salt)
  }

  @Test("a value of any bytes comes back: none, line ends, every byte, a file of its own kind")
  func values() throws {
    for value in [[], [0x0a], [0x0a, 0x0a], Array(0...255), example.formatted] as [[UInt8]] {
      let sealing = Sealing.seal(field: "data.note", value: value, salt: salt)
      #expect(try Sealing(parsing: sealing.formatted).value == value)
    }
  }

  @Test("a commitment opens with its own field, salt and value and with no other")
  func opening() {
    let commitment = example.commitment
    let value = example.value
    #expect(Sealing.open(commitment, field: "note", value: value, salt: salt) == example)
    #expect(Sealing.open(commitment, field: "Note", value: value, salt: salt) == nil)
    #expect(Sealing.open(commitment, field: "note", value: value + [0], salt: salt) == nil)
    #expect(Sealing.open(commitment, field: "note", value: [], salt: salt) == nil)
    for index in salt.indices {
      var other = salt
      other[index] ^= 0x80
      #expect(Sealing.open(commitment, field: "note", value: value, salt: other) == nil)
    }
    #expect(example.opens(commitment, field: "note"))
    #expect(!example.opens(commitment, field: "name"))
    #expect(!example.opens(Commitment(digest: MerkleTree.emptyRoot), field: "note"))
  }

  @Test("bytes cannot be moved between field, salt and value without changing the commitment")
  func boundaries() {
    let zeros = [UInt8](repeating: 0x61, count: 16)
    var seen: Set<Commitment> = []
    for fieldCount in 1...20 {
      for valueCount in 0...20 {
        let field = String(repeating: "a", count: fieldCount)
        seen.insert(Commitment(field: field, salt: zeros, value: [UInt8](repeating: 0x61, count: valueCount)))
      }
    }
    #expect(seen.count == 20 * 21)
  }

  @Test("a commitment is not the plain hash of the value, nor a leaf of the tree")
  func domain() {
    #expect(example.commitment.digest != SHA256.hash(example.value))
    #expect(example.commitment.digest != MerkleTree.leafHash(example.value))
  }

  @Test("a field's name is 1...255 bytes of printable ASCII without spaces")
  func fields() {
    for name in ["n", "data.people.0.name", String(repeating: "x", count: 255), "~", "!"] {
      #expect(Commitment.isField(name.utf8))
    }
    for name in ["", " ", "a b", "a\n", "é", "\u{7f}", String(repeating: "x", count: 256)] {
      #expect(!Commitment.isField(name.utf8))
    }
  }

  @Test("any one changed bit in a file is found")
  func everyBit() {
    let bytes = example.formatted
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        if (try? Sealing(parsing: changed)) != nil { Issue.record("byte \(index), bit \(bit)") }
      }
    }
  }

  @Test("a file cut at any byte, or with a byte after its end, is refused")
  func everyCut() {
    let bytes = example.formatted
    for count in bytes.indices {
      #expect(throws: SealingError.self, "cut to \(count)") { try Sealing(parsing: Array(bytes.prefix(count))) }
    }
    #expect(throws: SealingError.excess(byteCount: 2)) { try Sealing(parsing: bytes + [0x0a]) }
  }

  @Test("damage is named with its line and what belongs there")
  func damage() {
    let text = exampleText
    #expect(error(text) == nil)
    #expect(error("") == .unfinishedLine(1))
    #expect(error(text.replacing("value 1", with: "value 2")) == .wrongLine(1, expected: .title))
    #expect(error(text.replacing("commitment ", with: "commitment  ")) == .wrongLine(2, expected: .commitment))
    #expect(error(text.replacing("88e5d", with: "88E5d")) == .wrongLine(2, expected: .commitment))
    #expect(error(text.replacing("field note", with: "field ")) == .wrongLine(3, expected: .field))
    #expect(error(text.replacing("field note", with: "field nöte")) == .wrongLine(3, expected: .field))
    #expect(error(text.replacing("0e0f", with: "0e")) == .wrongLine(4, expected: .salt))
    #expect(error(text.replacing("0e0f", with: "0e0f10")) == .wrongLine(4, expected: .salt))
    for count in ["04", "+4", "-0", "4 ", "", "9223372036854775808"] {
      #expect(error(text.replacing("bytes 4", with: "bytes \(count)")) == .wrongLine(5, expected: .byteCount))
    }
    #expect(error(text.replacing("\n\nAnna", with: "\nAnna")) == .wrongLine(6, expected: .emptyLine))
    #expect(
      error(text.replacing("bytes 4", with: "bytes 9223372036854775807"))
        == .shortValue(expectedByteCount: .max, foundByteCount: 5))
    #expect(error(text.replacing("bytes 4", with: "bytes 3")) == .excess(byteCount: 2))
    #expect(error(text.replacing("\n", with: "\r\n")) == .wrongLine(1, expected: .title))
  }

  @Test("a file whose value was exchanged names the commitment that it states and the one that it opens")
  func exchangedValue() {
    let other = Sealing.seal(field: "note", value: Array("Hans".utf8), salt: salt)
    #expect(
      error(exampleText.replacing("Anna", with: "Hans"))
        == .wrongCommitment(stated: example.commitment, computed: other.commitment))
  }
}
