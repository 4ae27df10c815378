import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// M-0007, from a citizen's proposal to an evaluation with a baseline: the measure to look at first.
  func lightingInEkliden() {
    at(
      "2022-01-19 09:40",
      note: "Förslagsställaren (påhittad) berättar att hon slutat gå hem från kvällstågen. Påhittad uppgift."
    ) {
      open(
        .c(1), "Medborgarförslag: bättre ljus på gångstråket i Ekliden", dnr: "KS/2022:0041", areas: ["ekliden"],
        "Förslag om fler och starkare lampor mellan Ekliden och stationen.",
        from: .citizen(citizen("Påhittad Person Ett", "person.ett@ekeborg.example")), due: "2022-04-29")
    }
    at("2022-01-20 10:10", thread: .c(1)) { assign(.c(1), to: .brandt) }
    at("2022-01-28 08:20", on: "2022-01-27T17:30:00+01:00", by: Self.coordinator, thread: .c(1)) {
      note(.c(1), "Platsbesök efter mörkrets inbrott: 9 av 22 armaturer släckta.", by: .brandt)
    }
    at("2022-02-02 13:05", by: Self.coordinator, thread: .c(1)) {
      propose(
        .m(7), "Ny belysning längs gångstråket Ekliden–stationen", .decided, case: .c(1), situation: .s(1),
        cause: "Gångstråket undviks efter mörkrets inbrott; 9 av 22 armaturer är släckta.",
        goal: "Hela stråket är upplyst och fler känner sig trygga där.",
        targets: [
          target("tända armaturer", "armaturer", .atLeast, "22"),
          target("trygga på stråket", "procent av svarande", .atLeast, "55", indicator: .i(6)),
        ],
        deadline: "2022-10-31", order: 7, who: .ekholm,
        contact: scribe.sealed("contact", "person.ett@ekeborg.example"),
        followUp: "Besiktning, därefter fältenkät våren 2023.", evaluated: true, areas: ["ekliden"], .long,
        timeOfDay: "efter mörkrets inbrott", arena: "gång- och cykelväg", group: "gående och cyklister",
        performers: ["Ekeborg Energi Nät AB"], from: .official(.brandt))
      link(.c(1), to: .m(7))
    }
    lightingIsDecided()
    lightingIsBuilt()
    lightingIsEvaluated()
  }

  private func lightingIsDecided() {
    together("2022-02-24 09:20", on: "2022-02-23", by: Self.secretary, thread: .c(1)) {
      decide(
        .d(3), "Belysning Ekliden–stationen", .referredBack, .board(3, 22), by: [.lindvall], rapporteur: .ekholm,
        proposedBy: .brandt, grounds: "Kostnaden och vem som äger stolparna ska redovisas.", dnr: "KS/2022:0041",
        on: [.m(7)])
      referBack(.m(7), .d(3), "Kostnaden och vem som äger stolparna ska redovisas.")
    }
    at("2022-03-10 14:45", by: Self.coordinator, thread: .c(1)) {
      note(.c(1), "Kalkyl klar: 410 000 kronor. Kommunen äger samtliga stolpar.", by: .ekholm)
      attach(
        .m(7), "Tjänsteskrivelse belysning Ekliden.txt", Array("påhittad tjänsteskrivelse KS/2022:0041-4\n".utf8),
        dnr: "KS/2022:0041-4", role: "tjänsteskrivelse")
    }
    together("2022-03-31 09:05", on: "2022-03-30", by: Self.secretary, thread: .c(1)) {
      decide(
        .d(4), "Belysning Ekliden–stationen", .approved, .board(6, 41), by: [.lindvall], rapporteur: .ekholm,
        proposedBy: .brandt, grounds: "Tjänsteskrivelse 2022-03-10.", dnr: "KS/2022:0041", on: [.m(7)])
      approve(.m(7), .d(4), "Inom en ram av 410 000 kronor.")
    }
    at("2022-04-01 13:30", by: Self.coordinator, thread: .c(1)) {
      watch(.c(1), until: "2023-04-28", "Hålls öppet tills utvärderingen är gjord.")
    }
    at("2022-05-02 08:55", on: "2022-04-29", by: Self.secretary, thread: .c(1)) { becomesFinal(.d(4)) }
  }

  private func lightingIsBuilt() {
    at("2022-05-04 10:30", by: Self.coordinator, thread: .c(1)) {
      report(.m(7), "Upphandling pågår.", [result("tända armaturer", "0")], "2022-T1", by: .ekholm)
    }
    at("2022-06-14 07:50", on: "2022-06-13", by: Self.coordinator, thread: .c(1)) {
      start(.m(7), by: ["Ekeborg Energi Nät AB"])
    }
    at("2022-08-25 10:15", by: Self.coordinator, thread: .c(1)) {
      report(.m(7), "Tolv nya armaturer är på plats.", [result("tända armaturer", "12")], "2022-T2", by: .ekholm)
    }
    together("2022-10-06 09:00", on: "2022-10-05", by: Self.secretary, thread: .c(1)) {
      decide(
        .d(5), "Förlängd tid för belysning Ekliden–stationen", .extended, .board(13, 88), by: [.lindvall],
        rapporteur: .ekholm, grounds: "Försenad leverans av stolpar.", dnr: "KS/2022:0041", on: [.m(7)])
      extend(.m(7), to: "2022-12-16", "Försenad leverans av stolpar.", decision: .d(5))
    }
    // After the report of 2022-T2 was presented with twelve.
    at("2022-10-11 13:40", by: Self.coordinator, thread: .c(1)) {
      correct(
        .m(7), ProgressReported.self, number: 2, "results",
        to: JSONValue(of: [TargetResult(target: "tända armaturer", actual: "9")]),
        "Tre armaturer räknades som tända innan de var inkopplade.", by: .ekholm)
    }
    at("2022-12-05 09:10", on: "2022-12-02", by: Self.coordinator, thread: .c(1)) {
      implement(
        .m(7), .full, [result("tända armaturer", "22")], performers: ["Ekeborg Energi Nät AB"], by: .ekholm)
      attach(
        .m(7), "Besiktning med foton 2022-12-02.txt", Array("påhittad fotologg från besiktningen\n".utf8),
        dnr: "KS/2022:0041-11", role: "fotologg")
    }
  }

  private func lightingIsEvaluated() {
    at("2023-03-28 10:05", by: Self.coordinator, thread: .c(1)) {
      evaluate(
        .m(7), .effect, .reached, "57 procent är trygga på stråket mot 48 före. Målet 55 är nått.", with: [.i(6)],
        by: .brandt)
    }
    at("2023-04-03 15:10", thread: .c(1)) {
      note(.c(1), "Utvärderingen skickad till förslagsställaren.", by: .brandt)
      close(.c(1), "Förslaget genomfört genom M-0007.", decision: .d(4))
    }
  }
}
