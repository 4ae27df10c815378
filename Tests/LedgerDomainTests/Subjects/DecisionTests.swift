import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Making a decision")
struct DecisionMadeTests {
  private static func deciding(
    _ authority: Authority, on day: Effective? = "2022-03-30", in world: World = .standard,
    _ change: (inout DecisionMade) -> Void = { _ in }
  ) -> When {
    var made = DecisionMade(matter: "Belysning", outcome: .approved, authority: authority)
    change(&made)
    return given(world).when("D-0002", .decision(.made(made)), on: day)
  }

  @Test("a body decides, with or without its meeting being known; some body it must be")
  func body() {
    Self.deciding(Authority(.body, organ: "B-0001", meeting: "T-0001", paragraph: "§ 14")).then(.accepted)
    Self.deciding(Authority(.body, organ: "B-0001")).then(.accepted)
    Self.deciding(Authority(.body)).then(.refused(.missing(field: "authority.organ")))
    Self.deciding(Authority(.body, organ: "B-0009")).then(.refused(.unknownSubject("B-0009")))
    Self.deciding(Authority(.body, organ: "G-0001")).then(.refused(.wrongKind("G-0001", expected: .body)))
    Self.deciding(Authority(.body, organ: "B-0001", meeting: "T-0009")).then(.refused(.unknownSubject("T-0009")))
    Self.deciding(Authority(.body, organ: "B-0001", meeting: "T-0002"))
      .then(.refused(.contradiction("organ", "meeting")))
    Self.deciding(Authority(.body, organ: "B-0001", delegation: "G-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.delegation")))
  }

  @Test("a delegate decides under a delegation that is in force on the day")
  func delegated() {
    let authority = Authority(.delegated, delegation: "G-0001")
    Self.deciding(authority).then(.accepted)
    Self.deciding(authority, on: nil).then(.accepted)
    Self.deciding(authority, on: "2022-12-31").then(.accepted)
    Self.deciding(authority, on: "2023-01-01").then(.irregular([.delegationNotInForce]))
    // Not yet granted on that day.
    Self.deciding(authority, on: "2021-12-31").then(.irregular([.delegationNotInForce]))
    Self.deciding(Authority(.delegated)).then(.refused(.missing(field: "authority.delegation")))
    Self.deciding(Authority(.delegated, delegation: "G-0009")).then(.refused(.unknownSubject("G-0009")))
    Self.deciding(Authority(.delegated, meeting: "T-0001", delegation: "G-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.meeting")))
  }

  @Test("a delegation revoked on a day is not in force from that day on, and was until then")
  func revoked() {
    let world = World.standard.after(
      .about("G-0001", .delegation(.revoked(DelegationRevoked(reason: "ny ordning"))), on: "2022-04-01"))
    let authority = Authority(.delegated, delegation: "G-0001")
    Self.deciding(authority, on: "2022-03-31", in: world).then(.accepted)
    Self.deciding(authority, on: "2022-04-01", in: world).then(.irregular([.delegationNotInForce]))
  }

  @Test(
    "what may not be delegated (KL 6:38) is irregular for a delegate and for nobody else",
    arguments: ReservedMatter.allCases)
  func reservedMatter(_ matter: ReservedMatter) {
    Self.deciding(Authority(.delegated, delegation: "G-0001")) { $0.reservedMatter = matter }
      .then(.irregular([.reservedMatter]))
    Self.deciding(Authority(.body, organ: "B-0001")) { $0.reservedMatter = matter }.then(.accepted)
    Self.deciding(Authority(.urgentChair, organ: "B-0001")) { $0.reservedMatter = matter }.then(.accepted)
  }

  @Test("the chair decides in urgent matters by the body's mandate (KL 6:39)")
  func urgent() {
    Self.deciding(Authority(.urgentChair, organ: "B-0001")).then(.accepted)
    Self.deciding(Authority(.urgentChair, organ: "B-0002")).then(.irregular([.noMandate]))
    Self.deciding(Authority(.urgentChair)).then(.refused(.missing(field: "authority.organ")))
    Self.deciding(Authority(.urgentChair, organ: "B-0001", meeting: "T-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.meeting")))
    Self.deciding(Authority(.urgentChair, organ: "B-0001", delegation: "G-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.delegation")))
  }

  @Test(
    "mere execution and the police need no delegation or meeting, and cannot state one",
    arguments: [.mereExecution, .police] as [AuthorityKind])
  func other(_ kind: AuthorityKind) {
    Self.deciding(Authority(kind)).then(.accepted)
    Self.deciding(Authority(kind, organ: "B-0003")).then(.accepted)
    Self.deciding(Authority(kind, delegation: "G-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.delegation")))
    Self.deciding(Authority(kind, meeting: "T-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.meeting")))
  }

  @Test("an authority that is not known is irregular")
  func unknown() {
    Self.deciding(Authority(.unknown)).then(.irregular([.unknownAuthority]))
    Self.deciding(Authority(.unknown, delegation: "G-0001"))
      .then(.refused(.contradiction("authority.kind", "authority.delegation")))
  }

  @Test("taking part in spite of a conflict of interest is irregular; stepping aside is not")
  func conflict() {
    func person(_ tookPart: Bool) -> ConflictOfInterest {
      ConflictOfInterest(person: PublicOfficial(name: "Bo By", office: "ledamot"), tookPart: tookPart)
    }
    Self.deciding(Authority(.police)) { $0.conflicts = [person(false)] }.then(.accepted)
    Self.deciding(Authority(.police)) { $0.conflicts = [person(false), person(true)] }
      .then(.irregular([.conflictOfInterest]))
    Self.deciding(Authority(.unknown)) { $0.conflicts = [person(true)] }
      .then(.irregular([.unknownAuthority, .conflictOfInterest]))
  }

  @Test("it concerns what there is, each thing once; proposing and deciding by the same person is normal (KL 5:53)")
  func concerns() {
    let chair = PublicOfficial(name: "Eva Ek", office: "ordförande")
    Self.deciding(Authority(.police)) {
      $0.concerns = ["C-0001", "P-0001"]
      $0.proposedBy = chair
      $0.decidedBy = [chair]
    }.then(.accepted)
    Self.deciding(Authority(.police)) { $0.concerns = ["M-0001"] }.then(.refused(.unknownSubject("M-0001")))
    Self.deciding(Authority(.police)) { $0.concerns = ["C-0001", "C-0001"] }
      .then(.refused(.duplicate(field: "concerns", value: "C-0001")))
  }

  @Test("its number is used once")
  func twice() {
    given().when("D-0001", .decision(.made(World.bodyDecision)), on: "2022-03-30").then(
      .refused(.alreadyExists("D-0001")))
  }
}

