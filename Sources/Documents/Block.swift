/// One part of a document, from top to bottom.
package indirect enum Block: Sendable, Hashable {
  /// A heading below the document's title; level 1 is the highest, levels beyond 3 look like 3.
  case heading(level: Int, String)
  case paragraph(Prose)
  /// What must be seen before all else, such as ILLUSTRATION; shown boxed, above the title of the document.
  case banner(String)
  /// An aside, set off from the text.
  case note(Prose)
  case keyValues([KeyValue])
  case table(Table)
  case list([Prose], ordered: Bool)
  /// A line across, between parts.
  case rule
  /// A title with indented blocks below.
  case group(Prose, [Block])
  /// What happened, in the order given, with a column of dates to the left.
  case timeline([TimelineEntry])
  /// Text whose lines and spaces stand as they are, such as an excerpt with a caret. Lines are never broken.
  case verbatim(String)

  /// A picture of figures, or what it stands for.
  case figure(Figure)

  var isBanner: Bool {
    if case .banner = self { true } else { false }
  }
}

/// A name with its value, in a list of such.
package struct KeyValue: Sendable, Hashable {
  package var key: String
  package var value: Prose

  package init(_ key: String, _ value: Prose) {
    self.key = key
    self.value = value
  }
}

/// One entry of a timeline: when, what, and lines below it.
package struct TimelineEntry: Sendable, Hashable {
  /// The date, or a word in its place.
  package var date: String
  package var title: Prose
  package var details: [Prose]

  package init(_ date: String, _ title: Prose, details: [Prose] = []) {
    self.date = date
    self.title = title
    self.details = details
  }
}

extension [Block] {
  /// The blocks with the rows of each figure in its place, for forms that have no pictures.
  var withoutPictures: [Block] {
    flatMap { block -> [Block] in
      guard case .figure(let figure) = block else { return [block] }
      if figure.fallback.isEmpty { return [] }
      return (figure.fallbackCaption.map { [.paragraph(.strong($0))] } ?? []) + figure.fallback
        + figure.notes.map { .paragraph(.toned($0, .muted)) }
    }
  }
}
