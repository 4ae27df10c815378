import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("A meeting")
struct MeetingTests {
  private static func verifying(_ paragraphs: [Text] = [], on day: Effective?) -> Command {
    .about("T-0001", .meeting(.minutesVerified(MinutesVerified(paragraphs: paragraphs))), on: day)
  }

  private static func announcing(_ paragraphs: [Text] = [], on day: Effective?) -> Command {
    .about("T-0001", .meeting(.verificationAnnounced(VerificationAnnounced(paragraphs: paragraphs))), on: day)
  }

  @Test("it is planned by a body there is, once")
  func scheduled() {
    func planning(_ id: SubjectID, _ body: SubjectID) -> Command {
      .about(id, .meeting(.scheduled(MeetingScheduled(body: body, day: "2022-08-31"))), on: "2022-03-01")
    }
    given().when(planning("T-0003", "B-0002")).then(.accepted)
    given().when(planning("T-0003", "B-0009")).then(.refused(.unknownSubject("B-0009")))
    given().when(planning("T-0003", "G-0001")).then(.refused(.wrongKind("G-0001", expected: .body)))
    given().when(planning("T-0002", "B-0002")).then(.refused(.alreadyExists("T-0002")))
  }

  @Test("it is held once, by the body that planned it, or without having been planned")
  func held() {
    func holding(_ id: SubjectID, _ body: SubjectID) -> Command {
      .about(id, .meeting(.held(MeetingHeld(body: body))), on: "2022-05-19")
    }
    let world = given().when(holding("T-0002", "B-0002")).then(.accepted)
    given(world).when(holding("T-0002", "B-0002")).then(.refused(.impossible(type: "meeting.held", state: "held")))
    given().when(holding("T-0002", "B-0001")).then(.refused(.contradiction("body", "T-0002")))
    given().when(holding("T-0003", "B-0009")).then(.refused(.unknownSubject("B-0009")))
    let unplanned = given().when(holding("T-0003", "B-0001")).then(.accepted)
    guard case .meeting(let meeting) = unplanned.state("T-0003") else { return }
    #expect(meeting.day == "2022-05-19")
    #expect(meeting.isFounded)
  }

  @Test("one whose holding was reversed is not held again under its number")
  func reversed() {
    let held = World.standard.after(.about("T-0003", .meeting(.held(MeetingHeld(body: "B-0001"))), on: "2022-05-19"))
    let reversed = held.after(.about("T-0003", .entry(.reversed(EntryReversed(event: held.last, reason: "fel")))))
    given(reversed).when("T-0003", .meeting(.held(MeetingHeld(body: "B-0001"))), on: "2022-05-20")
      .then(.refused(.unknownSubject("T-0003")))
  }

  @Test("minutes are of a meeting that was held by then")
  func notHeld() {
    let verifying = MeetingFact.minutesVerified(MinutesVerified())
    given().when("T-0002", .meeting(verifying), on: "2022-05-20")
      .then(.refused(.impossible(type: "meeting.minutes-verified", state: "not-held")))
    given().when("T-0009", .meeting(verifying)).then(.refused(.unknownSubject("T-0009")))
    given().when(Self.verifying(on: "2022-02-22"))
      .then(.refused(.impossible(type: "meeting.minutes-verified", state: "not-held")))
  }

  @Test("minutes of a board are verified within 14 days (KL 5:69), of a council of advisers whenever")
  func verifiedLate() {
    // The board met on Wednesday 23 February.
    given().when(Self.verifying(on: "2022-02-23")).then(.accepted)
    given().when(Self.verifying(on: "2022-03-09")).then(.accepted)
    given().when(Self.verifying(on: "2022-03-10")).then(.irregular([.verifiedLate]))
    given().when(Self.verifying(on: nil)).then(.accepted)
    let advisers = World.standard.after(
      .about("T-0002", .meeting(.held(MeetingHeld(body: "B-0002"))), on: "2022-05-19"))
    given(advisers).when("T-0002", .meeting(.minutesVerified(MinutesVerified())), on: "2022-12-01").then(.accepted)
  }

  @Test("fourteen days that end on Good Friday end after Easter (lag 1930:173)")
  func verifiedAfterHoliday() {
    let world = World.standard.after(.about("T-0003", .meeting(.held(MeetingHeld(body: "B-0001"))), on: "2022-04-01"))
    func verifying(_ day: Effective) -> When {
      given(world).when("T-0003", .meeting(.minutesVerified(MinutesVerified())), on: day)
    }
    verifying("2022-04-19").then(.accepted)
    verifying("2022-04-20").then(.irregular([.verifiedLate]))
  }