@Suite("What becomes of a decision")
struct DecisionStandingTests {
  private static let appealed = DecisionFact.appealed(DecisionAppealed(court: "FR"))
  private static let stayed = DecisionFact.stayed(DecisionStayed(by: "FR"))
  private static let annulled = DecisionFact.annulled(DecisionAnnulled(by: "FR", reason: "jäv"))
  private static let final = DecisionFact.final(DecisionFinal())

  private static func world(_ standing: DecisionStanding) -> World {
    let acts: [DecisionFact] =
      switch standing {
      case .made: []
      case .appealed: [appealed]
      case .stayed: [appealed, stayed]
      case .annulled: [appealed, annulled]
      case .final: [final]
      }
    return World.standard.after(acts.map { .about("D-0001", .decision($0), on: "2022-04-01") })
  }

  @Test("an appeal that a court has ruled on does not stand in the way of laga kraft")
  func ruling() {
    let upheld = DecisionFact.final(DecisionFinal(ruling: "FR avslog överklagandet"))
    for standing in [DecisionStanding.appealed, .stayed] {
      given(Self.world(standing)).when(.about("D-0001", .decision(upheld), on: "2022-05-01")).then(.accepted)
    }
  }

  @Test("every turn in every standing falls out as the table says")
  func matrix() {
    let table: [(DecisionFact, [DecisionStanding: Outcome?])] = [
      (Self.appealed, [.made: .accepted, .appealed: .accepted, .stayed: .accepted, .annulled: nil, .final: .accepted]),
      (Self.stayed, [.made: .accepted, .appealed: .accepted, .stayed: nil, .annulled: nil, .final: .accepted]),
      (Self.annulled, [.made: .accepted, .appealed: .accepted, .stayed: .accepted, .annulled: nil, .final: .accepted]),
      (
        Self.final,
        [
          .made: .accepted, .appealed: .irregular([.finalWhileAppealed]), .stayed: .irregular([.finalWhileAppealed]),
          .annulled: nil, .final: nil,
        ]
      ),
    ]
    for (act, row) in table {
      for standing in DecisionStanding.allCases {
        let refused = Outcome.refused(.impossible(type: act.type, state: standing.text))
        given(Self.world(standing)).when("D-0001", .decision(act), on: "2022-05-01").then(
          (row[standing] ?? nil) ?? refused)
      }
    }
  }

  @Test("nothing becomes of a decision that was never made")
  func unknown() {
    for act in [Self.appealed, Self.stayed, Self.annulled, Self.final, .announced(DecisionAnnounced())] {
      given().when("D-0009", .decision(act)).then(.refused(.unknownSubject("D-0009")))
    }
  }

  @Test("it is announced once")
  func announced() {
    let announcing = Command.about("D-0001", .decision(.announced(DecisionAnnounced(place: "anslagstavlan"))))
    let world = given().when(announcing).then(.accepted)
    given(world).when(announcing).then(.refused(.impossible(type: "decision.announced", state: "announced")))
  }

  @Test("it is notified to a body, at a meeting of that body, once to each")
  func notified() {
    func notifying(_ to: SubjectID, _ meeting: SubjectID? = nil) -> Command {
      .about("D-0001", .decision(.notified(DecisionNotified(to: to, meeting: meeting))), on: "2022-05-19")
    }
    let world = given().when(notifying("B-0002", "T-0002")).then(.accepted)
    given(world).when(notifying("B-0002")).then(.refused(.impossible(type: "decision.notified", state: "notified")))
    given(world).when(notifying("B-0001")).then(.accepted)
    given().when(notifying("B-0001", "T-0002")).then(.refused(.contradiction("organ", "meeting")))
    given().when(notifying("B-0009")).then(.refused(.unknownSubject("B-0009")))
    given().when(notifying("B-0001", "T-0009")).then(.refused(.unknownSubject("T-0009")))
    given().when(notifying("P-0001")).then(.refused(.wrongKind("P-0001", expected: .body)))
  }
}
