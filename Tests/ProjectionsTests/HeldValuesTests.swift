import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("What is held sealed about a subject")
struct HeldValuesTests {
  private static let note = Circumstances(refs: ["E-0001"], note: "c")

  /// Two persons; a case that the first raised; an activity that names both; one that names nobody.
  private static let world = World.standard.after(
    .about("E-0001", .person(.registered(PersonRegistered(name: "a", contact: "b"))), on: "2022-06-01"),
    .about("E-0002", .person(.registered(PersonRegistered(name: "d"))), on: "2022-06-01"),
    .about(
      "C-0002",
      .case(.opened(CaseOpened(title: "Klotter", raisedBy: .citizen(PrivatePerson(name: "a", contact: "b"))))),
      on: "2022-06-02", note),
    .about(
      "C-0002", .case(.activityRecorded(ActivityRecorded(activity: "Samtal"))), on: "2022-06-03",
      Circumstances(refs: ["E-0001", "E-0002"], note: "e")),
    .about(
      "C-0002", .case(.activityRecorded(ActivityRecorded(activity: "Annat"))), on: "2022-06-04",
      Circumstances(note: "f")))

  private static func held(_ world: World, _ subject: SubjectID = "E-0001") -> [String] {
    HeldValues(of: subject, in: world.chronicle).values.map { value in
      "\(value.entry.subject) \(value.field) \(value.value.text.prefix(1))"
        + (value.erasure.map { " erased \($0.erased.reference)" } ?? "")
    }
  }

  private static func remaining(
    _ world: World, _ subject: SubjectID, where isChosen: (HeldValues.Value) -> Bool = { _ in true }
  ) -> [String] {
    HeldValues(of: subject, in: world.chronicle).remaining(in: world.chronicle, where: isChosen).map {
      subject, values in
      "\(subject) " + values.map { String($0.value.text.prefix(1)) }.joined()
    }
  }

  private static func erasing(_ digits: [String], of subject: SubjectID) -> Command {
    .about(
      subject,
      .entry(
        .valueErased(
          ValueErased(
            commitments: digits.map { SealedValue(written: String(repeating: $0, count: 64)) }, reference: "§ 1",
            decided: "2022-06-05", organ: "KS"))), on: "2022-06-06")
  }

  private static func position(_ world: World, _ activity: String) -> Event {
    guard
      let event = world.chronicle.events.first(where: {
        if case .case(.activityRecorded(let recorded)) = $0.fact { recorded.activity.text == activity } else { false }
      })
    else { preconditionFailure("no activity \(activity)") }
    return event
  }

  @Test("of a person what their own entries seal and what entries that name them do, and of nobody else")
  func person() {
    #expect(
      Self.held(Self.world) == [
        "E-0001 name a", "E-0001 contact b", "C-0002 raisedBy.citizen.name a", "C-0002 raisedBy.citizen.contact b",
        "C-0002 note c", "C-0002 note e",
      ])
    #expect(Self.held(Self.world, "E-0002") == ["E-0002 name d", "C-0002 note e"])
    #expect(Self.held(Self.world, "E-0009") == [] && Self.remaining(Self.world, "E-0009") == [])
  }

  @Test("a value is erased from every subject that has it, whichever is asked for, and no other with it")
  func shared() {
    #expect(Self.remaining(Self.world, "E-0001") == ["C-0002 abce", "E-0001 ab"])
    #expect(Self.remaining(Self.world, "C-0002") == ["C-0002 abcef", "E-0001 ab"])
    #expect(Self.remaining(Self.world, "E-0002") == ["C-0002 e", "E-0002 d"])
    #expect(Self.remaining(Self.world, "C-0002") { $0.field == "note" } == ["C-0002 cef"])
    #expect(Self.remaining(Self.world, "E-0001") { $0.entry.subject == "E-0001" } == ["C-0002 ab", "E-0001 ab"])
  }

  @Test(
    "what is erased says under which decision, and is not there to be erased again; a corrected decision is the one said"
  )
  func erased() {
    var world = Self.world.after(Self.erasing(["c"], of: "C-0002"), Self.erasing(["a"], of: "E-0001"))
    #expect(
      Self.held(world).prefix(5) == [
        "E-0001 name a erased § 1", "E-0001 contact b", "C-0002 raisedBy.citizen.name a erased § 1",
        "C-0002 raisedBy.citizen.contact b", "C-0002 note c erased § 1",
      ])
    #expect(Self.remaining(world, "E-0001") == ["C-0002 be", "E-0001 b"])
    world = world.after(
      .about(
        "E-0001",
        .entry(
          .corrected(
            EntryCorrected(event: world.last, field: "reference", old: "§ 1", new: "§ 2", reason: "skrivfel")))))
    #expect(Self.held(world)[0] == "E-0001 name a erased § 2" && Self.held(world)[4].hasSuffix("erased § 1"))
  }

  @Test("a corrected field counts with both its values, under its own name; a reversed entry still holds what it holds")
  func corrected() {
    let event = Self.position(Self.world, "Samtal")
    let world = Self.world.after(
      .about(
        "C-0002",
        .entry(
          .corrected(
            EntryCorrected(
              event: event.id, field: "note", old: ["sealed": .string(String(repeating: "e", count: 64))],
              new: ["sealed": .string(String(repeating: "9", count: 64))], reason: "fel")))),
      .about("C-0002", .entry(.reversed(EntryReversed(event: event.id, reason: "dubblett")))))
    #expect(Self.held(world).suffix(3) == ["C-0002 note e", "C-0002 note e", "C-0002 note 9"])
    #expect(Self.remaining(world, "E-0001") { $0.field == "note" } == ["C-0002 ce9"])
  }

  @Test("an entry that was corrected to name a person is theirs, and one that named them by mistake stays so")
  func refs() {
    let event = Self.position(Self.world, "Annat")
    let world = Self.world.after(
      .about(
        "C-0002",
        .entry(
          .corrected(EntryCorrected(event: event.id, field: "refs", new: ["E-0002"], reason: "glömt"))),
        Circumstances(refs: ["E-0002"])))
    #expect(Self.held(world, "E-0002") == ["E-0002 name d", "C-0002 note e", "C-0002 note f"])
    let mistaken = Self.position(Self.world, "Samtal")
    let other = Self.world.after(
      .about(
        "C-0002",
        .entry(
          .corrected(
            EntryCorrected(
              event: mistaken.id, field: "refs", old: ["E-0001", "E-0002"], new: ["E-0002"], reason: "fel person")))))
    #expect(Self.held(other) == Self.held(Self.world))
  }
}
