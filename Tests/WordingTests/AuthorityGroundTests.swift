import CommandArguments
import LedgerDomain
import Testing
import Wording

@Suite("the legal ground of a decision")
struct AuthorityGroundTests {
  @Test("is said by its authority, and of a body by its kind")
  func everyKind() {
    let expected: [(AuthorityKind, BodyKind?, String, String)] = [
      (
        .body, .committee,
        "organets eget beslut; protokollet justeras (KL 5:69, 6:35) och justeringen tillkännages (KL 8:12)",
        "the body’s own decision; its minutes are verified (KL 5:69, 6:35) and that is announced (KL 8:12)"
      ),
      (
        .body, .advisory, "rådgivande organ; kommunallagens regler om protokoll gäller inte",
        "an advisory body; kommunallagen’s rules on minutes do not apply"
      ),
      (.body, .police, "utanför kommunallagen", "outside kommunallagen"),
      (.body, .other, "organets eget beslut", "the body’s own decision"),
      (.body, nil, "organets eget beslut", "the body’s own decision"),
      (
        .delegated, nil, "delegation (KL 6:37, 7:5); anmäls på det sätt som organet har beslutat (KL 7:8)",
        "delegation (KL 6:37, 7:5); notified as the body has decided (KL 7:8)"
      ),
      (
        .urgentChair, nil, "brådskande ärende, kräver bemyndigande (KL 6:39); anmäls vid nästa sammanträde (KL 6:40)",
        "urgent matter, needs a mandate (KL 6:39); notified at the next meeting (KL 6:40)"
      ),
      (
        .mereExecution, nil, "ren verkställighet; inget delegationsbeslut behövs",
        "mere execution; no delegated decision is needed"
      ),
      (.police, nil, "utanför kommunallagen", "outside kommunallagen"),
      (.unknown, nil, "ingen befogenhet är känd", "no authority is known"),
    ]
    for (kind, body, sv, en) in expected {
      #expect(kind.ground(of: body).sv == sv)
      #expect(kind.ground(of: body).en == en)
    }
    #expect(Set(expected.map(\.0)) == Set(AuthorityKind.allCases))
    for body in [BodyKind.council, .executiveBoard] {
      #expect(AuthorityKind.body.ground(of: body).sv == AuthorityKind.body.ground(of: .committee).sv)
    }
  }
}
