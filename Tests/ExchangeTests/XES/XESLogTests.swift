import JournalStore
import StrictJSON
import Testing

@testable import Exchange

private func log(_ inner: String) throws(XESProblem) -> XESLog {
  try XESLog(
    Array(
      "<?xml version='1.0'?>\n<log xes.version='1849.2016' xmlns='http://www.xes-standard.org/'>\(inner)</log>".utf8))
}

private func problem(_ inner: String) -> XESProblem? {
  do throws(XESProblem) { _ = try log(inner) } catch { return error }
  return nil
}

@Suite("Reading XES")
struct XESLogTests {
  @Test("a row for each event; the keys of its trace are columns with case: before them")
  func rows() throws {
    let log = try log(
      """
      <extension name='Concept' prefix='concept' uri='http://x'/><global scope='trace'><string key='a' value='b'/></global>
      <classifier name='c' keys='concept:name'/><string key='source' value='prov'/>
      <trace><string key='concept:name' value='1'/>
      <event><string key='concept:name' value='Inkom'/><date key='time:timestamp' value='2022-03-01T08:00:00.000+01:00'/></event>
      <event><string key='concept:name' value='Bes&#246;k'/><int key='n' value='3'/></event></trace>
      <trace><event><id key='n' value='4'/></event><string key='concept:name' value='2'/></trace><trace/>
      """)
    #expect(log.columns == ["case:concept:name", "concept:name", "time:timestamp", "n"])
    #expect(log.texts("case:concept:name") == ["1", "1", "2"])
    #expect(log.texts("concept:name") == ["Inkom", "Besök", ""])
    #expect(log.texts("time:timestamp") == ["2022-03-01T08:00:00.000+01:00", "", ""])
    #expect(log.texts("n") == ["", "3", "4"])
    #expect(log.texts("a") == nil && log.texts("source") == nil)
    #expect(log.lines == [5, 6, 7])
    #expect(log.skipped == [:])
  }

  @Test("what no row has a place for is counted by what it is, unknown elements by their names")
  func skipped() throws {
    let log = try log(
      """
      <colour/><trace><list key='l'><values><string key='x' value='y'/></values></list><mood key='m' value='v'/>
      <event><string key='a' value='1'><string key='b' value='2'/><deep><deep/></deep></string><mood/></event></trace>
      <event><string key='a' value='5'/></event><event/><container key='c'/>
      """)
    #expect(log.texts("a") == ["1"])
    #expect(log.columns == ["a"])
    #expect(
      log.skipped == [
        .unknownElement("colour"): 1, .collection: 1, .unknownElement("mood"): 2, .nestedAttribute: 1,
        .unknownElement("deep"): 1, .eventOutsideTrace: 2,
      ])
  }

  @Test("a file that is no log, attributes that say nothing, and keys that stand twice are refused with their lines")
  func refused() {
    #expect(throws: XESProblem.notALog(found: "html", line: 1)) { try XESLog(Array("<html/>".utf8)) }
    #expect(
      problem("\n<trace><string value='x'/></trace>") == .attribute(element: "string", missing: "key", line: 3))
    #expect(
      problem("<trace><event>\n<date key='x'/></event></trace>")
        == .attribute(element: "date", missing: "value", line: 3))
    #expect(
      problem("<trace><event><int key='x' value='1'/><int key='x' value='1'/></event></trace>")
        == .repeatedKey("x", line: 2))
    #expect(
      problem("<trace><event></trace>")
        == .xml(XMLProblem(kind: .otherEnd(open: "event", found: "trace"), line: 2, column: 83)))
  }

  @Test("it is a table as CSV is, and the same mapping reads both")
  func asTable() throws {
    let xes = """
      <log><trace><string key='id' value='a'/><event><string key='gjort' value='Inkom'/><date key='tid' value='2022-03-01'/></event></trace></log>
      """
    let mapping = try LogMapping(
      parsing: Array(
        #"{"version":1,"log":"l","case":"case:id","title":"{case:id}","activity":"{gjort}","time":"tid"}"#.utf8))
    let fromXES = try CaseLog(LogTable(Array(xes.utf8), .xes), mapping)
    let fromCSV = try CaseLog(LogTable(Array("case:id,gjort,tid\na,Inkom,2022-03-01\n".utf8), .csv), mapping)
    #expect(Logs.lines(try Logs.plan(fromXES)) == Logs.lines(try Logs.plan(fromCSV)))
    #expect(try Logs.plan(fromXES).proposals.map(\.id) == Logs.plan(fromCSV).proposals.map(\.id))
  }

  @Test("a declared encoding is heeded, and an unknown one refused")
  func encodings() throws {
    let head = Array("<?xml version='1.0' encoding='windows-1252'?><log><trace><event><string key='a' value='".utf8)
    let table = try LogTable(head + [0xE5] + Array("'/></event></trace></log>".utf8), .xes)
    #expect(table.texts("a") == ["å"])
    let other = Array("<?xml version='1.0' encoding='KOI8-R'?><log/>".utf8)
    #expect(throws: ImportFailure.xes(.xml(XMLProblem(kind: .encoding("koi8-r"), line: 1, column: 1)))) {
      _ = try LogTable(other, .xes)
    }
  }
}
