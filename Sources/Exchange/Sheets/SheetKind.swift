/// The kinds of sheets that go out to be edited and come back.
package enum SheetKind: String, Sendable {
  case measures, answers

  /// The kind whose titles a header has; nil where it has hardly any of one kind, or as many of each.
  init?(titles: [String]) {
    let measures = SheetHeader<MeasureColumn>(titles).places.count
    let answers = SheetHeader<AnswerColumn>(titles).places.count
    guard max(measures, answers) > 4, measures != answers else { return nil }
    self = measures > answers ? .measures : .answers
  }

  /// The kind of a file; nil where it is no sheet, or one that cannot be read. Cost: reading it as a form.
  package init?(_ bytes: [UInt8]) {
    do throws(SheetFailure) {
      _ = try Sheet<AnswerColumn>(bytes)
      self = .answers
    } catch .otherKind(let kind) {
      self = kind
    } catch {
      return nil
    }
  }
}
