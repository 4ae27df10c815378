/// Shows lane diagrams as SVG 1.1: one picture that stands by itself, without scripts, fonts or anything else from outside.
///
/// Dark on white, so that it prints; title and description for those who do not see it. The same diagram gives the same
/// bytes. Every text is made `visible` and escaped.
package struct SVGRenderer: Sendable {
  package init() {}

  package func render(_ diagram: LaneDiagram) -> String {
    let bannerHeight = diagram.banner == nil ? 0 : 40
    let titles = LaneLayout.wrapped(diagram.title, columns: 96, limit: 2)
    let headTop = LaneLayout.margin + bannerHeight + titles.count * 28
    let layout = LaneLayout(diagram, top: headTop + 40)
    let footer = diagram.footer.flatMap { LaneLayout.wrapped($0, columns: 150, limit: 4) }
    let height = layout.bottom + 20 + footer.count * 16 + LaneLayout.margin
    let width = LaneLayout.width
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" viewBox="0 0 \#(width) \#(height)" "#
        + #"role="img" aria-labelledby="title desc" xml:lang="\#(escaped(diagram.language))">"#,
      #"<title id="title">\#(escaped(diagram.title))</title>"#,
      #"<desc id="desc">\#(visibleLines(diagram.description).map(escaped).joined(separator: "\n"))</desc>"#,
      SVGRenderer.style, #"<rect width="\#(width)" height="\#(height)" fill="white"/>"#,
    ]
    if let banner = diagram.banner {
      lines.append(
        #"<rect x="\#(LaneLayout.margin)" y="14" width="\#(width - LaneLayout.margin * 2)" height="30" class="banner"/>"#
      )
      lines.append(text(banner, x: LaneLayout.margin + 12, y: 34, "strong"))
    }
    for (index, title) in titles.enumerated() {
      lines.append(text(title, x: LaneLayout.margin, y: LaneLayout.margin + bannerHeight + 14 + index * 28, "title"))
    }
    lines += lanes(diagram, layout, top: headTop)
    // Links lie below the boxes, and their words above both.
    let links = LinkRouting(diagram, layout).routes
    lines += links.map(\.path)
    lines += zip(diagram.boxes, layout.placed).map { box($0, $1) }
    lines += links.map { words($0) }
    for (index, line) in footer.enumerated() {
      lines.append(text(line, x: LaneLayout.margin, y: layout.bottom + 28 + index * 16, "note"))
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private static let style = """
    <style>
    text { font-family: "DejaVu Sans", Verdana, Arial, sans-serif; font-size: 13px; fill: #111111; }
    .title { font-size: 20px; font-weight: bold; }
    .lane { font-size: 14px; font-weight: bold; }
    .kind { font-size: 11px; letter-spacing: 0.4px; fill: #333333; }
    .strong { font-weight: bold; }
    .note, .words { font-size: 11px; fill: #333333; }
    .void { text-decoration: line-through; fill: #444444; }
    .box { fill: #ffffff; stroke: #333333; stroke-width: 1.3; }
    .band { fill: #eaf0f6; stroke: #54718f; stroke-width: 1.5; }
    .banner { fill: #fff4cc; stroke: #7a5c00; stroke-width: 1.5; }
    .link { fill: none; stroke: #33506e; stroke-width: 1.6; }
    .head { fill: #33506e; }
    .plate { fill: #ffffff; fill-opacity: 0.92; }
    </style>
    """

  private func lanes(_ diagram: LaneDiagram, _ layout: LaneLayout, top: Int) -> [String] {
    let band = LaneLayout.x(.track) - LaneLayout.bandMargin
    return [
      #"<rect x="\#(band)" y="\#(top)" width="\#(LaneLayout.boxWidth + LaneLayout.bandMargin * 2)" height="\#(layout.bottom - top)" rx="8" class="band"/>"#,
      text(diagram.left, x: LaneLayout.x(.left), y: top + 24, "lane"),
      text(diagram.track, x: LaneLayout.x(.track), y: top + 24, "lane"),
      text(diagram.right, x: LaneLayout.x(.right), y: top + 24, "lane"),
    ]
  }

  private func box(_ box: LaneDiagram.Box, _ placed: LaneLayout.Placed) -> String {
    let x = placed.x + LaneLayout.padding
    var y = placed.y + LaneLayout.padding - 6
    var lines = [
      "<g>",
      #"<rect x="\#(placed.x)" y="\#(placed.y)" width="\#(LaneLayout.boxWidth)" height="\#(placed.height)" rx="4" class="box"/>"#,
    ]
    if !box.heading.isEmpty {
      y += 15
      lines.append(text(box.heading, x: x, y: y, "kind"))
      y += 2
    }
    for line in placed.title {
      y += LaneLayout.textHeight
      lines.append(text(line, x: x, y: y, box.isVoid ? "strong void" : "strong"))
    }
    for (line, wrapped) in zip(box.lines, placed.lines) {
      for part in wrapped {
        y += LaneLayout.textHeight
        lines.append(text(part, x: x, y: y, line.isVoid ? "void" : nil))
      }
      y += LaneLayout.noteHeight
      lines.append(text(line.note, x: x, y: y, "note"))
      y += 3
    }
    return (lines + ["</g>"]).joined(separator: "\n")
  }

  /// The words of a link on a plate, so that no line runs through them.
  private func words(_ route: LinkRouting.Route) -> String {
    let width = displayWidth(route.words) * 7 + 6
    return
      #"<rect x="\#(route.wordsX - width / 2)" y="\#(route.wordsY - 16)" width="\#(width)" height="14" class="plate"/>"#
      + "\n" + #"<text x="\#(route.wordsX)" y="\#(route.wordsY - 5)" text-anchor="middle" class="words">"#
      + escaped(route.words) + "</text>"
  }

  private func text(_ text: String, x: Int, y: Int, _ style: String?) -> String {
    #"<text x="\#(x)" y="\#(y)"\#(style.map { #" class="\#($0)""# } ?? "")>\#(escaped(text))</text>"#
  }

  private func escaped(_ text: String) -> String { escapedMarkup(text) }
}
