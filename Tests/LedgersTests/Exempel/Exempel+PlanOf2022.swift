import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The first action plan: the measures that the promise names, and the first that were proposed beside them.
  func planOf2022() {
    together("2022-01-24 09:15", by: Self.coordinator) { promisedMeasures() }
    together("2022-01-24 10:20", by: Self.coordinator) { proposedMeasures() }
  }

  private func promisedMeasures() {
    propose(
      .m(1), "Kvällspatrullering till fots i Stationsstaden", .promised, situation: .s(1),
      cause: "Öppen försäljning av narkotika och få synliga poliser på kvällarna.",
      goal: "Polisen syns till fots varje kväll torsdag till lördag.",
      targets: [target("patrulltimmar", "timmar per år", .atLeast, "600")], deadline: "2023-12-31", order: 1, who: .ask,
      followUp: "Timmar ur polisens planering, tre gånger per år.", areas: ["stationsstaden"], focus: ["langning"],
      .short, timeOfDay: "kväll", arena: "torg och gator", parties: ["polisen"], from: .party("polisen"))
    propose(
      .m(2), "Trygghetsvandringar", .promised, situation: .s(1),
      cause: "Invånarnas kunskap om otrygga platser tas inte till vara.",
      goal: "Fyra vandringar om året med boende, fastighetsägare och polis.",
      targets: [target("trygghetsvandringar", "vandringar per år", .atLeast, "4", indicator: .i(5))],
      deadline: "2023-12-31", order: 2, who: .brandt, followUp: "Protokoll från varje vandring.", .long,
      parties: ["kommunen", "polisen"], from: .official(.brandt))
    propose(
      .m(3), "Kartläggning av mörka platser", .promised, situation: .s(1), cause: "Ingen vet var belysningen brister.",
      goal: "Alla gångstråk i de tre stadsdelarna är kartlagda.", targets: [target("kartlagda platser", "platser")],
      deadline: "2022-06-30", order: 3, who: .ekholm, areas: ["stationsstaden", "ekliden", "bruket"], .short,
      timeOfDay: "efter mörkrets inbrott", from: .official(.ekholm))
    propose(
      .m(4), "Beskärning av buskage kring Bruksparken", .example, case: .c(2), situation: .s(1),
      cause: "Täta buskage skymmer sikten vid gångvägen.", goal: "Fri sikt längs hela gångvägen.",
      deadline: "2022-05-15", order: 4, who: .ekholm, areas: ["bruket"], .short, arena: "park", from: .official(.ekholm)
    )
    propose(
      .m(5), "Grannsamverkan i nya områden", .promised, situation: .s(1),
      cause: "Bostadsinbrott oroar i villaområdena.", goal: "Minst åtta nya områden till utgången av 2023.",
      targets: [target("nya områden", "områden", .atLeast, "8")], deadline: "2023-12-31", order: 5, who: .feldt,
      areas: ["ekliden", "bruket"], .long, group: "boende i småhus", parties: ["kommunen", "polisen"],
      performers: ["Villaägarföreningen Ekliden"], from: .party("polisen"))
    propose(
      .m(6), "Kamerabevakning av Stationstorget", .example, case: .c(4), situation: .s(1),
      cause: "Våldsbrott och langning på torget.", goal: "Fler brott på torget klaras upp.",
      targets: [target("kameror i drift", "kameror", .exactly, "4")], deadline: "2022-10-31", order: 6, who: .ekholm,
      evaluated: true, areas: ["stationsstaden"], focus: ["langning"], .long, arena: "torg",
      parties: ["kommunen", "polisen"], from: .party("polisen"))
  }

  private func proposedMeasures() {
    propose(
      .m(8), "Kvällsöppen ungdomsmottagning i Bruket", .decided, situation: .s(1),
      cause: "Unga i Bruket har långt till stöd.", goal: "Mottagningen är öppen en kväll i veckan.",
      targets: [target("öppna kvällar", "kvällar per år", .atLeast, "40")], deadline: "2023-12-31", order: 8,
      who: .haddad,
      areas: ["bruket"], focus: ["unga-i-riskzon"], .long, group: "13–20 år",
      performers: ["Regionens ungdomsmottagning"],
      from: .official(.haddad))
    propose(
      .m(9), "Kontroller mot langning vid skolavslutningen", .promised, case: .c(3), situation: .s(1),
      cause: "Langning till ungdomar före skolavslutningen.", goal: "Minst två gemensamma kontroller varje år.",
      targets: [
        target("kontroller", "kontroller per år", .atLeast, "2"), target("beslag", "beslag per år"),
      ], deadline: "2023-06-30", order: 9, who: .feldt, focus: ["langning"], .short, timeOfDay: "kväll",
      group: "ungdomar", parties: ["kommunen", "polisen"], from: .party("polisen"))
    propose(
      .m(10), "SSPF-grupper i alla högstadieskolor", .decided, situation: .s(1),
      cause: "Skola, socialtjänst, polis och fritid delar för lite.", goal: "Varje högstadieskola har en SSPF-grupp.",
      targets: [target("skolor med SSPF-grupp", "skolor", .atLeast, "5")], deadline: "2023-12-31", order: 10,
      who: .nyman,
      focus: ["unga-i-riskzon"], .long, arena: "skola", parties: ["kommunen", "polisen"], from: .official(.nyman))
    propose(
      .m(11), "Klotter saneras inom 48 timmar", .decided, situation: .s(1), cause: "Klotter får sitta kvar i veckor.",
      goal: "Nio av tio anmälningar är åtgärdade inom 48 timmar.",
      targets: [target("sanerat inom 48 timmar", "procent", .atLeast, "90", indicator: .i(2))], deadline: "2023-12-31",
      order: 11, who: .ekholm, focus: ["skadegorelse"], .short, from: .official(.ekholm))
    propose(
      .m(12), "Gemensam krogtillsyn", .decided, cause: "Överservering följs av bråk på torget.",
      goal: "Minst tolv tillsyner om året tillsammans med polisen.",
      targets: [target("tillsyner", "tillsyner per år", .atLeast, "12")], deadline: "2023-12-31", order: 12,
      who: .stahl,
      areas: ["stationsstaden"], .short, timeOfDay: "kväll och natt", arena: "serveringsställen",
      parties: ["kommunen", "polisen"], from: .official(.stahl))
  }
}
