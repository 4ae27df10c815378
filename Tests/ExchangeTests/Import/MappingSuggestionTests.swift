import CommandArguments
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("A suggested mapping")
struct MappingSuggestionTests {
  private func suggestion(_ text: String) throws -> MappingSuggestion {
    MappingSuggestion(try LogTable(Array(text.utf8), .csv), log: "logg", language: .sv)
  }

  @Test("the columns of XES and pm4py are known")
  func xes() throws {
    let suggestion = try suggestion(
      """
      case:concept:name,concept:name,time:timestamp,org:resource,case:startdate,case:enddate,case:deadline,case:responsible
      1,Inkom,2022-03-01 08:00:00+01:00,R1,2022-03-01,,2022-04-01,R2
      2,Inkom,2022-03-01 08:00:00+01:00,R1,2022-03-01,2022-03-02,2022-04-01,R2
      """)
    #expect(suggestion.missing == [])
    #expect(
      String(decoding: JSONValue(of: suggestion.mapping).canonicalBytes, as: UTF8.self)
        == #"{"version":1,"log":"logg","case":"case:concept:name","title":"Ärende {case:concept:name}","opened":"case:startdate","closed":"case:enddate","outcome":"Avslutat enligt loggen","due":"case:deadline","officer":{"office":"{case:responsible}"},"activity":"{concept:name}","time":"time:timestamp","by":{"office":"{org:resource}"}}"#
    )
  }

  @Test("Swedish headings are known, however they are written")
  func swedish() throws {
    let suggestion = try suggestion(
      "Ärende_ID;Diarienummer;Rubrik;HÄNDELSE;Tidpunkt;Handläggare\n1;KS 1;Bro;Inkom;2022-03-01 08:00;Bo\n")
    #expect(
      String(decoding: JSONValue(of: suggestion.mapping).canonicalBytes, as: UTF8.self)
        == #"{"version":1,"log":"logg","case":"Diarienummer","title":"{Rubrik}","officer":{"office":"{Handläggare}"},"activity":"{HÄNDELSE}","time":"Tidpunkt"}"#
    )
  }

  @Test("a time is proposed only where it can be read; else the first column that can, else none")
  func times() throws {
    #expect(try suggestion("id,activity,time,när\n1,a,igår,2022-03-01\n").mapping.time == "när")
    #expect(try suggestion("id,activity,time\n1,a,igår\n").missing == ["time"])
    #expect(try suggestion("x,y\n1,2\n").missing == ["case", "activity", "time"])
    #expect(try suggestion("x,y\n1,2\n").mapping.case == "?")
    #expect(try suggestion("id,activity,time\n").missing == ["time"])
  }

  @Test(
    "for a real municipality's log it finds all that the log has, and reads it all",
    .enabled(if: SharedData.exists("eventlogs/receipt.csv")))
  func receipt() throws {
    let table = try LogTable(SharedData.bytes("eventlogs/receipt.csv"), .csv)
    let suggestion = MappingSuggestion(table, log: "receipt", language: .sv)
    #expect(suggestion.missing == [])
    let log = try CaseLog(table, suggestion.mapping)
    #expect(log.problems == [])
    #expect(log.cases.count == 1434)
    #expect(log.cases.reduce(0) { $0 + $1.activities.count } == 8577)
    #expect(log.cases.count { $0.closed != nil } == 1329)
    #expect(log.cases.allSatisfy { $0.due != nil && $0.opened != nil && $0.officer != nil })
  }
}
