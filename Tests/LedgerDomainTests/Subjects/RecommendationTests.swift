import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("A recommendation")
struct RecommendationTests {
  private static func delivering(_ change: (inout RecommendationDelivered) -> Void = { _ in }) -> When {
    var delivered = RecommendationDelivered(title: "Tidsgränser", text: "Sätt slutdatum", to: "B-0001")
    change(&delivered)
    return given().when("R-0001", .recommendation(.delivered(delivered)), on: "2022-09-01")
  }

  private static let answering = Command.about(
    "R-0001", .recommendation(.answered(RecommendationAnswered(answer: "Vi gör så"))), on: "2022-10-01")
  private static let clearing = Command.about(
    "R-0001", .recommendation(.cleared(RecommendationCleared())), on: "2022-11-01")

  @Test("it is delivered once, to a body and about measures that there are")
  func delivered() {
    let world = Self.delivering().then(.accepted)
    given(world).when(
      "R-0001", .recommendation(.delivered(RecommendationDelivered(title: "Igen", text: "Igen")))
    ).then(.refused(.alreadyExists("R-0001")))
    Self.delivering { $0.to = nil }.then(.accepted)
    Self.delivering { $0.to = "B-0009" }.then(.refused(.unknownSubject("B-0009")))
    Self.delivering { $0.to = "T-0001" }.then(.refused(.wrongKind("T-0001", expected: .body)))
    Self.delivering { $0.measures = ["M-0009"] }.then(.refused(.unknownSubject("M-0009")))
  }

  @Test("it is answered as often as it was, until it is cleared")
  func answered() {
    let delivered = Self.delivering().then(.accepted)
    let answered = given(delivered).when(Self.answering).then(.accepted)
    given(answered).when(Self.answering).then(.accepted)
    let cleared = given(answered).when(Self.clearing).then(.accepted)
    let late = Command.about(
      "R-0001", .recommendation(.answered(RecommendationAnswered(answer: "Sent"))), on: "2022-12-01")
    given(cleared).when(late).then(.refused(.impossible(type: "recommendation.answered", state: "cleared")))
    given(cleared).when(Self.answering).then(.accepted)
    given(delivered).when(
      "R-0001", .recommendation(.answered(RecommendationAnswered(answer: "x", decision: "D-0009")))
    ).then(.refused(.unknownSubject("D-0009")))
  }

  @Test("cleared without an answer is irregular; cleared twice is refused")
  func cleared() {
    let delivered = Self.delivering().then(.accepted)
    let cleared = given(delivered).when(Self.clearing).then(.irregular([.clearedUnanswered]))
    given(cleared).when(Self.clearing).then(.refused(.impossible(type: "recommendation.cleared", state: "cleared")))
  }

  @Test("carried over it asks for an answer again, until it is cleared")
  func carriedOver() {
    let carrying = Command.about(
      "R-0001", .recommendation(.carriedOver(RecommendationCarriedOver(answerBy: "2023-03-31"))), on: "2022-10-15")
    func recommendation(_ world: World) -> Recommendation? {
      if case .recommendation(let state) = world.state("R-0001") { state } else { nil }
    }
    let delivered = Self.delivering { $0.answerBy = "2022-09-30" }.then(.accepted)
    #expect(recommendation(delivered)?.status == .delivered)
    #expect(recommendation(delivered)?.isOverdue(on: "2022-09-30") == false)
    #expect(recommendation(delivered)?.isOverdue(on: "2022-10-01") == true)
    let answered = given(delivered).when(Self.answering).then(.accepted)
    #expect(recommendation(answered)?.status == .answered)
    #expect(recommendation(answered)?.isOverdue(on: "2024-01-01") == false)
    let carried = given(answered).when(carrying).then(.accepted)
    #expect(recommendation(carried)?.status == .carriedOver)
    #expect(recommendation(carried)?.answerBy == "2023-03-31")
    #expect(recommendation(carried)?.isOverdue(on: "2023-04-01") == true)
    let again = Command.about(
      "R-0001", .recommendation(.answered(RecommendationAnswered(answer: "Nu är det gjort"))), on: "2022-10-20")
    #expect(recommendation(given(carried).when(again).then(.accepted))?.status == .answered)
    let cleared = given(carried).when(Self.clearing).then(.accepted)
    #expect(recommendation(cleared)?.status == .cleared)
    #expect(recommendation(cleared)?.isOverdue(on: "2024-01-01") == false)
    given(cleared).when(.about("R-0001", carrying.fact, on: "2022-12-01"))
      .then(.refused(.impossible(type: "recommendation.carried-over", state: "cleared")))
  }

  @Test("nothing becomes of one that was never delivered")
  func unknown() {
    given().when(Self.answering).then(.refused(.unknownSubject("R-0001")))
    given().when(Self.clearing).then(.refused(.unknownSubject("R-0001")))
  }
}
