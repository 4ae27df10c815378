import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// What is measured: baselines, two yearly observations, dialogues without a value. I-0005 and I-0007 have no baseline.
  func indicators() {
    together("2022-01-11 10:15", by: Self.coordinator) {
      define(
        .i(1),
        IndicatorDefined(
          name: "Trygga utomhus sena kvällar", unit: "procent av svarande", kind: .effect, direction: .increase,
          promise: .p(1), description: "Andel som svarar ganska eller mycket trygg i trygghetsmätningen."))
      define(
        .i(2),
        IndicatorDefined(
          name: "Anmäld skadegörelse", unit: "brott per år", kind: .effect, direction: .decrease, promise: .p(1)))
      define(
        .i(3),
        IndicatorDefined(
          name: "Elever i årskurs 9 som erbjudits narkotika", unit: "procent av svarande", kind: .effect,
          direction: .decrease, promise: .p(1)))
      define(
        .i(4),
        IndicatorDefined(
          name: "Anmält våld i nära relation", unit: "brott per år", kind: .effect, promise: .p(1),
          description: "Ingen riktning: fler anmälningar kan betyda att fler vågar anmäla."))
      define(
        .i(5),
        IndicatorDefined(
          name: "Genomförda trygghetsvandringar", unit: "vandringar per år", kind: .output, direction: .increase,
          promise: .p(1)))
    }
    at("2022-02-01 13:20", by: Self.coordinator) {
      define(
        .i(6),
        IndicatorDefined(
          name: "Trygga på gångstråket i Ekliden efter mörkrets inbrott", unit: "procent av svarande", kind: .effect,
          direction: .increase, promise: .p(1)))
    }
    at("2022-03-25 13:20", on: "2022-03-15", by: Self.coordinator) {
      observe(
        .i(6),
        IndicatorObserved(
          value: "48", source: .survey, sourceName: "fältenkät mars 2022, 212 svar", area: "ekliden", baseline: true))
    }
    at("2022-09-12 10:40", by: Self.coordinator) {
      define(
        .i(7),
        IndicatorDefined(
          name: "Otrygga resenärer vid stationen", unit: "procent av svarande", kind: .effect, direction: .decrease,
          promise: .p(1)))
    }
    surveys()
    statistics()
    dialogues()
  }

  private func surveys() {
    func survey(_ time: String, on day: Day, _ safe: Quantity, _ name: Text, baseline: Bool = false) {
      at(time, on: day, by: Self.coordinator) {
        observe(.i(1), IndicatorObserved(value: safe, source: .survey, sourceName: name, baseline: baseline))
      }
    }
    survey("2022-01-11 10:40", on: "2021-11-15", "61", "trygghetsmätningen 2021", baseline: true)
    survey("2022-12-19 10:05", on: "2022-11-14", "63", "trygghetsmätningen 2022")
    survey("2023-12-18 10:20", on: "2023-11-13", "66", "trygghetsmätningen 2023")
    at("2023-03-21 09:50", on: "2023-03-14", by: Self.coordinator) {
      observe(
        .i(6),
        IndicatorObserved(value: "57", source: .survey, sourceName: "fältenkät mars 2023, 198 svar", area: "ekliden"))
    }
    at("2023-11-27 09:35", on: "2023-11-20", by: Self.coordinator) {
      observe(
        .i(6),
        IndicatorObserved(
          value: "59", source: .survey, sourceName: "fältenkät november 2023, 205 svar", area: "ekliden"))
    }
    at("2022-10-17 14:15", on: "2022-10-10", by: Self.coordinator) {
      observe(.i(7), IndicatorObserved(value: "38", source: .survey, sourceName: "resenärsenkät oktober 2022"))
    }
  }

  private func statistics() {
    func year(_ time: String, on day: Day, _ damage: Quantity, _ drugs: Quantity, _ violence: Quantity, first: Bool) {
      together(time, on: day, by: Self.coordinator) {
        observe(
          .i(2),
          IndicatorObserved(value: damage, source: .statistics, sourceName: "anmälda brott", baseline: first))
        observe(
          .i(3), IndicatorObserved(value: drugs, source: .survey, sourceName: "skolenkät", baseline: first))
        observe(
          .i(4),
          IndicatorObserved(value: violence, source: .statistics, sourceName: "anmälda brott", baseline: first))
      }
    }
    year("2022-01-20 09:25", on: "2021-12-31", "412", "17", "96", first: true)
    year("2023-01-19 09:40", on: "2022-12-31", "388", "16", "118", first: false)
    year("2024-01-11 09:30", on: "2023-12-31", "341", "13.5", "121", first: false)
    at("2023-01-09 11:10", on: "2022-12-31", by: Self.coordinator) {
      observe(.i(5), IndicatorObserved(value: "4", source: .staff, sourceName: "protokoll från vandringarna"))
    }
    at("2024-01-10 11:15", on: "2023-12-31", by: Self.coordinator) {
      observe(.i(5), IndicatorObserved(value: "5", source: .staff, sourceName: "protokoll från vandringarna"))
    }
  }

  private func dialogues() {
    at("2022-04-29 09:15", on: "2022-04-27", by: Self.coordinator) {
      observe(
        .i(1),
        IndicatorObserved(
          source: .dialogue, sourceName: "medborgardialog i Bruket", area: "bruket",
          statement: "De som kom efterfrågade vuxna på plats på fredagskvällarna."))
    }
    at("2023-04-21 14:00", on: "2023-04-19", by: Self.coordinator) {
      observe(
        .i(1),
        IndicatorObserved(
          source: .dialogue, sourceName: "medborgardialog i Ekliden", area: "ekliden",
          statement: "Flera sade att de har börjat gå till stationen igen."))
    }
  }
}
