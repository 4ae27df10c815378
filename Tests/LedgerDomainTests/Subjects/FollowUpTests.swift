import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("A follow-up")
struct FollowUpTests {
  private static let document = DocumentReference(
    name: "Uppföljning T1", sha256: DocumentDigest(written: String(repeating: "d", count: 64)))

  private static func compiling(
    on day: Effective? = "2022-05-02", in world: World = .withMeasure(.inProgress),
    _ change: (inout FollowUpCompiled) -> Void = { _ in }
  ) -> When {
    var compiled = FollowUpCompiled(period: "2022-T1", promise: "P-0001", measures: ["M-0001"], knownThrough: 17)
    change(&compiled)
    return given(world).when("F-0001", .followUp(.compiled(compiled)), on: day)
  }

  private static let compiled = compiling().then(.accepted)

  private static func about(_ fact: FollowUpFact, on day: Effective? = "2022-05-19") -> Command {
    .about("F-0001", .followUp(fact), on: day)
  }

  private static let sending = about(.sent(FollowUpSent(to: "B-0002", meeting: "T-0002")), on: "2022-05-10")
  private static let presenting = about(
    .presented(FollowUpPresented(to: "B-0002", meeting: "T-0002", document: document)))
  private static let noting = about(.noted(FollowUpNoted(meeting: "T-0002", paragraph: "§ 4")))
  private static let publishing = about(.published(FollowUpPublished(site: "kommun-se")), on: "2022-05-25")

  @Test("it is compiled once, of a period of the ledger, a promise and measures that there are")
  func compiled() {
    given(Self.compiled).when(
      Self.about(.compiled(FollowUpCompiled(period: "2022-T1", promise: "P-0001", knownThrough: 1)))
    ).then(.refused(.alreadyExists("F-0001")))
    Self.compiling { $0.period = "2022-Q1" }
      .then(.refused(.unknownPeriod("2022-Q1", known: World.periods.map(\.label))))
    Self.compiling { $0.promise = "P-0009" }.then(.refused(.unknownSubject("P-0009")))
    Self.compiling { $0.measures = ["M-0009"] }.then(.refused(.unknownSubject("M-0009")))
    Self.compiling { $0.measures = ["C-0001"] }.then(.refused(.wrongKind("C-0001", expected: .measure)))
    Self.compiling { $0.measures = ["M-0001", "M-0001"] }
      .then(.refused(.duplicate(field: "measure", value: "M-0001")))
    Self.compiling { $0.knownThrough = 0 }
      .then(.refused(.outOfRange(field: "knownThrough", value: 0, least: 1, most: Int(Int32.max))))
  }

  @Test("compiled on the last day of its period or earlier is irregular, also for the final one")
  func early() {
    Self.compiling(on: "2022-04-30").then(.irregular([.compiledBeforePeriodEnd]))
    Self.compiling(on: "2022-05-01").then(.accepted)
    Self.compiling(on: nil).then(.accepted)
    Self.compiling(on: "2023-12-31") { $0.period = "slutrapport" }.then(.irregular([.compiledBeforePeriodEnd]))
    Self.compiling(on: "2024-01-01") { $0.period = "slutrapport" }.then(.accepted)
  }

  @Test("sent, presented, noted and published in that order, it is regular")
  func order() {
    let sent = given(Self.compiled).when(Self.sending).then(.accepted)
    let presented = given(sent).when(Self.presenting).then(.accepted)
    let noted = given(presented).when(Self.noting).then(.accepted)
    given(noted).when(Self.publishing).then(.accepted)
    // The documents go out as often as they did.
    given(sent).when(Self.sending).then(.accepted)
    given(presented).when(Self.presenting).then(.refused(.impossible(type: "follow-up.presented", state: "presented")))
    given(noted).when(Self.noting).then(.refused(.impossible(type: "follow-up.noted", state: "noted")))
    let published = given(noted).when(Self.publishing).then(.accepted)
    given(published).when(Self.publishing).then(.refused(.impossible(type: "follow-up.published", state: "published")))
    given(published).when(Self.about(.published(FollowUpPublished(site: "polis-se")))).then(.accepted)
  }

  @Test("each step taken before the one it rests on is irregular")
  func outOfOrder() {
    given(Self.compiled).when(Self.presenting).then(.irregular([.presentedUnsent]))
    given(Self.compiled).when(Self.noting).then(.irregular([.notedUnpresented]))
    given(Self.compiled).when(Self.publishing).then(.irregular([.publishedUnpresented]))
    // Recorded after, but effective before: sent on the 10th, presented on the 9th.
    let early = Self.about(.presented(FollowUpPresented(to: "B-0002", document: Self.document)), on: "2022-05-09")
    given(Self.compiled.after(Self.sending)).when(early).then(.irregular([.presentedUnsent]))
  }

  @Test("nothing is done with one that was never compiled")
  func unknown() {
    for command in [Self.sending, Self.presenting, Self.noting, Self.publishing] {
      given().when(command).then(.refused(.unknownSubject("F-0001")))
    }
  }

  @Test("bodies and meetings that are not known, and sites that the promise does not name, are refused")
  func references() {
    func refused(_ fact: FollowUpFact, _ refusal: Refusal) {
      given(Self.compiled).when(Self.about(fact)).then(.refused(refusal))
    }
    refused(.sent(FollowUpSent(to: "B-0009")), .unknownSubject("B-0009"))
    refused(.sent(FollowUpSent(to: "T-0001")), .wrongKind("T-0001", expected: .body))
    refused(.sent(FollowUpSent(to: "B-0002", meeting: "T-0009")), .unknownSubject("T-0009"))
    refused(.sent(FollowUpSent(to: "B-0002", leftOut: ["M-0009"])), .unknownSubject("M-0009"))
    refused(.presented(FollowUpPresented(to: "B-0009", document: Self.document)), .unknownSubject("B-0009"))
    refused(
      .presented(FollowUpPresented(to: "B-0002", meeting: "T-0009", document: Self.document)), .unknownSubject("T-0009")
    )
    refused(.noted(FollowUpNoted(meeting: "T-0009")), .unknownSubject("T-0009"))
    refused(
      .published(FollowUpPublished(site: "facebook")),
      .unknownCode("facebook", list: .sites, known: ["kommun-se", "polis-se"]))
  }

  @Test("sent without a promised or decided measure is irregular, without a mere example it is not")
  func leftOut() {
    let leavingOut = Self.about(.sent(FollowUpSent(to: "B-0002", leftOut: ["M-0001"])))
    given(Self.compiled).when(leavingOut).then(.irregular([.sentWithoutPromised]))
    let without = Self.compiling { $0.measures = [] }.then(.accepted)
    given(without).when(Self.sending).then(.irregular([.sentWithoutPromised]))
    var example = MeasureProposed.sample
    example.binding = .example
    let examples = World.standard.after(.measure(.proposed(example), on: "2022-02-01"))
    let compiled = Self.compiling(in: examples) { $0.measures = [] }.then(.accepted)
    given(compiled).when(Self.sending).then(.accepted)
    // Decided after the period's end, it belongs to the next report; decided within it, to this one.
    func sending(afterDecidingOn day: Effective) -> World {
      compiled.after(.measure(.approved(MeasureApproved(decision: "D-0001")), on: day))
    }
    let late = Self.about(.sent(FollowUpSent(to: "B-0002")), on: "2022-05-11")
    given(sending(afterDecidingOn: "2022-05-01")).when(late).then(.accepted)
    given(sending(afterDecidingOn: "2022-04-30")).when(late).then(.irregular([.sentWithoutPromised]))
  }
}
