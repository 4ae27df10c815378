extension Markup {
  /// A picture of figures, drawn in place in the ink of the text around it: its caption, the drawing with the same in words for
  /// those who do not see it, and its notes. Its rows are not in it: the page has them beside it.
  ///
  /// `id` keeps the names in it apart from those of other pictures of the page. Classes: `lg-figure`, and those of the drawing.
  package static func figure(_ figure: Figure, id: String) -> Markup {
    let drawing = Markup(
      drawn: figure.drawing().svg(id: id, title: figure.caption, description: figure.description) + "\n")
    let notes = figure.notes.map { Markup.element(.p, [.class("lg-small")], Markup($0)) }
    return .element(
      .figure, [.class("lg-figure")], .element(.figcaption, [], Markup(figure.caption)) + drawing + .joined(notes))
  }
}
