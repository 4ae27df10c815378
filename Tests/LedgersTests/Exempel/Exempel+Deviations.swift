import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// What the boards were told when a measure did not turn out as decided. Of M-0037 nobody told the social committee.
  func deviations() {
    at("2022-11-17 10:25", on: "2022-11-16", by: Self.secretary) {
      decide(
        .d(56), "Utfall av sommarjobben 2022", .noted, .social(14, 103), by: [.wikner], rapporteur: .haddad,
        dnr: "SN/2022:0061", on: [.m(21)])
    }
    at("2023-02-23 09:45", on: "2023-02-22", by: Self.secretary) {
      decide(
        .d(57), "Dom om kamerabevakningen av Stationstorget", .noted, .board(19, 26), by: [.lindvall],
        rapporteur: .ekholm, dnr: "KS/2022:0033", on: [.m(6)])
    }
    at("2024-02-14 09:20", on: "2024-02-13", by: Self.secretary) {
      decide(
        .d(58), "Närvaroteamets utfall 2023", .noted, .schools(35, 9), by: [.sjogren], rapporteur: .lund, on: [.m(18)])
    }
    at("2024-02-22 09:15", on: "2024-02-21", by: Self.secretary) {
      decide(
        .d(59), "Fältassistenternas utfall 2023", .noted, .social(34, 18), by: [.wikner], rapporteur: .haddad,
        on: [.m(27)])
    }
    at("2024-02-29 09:40", on: "2024-02-28", by: Self.secretary) {
      decide(
        .d(60), "Nattvandringens utfall 2023", .noted, .board(31, 32), by: [.lindvall], rapporteur: .brandt,
        on: [.m(14)])
    }
  }
}
