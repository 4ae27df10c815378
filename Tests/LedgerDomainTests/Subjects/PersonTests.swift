import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Private persons")
struct PersonTests {
  private static let registered = Command.about(
    "E-0001", .person(.registered(PersonRegistered(name: "a", contact: "b"))), on: "2022-06-01")
  private static let known = World.standard.after(registered)

  private static func erasing(_ digits: [String], of subject: SubjectID = "E-0001") -> Command {
    .about(
      subject,
      .entry(
        .valueErased(
          ValueErased(
            commitments: digits.map { SealedValue(written: String(repeating: $0, count: 64)) }, reference: "KS 2022/3",
            decided: "2022-06-01", organ: "Kommunstyrelsen"))), on: "2022-06-02")
  }

  private static let disclosing = Command.about(
    "E-0001",
    .entry(.valueDisclosed(ValueDisclosed(what: "utdrag", count: 2, by: PublicOfficial(office: "registrator")))),
    on: "2022-06-02")

  @Test("a person is registered once, with a name or a contact, and has the latest of each")
  func registering() {
    given().when("E-0001", .person(.registered(PersonRegistered()))).then(.refused(.missing(field: "name")))
    given(Self.known).when(Self.registered).then(.refused(.alreadyExists("E-0001")))
    given().when("E-0001", .person(.changed(PersonChanged(name: "c")))).then(.refused(.unknownSubject("E-0001")))
    given(Self.known).when("E-0001", .person(.changed(PersonChanged()))).then(.refused(.nothingChanged))
    given().when("M-0001", .person(.registered(PersonRegistered(name: "a"))))
      .then(.refused(.foreignFact(type: "person.registered", subject: "M-0001")))
    let changed = given(Self.known)
      .when("E-0001", .person(.changed(PersonChanged(contact: "c"))), on: "2022-07-01").then(.accepted)
    guard case .person(let person) = changed.state("E-0001") else { return #expect(Bool(false)) }
    #expect(person.name == "a" && person.contact == "c" && person.isFounded)
    guard case .person(let before) = changed.chronicle.state(of: "E-0001", asOf: "2022-06-30") else {
      return #expect(Bool(false))
    }
    #expect(before.contact == "b")
  }

  @Test("what is sealed can be erased and given out although the registration is reversed; of nobody nothing can")
  func reversed() {
    let world = given(Self.known).when(.reversing(Self.known.last, of: "E-0001")).then(.accepted)
    given(world).when(Self.disclosing).then(.accepted)
    let erased = given(world).when(Self.erasing(["a", "b"])).then(.accepted)
    given(erased).when(Self.erasing(["a"]))
      .then(.refused(.duplicate(field: "commitments", value: String(repeating: "a", count: 64))))
    given().when(Self.erasing(["a"])).then(.refused(.unknownSubject("E-0001")))
    given().when(Self.disclosing).then(.refused(.unknownSubject("E-0001")))
  }

  @Test("an erasure is never reversed; its decision can be corrected, what it erased cannot")
  func corrected() {
    let world = given(Self.known).when(Self.erasing(["a"])).then(.accepted)
    given(world).when(.reversing(world.last, of: "E-0001"))
      .then(.refused(.impossible(type: "entry.reversed", state: "erasure")))
    func correcting(_ field: Text, _ old: JSONValue, _ new: JSONValue, of event: EventID) -> Command {
      .about(
        "E-0001",
        .entry(.corrected(EntryCorrected(event: event, field: field, old: old, new: new, reason: "skrivfel"))))
    }
    let right = given(world).when(correcting("reference", "KS 2022/3", "KS 2022/4", of: world.last)).then(.accepted)
    #expect(right.state("E-0001").record.erasures.map(\.erased.reference.text) == ["KS 2022/4"])
    let one = JSONValue.array([.string(String(repeating: "a", count: 64))])
    let other = JSONValue.array([.string(String(repeating: "b", count: 64))])
    given(world).when(correcting("commitments", one, other, of: world.last))
      .then(.refused(.notCorrectable(field: "commitments", known: ["reference", "decided", "organ"])))
    // What is erased stays so for the rules, whatever is corrected.
    given(right).when(Self.erasing(["a"]))
      .then(.refused(.duplicate(field: "commitments", value: String(repeating: "a", count: 64))))
    let disclosed = given(Self.known).when(Self.disclosing).then(.accepted)
    given(disclosed).when(correcting("what", "utdrag", "annat", of: disclosed.last))
      .then(.refused(.notCorrectable(field: "what", known: [])))
  }

  @Test("nothing is erased on a decision whose day has not come")
  func early() {
    var erasing = Self.erasing(["a"])
    erasing.effective = "2022-05-31"
    given(Self.known).when(erasing).then(.refused(.impossible(type: "entry.value-erased", state: "not-decided")))
    erasing.effective = "2022-06-01"
    given(Self.known).when(erasing).then(.accepted)
  }
}
