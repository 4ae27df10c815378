import CommandArguments
import FollowUps
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// No page says of a measure that it is decided but as far as the decision itself bears it out.
@Suite("What the public page says of how a measure binds")
struct SiteBindingTests {
  private static let reason: Text = "Så var det."

  /// The small ledger with a measure M-0007 that is proposed for decision.
  private static func proposed() throws -> Teller {
    var book = try SmallLedger.told()
    try SmallLedger.propose(&book, "M-0007", "Vaktrond", binding: .decided, on: "2022-06-01")
    return book
  }

  /// The same, approved by a decision on an authority.
  private static func decided(
    _ authority: Authority, irregular: Text? = nil, validThrough: LocalDate? = nil, conflicts: [ConflictOfInterest] = []
  ) throws -> Teller {
    var book = try proposed()
    try book.tell(
      "D-0003",
      .decision(
        .made(
          DecisionMade(
            matter: "Vaktrond", outcome: .approved, authority: authority, decidedBy: [SmallLedger.chief],
            validThrough: validThrough, conflicts: conflicts, concerns: ["M-0007"]))), on: "2022-06-10",
      irregular: irregular)
    try book.tell("M-0007", .measure(.approved(MeasureApproved(decision: "D-0003"))), on: "2022-06-10")
    return book
  }

  private static let board = Authority(.body, organ: "B-0001", paragraph: "63")

  private static func sentence(_ book: Teller, _ language: Language = .sv) throws -> String {
    let words = try BuiltSite(book, language: language).words("atgarder/m-0007.html")
    let label = language == .sv ? "Bindningsgrad " : "Binding "
    let start = try #require(words.firstRange(of: label)).upperBound
    let end = try #require(words.firstRange(of: language == .sv ? " Status är" : " Status is")).lowerBound
    return String(words[start..<end])
  }

