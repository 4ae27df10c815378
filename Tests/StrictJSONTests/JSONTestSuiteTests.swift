import StrictJSON
import TestSupport
import Testing

/// Every file of JSONTestSuite, by name.
@Suite("JSONTestSuite", .enabled(if: SharedData.exists("json/test_parsing"), "shared data json/test_parsing is absent"))
struct JSONTestSuiteTests {
  static let folder = "json/test_parsing"
  static let duplicates: [String: Int] = [
    "y_object_duplicated_key.json": 9, "y_object_duplicated_key_and_value.json": 9,
  ]

  @Test("the suite is whole")
  func theSuiteIsWhole() {
    #expect(SharedData.names(in: Self.folder, prefix: "y_").count == 95)
    #expect(SharedData.names(in: Self.folder, prefix: "n_").count == 188)
    #expect(SharedData.names(in: Self.folder, prefix: "i_").count == 35)
  }

  @Test(
    "what must be accepted is accepted, and read the same from its canonical text",
    arguments: SharedData.names(in: folder, prefix: "y_").filter { duplicates[$0] == nil })
  func accepted(name: String) throws {
    let value = try JSONValue(parsing: SharedData.bytes("\(Self.folder)/\(name)"))
    #expect(try JSONValue(parsing: value.canonicalBytes) == value)
    #expect(try JSONValue(parsing: value.prettyText) == value)
  }

  @Test("a member name that comes twice is refused at the second", arguments: duplicates)
  func duplicate(name: String, offset: Int) throws {
    let bytes = try SharedData.bytes("\(Self.folder)/\(name)")
    #expect(throws: JSONError(offset: offset, problem: .duplicateMember("a"))) { try JSONValue(parsing: bytes) }
  }

  @Test("what must be refused is refused with a place", arguments: SharedData.names(in: folder, prefix: "n_"))
  func refused(name: String) throws {
    let bytes = try SharedData.bytes("\(Self.folder)/\(name)")
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    let offset = try #require(error).offset
    #expect((0...bytes.count).contains(offset))
    if case .unexpectedByte(let found, _) = error?.problem {
      #expect(found == (offset < bytes.count ? bytes[offset] : nil))
    }
    // The bytes before the place are not to blame: alone they are fine, or end too early, or are cut in a token that
    // begins before the place.
    if case .unexpectedByte = error?.problem, offset > 0 {
      let head = Array(bytes[..<offset])
      do throws(JSONError) {
        _ = try JSONValue(parsing: head)
      } catch {
        #expect(error.offset == offset)
      }
    }
  }

  @Test(
    "what may go either way is decided, and here mostly refused", arguments: SharedData.names(in: folder, prefix: "i_"))
  func either(name: String) throws {
    let bytes = try SharedData.bytes("\(Self.folder)/\(name)")
    // Numbers are kept as text, so that none is too large; all else breaks RFC 7493, RFC 8259 section 8.1 or our depth.
    if name.hasPrefix("i_number_") {
      let value = try JSONValue(parsing: bytes)
      #expect(try JSONValue(parsing: value.canonicalBytes) == value)
    } else {
      #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }
  }
}
