import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Wording

/// Every word of every list as people see it: the word in the journal, in Swedish, in English.
@Suite("the words of the lists")
struct WordListTests {
  private func lines(_ type: (some Choice & Worded).Type) -> String {
    type.allCases.map { "\($0.text) | \($0.words.sv) | \($0.words.en)" }.joined(separator: "\n")
  }

  @Test("AuthorityKind")
  func authorityKind() {
    let expected = """
      body | beslut av organ | decision by a body
      delegated | delegationsbeslut | delegated decision
      urgent-chair | brådskande ordförandebeslut (KL 6:39) | urgent chair decision (KL 6:39)
      mere-execution | ren verkställighet | mere execution
      police | polisens eget beslut | the police’s own decision
      unknown | ej känd | not known
      """
    #expect(lines(AuthorityKind.self) == expected)
  }

  @Test("BindingLevel")
  func bindingLevel() {
    let expected = """
      example | exempel i löftet | example in the promise
      promised | utlovad | promised
      decided | beslutad | decided
      """
    #expect(lines(BindingLevel.self) == expected)
  }

  @Test("BodyKind")
  func bodyKind() {
    let expected = """
      council | kommunfullmäktige | municipal council
      executive-board | kommunstyrelsen | executive board
      committee | nämnd | committee
      advisory | rådgivande organ | advisory council
      police | polisen | police
      other | annat organ | other body
      """
    #expect(lines(BodyKind.self) == expected)
  }

  @Test("CodeList")
  func codeList() {
    let expected = """
      areas | stadsdelar | districts
      focus-areas | fokusområden | focus areas
      parties | parter | parties
      sites | webbplatser | sites
      """
    #expect(lines(CodeList.self) == expected)
  }

  @Test("Comparison")
  func comparison() {
    let expected = """
      at-least | minst | at least
      at-most | högst | at most
      exactly | exakt | exactly
      """
    #expect(lines(Comparison.self) == expected)
  }

  @Test("DecisionOutcome")
  func decisionOutcome() {
    let expected = """
      approved | bifall | approved
      rejected | avslag | rejected
      referred-back | återremiss | referred back
      tabled | bordläggning | tabled
      extended | framflyttat slutdatum | deadline extended
      paused | paus | paused
      resumed | återupptagande | resumed
      amended | ändring | amended
      withdrawn | avbrytande eller återkallelse | withdrawn
      adopted | antagande | adopted
      noted | notering | noted
      other | annat | other
      """
    #expect(lines(DecisionOutcome.self) == expected)
  }

  @Test("DecisionStanding")
  func decisionStanding() {
    let expected = """
      made | fattat | made
      appealed | överklagat | appealed
      stayed | inhiberat | stayed
      annulled | upphävt | annulled
      final | laga kraft | final
      """
    #expect(lines(DecisionStanding.self) == expected)
  }

  @Test("Direction")
  func direction() {
    let expected = """
      increase | högre är bättre | higher is better
      decrease | lägre är bättre | lower is better
      """
    #expect(lines(Direction.self) == expected)
  }

  @Test("Evidence")
  func evidence() {
    let expected = """
      none | uppgift saknas | no information
      stated | uppgift lämnad | reported in words
      measured | utfall redovisat | actuals reported
      evaluated | utvärderad | evaluated
      """
    #expect(lines(Evidence.self) == expected)
  }

  @Test("Extent")
  func extent() {
    let expected = """
      full | genomförd | implemented
      partial | delvis genomförd | partly implemented
      none | ej genomförd | not implemented
      """
    #expect(lines(Extent.self) == expected)
  }

  @Test("FollowUpKind")
  func followUpKind() {
    let expected = """
      output | produktionsuppföljning | output follow-up
      process | processuppföljning | process follow-up
      effect | effektuppföljning | effect follow-up
      """
    #expect(lines(FollowUpKind.self) == expected)
  }

