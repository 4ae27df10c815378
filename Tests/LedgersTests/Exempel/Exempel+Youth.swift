import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The young: a clinic, checks against supply, summer jobs decided without a mandate, field workers, open Saturdays.
  func youth() {
    clinic()
    supply()
    summerJobs()
    fieldWorkers()
    openSaturdays()
  }

  private func clinic() {
    together("2022-03-17 09:10", on: "2022-03-16", by: Self.secretary) {
      decide(
        .d(27), "Kvällsöppen ungdomsmottagning i Bruket", .approved, .social(4, 28), by: [.wikner], rapporteur: .haddad,
        on: [.m(8)])
      approve(.m(8), .d(27))
    }
    at("2022-04-05 08:25", on: "2022-04-04", by: Self.coordinator) { start(.m(8), by: ["Regionens ungdomsmottagning"]) }
    reports(
      .m(8), by: .haddad, Said("2022-05-03 14:10", "2022-T1", "Öppet sedan april.", result("öppna kvällar", "4")),
      Said("2022-08-24 13:40", "2022-T2", "Stängt i juli.", result("öppna kvällar", "14")),
      Said("2023-01-10 09:15", "2022-T3", "En kväll i veckan.", result("öppna kvällar", "30")),
      Said("2023-05-03 09:20", "2023-T1", "En kväll i veckan.", result("öppna kvällar", "17")),
      Said("2023-09-05 09:10", "2023-T2", "En kväll i veckan.", result("öppna kvällar", "28")))
    at("2023-12-21 09:35", on: "2023-12-20", by: Self.coordinator) {
      implement(.m(8), .full, [result("öppna kvällar", "43")], by: .haddad)
    }
  }

  private func supply() {
    at("2022-01-18 14:10") {
      open(
        .c(3), "Skolornas anmälan om langning", dnr: "BN/2022:0008",
        "Tre skolor berättar om langning före skolavslutningen.",
        from: .official(.nyman))
      assign(.c(3), to: .brandt)
    }
    at("2022-01-24 13:50") { link(.c(3), to: .m(9)) }
    together("2022-04-25 13:05", by: Self.policeClerk) {
      decide(.d(28), "Kontroller mot langning", .approved, .ofThePolice, by: [.ask], on: [.m(9)])
      approve(.m(9), .d(28))
    }
    at("2022-06-08 08:35", on: "2022-06-07", by: Self.policeClerk) { start(.m(9)) }
    reports(
      .m(9), by: .feldt, typedBy: Self.policeClerk,
      Said(
        "2022-08-24 14:05", "2022-T2", "Två kontroller vid skolavslutningen.", result("kontroller", "2"),
        result("beslag", "17")))
    at("2023-06-21 09:30", on: "2023-06-14", by: Self.policeClerk) {
      implement(.m(9), .full, [result("kontroller", "3"), result("beslag", "9")], by: .feldt)
    }
    at("2023-06-22 10:15") { close(.c(3), "Kontroller genomförda två år i rad.", decision: .d(28)) }
  }

  private func summerJobs() {
    at("2022-05-17 10:45", by: Self.coordinator) {
      propose(
        .m(21), "Sommarjobb för unga i riskzon", .decided, cause: "Unga utan sysselsättning på sommaren.",
        goal: "25 unga får sommarjobb.", targets: [target("sommarjobb", "platser", .atLeast, "25")],
        deadline: "2022-08-31", order: 21, who: .haddad, focus: ["unga-i-riskzon"], .short, group: "16–19 år",
        from: .official(.haddad))
    }
    at(
      "2022-05-20 08:55", on: "2022-05-19",
      irregular: "Nämnden hade inte gett ordföranden rätt att besluta i brådskande ärenden."
    ) {
      decide(
        .d(33), "Sommarjobb för unga i riskzon", .approved, .urgently(for: 3), by: [.wikner],
        grounds: "Platserna måste tillsättas före skolavslutningen.", dnr: "SN/2022:0061", on: [.m(21)])
    }
    at("2022-05-20 09:00", on: "2022-05-19") { approve(.m(21), .d(33)) }
    at("2022-06-14 08:30", on: "2022-06-13", by: Self.coordinator) { start(.m(21)) }
    at("2022-06-16 09:20", on: "2022-06-15", by: Self.secretary) { notify(.d(33), to: .b(3), at: .t(9), "§ 55") }
    at("2022-08-23 09:05", on: "2022-08-19", by: Self.coordinator) {
      implement(
        .m(21), .partial, [result("sommarjobb", "23")], deviation: "Två ungdomar avböjde för sent för att ersättas.",
        by: .haddad)
    }
  }

  private func fieldWorkers() {
    at("2022-10-24 09:50", by: Self.coordinator) {
      propose(
        .m(27), "Fältassistenter på kvällstid", .decided, situation: .s(1),
        cause: "Inga vuxna som unga känner på kvällen.",
        goal: "Fyra fältassistenter ute tre kvällar i veckan.",
        targets: [target("fältassistenter", "anställda", .exactly, "4")], deadline: "2023-12-31", order: 27,
        who: .haddad,
        focus: ["unga-i-riskzon"], .long, timeOfDay: "kväll", from: .official(.haddad))
    }
    together("2022-11-17 09:35", on: "2022-11-16", by: Self.secretary) {
      decide(.d(34), "Fältassistenter på kvällstid", .approved, .social(14, 102), by: [.wikner], on: [.m(27)])
      approve(.m(27), .d(34))
    }
    at("2023-02-02 08:20", on: "2023-02-01", by: Self.coordinator) { start(.m(27)) }
    reports(
      .m(27), by: .haddad, Said("2023-05-03 09:40", "2023-T1", "Två anställda.", result("fältassistenter", "2")),
      Said("2023-09-05 09:30", "2023-T2", "Tre anställda, en tjänst vakant.", result("fältassistenter", "3")))
    at("2024-01-09 11:10", on: "2023-12-31", by: Self.coordinator) {
      implement(
        .m(27), .partial, [result("fältassistenter", "3")], deviation: "Den fjärde tjänsten gick inte att tillsätta.",
        by: .haddad)
    }
  }

  private func openSaturdays() {
    at("2022-05-31 13:40") {
      open(.c(9), "Ungdomsrådets förslag om lördagsöppet", dnr: "BN/2022:0047", areas: ["bruket"])
      assign(.c(9), to: .roos)
    }
    at("2022-06-07 10:25", by: Self.coordinator) {
      propose(
        .m(29), "Lördagsöppen fritidsgård i Bruket", .decided, case: .c(9), cause: "Inget att göra på lördagar.",
        goal: "Fritidsgården är öppen varje lördag.",
        targets: [target("öppna lördagar", "lördagar per år", .atLeast, "30")],
        deadline: "2023-12-31", order: 29, who: .roos, areas: ["bruket"], focus: ["unga-i-riskzon"], .long,
        timeOfDay: "lördag kväll", arena: "fritidsgård", group: "13–17 år", from: .official(.roos))
      link(.c(9), to: .m(29))
    }
    together("2022-09-21 09:25", on: "2022-09-20", by: Self.secretary) {
      decide(.d(35), "Lördagsöppen fritidsgård", .approved, .schools(11, 42), by: [.sjogren], on: [.m(29)])
      approve(.m(29), .d(35))
    }
    at("2022-09-22 10:35") { close(.c(9), "Förslaget antaget.", decision: .d(35)) }
    at("2022-10-03 08:45", on: "2022-10-01", by: Self.coordinator) { start(.m(29)) }
    at("2022-11-29 13:15") {
      reopen(.c(9), "Ungdomsrådet önskar samma sak i Ekliden.")
      note(.c(9), "Möte med ungdomsrådet.", by: .roos)
    }
    together("2023-02-15 09:20", on: "2023-02-14", by: Self.secretary) {
      decide(.d(36), "Lördagsöppet även i Ekliden", .amended, .schools(18, 7), by: [.sjogren], on: [.m(29)])
      amend(
        .m(29),
        MeasureAmended(
          title: "Lördagsöppna fritidsgårdar i Bruket och Ekliden",
          targets: [target("öppna lördagar", "lördagar per år", .atLeast, "60")], areas: ["bruket", "ekliden"],
          reason: "Ungdomsrådets önskemål.", decision: .d(36)))
    }
    at("2023-02-16 09:30") { close(.c(9), "Lördagsöppet även i Ekliden.", decision: .d(36)) }
    at(
      "2023-05-04 10:10", on: "2023-04-28", by: Self.coordinator, irregular: "Föreningen togs in utan nytt nämndbeslut."
    ) {
      amend(.m(29), MeasureAmended(performers: ["Ekeborgs Ungdomsklubb"], reason: "Personalbrist på lördagar."))
    }
    reports(
      .m(29), by: .roos, Said("2023-01-10 09:40", "2022-T3", "Öppet tolv lördagar.", result("öppna lördagar", "12")),
      Said("2023-05-03 13:10", "2023-T1", "Två gårdar sedan mars.", result("öppna lördagar", "24")),
      Said("2023-09-05 13:20", "2023-T2", "Stängt i juli.", result("öppna lördagar", "41")))
    at("2023-12-20 10:05", on: "2023-12-16", by: Self.coordinator) {
      implement(.m(29), .full, [result("öppna lördagar", "63")], by: .roos)
    }
  }
}
