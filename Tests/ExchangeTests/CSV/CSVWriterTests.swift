import Testing

@testable import Exchange

@Suite("Writing CSV")
struct CSVWriterTests {
  private func written(_ rows: [[String]], separator: UInt8 = UInt8(ascii: ",")) -> String {
    var csv = CSVWriter(separator: separator)
    for row in rows { csv.row(row) }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test("rows end with CR LF, the last one too (RFC 4180 section 2, rules 1 and 2)")
  func rows() {
    #expect(written([["id", "title"], ["M-0007", "Kameror"]]) == "id,title\r\nM-0007,Kameror\r\n")
  }

  @Test(
    "a field is quoted where it holds a comma, a quotation mark, CR or LF (rules 6 and 7)",
    arguments: [
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\rb", "\"a\rb\""), ("a\nb", "\"a\nb\""), ("\"", "\"\"\"\""),
      ("a b", "a b"), (" a ", " a "), ("åäö €", "åäö €"), ("=1+1", "=1+1"), ("a;b", "a;b"),
    ])
  func quoting(field: String, expected: String) {
    #expect(written([["x", field]]) == "x,\(expected)\r\n")
  }

  @Test("a field that says nothing is written as nothing; alone in its row it is quoted, or there would be no row")
  func empty() {
    #expect(written([["", "x", ""]]) == ",x,\r\n")
    #expect(written([["", ""]]) == ",\r\n")
    #expect(written([[""], ["x"]]) == "\"\"\r\nx\r\n")
  }

  @Test("another separator is what a field is quoted for")
  func separator() {
    #expect(written([["a;b", "c,d"]], separator: UInt8(ascii: ";")) == "\"a;b\";c,d\r\n")
  }

  @Test("field by field is as row by row, and what was written can be forgotten")
  func byField() {
    var csv = CSVWriter()
    csv.field("a")
    csv.field("b,c")
    csv.endRow()
    #expect(csv.bytes == Array("a,\"b,c\"\r\n".utf8))
    csv.removeAll()
    csv.row(["d"])
    #expect(csv.bytes == Array("d\r\n".utf8))
  }
}
