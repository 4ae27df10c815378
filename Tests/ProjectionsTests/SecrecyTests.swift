import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("what is withheld since it is marked secret")
struct SecrecyTests {
  private func mark(_ subject: SubjectID, field: Text? = nil, on day: Effective) -> Command {
    .about(
      subject, .entry(.secrecyMarked(SecrecyMarked(field: field, provision: "OSL 26:1", authority: "Nämnden"))),
      on: day)
  }

  private func lift(_ subject: SubjectID, on day: Effective) -> Command {
    .about(subject, .entry(.secrecyLifted(SecrecyLifted(authority: "Nämnden"))), on: day)
  }

  private func withheld(_ commands: [Command], asOf: Effective? = nil) -> Set<SubjectID> {
    let world = commands.reduce(World.standard) { $0.after($1) }
    return Secrecy(world.chronicle, asOf: asOf).withheld
  }

  @Test("a subject as a whole, or by a field that is shown; not by one that is sealed anyway")
  func fields() {
    #expect(withheld([]) == [])
    #expect(withheld([mark("C-0001", on: "2022-06-01")]) == ["C-0001"])
    #expect(withheld([mark("C-0001", field: "title", on: "2022-06-01")]) == ["C-0001"])
    #expect(withheld([mark("C-0001", field: "description", on: "2022-06-01")]) == ["C-0001"])
    #expect(withheld([mark("C-0001", field: "note", on: "2022-06-01")]) == [])
    #expect(withheld([mark("C-0001", field: "raisedBy.citizen.name", on: "2022-06-01")]) == [])
  }

  @Test("until the mark is lifted; at an earlier reading as well")
  func clocks() {
    let marks = [mark("C-0001", on: "2022-06-01")]
    #expect(withheld(marks, asOf: "2022-01-31") == ["C-0001"])
    let lifted = marks + [lift("C-0001", on: "2022-07-01")]
    #expect(withheld(lifted) == [])
    #expect(withheld(lifted, asOf: "2022-06-15") == ["C-0001"])
  }

  @Test("also where the entry that began it was reversed: it stays in the book")
  func reversed() throws {
    let opened = try #require(World.standard.chronicle.events(about: "C-0001").first)
    let reversed = Command.about(
      "C-0001", .entry(.reversed(EntryReversed(event: opened.id, reason: "Fel ärende"))))
    #expect(withheld([reversed, mark("C-0001", on: "2022-06-01")]) == ["C-0001"])
  }

  @Test("and with it the decisions on it")
  func decisions() {
    let made = DecisionMade(
      matter: "Kvinnojouren", outcome: .approved, authority: Authority(.body, organ: "B-0001"),
      concerns: ["C-0001"])
    let decided = Command.about("D-0077", .decision(.made(made)), on: "2022-05-31")
    #expect(withheld([decided, mark("C-0001", on: "2022-06-01")]) == ["C-0001", "D-0077"])
  }
}
