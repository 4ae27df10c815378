/// How the links of a lane diagram run: along the gutters between the lanes, each on a track of its own.
struct LinkRouting {
  /// A link drawn: its path with an arrowhead, and where its words stand.
  struct Route {
    var path: String
    var words: String
    var wordsX: Int
    var wordsY: Int
  }

  private let diagram: LaneDiagram
  private let layout: LaneLayout

  init(_ diagram: LaneDiagram, _ layout: LaneLayout) {
    self.diagram = diagram
    self.layout = layout
  }

  var routes: [Route] {
    var slots = Slots()
    return diagram.links.compactMap { link in route(link, &slots) }
  }

  /// What is taken: how many links meet each box on its side towards the track, and how many run along each edge.
  private struct Slots {
    var boxes: [Int: Int] = [:]
    var edges: [Int: Int] = [:]

    mutating func next(at edge: Int) -> Int {
      defer { edges[edge, default: 0] += 1 }
      return edges[edge, default: 0]
    }
  }

  /// The height at which the next link meets a box: at its heading, and below that for each further one.
  private func anchor(_ index: Int, _ slots: inout Slots) -> Int {
    let box = layout.placed[index]
    let slot = slots.boxes[index, default: 0]
    slots.boxes[index] = slot + 1
    return min(box.anchor + slot * 17, box.y + box.height - 8)
  }

  private func route(_ link: LaneDiagram.Link, _ slots: inout Slots) -> Route? {
    switch (link.from, link.to) {
    case (nil, nil): return nil
    case (let from?, nil): return toBand(from, isReversed: false, link.words, &slots)
    case (nil, let to?): return toBand(to, isReversed: true, link.words, &slots)
    case (let from?, let to?):
      let (a, b) = (diagram.boxes[from].lane, diagram.boxes[to].lane)
      return a == b ? beside(from, to, link.words, &slots) : across(from, to, link.words, &slots)
    }
  }

  /// A level line between a box and the band.
  private func toBand(_ index: Int, isReversed: Bool, _ words: String, _ slots: inout Slots) -> Route? {
    let box = layout.placed[index]
    let lane = diagram.boxes[index].lane
    guard lane != .track else { return nil }
    let band =
      lane == .left
      ? LaneLayout.x(.track) - LaneLayout.bandMargin
      : LaneLayout.x(.track) + LaneLayout.boxWidth + LaneLayout.bandMargin
    let edge = lane == .left ? box.x + LaneLayout.boxWidth : box.x
    let (start, end) = isReversed ? (band, edge) : (edge, band)
    let y = anchor(index, &slots)
    return Route(path: path([(start, y), (end, y)]), words: words, wordsX: (band + edge) / 2, wordsY: y)
  }

  /// From a box to one in another lane: level, down or up the gutter, level.
  private func across(_ from: Int, _ to: Int, _ words: String, _ slots: inout Slots) -> Route {
    let (a, b) = (layout.placed[from], layout.placed[to])
    let goesRight = a.x < b.x
    let start = goesRight ? a.x + LaneLayout.boxWidth : a.x
    let end = goesRight ? b.x : b.x + LaneLayout.boxWidth
    let (fromY, toY) = (anchor(from, &slots), anchor(to, &slots))
    // The gutter beside the box outside the track, where the words have room.
    let isFromTrack = diagram.boxes[from].lane == .track
    let near = isFromTrack ? end : start
    let inward = (isFromTrack ? !goesRight : goesRight) ? 1 : -1
    let slot = fromY == toY ? 0 : slots.next(at: near)
    let bend = near + inward * (LaneLayout.gutter - LaneLayout.bandMargin - 12 - (slot % 6) * 7)
    let y = isFromTrack ? toY : fromY
    return Route(
      path: path([(start, fromY), (bend, fromY), (bend, toY), (end, toY)]), words: words,
      wordsX: near + inward * 46, wordsY: y)
  }

  /// Between boxes of one lane: around the outer side of it.
  private func beside(_ from: Int, _ to: Int, _ words: String, _ slots: inout Slots) -> Route {
    let (a, b) = (layout.placed[from], layout.placed[to])
    let isLeft = diagram.boxes[from].lane == .left
    let edge = isLeft ? a.x : a.x + LaneLayout.boxWidth
    let outside = (isLeft ? -1 : 1) * (8 + (slots.next(at: edge) % 3) * 5)
    let bend = edge + outside
    // From the foot of the upper one to the head of the lower, so that the line is short.
    let (start, end) = a.y < b.y ? (a.y + a.height - 14, b.anchor) : (a.anchor, b.y + b.height - 14)
    return Route(
      path: path([(edge, start), (bend, start), (bend, end), (edge, end)]), words: words,
      wordsX: a.x + LaneLayout.boxWidth / 2, wordsY: max(a.y, b.y) + 2)
  }

  /// A line through points with an arrowhead at its end.
  private func path(_ points: [(x: Int, y: Int)]) -> String {
    let steps = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined(separator: " ")
    let (end, before) = (points[points.count - 1], points[points.count - 2])
    let back = end.x > before.x ? -8 : 8
    let head = "M\(end.x) \(end.y) L\(end.x + back) \(end.y - 5) L\(end.x + back) \(end.y + 5) Z"
    return #"<path d="\#(steps)" class="link"/><path d="\#(head)" class="head"/>"#
  }
}