  @Test("GoalAttainment")
  func goalAttainment() {
    let expected = """
      reached | målet nått | goal reached
      partly | målet delvis nått | goal partly reached
      not-reached | målet inte nått | goal not reached
      inconclusive | går inte att bedöma | inconclusive
      """
    #expect(lines(GoalAttainment.self) == expected)
  }

  @Test("GroundKind")
  func groundKind() {
    let expected = """
      survey | trygghetsmätning | safety survey
      dialogue | medborgardialog | citizen dialogue
      staff | medarbetare | staff
      statistics | statistik | statistics
      """
    #expect(lines(GroundKind.self) == expected)
  }

  @Test("Horizon")
  func horizon() {
    let expected = """
      short | kortsiktig | short-term
      long | långsiktig | long-term
      """
    #expect(lines(Horizon.self) == expected)
  }

  @Test("Irregularity")
  func irregularity() {
    let expected = """
      outside-validity | utanför löftets giltighetstid | outside the validity of the promise
      unknown-authority | beslutsbefogenheten är inte känd | the authority to decide is not known
      without-decision | beslut saknas | no decision
      no-mandate | bemyndigande saknas | no mandate
      executed-before-decision | utförd före beslut | carried out before a decision
      executed-though-rejected | utförd trots avslag | carried out although rejected
      executed-though-withdrawn | utförd trots att åtgärden är avbruten eller återkallad | carried out although withdrawn
      executed-while-paused | utförd medan åtgärden var pausad | carried out while paused
      executed-though-stayed | utförd trots att beslutet är inhiberat | carried out although the decision is stayed
      executed-though-annulled | utförd trots att beslutet är upphävt | carried out although the decision is annulled
      executed-before-final | utförd innan beslutet fått laga kraft | carried out before the decision was final
      decided-after-execution | beslutad i efterhand | decided after it was carried out
      rejected-after-execution | avslagen i efterhand | rejected after it was carried out
      extended-after-deadline | slutdatum framflyttat efter att det passerats | deadline extended after it had passed
      evaluated-before-implemented | utvärderad innan arbetet avslutats | evaluated before the work ended
      effect-without-baseline | effekt utan nulägesvärde | effect without a baseline
      conflict-of-interest | jävig person deltog i beslutet | someone with a conflict of interest took part
      delegation-not-in-force | delegationen gäller inte | the delegation is not in force
      reserved-matter | ärendet får inte delegeras | the matter may not be delegated
      verified-late | justerat för sent | verified late
      announced-late | tillkännagivet för sent | announced late
      announced-unverified | tillkännagivet utan justering | announced without being verified
      announcement-removed-early | anslaget nedtaget för tidigt | announcement taken down early
      final-while-appealed | laga kraft trots pågående överklagande | final although an appeal is pending
      sent-without-promised | utskickad, men en utlovad eller beslutad åtgärd saknas | sent, but a measure that was promised or decided is missing
      presented-unsent | redovisad utan att ha skickats ut | presented without having been sent
      noted-unpresented | noterad utan att ha redovisats | noted without having been presented
      published-unpresented | publicerad utan att ha redovisats | published without having been presented
      compiled-before-period-end | sammanställd före periodens slut | compiled before the end of the period
      activity-after-closing | händelse i avslutat ärende | activity in a closed case
      cleared-unanswered | avslutad utan svar | cleared without an answer
      after-conclusion | tillkommen efter att liggaren avslutats | added after the ledger was concluded
      declared | regelavvikelse enligt den som registrerade | irregular in the judgement of whoever recorded it
      """
    #expect(lines(Irregularity.self) == expected)
  }

  @Test("Holiday")
  func holiday() {
    let expected = """
      new-years-day | nyårsdagen | New Year’s Day
      epiphany | trettondedag jul | Epiphany
      good-friday | långfredagen | Good Friday
      easter-day | påskdagen | Easter Day
      easter-monday | annandag påsk | Easter Monday
      may-day | första maj | May Day
      ascension-day | Kristi himmelsfärdsdag | Ascension Day
      whit-sunday | pingstdagen | Whit Sunday
      whit-monday | annandag pingst | Whit Monday
      national-day | nationaldagen | the National Day
      midsummer-eve | midsommarafton | Midsummer Eve
      midsummer-day | midsommardagen | Midsummer Day
      all-saints-day | alla helgons dag | All Saints’ Day
      christmas-eve | julafton | Christmas Eve
      christmas-day | juldagen | Christmas Day
      boxing-day | annandag jul | Boxing Day
      new-years-eve | nyårsafton | New Year’s Eve
      """
    #expect(lines(Holiday.self) == expected)
  }

