import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Identifiers, codes and places")
struct IdentifierTests {
  @Test("every kind of subject has its own letter, and its identifiers go to text and back")
  func subjects() throws {
    #expect(Set(SubjectKind.allCases.map(\.letter)).count == SubjectKind.allCases.count)
    for kind in SubjectKind.allCases {
      for number in [1, 7, 999, 9999, 10_000, 123_456_789] {
        let id = SubjectID(kind, number)
        #expect(try SubjectID(text: id.text) == id)
      }
    }
    #expect(SubjectID(.measure, 7).text == "M-0007")
  }

  @Test(
    "a text that is no subject is refused",
    arguments: [
      "", "M", "M-", "M-1", "M-001", "M-0000", "M-00001", "m-0001", "X-0001", "M0001", "M-000a", "M-0001 ",
      "M-1234567890",
      "MM-0001", "М-0001",
    ])
  func malformedSubjects(_ text: String) {
    #expect(throws: MalformedText(expected: "subject", found: text)) { try SubjectID(text: text) }
  }

  @Test("subjects are ordered by letter, then by number and not by text")
  func order() {
    let sorted = (["M-10000", "M-0002", "B-0009", "T-0001", "M-9999"] as [SubjectID]).sorted()
    #expect(sorted.map(\.text) == ["B-0009", "M-0002", "M-9999", "M-10000", "T-0001"])
  }

  @Test("sixteen bytes make a UUID of version 4 and the variant of RFC 9562")
  func randomEventID() throws {
    let id = EventID(random: Array(0..<16))
    #expect(id.text == "00010203-0405-4607-8809-0a0b0c0d0e0f")
    #expect(EventID(random: Array(repeating: 0xFF, count: 16)).text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    #expect(try EventID(text: id.text) == id)
  }

  @Test("an event id with any one byte changed to what no UUID has there is refused")
  func tamperedEventID() throws {
    let text = EventID(random: Array(0..<16)).text
    for index in 0..<36 {
      for wrong in [UInt8(ascii: "g"), UInt8(ascii: "A"), UInt8(ascii: " ")] {
        var bytes = Array(text.utf8)
        bytes[index] = wrong
        let tampered = String(decoding: bytes, as: UTF8.self)
        #expect(throws: MalformedText(expected: "uuid", found: tampered)) { try EventID(text: tampered) }
      }
      var short = Array(text.utf8)
      short.remove(at: index)
      #expect(throws: MalformedText.self) { try EventID(text: String(decoding: short, as: UTF8.self)) }
    }
  }

  @Test("a code is lower-case ASCII that begins with a letter, of at most 40 characters")
  func codes() throws {
    for text in ["a", "navertorp", "a-1", "z9", String(repeating: "a", count: 40)] {
      #expect(try Code(text: text).text == text)
    }
    for text in ["", "1a", "-a", "Centrum", "nävertorp", "a b", "a_b", "a\n", String(repeating: "a", count: 41)] {
      #expect(throws: MalformedText(expected: "code", found: text)) { try Code(text: text) }
    }
  }

  @Test("every place of every batch of up to twelve goes to text and back, and no other does")
  func batchPlaces() throws {
    for count in 0...13 {
      for place in 0...14 {
        let text = "\(place)/\(count)"
        let read = try? BatchPlace(text: text)
        let isPlace = count >= 2 && place >= 1 && place <= count
        #expect((read != nil) == isPlace, "\(text)")
        if let read { #expect(read.text == text && read == BatchPlace(place: place, count: count)) }
      }
    }
  }

  @Test(
    "a batch place in another form is refused",
    arguments: ["", "/", "1", "1/", "/2", "01/2", "1/02", "1/2/3", "1 /2", "-1/2", "1/2 ", "+1/2", "1/1000000", "a/b"])
  func malformedBatchPlaces(_ text: String) {
    #expect(throws: MalformedText(expected: "batch", found: text)) { try BatchPlace(text: text) }
  }

  @Test("digests and commitments are 64 digits in lower case")
  func digests() throws {
    let text = String(repeating: "0123456789abcdef", count: 4)
    #expect(try DocumentDigest(text: text).text == text)
    #expect(try SealedValue(text: text).text == text)
    for wrong in [String(text.dropLast()), text + "0", text.uppercased(), "g" + text.dropFirst()] {
      #expect(throws: MalformedText(expected: "sha256", found: wrong)) { try DocumentDigest(text: wrong) }
      #expect(throws: MalformedText(expected: "commitment", found: wrong)) { try SealedValue(text: wrong) }
    }
  }
}
