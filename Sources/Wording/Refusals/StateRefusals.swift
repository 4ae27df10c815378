import CommandArguments
import LedgerDomain
import StrictJSON

/// What is said of acts that the state does not allow, or allows only with a reason.
enum StateRefusals {
  static func impossible(_ type: String, _ state: String, _ subject: SubjectID?) -> Message {
    let noun = String(type.prefix { $0 != "." })
    let mistake = Localized(
      "Om en tidigare uppgift är fel kan den korrigeras (”liggare correct”) eller makuleras (”liggare reverse”).",
      "If an earlier entry is wrong, it can be corrected (“liggare correct”) or voided (“liggare reverse”).")
    let hasView = noun != "entry" && noun != "ledger"
    return Message(
      EventWords.words(ofType: type).quoted + Localized(" kan inte registreras: ", " cannot be recorded: ")
        + clause(noun, state) + ".",
      remedy: hasView ? see("\(noun) show" + (subject.map { " \($0.text)" } ?? "")) + " " + mistake : mistake)
  }

  static func irregular(_ kinds: [Irregularity]) -> Message {
    Message(
      Localized("Uppgiften avviker från reglerna: ", "The entry goes against the rules: ")
        + .joined(kinds.map(\.words), by: "; ") + ".",
      remedy: firstAid(kinds)
        + Localized(
          "Om det har hänt kan kommandot upprepas med --irregular \"skäl\". Uppgiften märks och blir en iakttagelse.",
          "If it did happen, repeat the command with --irregular \"reason\". The entry is marked and becomes a finding."
        ))
  }

  /// What is often only left out, before a fact is called irregular.
  private static func firstAid(_ kinds: [Irregularity]) -> Localized {
    var aid = Localized("", "")
    if kinds.contains(.withoutDecision) {
      aid =
        aid
        + Localized(
          "Finns ett beslut, ange det med --decision eller --authority. ",
          "If there is a decision, give it with --decision or --authority. ")
    }
    if kinds.contains(.outsideValidity) {
      aid = aid + Localized("Skedde det en annan dag, ange --effective. ", "If it was another day, give --effective. ")
    }
    return aid
  }

  /// How it stands with the subject, as a clause: `åtgärden är beslutad`.
  static func clause(_ noun: String, _ state: String) -> Localized {
    if let clause = clauses["\(noun)/\(state)"] { return clause }
    let subject = SubjectKind(rawValue: noun)?.definite ?? Localized("posten", "the entry")
    if noun == "measure", let status = MeasureStatus(rawValue: state) {
      return subject + Localized(" är ", " is ") + status.words
    }
    return subject + Localized(" är i läget ", " is in the state ") + quoted(state)
  }

  static let clauses: [String: Localized] = [
    "ledger/concluded": Localized("liggaren är redan avslutad", "the ledger is already concluded"),
    "ledger/not-registered": Localized(
      "ingen nyckel i bruk har det namnet", "no key in use has that name"),
    "promise/concluded": Localized(
      "medborgarlöftet är avslutat", "the citizen promise is concluded"),
    "case/closed": Localized("ärendet är redan avslutat", "the case is already closed"),
    "case/open": Localized("ärendet är inte avslutat", "the case is not closed"),
    "measure/in-progress": Localized("åtgärden pågår", "the measure is in progress"),
    "measure/withdrawn": Localized(
      "åtgärden är avbruten eller återkallad", "the measure is withdrawn"),
    "decision/announced": Localized("beslutet är redan tillkännagivet", "the decision is already announced"),
    "decision/notified": Localized(
      "beslutet är redan anmält till det organet", "the decision is already notified to that body"),
    "decision/stayed": Localized("beslutet är redan inhiberat", "the decision is already stayed"),
    "decision/annulled": Localized("beslutet är upphävt", "the decision is annulled"),
    "decision/final": Localized("beslutet har redan fått laga kraft", "the decision is already final"),
    "entry/opening": Localized(
      "liggarens första post kan inte tas bort", "the ledger's first entry cannot be taken away"),
    "entry/erasure": Localized("det som är gallrat är borta", "what was disposed of is gone"),
    "entry/not-decided": Localized(
      "gallringsbeslutets dag har inte kommit", "the day of the disposal decision has not come"),
    "delegation/revoked": Localized("delegationen är redan återkallad", "the delegation is already revoked"),
    "meeting/held": Localized("sammanträdet är redan hållet", "the meeting is already held"),
    "meeting/not-held": Localized(
      "sammanträdet är inte registrerat som hållet", "the meeting is not recorded as held"),
    "meeting/verified": Localized("det är redan justerat", "it is already verified"),
    "meeting/announced": Localized(
      "justeringen är redan tillkännagiven", "the verification is already announced"),
    "meeting/not-announced": Localized(
      "det finns inget sådant anslag", "there is no such announcement"),
    "meeting/called-off": Localized("sammanträdet är inställt", "the meeting is called off"),
    "meeting/used": Localized(
      "beslut eller redovisningar är registrerade på sammanträdet",
      "decisions or reports are recorded at the meeting"),
    "meeting/removed": Localized("anslaget är redan nedtaget", "the announcement is already taken down"),
    "follow-up/presented": Localized("uppföljningen är redan redovisad", "the follow-up is already presented"),
    "follow-up/noted": Localized("uppföljningen är redan noterad", "the follow-up is already noted"),
    "follow-up/published": Localized(
      "uppföljningen är redan publicerad på den webbplatsen", "the follow-up is already published on that site"),
    "recommendation/cleared": Localized(
      "rekommendationen är redan avslutad", "the recommendation is already cleared"),
    "entry/not-marked": Localized(
      "det finns ingen sekretessmarkering att häva", "there is no secrecy mark to lift"),
  ]
}