  @Test("what moves the end of a time, day by day; the day with its weekday")
  func dayOff() {
    #expect(StatutoryTime.ending("2022-02-26").reasons?.sv == "lördag, söndag")
    #expect(StatutoryTime.ending("2022-06-06").reasons?.en == "the National Day")
    #expect(StatutoryTime.ending("2022-02-28").reasons == nil)
    let week = (0..<7).map { LocalDate(written: "2022-02-21").adding(days: $0).withWeekday }
    #expect(
      week.map(\.sv) == [
        "mån 2022-02-21", "tis 2022-02-22", "ons 2022-02-23", "tor 2022-02-24", "fre 2022-02-25", "lör 2022-02-26",
        "sön 2022-02-27",
      ])
    #expect(week.map { $0.en.prefix(3) } == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
  }

  @Test("RecommendationStatus")
  func recommendationStatus() {
    let expected = """
      delivered | lämnad | delivered
      answered | besvarad | answered
      carried-over | kvarstår | carried over
      cleared | avslutad | cleared
      """
    #expect(lines(RecommendationStatus.self) == expected)
  }

  @Test("ReservedMatter")
  func reservedMatter() {
    let expected = """
      direction | verksamhetens mål, inriktning, omfattning eller kvalitet | aims, direction, extent or quality
      council | framställning eller yttrande till fullmäktige | proposal or statement to the council
      principle | myndighetsutövning av principiell betydelse | exercise of authority in a matter of principle
      citizens-proposal | medborgarförslag | citizens’ proposal
      statute | får inte delegeras enligt annan författning | not to be delegated under another statute
      """
    #expect(lines(ReservedMatter.self) == expected)
  }

  @Test("LedgerReality")
  func ledgerReality() {
    let expected = """
      real | verklig | real
      illustrative | illustration | illustration
      """
    #expect(lines(LedgerReality.self) == expected)
  }

  @Test("MeasureStatus")
  func measureStatus() {
    let expected = """
      proposed | föreslagen | proposed
      referred-back | återremitterad | referred back
      tabled | bordlagd | tabled
      rejected | avslagen | rejected
      approved | beslutad | approved
      in-progress | pågående | in progress
      paused | pausad | paused
      withdrawn | avbruten | withdrawn
      implemented | genomförd | implemented
      partly-implemented | delvis genomförd | partly implemented
      not-implemented | ej genomförd | not implemented
      """
    #expect(lines(MeasureStatus.self) == expected)
  }

  @Test("Schedule")
  func schedule() {
    let expected = """
      no-deadline | inget slutdatum | no deadline
      on-time | i tid | on schedule
      overdue | försenad | overdue
      ended-in-time | avslutad i tid | ended on time
      ended-late | avslutad för sent | ended late
      ended-undated | avslutad, odaterad | ended, undated
      not-applicable | ej tillämpligt | not applicable
      """
    #expect(lines(Schedule.self) == expected)
  }

  @Test("SubjectKind")
  func subjectKind() {
    let expected = """
      ledger | liggare | ledger
      promise | medborgarlöfte | citizen promise
      situation | lägesbild | situation picture
      indicator | indikator | indicator
      case | ärende | case
      measure | åtgärd | measure
      decision | beslut | decision
      body | organ | body
      delegation | delegation | delegation
      meeting | sammanträde | meeting
      follow-up | uppföljning | follow-up
      recommendation | rekommendation | recommendation
      person | privatperson | private person
      """
    #expect(lines(SubjectKind.self) == expected)
  }
}
