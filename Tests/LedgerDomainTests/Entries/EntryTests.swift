import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Documents, secrecy and erasure")
struct EntryTests {
  private static func sealed(_ digit: String) -> SealedValue {
    SealedValue(written: String(repeating: digit, count: 64))
  }

  private static func entry(_ fact: EntryFact, of subject: SubjectID = "C-0001") -> Command {
    .about(subject, .entry(fact), on: "2022-06-01")
  }

  private static func erasing(_ digits: [String]) -> Command {
    let erased = ValueErased(
      commitments: digits.map(sealed), reference: "KS 2024/3", decided: "2022-05-31", organ: "Kommunstyrelsen")
    return entry(.valueErased(erased), of: "C-0002")
  }

  /// The standard world with a case that a citizen raised.
  private static let raised = World.standard.after(
    .about(
      "C-0002",
      .case(.opened(CaseOpened(title: "Klotter", raisedBy: .citizen(PrivatePerson(name: "a", contact: "b"))))),
      on: "2022-06-01", Circumstances(note: "c")))

  @Test("a secrecy mark names a field that an entry about the subject has, or none")
  func markedFields() {
    func marking(_ field: Text?) -> Command {
      Self.entry(.secrecyMarked(SecrecyMarked(field: field, provision: "OSL 26:1", authority: "Nämnden")))
    }
    given().when(marking(nil)).then(.accepted)
    given().when(marking("title")).then(.accepted)
    given().when(marking("raisedBy.citizen.name")).then(.accepted)
    given().when(marking("titel"))
      .then(
        .refused(
          .unknownField(
            "titel",
            known: [
              "areas", "description", "due", "effective", "note", "promise", "raisedBy", "received", "refs",
              "registryNumber", "sources", "title",
            ])))
  }

  @Test("a document is attached once, by its digest and not by its name")
  func documents() {
    func attaching(_ digit: String) -> Command {
      let digest = DocumentDigest(written: String(repeating: digit, count: 64))
      return Self.entry(
        .documentAttached(DocumentAttached(document: DocumentReference(name: "Protokoll", sha256: digest))))
    }
    let world = given().when(attaching("a")).then(.accepted)
    given(world).when(attaching("a"))
      .then(.refused(.duplicate(field: "document", value: String(repeating: "a", count: 64))))
    let two = given(world).when(attaching("b")).then(.accepted)
    #expect(two.state("C-0001").record.documents.count == 2)
    // Reversed, it can be attached anew.
    let reversed = given(world).when(.reversing(world.last, of: "C-0001")).then(.accepted)
    given(reversed).when(attaching("a")).then(.accepted)
  }

  @Test("a field, or the whole subject, is marked secret once and lifted once")
  func secrecy() {
    func marking(_ field: Text?) -> Command {
      Self.entry(.secrecyMarked(SecrecyMarked(field: field, provision: "OSL 25:1", authority: "KS")))
    }
    func lifting(_ field: Text?) -> Command { Self.entry(.secrecyLifted(SecrecyLifted(field: field, authority: "KS"))) }
    let field = given().when(marking("note")).then(.accepted)
    given(field).when(marking("note")).then(.refused(.duplicate(field: "secrecy", value: "note")))
    let both = given(field).when(marking(nil)).then(.accepted)
    given(both).when(marking(nil)).then(.refused(.duplicate(field: "secrecy", value: "C-0001")))
    given().when(lifting("note")).then(.refused(.impossible(type: "entry.secrecy-lifted", state: "not-marked")))
    given(field).when(lifting(nil)).then(.refused(.impossible(type: "entry.secrecy-lifted", state: "not-marked")))
    let lifted = given(both).when(lifting("note")).then(.accepted)
    #expect(lifted.state("C-0001").record.secrecy.map(\.field) == [nil])
    given(lifted).when(marking("note")).then(.accepted)
  }

  @Test("what is erased was sealed about the subject, and something it must be")
  func erasure() {
    let erased = given(Self.raised).when(Self.erasing(["a", "b", "c"])).then(.accepted)
    #expect(erased.state("C-0002").record.erasures.count == 1)
    given(Self.raised).when(Self.erasing([])).then(.refused(.missing(field: "commitments")))
    given(Self.raised).when(Self.erasing(["a", "d"])).then(.refused(.notSealed(Self.sealed("d"))))
  }

  @Test("a value is erased once")
  func erasedOnce() {
    let erased = given(Self.raised).when(Self.erasing(["a"])).then(.accepted)
    let again = Refusal.duplicate(field: "commitments", value: Self.sealed("a").text)
    given(erased).when(Self.erasing(["a"])).then(.refused(again))
    given(erased).when(Self.erasing(["b"])).then(.accepted)
    given(Self.raised).when(Self.erasing(["a", "a"])).then(.refused(again))
  }

  @Test("erasing takes nothing from the lines: the commitments stay")
  func commitments() {
    let erased = Self.raised.after(Self.erasing(["a", "b"]))
    let lines = erased.chronicle.events(about: "C-0002").map { $0.fact.data(with: $0.circumstances) }
    #expect(lines.flatMap(sealedValues) == ["a", "b", "c"].map(Self.sealed))
  }

  @Test("a value sealed by a correction can be erased, and so can the one it replaced")
  func erasureOfCorrection() {
    func data(_ digit: String) -> JSONValue { ["sealed": .string(Self.sealed(digit).text)] }
    let correcting = Command.correcting(
      Self.raised.last, of: "C-0002", "raisedBy.citizen.name", from: data("a"), to: data("f"))
    let corrected = given(Self.raised).when(correcting).then(.accepted)
    given(corrected).when(Self.erasing(["a"])).then(.accepted)
    given(corrected).when(Self.erasing(["f"])).then(.accepted)
    given(Self.raised).when(Self.erasing(["f"])).then(.refused(.notSealed(Self.sealed("f"))))
  }

  @Test("a reversed entry's sealed values can be erased")
  func erasureOfReversed() {
    let noted = Self.raised.after(
      .about("C-0002", .case(.activityRecorded(ActivityRecorded(activity: "ringt"))), Circumstances(note: "f")))
    let reversed = noted.after(.reversing(noted.last, of: "C-0002"))
    given(reversed).when(Self.erasing(["f"])).then(.accepted)
  }
}
