import LedgerDomain
import Projections
import StrictJSON

/// What measures are called, and were called when a form was written: by it a row is known whose number was written over.
struct AnswerTitles {
  private let chronicle: Chronicle
  private let encoding: TextEncoding

  /// `encoding` is that of the form: a title comes back from it with what it cannot hold changed.
  init(_ chronicle: Chronicle, _ encoding: TextEncoding) {
    self.chronicle = chronicle
    self.encoding = encoding
  }

  /// Why a row's title is not that of its measure; nil where it is. Cost: one comparison; of a title that differs, a fold of each measure.
  func problem(of row: Sheet<AnswerColumn>.Row, _ measure: Measure) -> SheetProblem.Kind? {
    let stated = row.text(.title)
    func says(_ measure: Measure?) -> Bool {
      guard let title = measure?.plan?.title.text else { return false }
      return SheetText.isSame(stated, as: title, in: encoding)
    }
    if says(measure) { return nil }
    let position = SheetMark(AnswerMark(row.text(.position)).mark)?.position ?? chronicle.position
    let then = chronicle.known(through: position)
    if says(Self.measure(measure.id, then)) { return nil }
    let meant = chronicle.subjects(.measure).filter { says(Self.measure($0, chronicle)) }
    return .otherTitle(
      measure.id, title: measure.plan?.title.text ?? measure.id.text, meant: meant)
  }

  private static func measure(_ id: SubjectID, _ chronicle: Chronicle) -> Measure? {
    guard case .measure(let measure) = chronicle.state(of: id) else { return nil }
    return measure
  }
}