  @Test("a decision that nothing is to be said against makes it decided; a proposal is neither promised nor decided")
  func plain() throws {
    let book = try Self.decided(Self.board)
    #expect(try Self.sentence(book) == "Beslutad: ett beslut om att genomföra den finns i liggaren.")
    #expect(try Self.sentence(book, .en) == "Decided: a decision to carry it out is in the ledger.")
    var proposal = try Self.proposed()
    #expect(
      try Self.sentence(proposal)
        == "Föreslagen för beslut: inget beslut om att genomföra den finns i liggaren.")
    try proposal.tell(
      "M-0007", .measure(.rejected(MeasureRejected(reason: Self.reason))), on: "2022-07-01",
      irregular: Self.reason)
    #expect(
      try Self.sentence(proposal) == "Föreslagen för beslut och avslagen. Den är varken utlovad eller beslutad.")
    #expect(
      try Self.sentence(proposal, .en)
        == "Proposed for decision and rejected. It is neither promised nor decided.")
    // Done all the same, it stays rejected.
    try proposal.tell(
      "M-0007", .measure(.implemented(MeasureImplemented(extent: .full))), on: "2022-08-01", irregular: Self.reason)
    #expect(
      try Self.sentence(proposal) == "Föreslagen för beslut och avslagen. Den är varken utlovad eller beslutad.")
    var withdrawn = try Self.proposed()
    try withdrawn.tell("M-0007", .measure(.withdrawn(MeasureWithdrawn(reason: Self.reason))), on: "2022-07-01")
    #expect(
      try Self.sentence(withdrawn) == "Föreslagen för beslut och återkallad. Den är varken utlovad eller beslutad.")
  }

  @Test("without a decision behind the step it is only recorded as decided, and the first page counts it apart")
  func noDecision() throws {
    var book = try Self.proposed()
    try book.tell("M-0007", .measure(.approved(MeasureApproved())), on: "2022-06-10", irregular: Self.reason)
    #expect(try Self.sentence(book) == "Registrerad som beslutad, men inget beslut är angivet.")
    #expect(try Self.sentence(book, .en) == "Recorded as decided, but no decision is stated.")
    let site = try BuiltSite(book)
    #expect(
      site.words("index.html").contains(
        "6 åtgärder : 4 är beslutade. 1 är registrerad som beslutad, fast beslutet saknas, är upphävt eller har tagits utan känd eller gällande rätt att besluta. 1 är utlovad utan att något beslut finns."
      ))
    #expect(site.words("atgarder/index.html").contains("område anges inte · inget beslut är angivet"))
  }

  @Test("an authority that is not known, a delegation not in force, a missing mandate: recorded as decided only")
  func authority() throws {
    let unknown = try Self.decided(Authority(.unknown), irregular: Self.reason)
    #expect(try Self.sentence(unknown) == "Registrerad som beslutad, men beslutsbefogenheten är inte känd.")
    let chair = try Self.decided(Authority(.urgentChair, organ: "B-0001"), irregular: Self.reason)
    #expect(try Self.sentence(chair) == "Registrerad som beslutad, men bemyndigande saknas.")
    var book = try Self.proposed()
    try book.tell(
      "G-0001",
      .delegation(
        .granted(
          DelegationGranted(from: "B-0001", to: PublicOfficial(office: "socialchef"), scope: "Avtal"))),
      on: "2022-01-01")
    try book.tell("G-0001", .delegation(.revoked(DelegationRevoked(reason: Self.reason))), on: "2022-05-01")
    try book.tell(
      "D-0003",
      .decision(
        .made(
          DecisionMade(
            matter: "Vaktrond", outcome: .approved, authority: Authority(.delegated, delegation: "G-0001"),
            concerns: ["M-0007"]))), on: "2022-06-10", irregular: Self.reason)
    try book.tell("M-0007", .measure(.approved(MeasureApproved(decision: "D-0003"))), on: "2022-06-10")
    #expect(try Self.sentence(book) == "Registrerad som beslutad, men delegationen gäller inte.")
  }

  @Test("a decision that a court has stayed or annulled says so, in the status, in lists and in the course")
  func court() throws {
    var book = try Self.decided(Self.board)
    try book.tell("D-0003", .decision(.appealed(DecisionAppealed(court: "Förvaltningsrätten"))), on: "2022-06-20")
    #expect(try Self.sentence(book) == "Beslutad, men beslutet är överklagat.")
    try book.tell("D-0003", .decision(.stayed(DecisionStayed(by: "Förvaltningsrätten"))), on: "2022-07-01")
    #expect(try Self.sentence(book) == "Beslutad, men beslutet är inhiberat och får inte genomföras.")
    try book.tell(
      "D-0003", .decision(.annulled(DecisionAnnulled(by: "Förvaltningsrätten", reason: "Inte berett."))),
      on: "2022-08-01")
    #expect(try Self.sentence(book) == "Registrerad som beslutad, men beslutet är upphävt.")
    #expect(try Self.sentence(book, .en) == "Recorded as decided, but the decision is annulled.")
    let site = try BuiltSite(book)
    let words = site.words("atgarder/m-0007.html")
    #expect(words.contains("Beslutet är upphävt 1 augusti 2022."))
    #expect(words.contains("20 juni 2022 Beslutet D-0003 överklagat: Förvaltningsrätten registrerat"))
    #expect(words.contains("1 juli 2022 Beslutet D-0003 inhiberat: Förvaltningsrätten registrerat"))
    #expect(words.contains("1 augusti 2022 Beslutet D-0003 upphävt: Förvaltningsrätten. Inte berett. registrerat"))
    #expect(site.words("atgarder/index.html").contains("område anges inte · beslutet är upphävt"))
    #expect(site.words("index.html").contains("Vaktrond (M-0007): ny i liggaren"))
    // Before the court ruled, nothing of it had happened.
    let before = try BuiltSite(book, asOf: "2022-06-15").words("atgarder/m-0007.html")
    #expect(before.contains("Bindningsgrad Beslutad: ett beslut") && !before.contains("upphävt"))
  }

  @Test("what is new since the last follow-up names what became of a decision")
  func fate() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "D-0001", .decision(.annulled(DecisionAnnulled(by: "Förvaltningsrätten", reason: "Inte berett."))),
      on: "2022-08-01")
    let words = try BuiltSite(book).words("index.html")
    #expect(words.contains("Belysning på gångvägen vid stationen (M-0002): beslutet upphävt"))
    #expect(!words.contains("Fältgrupp på kvällarna (M-0004): beslutad, nytt slutdatum 30 november 2022, beslutet"))
    // One decision stands behind three measures, and is news once.
    let feed = try BuiltSite(book).text("flode.xml")
    #expect(feed.split(separator: "beslutet D-0001 upphävt").count == 3)
    #expect(feed.contains("<title>Trygghetsvandringar (M-0001): beslutet D-0001 upphävt</title>"))
  }

  @Test("a decision limited in time, taken with a conflict of interest, or called off since has a reservation")
  func reservations() throws {
    #expect(
      try Self.sentence(Self.decided(Self.board, validThrough: day("2022-08-31")))
        == "Beslutad, men beslutet gällde till och med 31 augusti 2022.")
    #expect(
      try Self.sentence(Self.decided(Self.board, validThrough: day("2022-09-05")))
        == "Beslutad: ett beslut om att genomföra den finns i liggaren.")
    let conflict = ConflictOfInterest(person: SmallLedger.chief, tookPart: true)
    #expect(
      try Self.sentence(Self.decided(Self.board, irregular: Self.reason, conflicts: [conflict]))
        == "Beslutad, men jävig person deltog i beslutet.")
    #expect(
      try Self.sentence(Self.decided(Self.board, irregular: Self.reason))
        == "Beslutad, men beslutet avviker från reglerna enligt den som registrerade det.")
    var book = try Self.decided(Self.board)
    try book.tell("M-0007", .measure(.withdrawn(MeasureWithdrawn(reason: Self.reason))), on: "2022-07-01")
    #expect(try Self.sentence(book) == "Beslutad, men åtgärden har avbrutits sedan dess.")
  }

  @Test("a decision that is marked secret is not said to be missing, and one not made by the day not to be secret")
  func withheld() throws {
    var book = try Self.decided(Self.board)
    try book.tell(
      "D-0003", .entry(.secrecyMarked(SecrecyMarked(provision: "OSL 18 kap. 1 §", authority: "Polismyndigheten"))))
    #expect(try Self.sentence(book) == "Beslutad, men beslutet är sekretessmarkerat och visas inte här.")
    #expect(try BuiltSite(book).text("data/decisions.csv").contains("D-0003,M-0007,measure.approved,secrecy,"))
    var late = try Self.proposed()
    try SmallLedger.decide(&late, "D-0003", "Vaktrond", "T-0003", "§ 63", ["M-0007"], "2022-10-10")
    try late.tell("M-0007", .measure(.approved(MeasureApproved(decision: "D-0003"))), on: "2022-08-10")
    #expect(try Self.sentence(late) == "Registrerad som beslutad, men beslutet som anges var inte fattat den dagen.")
    let site = try BuiltSite(late)
    #expect(site.words("atgarder/m-0007.html").contains("D-0003: Beslutet var inte fattat den dagen."))
    #expect(!site.words("atgarder/m-0007.html").contains("sekretess"))
    #expect(site.text("data/decisions.csv").contains("D-0003,M-0007,measure.approved,,"))
  }

  @Test("a body decides, and those named took part; a delegate decides with the support of the delegation")
  func whoDecided() throws {
    let words = try BuiltSite(Self.decided(Self.board)).words("atgarder/m-0007.html")
    #expect(
      words.contains("Beslutat av: Kommunstyrelsen § 63 Deltog i beslutet: Eva Lind, trygghetssamordnare D-0003"))
    let police = try BuiltSite(Self.decided(Authority(.police))).words("atgarder/m-0007.html")
    #expect(police.contains("Beslutat av: Eva Lind, trygghetssamordnare Med stöd av: polisens eget beslut D-0003"))
  }
}
