import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// The standard world has T-0001 of the board, held on 23 February, and T-0002 of the advisers, planned for 19 May.
@Suite("A meeting moved or called off")
struct MeetingPlanningTests {
  private static let off = MeetingFact.calledOff(MeetingCalledOff(reason: "För få ärenden"))

  private static func moving(to day: LocalDate) -> MeetingFact { .moved(MeetingMoved(day: day, reason: "Sjukdom")) }

  private static func refused(_ type: String, _ state: String) -> Outcome {
    .refused(.impossible(type: "meeting.\(type)", state: state))
  }

  @Test("it is moved as often as need be, but not to its own day, and not once it was held")
  func moved() {
    let planned = World.standard.state("T-0002")
    guard case .meeting(let before) = planned, let day = before.day else { return }
    given().when("T-0002", .meeting(Self.moving(to: day)), on: "2022-05-01").then(.refused(.nothingChanged))
    let once = given().when("T-0002", .meeting(Self.moving(to: "2022-06-02")), on: "2022-05-01").then(.accepted)
    let twice = given(once).when("T-0002", .meeting(Self.moving(to: "2022-06-09")), on: "2022-05-30").then(.accepted)
    guard case .meeting(let meeting) = twice.state("T-0002") else { return }
    #expect(meeting.day == "2022-06-09" && meeting.originalDay == day)
    #expect(meeting.moves.map(\.from) == [day, "2022-06-02"])
    given(twice).when("T-0002", .meeting(.held(MeetingHeld(body: "B-0002"))), on: "2022-06-09").then(.accepted)
    given().when("T-0001", .meeting(Self.moving(to: "2022-02-24")), on: "2022-02-22")
      .then(Self.refused("moved", "held"))
  }

  @Test("it is called off once, with a reason, and not once it was held")
  func calledOff() {
    let off = given().when("T-0002", .meeting(Self.off), on: "2022-05-12").then(.accepted)
    guard case .meeting(let meeting) = off.state("T-0002") else { return }
    #expect(meeting.callingOff?.calledOff.reason == "För få ärenden")
    given(off).when("T-0002", .meeting(Self.off), on: "2022-05-13").then(Self.refused("called-off", "called-off"))
    given().when("T-0001", .meeting(Self.off), on: "2022-02-20").then(Self.refused("called-off", "held"))
    given().when("T-0002", .meeting(.calledOff(MeetingCalledOff(reason: ""))), on: "2022-05-12")
      .then(.refused(.empty(field: "reason")))
    given().when("T-0009", .meeting(Self.off)).then(.refused(.unknownSubject("T-0009")))
  }

  @Test("nothing is recorded of one that was called off, whatever the day, until that is voided")
  func nothingAfter() {
    let off = given().when("T-0002", .meeting(Self.off), on: "2022-05-12").then(.accepted)
    let held = MeetingFact.held(MeetingHeld(body: "B-0002"))
    for (fact, type) in [
      (held, "held"), (Self.moving(to: "2022-06-02"), "moved"),
      (.minutesVerified(MinutesVerified()), "minutes-verified"),
      (.verificationAnnounced(VerificationAnnounced()), "verification-announced"),
      (.announcementRemoved(AnnouncementRemoved()), "announcement-removed"),
    ] {
      for day in ["2022-05-11", "2022-05-19"] as [Effective] {
        given(off).when("T-0002", .meeting(fact), on: day).then(Self.refused(type, "called-off"))
      }
    }
    let voided = off.after(
      .about("T-0002", .entry(.reversed(EntryReversed(event: off.last, reason: "Det hölls ändå")))))
    given(voided).when("T-0002", .meeting(held), on: "2022-05-19").then(.accepted)
  }

  private static func made(at meeting: SubjectID, of body: SubjectID) -> LedgerDomain.Fact {
    .decision(
      .made(
        DecisionMade(
          matter: "Budget", outcome: .approved,
          authority: Authority(.body, organ: body, meeting: meeting, paragraph: "§ 3"))))
  }

  @Test("no decision is made, and nothing notified, at one that was called off")
  func decisions() {
    let off = World.standard.after(.about("T-0002", .meeting(Self.off), on: "2022-05-12"))
    given(off).when("D-0009", Self.made(at: "T-0002", of: "B-0002"), on: "2022-05-19")
      .then(.refused(.contradiction("meeting", "calledOff")))
    given(off).when("D-0009", Self.made(at: "T-0001", of: "B-0001"), on: "2022-02-23").then(.accepted)
  }

  @Test("one at which something is said to have happened is not called off")
  func used() {
    let decided = World.standard.after(.about("D-0009", Self.made(at: "T-0002", of: "B-0002"), on: "2022-05-19"))
    given(decided).when("T-0002", .meeting(Self.off), on: "2022-05-12").then(Self.refused("called-off", "used"))
  }
}
