/// A picture of figures in a document, and the same in words for the forms that have no pictures.
package struct Figure: Sendable, Hashable {
  package enum Chart: Sendable, Hashable {
    case bars(BarChart)
    case series(SeriesChart)
    case lanes(LaneChart)
  }

  /// What it shows, as a line above it.
  package var caption: String
  /// The same in words, for those who do not see it.
  package var description: String
  package var chart: Chart
  /// Where the figures come from and what they do not say, as smaller lines below.
  package var notes: [String]
  /// The same as rows; in forms with pictures it stands folded below, under `fallbackTitle`. None where the text around says the same.
  package var fallback: [Block]
  /// What stands above the rows in forms without pictures; nil for nothing.
  package var fallbackCaption: String?
  package var fallbackTitle: String

  package init(
    _ caption: String, description: String, chart: Chart, notes: [String] = [], fallbackTitle: String = "",
    fallback: [Block] = [], hasFallbackCaption: Bool = true
  ) {
    self.caption = caption
    self.description = description
    self.chart = chart
    self.notes = notes
    self.fallbackTitle = fallbackTitle
    self.fallback = fallback
    fallbackCaption = hasFallbackCaption ? caption : nil
  }

  /// The rows for forms with pictures: without the bars of text in them, which the picture draws.
  var rows: [Block] {
    fallback.map { block in
      if case .table(let table) = block { .table(table.withoutTextBars) } else { block }
    }
  }

  /// What is read on a telephone: so many units make 320 pixels legible.
  static let screenWidth = 330

  func drawing(width: Int = screenWidth) -> Drawing {
    switch chart {
    case .bars(let bars): bars.drawing(width: width)
    case .series(let series): series.drawing(width: width)
    case .lanes(let lanes): lanes.drawing(width: width)
    }
  }

  /// The drawing in as many parts as find room in a height, for pages.
  func drawings(width: Int, height: Int) -> [Drawing] {
    switch chart {
    case .bars(let bars): bars.parts(width: width, height: height).map { $0.drawing(width: width) }
    case .series(let series): [series.drawing(width: width)]
    case .lanes(let lanes): lanes.parts(width: width, height: height).map { $0.drawing(width: width) }
    }
  }
}