  @Test("single paragraphs are verified at once and the rest later; nothing twice")
  func paragraphs() {
    let one = given().when(Self.verifying(["§ 14"], on: "2022-02-23")).then(.accepted)
    given(one).when(Self.verifying(["§ 14"], on: "2022-02-24"))
      .then(.refused(.impossible(type: "meeting.minutes-verified", state: "verified")))
    given(one).when(Self.verifying(["§ 15"], on: "2022-02-24")).then(.accepted)
    let whole = given(one).when(Self.verifying(on: "2022-03-02")).then(.accepted)
    given(whole).when(Self.verifying(["§ 16"], on: "2022-03-03"))
      .then(.refused(.impossible(type: "meeting.minutes-verified", state: "verified")))
    given(whole).when(Self.verifying(on: "2022-03-03"))
      .then(.refused(.impossible(type: "meeting.minutes-verified", state: "verified")))
  }

  @Test("that minutes are verified is announced by the second day after (KL 8:12), a weekend not counted as its end")
  func announced() {
    let world = given().when(Self.verifying(on: "2022-03-01")).then(.accepted)
    given(world).when(Self.announcing(on: "2022-03-03")).then(.accepted)
    given(world).when(Self.announcing(on: "2022-03-04")).then(.irregular([.announcedLate]))
    given(world).when(Self.announcing(on: nil)).then(.accepted)
    let thursday = given().when(Self.verifying(on: "2022-03-03")).then(.accepted)
    given(thursday).when(Self.announcing(on: "2022-03-07")).then(.accepted)
    given(thursday).when(Self.announcing(on: "2022-03-08")).then(.irregular([.announcedLate]))
  }

  @Test("announced before verified is irregular; announced twice is refused")
  func announcedUnverified() {
    given().when(Self.announcing(on: "2022-03-01")).then(.irregular([.announcedUnverified]))
    let one = given().when(Self.verifying(["§ 14"], on: "2022-02-23")).then(.accepted)
    given(one).when(Self.announcing(on: "2022-02-24")).then(.irregular([.announcedUnverified]))
    given(one).when(Self.announcing(["§ 15"], on: "2022-02-24")).then(.irregular([.announcedUnverified]))
    let announced = given(one).when(Self.announcing(["§ 14"], on: "2022-02-24")).then(.accepted)
    given(announced).when(Self.announcing(["§ 14"], on: "2022-02-24"))
      .then(.refused(.impossible(type: "meeting.verification-announced", state: "announced")))
    let whole = given(announced).when(Self.verifying(on: "2022-03-01")).then(.accepted)
    given(whole).when(Self.announcing(["§ 15"], on: "2022-03-01")).then(.accepted)
    given(whole).when(Self.announcing(on: "2022-03-01")).then(.accepted)
  }

  @Test(
    "an announcement stays up for three weeks (KL 13:5), longer where they end on a holiday, at a body that is bound")
  func takenDown() {
    func takingDown(_ paragraphs: [Text] = [], on day: Effective?) -> Command {
      .about("T-0001", .meeting(.announcementRemoved(AnnouncementRemoved(paragraphs: paragraphs))), on: day)
    }
    let verified = given().when(Self.verifying(on: "2022-03-01")).then(.accepted)
    given(verified).when(takingDown(on: "2022-04-01"))
      .then(.refused(.impossible(type: "meeting.announcement-removed", state: "not-announced")))
    let announced = given(verified).when(Self.announcing(on: "2022-03-02")).then(.accepted)
    given(announced).when(takingDown(on: "2022-03-22")).then(.irregular([.announcementRemovedEarly]))
    // On the last day itself the day alone does not tell.
    given(announced).when(takingDown(on: "2022-03-23")).then(.accepted)
    given(announced).when(takingDown(on: nil)).then(.accepted)
    given(announced).when(takingDown(["§ 14"], on: "2022-04-01"))
      .then(.refused(.impossible(type: "meeting.announcement-removed", state: "not-announced")))
    let removed = given(announced).when(takingDown(on: "2022-03-24")).then(.accepted)
    given(removed).when(takingDown(on: "2022-03-25"))
      .then(.refused(.impossible(type: "meeting.announcement-removed", state: "removed")))
    // Three weeks from 25 March end on Good Friday, and so after Easter.
    let late = given(verified).when(Self.announcing(on: "2022-03-25")).then(.irregular([.announcedLate]))
    given(late).when(takingDown(on: "2022-04-18")).then(.irregular([.announcementRemovedEarly]))
    given(late).when(takingDown(on: "2022-04-19")).then(.accepted)
  }
}
