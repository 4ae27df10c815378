extension Drawing {
  /// The drawing as an element of a page, SVG 1.1: ink is the colour of the text around it, paper that of the page.
  ///
  /// Its attributes make it black on white wherever it stands; a page's style may set the classes `ink`, `paper` and `grey` of
  /// `svg.drawing` anew, as that of ``HTMLRenderer`` does on a dark screen. `id` keeps the names in it apart from those of other
  /// drawings of the page. The same drawing gives the same text.
  func svg(id: String, title: String, description: String) -> String {
    let used = Set(items.compactMap(\.fill))
    let lines =
      [
        #"<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 \#(width) \#(height)" width="\#(width)" height="\#(height)" "#
          + #"role="img" aria-labelledby="\#(id)-title \#(id)-desc" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', Verdana, Arial, sans-serif">"#,
        #"<title id="\#(id)-title">\#(escapedMarkup(title))</title>"#,
        #"<desc id="\#(id)-desc">\#(escapedMarkup(description))</desc>"#,
      ] + patterns(used, id: id) + items.map { $0.svg(id: id) }
    return lines.joined(separator: "\n") + "\n</svg>"
  }

  private func patterns(_ used: Set<Fill>, id: String) -> [String] {
    let patterns = Fill.allCases.filter(used.contains).compactMap { fill -> String? in
      guard let inside = fill.pattern else { return nil }
      return #"<pattern id="\#(id)-\#(fill)" width="6" height="6" patternUnits="userSpaceOnUse">"#
        + #"<rect width="6" height="6" fill="white" class="paper"/>\#(inside)</pattern>"#
    }
    return patterns.isEmpty ? [] : ["<defs>"] + patterns + ["</defs>"]
  }
}

extension Drawing.Fill {
  /// What stands in a tile of six by six.
  fileprivate var pattern: String? {
    switch self {
    case .none, .paper, .ink, .grey: nil
    case .diagonal: #"<path d="M-1 1 L1 -1 M0 6 L6 0 M5 7 L7 5" stroke="currentColor" stroke-width="1.6"/>"#
    case .dots: #"<circle cx="2" cy="2" r="1" fill="currentColor"/><circle cx="5" cy="5" r="1" fill="currentColor"/>"#
    case .horizontal: #"<path d="M0 2 L6 2 M0 5 L6 5" stroke="currentColor"/>"#
    }
  }

  fileprivate func attributes(id: String) -> String {
    switch self {
    case .none: #"fill="none""#
    case .paper: #"fill="white" class="paper""#
    case .ink: #"fill="currentColor" class="ink""#
    case .grey: #"fill="silver" class="grey""#
    case .diagonal, .dots, .horizontal: #"fill="url(#\#(id)-\#(self))""#
    }
  }
}

extension Drawing.Stroke {
  fileprivate var attributes: String {
    switch self {
    case .grid: #"stroke="currentColor" stroke-width="0.5" stroke-opacity="0.45""#
    case .plain: #"stroke="currentColor""#
    case .thick: #"stroke="currentColor" stroke-width="2""#
    case .dashed: #"stroke="currentColor" stroke-dasharray="4 3""#
    }
  }
}

extension Drawing.Ground {
  fileprivate var attributes: String {
    switch self {
    case .paper: #"fill="currentColor""#
    case .pattern:
      #"fill="currentColor" class="plate" stroke="white" stroke-width="4" stroke-linejoin="round" paint-order="stroke""#
    case .ink: #"fill="white" class="paper""#
    }
  }
}

extension Drawing.Item {
  fileprivate var fill: Drawing.Fill? {
    switch self {
    case .box(_, _, _, _, let fill), .area(_, let fill), .circle(_, _, _, let fill): fill
    case .line, .text: nil
    }
  }

  fileprivate func svg(id: String) -> String {
    switch self {
    case .box(let x, let y, let width, let height, let fill):
      #"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)" stroke="currentColor" \#(fill.attributes(id: id))/>"#
    case .line(let points, let stroke):
      #"<polyline points="\#(list(points))" fill="none" \#(stroke.attributes)/>"#
    case .area(let points, let fill):
      #"<polygon points="\#(list(points))" stroke="currentColor" \#(fill.attributes(id: id))/>"#
    case .circle(let x, let y, let radius, let fill):
      #"<circle cx="\#(x)" cy="\#(y)" r="\#(radius)" stroke="currentColor" \#(fill.attributes(id: id))/>"#
    case .text(let x, let y, let text, let anchor, let size, let isBold, let ground):
      #"<text x="\#(x)" y="\#(y)" font-size="\#(size)""# + (anchor == .start ? "" : #" text-anchor="\#(anchor)""#)
        + (isBold ? #" font-weight="bold""# : "") + " \(ground.attributes)>\(escapedMarkup(text))</text>"
    }
  }

  private func list(_ points: [Drawing.Point]) -> String { points.map { "\($0.x),\($0.y)" }.joined(separator: " ") }
}
