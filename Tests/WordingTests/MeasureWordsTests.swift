import CommandArguments
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Suite("the words of a measure and of other subjects")
struct MeasureWordsTests {
  private static let proposal = MeasureFact.proposed(MeasureProposed(title: "Ny belysning", binding: .decided))
  private static let approval = MeasureFact.approved(MeasureApproved(decision: SubjectID(.decision, 1)))
  private static let withdrawal = MeasureFact.withdrawn(MeasureWithdrawn(reason: "fastigheten är såld"))

  private func measure(_ facts: [MeasureFact]) throws -> Measure {
    var measure = Measure(id: SubjectID(.measure, 1))
    for (index, fact) in facts.enumerated() {
      measure.apply(try event(.measure(fact), about: measure.id, index + 1))
    }
    return measure
  }

  private func event(_ fact: Fact, about subject: SubjectID, _ position: Int) throws -> Event {
    Event(
      id: EventID(random: Array(repeating: UInt8(position), count: 16)), subject: subject,
      recorded: try Instant(text: "2022-03-23T10:15:00.000Z"), position: position, subjectVersion: position,
      effective: nil, recordedBy: "registratorn", fact: fact)
  }

  @Test("what is withdrawn before a decision is called back, after it broken off")
  func withdrawn() throws {
    let before = try measure([Self.proposal, Self.withdrawal])
    let after = try measure([Self.proposal, Self.approval, Self.withdrawal])
    #expect(words(of: before) == Localized("återkallad", "withdrawn before a decision"))
    #expect(words(of: after) == Localized("avbruten", "withdrawn"))
    #expect(EventWords.words(of: .measure(Self.withdrawal), about: before) == words(of: before))
    #expect(EventWords.words(of: .measure(Self.withdrawal), about: after) == words(of: after))
  }

  @Test("any other status has its own words, and no status none")
  func others() throws {
    #expect(words(of: try measure([Self.proposal, Self.approval])) == Localized("beslutad", "approved"))
    #expect(words(of: try measure([])) == StandingWords.noInformation)
  }

  @Test("kinds of subjects are bent in Swedish")
  func kinds() {
    let expected = """
      liggare, en liggare, liggaren, liggare
      medborgarlöfte, ett medborgarlöfte, medborgarlöftet, medborgarlöften
      lägesbild, en lägesbild, lägesbilden, lägesbilder
      indikator, en indikator, indikatorn, indikatorer
      ärende, ett ärende, ärendet, ärenden
      åtgärd, en åtgärd, åtgärden, åtgärder
      beslut, ett beslut, beslutet, beslut
      organ, ett organ, organet, organ
      delegation, en delegation, delegationen, delegationer
      sammanträde, ett sammanträde, sammanträdet, sammanträden
      uppföljning, en uppföljning, uppföljningen, uppföljningar
      rekommendation, en rekommendation, rekommendationen, rekommendationer
      privatperson, en privatperson, privatpersonen, privatpersoner
      """
    #expect(SubjectKind.allCases.map { forms($0, .sv) }.joined(separator: "\n") == expected)
  }

  @Test("and have their articles and plurals in English")
  func kindsInEnglish() {
    let expected = """
      ledger, a ledger, the ledger, ledgers
      citizen promise, a citizen promise, the citizen promise, citizen promises
      situation picture, a situation picture, the situation picture, situation pictures
      indicator, an indicator, the indicator, indicators
      case, a case, the case, cases
      measure, a measure, the measure, measures
      decision, a decision, the decision, decisions
      body, a body, the body, bodies
      delegation, a delegation, the delegation, delegations
      meeting, a meeting, the meeting, meetings
      follow-up, a follow-up, the follow-up, follow-ups
      recommendation, a recommendation, the recommendation, recommendations
      private person, a private person, the private person, private persons
      """
    #expect(SubjectKind.allCases.map { forms($0, .en) }.joined(separator: "\n") == expected)
  }

  private func forms(_ kind: SubjectKind, _ language: Language) -> String {
    [kind.words, kind.withArticle, kind.definite, kind.plural].map { $0[language] }.joined(separator: ", ")
  }

  @Test("names are taken from states: titles, meeting days, the promise's lists")
  func names() throws {
    let promise = SubjectID(.promise, 1)
    let terms = PromiseAdopted(
      title: "Medborgarlöfte 2022–2023",
      validity: DateSpan(from: try LocalDate(text: "2022-01-01"), through: try LocalDate(text: "2023-12-31")),
      areas: [Named("navertorp", "Nävertorp")])
    let meeting = MeetingScheduled(body: SubjectID(.body, 1), day: try LocalDate(text: "2022-02-23"))
    let facts: [SubjectID: Fact] = [
      promise: .promise(.adopted(terms)),
      SubjectID(.body, 1): .body(.registered(BodyRegistered(name: "Kommunstyrelsen", kind: .executiveBoard))),
      SubjectID(.meeting, 1): .meeting(.scheduled(meeting)), SubjectID(.measure, 1): .measure(Self.proposal),
    ]
    let states = try Dictionary(
      uniqueKeysWithValues: facts.map { id, fact in
        var state = SubjectState(id: id)
        state.apply(try event(fact, about: id, 1))
        return (id, state)
      })
    let names = Names(states: { states[$0] ?? SubjectState(id: $0) }, promises: [promise])
    #expect(names.of(promise) == "Medborgarlöfte 2022–2023")
    #expect(names.of(SubjectID(.body, 1)) == "Kommunstyrelsen")
    #expect(names.of(SubjectID(.measure, 1)) == "Ny belysning")
    #expect(names.of(SubjectID(.measure, 2)) == "M-0002")
    #expect(names.of(SubjectID(.meeting, 1)) == "T-0001")
    #expect(names.day(SubjectID(.meeting, 1))?.text == "2022-02-23")
    #expect(names.day(SubjectID(.body, 1)) == nil)
    #expect(names.of("navertorp" as Code) == "Nävertorp")
    #expect(names.of("centrum" as Code) == "centrum")
    #expect(SubjectKind.allCases.allSatisfy { SubjectState(id: SubjectID($0, 9)).name == nil })
  }
}
