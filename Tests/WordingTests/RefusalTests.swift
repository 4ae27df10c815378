import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Suite("refusals in words")
struct RefusalTests {
  private static let numbers = RefusalSamples.all.map { RefusalSamples.number($0.refusal) }

  private func text(_ index: Int, in language: Language) -> String {
    let (refusal, type) = RefusalSamples.all[index]
    return refusal.message(about: type, subjects: RefusalSamples.subjects).text(in: language)
  }

  @Test("every case has a sample")
  func complete() {
    #expect(Set(Self.numbers) == Set(0...25))
  }

  @Test("each says what is wrong and what to do, in Swedish", arguments: RefusalSamples.all.indices)
  func swedish(index: Int) {
    let expected = RefusalSamples.inSwedish.components(separatedBy: "\n\n")
    #expect(expected.count == RefusalSamples.all.count)
    #expect(text(index, in: .sv) == expected[index])
  }

  @Test("each says what is wrong and what to do, in English", arguments: RefusalSamples.all.indices)
  func english(index: Int) {
    let expected = RefusalSamples.inEnglish.components(separatedBy: "\n\n")
    #expect(expected.count == RefusalSamples.all.count)
    #expect(text(index, in: .en) == expected[index])
  }

  @Test("many known subjects are told by the first and the last")
  func many() {
    let subjects = (1...9).map { SubjectID(.measure, $0) }
    let message = Refusal.unknownSubject(SubjectID(.measure, 500)).message(subjects: subjects)
    #expect(message.remedy?.sv == "Kända åtgärder: M-0001–M-0009. Se ”liggare measure list”.")
    #expect(message.remedy?.en == "Known measures: M-0001–M-0009. See “liggare measure list”.")
    let near = Refusal.unknownSubject(SubjectID(.measure, 33)).message(subjects: [SubjectID(.measure, 3)])
    #expect(near.explanation.sv == "M-0033 finns inte i liggaren. Menade du ”M-0003”?")
  }

  @Test("the next step names the subject, where it is given")
  func subject() {
    let refusal = Refusal.impossible(type: "measure.paused", state: "proposed")
    let message = refusal.message(subject: SubjectID(.measure, 7))
    #expect(message.explanation.sv == "”pausad” kan inte registreras: åtgärden är föreslagen.")
    #expect(message.remedy?.sv.hasPrefix("Se ”liggare measure show M-0007”. ") == true)
  }

  @Test("every state that makes an act impossible is a clause")
  func clauses() {
    let expected = """
      case/closed | ärendet är redan avslutat | the case is already closed
      case/open | ärendet är inte avslutat | the case is not closed
      decision/announced | beslutet är redan tillkännagivet | the decision is already announced
      decision/annulled | beslutet är upphävt | the decision is annulled
      decision/final | beslutet har redan fått laga kraft | the decision is already final
      decision/notified | beslutet är redan anmält till det organet | the decision is already notified to that body
      decision/stayed | beslutet är redan inhiberat | the decision is already stayed
      delegation/revoked | delegationen är redan återkallad | the delegation is already revoked
      entry/erasure | det som är gallrat är borta | what was disposed of is gone
      entry/not-decided | gallringsbeslutets dag har inte kommit | the day of the disposal decision has not come
      entry/not-marked | det finns ingen sekretessmarkering att häva | there is no secrecy mark to lift
      entry/opening | liggarens första post kan inte tas bort | the ledger's first entry cannot be taken away
      follow-up/noted | uppföljningen är redan noterad | the follow-up is already noted
      follow-up/presented | uppföljningen är redan redovisad | the follow-up is already presented
      follow-up/published | uppföljningen är redan publicerad på den webbplatsen | the follow-up is already published on that site
      ledger/concluded | liggaren är redan avslutad | the ledger is already concluded
      ledger/not-registered | ingen nyckel i bruk har det namnet | no key in use has that name
      measure/in-progress | åtgärden pågår | the measure is in progress
      measure/withdrawn | åtgärden är avbruten eller återkallad | the measure is withdrawn
      meeting/announced | justeringen är redan tillkännagiven | the verification is already announced
      meeting/called-off | sammanträdet är inställt | the meeting is called off
      meeting/held | sammanträdet är redan hållet | the meeting is already held
      meeting/not-announced | det finns inget sådant anslag | there is no such announcement
      meeting/not-held | sammanträdet är inte registrerat som hållet | the meeting is not recorded as held
      meeting/removed | anslaget är redan nedtaget | the announcement is already taken down
      meeting/used | beslut eller redovisningar är registrerade på sammanträdet | decisions or reports are recorded at the meeting
      meeting/verified | det är redan justerat | it is already verified
      promise/concluded | medborgarlöftet är avslutat | the citizen promise is concluded
      recommendation/cleared | rekommendationen är redan avslutad | the recommendation is already cleared
      """
    let found = StateRefusals.clauses.sorted { $0.key < $1.key }.map { "\($0.key) | \($0.value.sv) | \($0.value.en)" }
    #expect(found.joined(separator: "\n") == expected)
    #expect(StateRefusals.clause("measure", "partly-implemented").sv == "åtgärden är delvis genomförd")
  }

  @Test("a sealed value is never shown, wherever it lies in a value")
  func sealed() {
    let value = JSONValue.object(["name": RefusalSamples.sealedText, "x": 1])
    let message = Refusal.oldDiffers(field: "proposedBy", stated: value, current: .array([value])).message()
    for language in Language.allCases {
      #expect(!message.text(in: language).contains(RefusalSamples.sealed.text))
    }
  }
}
