package import StrictJSON

/// What a form was written from and which period it asks about, as the last cell of its rows says it: `617@7d2a4c80 2022-T2`.
///
/// Not the period's own cell but this says what was asked: that one is a text among others, and may be written over.
package struct AnswerMark: Hashable, Sendable {
  let mark: String
  /// Nil where the cell says none.
  let period: String?

  init(_ cell: String) {
    let parts = SheetText.normal(cell).split(separator: " ", maxSplits: 1)
    mark = parts.first.map(String.init) ?? ""
    period = parts.count > 1 ? SheetText.normal(String(parts[1])) : nil
  }

  package static func text(_ mark: SheetMark, _ period: Text) -> String { "\(mark.text) \(period)" }
}
