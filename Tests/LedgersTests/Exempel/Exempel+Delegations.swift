import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Who may decide in a body's place; one delegates further without leave, one is revoked.
  func delegations() {
    together("2022-01-27 09:10", on: "2022-01-26", by: Self.secretary) {
      decide(
        .d(2), "Delegationsordning för kommunstyrelsen", .adopted, .board(2, 9), by: [.lindvall], dnr: "KS/2022:0007")
      grant(
        .g(1),
        DelegationGranted(
          from: .b(2), to: .ekholm, scope: "trygghetsskapande åtgärder i gatumiljön, högst 300 000 kronor",
          reference: "3.4", mayDelegateFurther: true, decision: .d(2)))
      grant(
        .g(6),
        DelegationGranted(
          from: .b(2), to: .brandt, scope: "insatser i trygghetsarbetet, högst 50 000 kronor", reference: "3.7",
          decision: .d(2)))
    }
    together("2022-01-27 10:25", on: "2022-01-01") {
      grant(
        .g(3),
        DelegationGranted(
          from: .b(3), to: .stahl, scope: "tillsyn enligt alkohollagen och tobakslagen",
          reference: "Socialnämndens delegationsordning 5.1"))
      grant(
        .g(5),
        DelegationGranted(
          from: .b(3), to: .haddad, scope: "förebyggande insatser för enskilda grupper",
          validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
          reference: "Socialnämndens delegationsordning 2.2"))
    }
    at("2022-02-07 11:05") {
      grant(
        .g(2),
        DelegationGranted(
          from: .b(2), to: .berggren, scope: "belysning och beskärning, högst 100 000 kronor", reference: "3.4 a",
          under: .g(1)))
    }
    at(
      "2022-07-05 09:45", on: "2022-07-01",
      irregular: "Vikariatet ordnades utan att nämnden hade medgett vidaredelegation."
    ) {
      grant(
        .g(4),
        DelegationGranted(
          from: .b(3), to: .rosen, scope: "tillsyn enligt alkohollagen under semestern och vid frånvaro", under: .g(3)))
    }
    at("2023-03-06 14:20", by: Self.coordinator, irregular: "Samordnaren trodde att hennes ram gällde även detta.") {
      decide(
        .d(55), "Nattvandringens inriktning för 2023", .other, .under(6), by: [.brandt], dnr: "KS/2023:0071",
        on: [.m(14)], reserved: .direction)
    }
    at("2023-04-27 09:30", on: "2023-04-26", by: Self.secretary) { notify(.d(55), to: .b(2), at: .t(21), "§ 52") }
    at("2023-02-02 08:50", on: "2023-01-31") {
      revoke(.g(5), "Nämnden beslutar själv om insatserna från februari 2023.")
    }
  }
}
