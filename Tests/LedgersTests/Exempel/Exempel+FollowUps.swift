import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Six periodic follow-ups and the final one. Only the first went as it should.
  func followUps() {
    at("2022-05-09 10:10", by: Self.coordinator) { compile(.f(1), "2022-T1", by: .brandt) }
    at("2022-05-16 09:30", by: Self.secretary) { send(.f(1), to: .b(5), for: .t(7)) }
    presented(1, "2022-T1", at: 7, typed: "2022-05-25", on: "2022-05-24", "§ 4")
    published(1, "2022-05-30", "2022-05-31")
    secondOf2022()
    at("2023-01-16 10:20", by: Self.coordinator) { compile(.f(3), "2022-T3", by: .brandt) }
    at(
      "2023-02-01 09:10", on: "2023-01-31", by: Self.secretary,
      irregular: "Rapporten delades ut vid bordet utan att ha skickats."
    ) { present(.f(3), to: .b(5), at: .t(17), "Uppföljning 2022-T3.md", dnr: "KS/2023:0009-1") }
    at("2023-02-01 09:20", on: "2023-01-31", by: Self.secretary) { noted(.f(3), at: .t(17), "§ 3") }
    published(3, "2023-02-03", "2023-02-06")
    firstOf2023()
    secondOf2023()
    at("2024-01-15 10:05", by: Self.coordinator) { compile(.f(6), "2023-T3", by: .brandt) }
    at("2024-01-22 13:10", by: Self.secretary) { send(.f(6), to: .b(5), for: .t(30)) }
    presented(6, "2023-T3", at: 30, typed: "2024-01-31", on: "2024-01-30", "§ 5")
    published(6, "2024-02-05", nil)
    at("2024-04-08 10:25", by: Self.coordinator) { compile(.f(7), "slutrapport", by: .brandt) }
    at("2024-04-15 09:35", by: Self.secretary) { send(.f(7), to: .b(5), for: .t(32)) }
    presented(7, "slutrapport", at: 32, typed: "2024-04-24", on: "2024-04-23", "§ 12")
    published(7, "2024-04-29", nil)
  }

  /// Compiled before the period had ended, and sent without a measure that was promised; published late by the police.
  private func secondOf2022() {
    at(
      "2022-08-29 13:10", by: Self.coordinator, irregular: "Togs fram två dagar för tidigt för att hinna med kallelsen."
    ) {
      compile(.f(2), "2022-T2", by: .brandt)
    }
    at(
      "2022-09-08 13:30", by: Self.secretary,
      irregular: "Raden om kontrollerna mot langning föll bort när bilagan gjordes."
    ) { send(.f(2), to: .b(5), for: .t(12), leftOut: [.m(9)]) }
    presented(2, "2022-T2", at: 12, typed: "2022-09-28", on: "2022-09-27", "§ 9")
    published(2, "2022-09-30", "2022-11-14")
  }

  /// Published on one site before the council had seen it.
  private func firstOf2023() {
    at("2023-05-08 10:15", by: Self.coordinator) { compile(.f(4), "2023-T1", by: .brandt) }
    at("2023-05-15 09:20", by: Self.secretary) { send(.f(4), to: .b(5), for: .t(22)) }
    at("2023-05-17 14:10", irregular: "Sidan publicerades av misstag före sammanträdet.") {
      publish(.f(4), on: "kommunens-webbplats", "https://ekeborg.example/medborgarlofte/2023-T1")
    }
    presented(4, "2023-T1", at: 22, typed: "2023-05-24", on: "2023-05-23", "§ 6")
    published(4, nil, "2023-05-26")
  }

  /// Noted by word of mouth, and shown at an extra meeting three weeks later.
  private func secondOf2023() {
    at("2023-09-11 10:30", by: Self.coordinator) { compile(.f(5), "2023-T2", by: .brandt) }
    at("2023-09-18 09:15", by: Self.secretary) { send(.f(5), to: .b(5), for: .t(25)) }
    at("2023-09-27 09:05", on: "2023-09-26", by: Self.secretary, irregular: "Rådet fick informationen muntligt.") {
      noted(.f(5), at: .t(25), "§ 8")
    }
    at("2023-10-18 09:10", on: "2023-10-17", by: Self.secretary) {
      present(.f(5), to: .b(5), at: .t(26), "Uppföljning 2023-T2.md", dnr: "KS/2023:0009-5")
    }
    published(5, "2023-10-19", "2023-10-20")
  }

  private func presented(
    _ number: Int, _ period: String, at meeting: Int, typed: String, on day: Day, _ paragraph: Text
  ) {
    let year = typed.prefix(4)
    at("\(typed) 09:10", on: day, by: Self.secretary) {
      present(
        .f(number), to: .b(5), at: .t(meeting), Text("Uppföljning \(period).md"), dnr: Text("KS/\(year):0009-\(number)")
      )
      noted(.f(number), at: .t(meeting), paragraph)
    }
  }

  private func published(_ number: Int, _ municipality: String?, _ police: String?) {
    if let municipality {
      at("\(municipality) 10:45") {
        publish(
          .f(number), on: "kommunens-webbplats", Text("https://ekeborg.example/medborgarlofte/uppfoljning-\(number)"))
      }
    }
    if let police {
      at("\(police) 11:15", by: Self.policeClerk) { publish(.f(number), on: "polisens-webbplats") }
    }
  }
}
