import CommandArguments
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Suite("values in phrases")
struct PhraseTests {
  private static let names = Names(
    subject: { $0 == SubjectID(.body, 1) ? "Kommunstyrelsen" : nil },
    day: { $0 == SubjectID(.meeting, 1) ? LocalDate(year: 2022, month: 2, day: 23) : nil },
    code: { code, _ in code == "navertorp" ? "Nävertorp" : nil })

  @Test(
    "an authority says organ, day and paragraph, or the kind and what it rests on",
    arguments: [
      (
        Authority(.body, organ: SubjectID(.body, 1), meeting: SubjectID(.meeting, 1), paragraph: "§ 14"),
        "Kommunstyrelsen 2022-02-23 § 14", "Kommunstyrelsen 2022-02-23 § 14"
      ),
      (
        Authority(.body, organ: SubjectID(.body, 1), meeting: SubjectID(.meeting, 1), paragraph: "14 a"),
        "Kommunstyrelsen 2022-02-23 § 14 a", "Kommunstyrelsen 2022-02-23 § 14 a"
      ),
      (Authority(.body, organ: SubjectID(.body, 1)), "Kommunstyrelsen", "Kommunstyrelsen"),
      (
        Authority(.body, organ: SubjectID(.body, 2), meeting: SubjectID(.meeting, 2)), "B-0002 sammanträde T-0002",
        "B-0002 meeting T-0002"
      ),
      (Authority(.body), "beslut av organ", "decision by a body"),
      (
        Authority(.delegated, delegation: SubjectID(.delegation, 2)), "delegationsbeslut enligt G-0002",
        "delegated decision under G-0002"
      ),
      (
        Authority(.delegated, organ: SubjectID(.body, 1), paragraph: "§ 3", delegation: SubjectID(.delegation, 2)),
        "delegationsbeslut enligt G-0002, Kommunstyrelsen § 3", "delegated decision under G-0002, Kommunstyrelsen § 3"
      ),
      (Authority(.delegated), "delegationsbeslut", "delegated decision"),
      (
        Authority(.urgentChair, organ: SubjectID(.body, 1)), "brådskande ordförandebeslut (KL 6:39), Kommunstyrelsen",
        "urgent chair decision (KL 6:39), Kommunstyrelsen"
      ),
      (Authority(.urgentChair), "brådskande ordförandebeslut (KL 6:39)", "urgent chair decision (KL 6:39)"),
      (Authority(.mereExecution), "ren verkställighet", "mere execution"),
      (Authority(.police), "polisens eget beslut", "the police’s own decision"),
      (Authority(.unknown), "ej känd", "not known"),
    ])
  func authority(authority: Authority, sv: String, en: String) {
    #expect(authority.phrase(Self.names) == Localized(sv, en))
  }

  @Test("an authority's day is written as the reader writes days, and a paragraph has its sign but once")
  func authorityDay() {
    let authority = Authority(.body, organ: SubjectID(.body, 1), meeting: SubjectID(.meeting, 1), paragraph: "14")
    let phrase = authority.phrase(Self.names) { Localized("den \($0.day)", "the \($0.day)") }
    #expect(phrase == Localized("Kommunstyrelsen den 23 § 14", "Kommunstyrelsen the 23 § 14"))
    #expect(Text("§ 14").paragraphPhrase == "§ 14" && Text("p. 3").paragraphPhrase == "p. 3")
    #expect(Text("").paragraphPhrase.isEmpty)
  }

