import StrictJSON
import Testing

/// What stops the program: types that have no single text form.
@Suite("Coding that is our own mistake")
struct JSONCodingMistakeTests {
  @Test("floating-point numbers are not written")
  func floats() async {
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode(1.5) }
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode([1.5 as Float]) }
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode(["x": 1.5]) }
  }

  @Test("floating-point numbers are not read")
  func floatsRead() async {
    await #expect(processExitsWith: .failure) { _ = try JSONCoding.decode(Double.self, from: .number("1.5")) }
  }

  @Test("collections without an order are not written")
  func unordered() async {
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode(["a": 1]) }
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode([Set([1, 2])]) }
  }

  @Test("nil as an element, and a name written twice")
  func nilAndTwice() async {
    await #expect(processExitsWith: .failure) { _ = JSONCoding.encode([1, nil]) }
    await #expect(processExitsWith: .failure) {
      struct Part: Encodable { var a = 1 }
      struct Twice: Encodable {
        func encode(to encoder: any Encoder) throws {
          try Part().encode(to: encoder)
          try Part().encode(to: encoder)
        }
      }
      _ = JSONCoding.encode(Twice())
    }
  }
}
