import Documents

/// A chart of each kind, made up, with each kind of part and mark.
enum SampleCharts {
  static let bars = BarChart(
    kinds: [.init("genomförda"), .init("pågående"), .init("beslutade"), .init("bereds"), .init("övriga")],
    rows: [
      .init("Stationsstaden", [10, 1, 0, 0, 2]), .init("Ekliden", [0, 0, 0, 0, 0]), .init("Bruket", [1, 2, 3, 4, 5]),
    ])
  static let series = SeriesChart(
    unit: "procent av svarande",
    points: [
      .init(day: 0, value: 61, label: "61", dayLabel: "2021-11-15", isBaseline: true),
      .init(day: 364, value: 63, label: "63", dayLabel: "2022-11-14", isBaseline: false),
      .init(day: 370, value: 63.5, label: "63,5", dayLabel: "2022-11-20", isBaseline: false),
      .init(day: 728, value: 66, label: "66", dayLabel: "2023-11-13", isBaseline: false),
    ], baselineName: "nuläge")
  static let lanes = LaneChart(
    from: 0, through: 730, ticks: [.init(0, "2022"), .init(365, "2023"), .init(900, "2024")],
    limits: [.init(600, "periodens slut")],
    lanes: [
      .init(
        "M-0001 Belysning", spans: [.init(from: 10, through: 200, .work), .init(from: 50, through: 60, .pause)],
        marks: LaneChart.Sign.allCases.enumerated().map { .init($0 * 150, $1) }),
      .init("M-0002 Vandringar", spans: [.init(from: 700, through: 900, .moved)], marks: [.init(-5, .proposed)]),
    ], signNames: LaneChart.Sign.allCases.map { .init($0, "\($0)") }, workName: "pågår", pauseName: "uppehåll")

  static let all: [Figure.Chart] = [.bars(bars), .series(series), .lanes(lanes)]
}