  @Test("an office-holder is named as far as stated, a party by its name, a private person not at all")
  func people() throws {
    let chair = PublicOfficial(name: "Johan Söderberg (S)", office: "Kommunstyrelsens ordförande")
    #expect(chair.phrase == "Johan Söderberg (S), Kommunstyrelsens ordförande")
    #expect(PublicOfficial(office: "trygghetssamordnare", organ: "kommunen").phrase == "trygghetssamordnare, kommunen")
    #expect(Proposer.official(chair).phrase(Self.names).en == chair.phrase)
    #expect(Proposer.party("navertorp").phrase(Self.names) == Localized("Nävertorp", "Nävertorp"))
    #expect(Proposer.party("polis").phrase(Self.names) == Localized("polis", "polis"))
    let sealed = SealedText(try SealedValue(text: String(repeating: "5", count: 64)))
    let citizen = Proposer.citizen(PrivatePerson(name: sealed)).phrase(Self.names)
    #expect(citizen == Localized("privatperson [maskerad]", "private person [masked]"))
    #expect(
      ConflictOfInterest(person: chair, tookPart: true).phrase
        == Localized(
          "Johan Söderberg (S), Kommunstyrelsens ordförande: deltog",
          "Johan Söderberg (S), Kommunstyrelsens ordförande: took part"))
    #expect(
      ConflictOfInterest(person: PublicOfficial(office: "ledamot"), tookPart: false).phrase
        == Localized("ledamot: deltog inte", "ledamot: did not take part"))
  }

  @Test(
    "numbers have a decimal comma in Swedish, and keep their decimals",
    arguments: [
      ("303", "303", "303"), ("4.50", "4,50", "4.50"), ("-4.5", "−4,5", "−4.5"), ("0", "0", "0"),
      ("1234567", "1234567", "1234567"),
    ])
  func numbers(text: String, sv: String, en: String) throws {
    #expect(try Quantity(text: text).phrase == Localized(sv, en))
  }

  @Test("amounts have their unit")
  func amounts() throws {
    #expect(try Quantity(text: "4.5").phrase(unit: "timmar") == Localized("4,5 timmar", "4.5 timmar"))
    #expect(try Quantity(text: "45").phrase(unit: "%") == Localized("45 %", "45%"))
  }

  @Test("targets are phrases, and actual values stand against them")
  func targets() throws {
    let four = try Quantity(text: "4")
    let three = try Quantity(text: "3")
    func target(_ comparison: Comparison?, _ value: Quantity?) -> Target {
      Target(name: "vandringar", unit: "st", comparison: comparison, value: value)
    }
    #expect(target(.atLeast, four).phrase == Localized("minst 4 st", "at least 4 st"))
    #expect(target(.atMost, four).phrase == Localized("högst 4 st", "at most 4 st"))
    #expect(target(.exactly, four).phrase == Localized("exakt 4 st", "exactly 4 st"))
    #expect(target(nil, four).phrase == Localized("4 st", "4 st"))
    #expect(target(nil, nil).phrase == Localized("inget målvärde", "no target value"))
    let least = target(.atLeast, four)
    #expect(least.phrase(actual: three) == Localized("3 st (mål: minst 4 st)", "3 st (target: at least 4 st)"))
    #expect(
      least.phrase(actual: nil)
        == Localized("uppgift saknas (mål: minst 4 st)", "no information (target: at least 4 st)"))
    #expect(
      target(nil, nil).phrase(actual: three) == Localized("3 st (inget målvärde)", "3 st (no target value)"))
    #expect(least.attainment(actual: three, isSettled: true) == Localized("inte nått", "not reached"))
    #expect(least.attainment(actual: three, isSettled: false) == Localized("inte nått än", "not reached yet"))
    #expect(least.attainment(actual: nil, isSettled: true) == StandingWords.noInformation)
    for isSettled in [false, true] {
      #expect(least.attainment(actual: four, isSettled: isSettled) == Localized("nått", "reached"))
      #expect(
        target(nil, nil).attainment(actual: four, isSettled: isSettled)
          == Localized("inget målvärde", "no target value"))
    }
    for comparison in [Comparison.atMost, .exactly] {
      #expect(
        target(comparison, four).attainment(actual: four, isSettled: false)
          == Localized("nått så här långt", "reached so far"))
      #expect(target(comparison, four).attainment(actual: four, isSettled: true) == Localized("nått", "reached"))
    }
  }

  @Test("days, moments and spans are ISO dates in local time, and what has no date says so")
  func times() throws {
    #expect(try Effective(text: "2022-10-14").phrase == "2022-10-14")
    #expect(try Effective(text: "2022-10-14T11:30:00Z").phrase == "2022-10-14 13:30")
    #expect((nil as Effective?).phrase == Localized("odaterad", "undated"))
    #expect(try Optional(Effective(text: "2022-10-14")).phrase == Localized("2022-10-14", "2022-10-14"))
    let span = DateSpan(from: try LocalDate(text: "2022-01-01"), through: try LocalDate(text: "2023-12-31"))
    #expect(span.phrase == Localized("2022-01-01 till och med 2023-12-31", "2022-01-01 through 2023-12-31"))
    let period = ReportingPeriod(label: "2022–2023", from: span.from, through: span.through)
    #expect(
      period.phrase
        == Localized("2022–2023 (2022-01-01 till och med 2023-12-31)", "2022–2023 (2022-01-01 through 2023-12-31)"))
  }

  @Test("standing phrases are those of the vocabulary")
  func standing() {
    #expect(StandingWords.notStated == Localized("anges inte", "not stated"))
    #expect(StandingWords.noInformation == Localized("uppgift saknas", "no information"))
    #expect(StandingWords.undated == Localized("odaterad", "undated"))
    #expect(StandingWords.addedAfterReport == Localized("tillkommit efter redovisningen", "added after the report"))
    #expect(
      StandingWords.noteProposal
        == Localized("förslag: rådet noterar informationen", "proposal: the council notes the information"))
    #expect(PublicOfficial(name: "***", office: "***", organ: "***").phrase == "***")
    #expect(StandingWords.masked == Localized("[maskerad]", "[masked]"))
    #expect(
      StandingWords.illustration
        == Localized(
          "ILLUSTRATION: påhittade uppgifter. Ingenting i denna liggare har hänt.",
          "ILLUSTRATION: made-up information. Nothing in this ledger has happened."))
    #expect(StandingWords.municipalityWide == Localized("hela kommunen", "municipality-wide"))
    #expect(StandingWords.finalReport == Localized("slutrapport", "final report"))
    #expect(StandingWords.irregular == Localized("regelavvikelse", "irregular"))
    #expect(StandingWords.yes == Localized("ja", "yes"))
    #expect(StandingWords.no == Localized("nej", "no"))
  }
}
