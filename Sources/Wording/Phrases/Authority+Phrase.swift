package import CommandArguments
package import LedgerDomain
import StrictJSON

extension Authority {
  /// On what authority a decision was made, as one phrase: `Kommunstyrelsen 2022-02-23 § 14`.
  ///
  /// ```
  /// delegationsbeslut enligt G-0002
  /// brådskande ordförandebeslut (KL 6:39), Kommunstyrelsen
  /// ren verkställighet
  /// polisens eget beslut
  /// ej känd
  /// ```
  /// A body's name and the paragraph follow after a comma where they are stated beside another kind of authority. `written` is how
  /// the day of a meeting is written.
  package func phrase(
    _ names: Names, day written: (LocalDate) -> Localized = { Localized(both: $0.text) }
  ) -> Localized {
    switch kind {
    case .body where organ != nil || meeting != nil || paragraph != nil: place(names, written)
    case .delegated:
      kind.words
        + (delegation.map { Localized(" enligt \($0.text)", " under \($0.text)") } ?? Localized(both: ""))
        + aside(names, written)
    case .body, .urgentChair, .mereExecution, .police, .unknown: kind.words + aside(names, written)
    }
  }

  private func aside(_ names: Names, _ written: (LocalDate) -> Localized) -> Localized {
    organ == nil && meeting == nil && paragraph == nil
      ? Localized(both: "") : Localized(both: ", ") + place(names, written)
  }

  /// The body, the day of the meeting, the paragraph: whatever of them is stated.
  private func place(_ names: Names, _ written: (LocalDate) -> Localized) -> Localized {
    var parts: [Localized] = []
    if let organ { parts.append(Localized(both: names.of(organ))) }
    if let meeting { parts.append(Authority.meeting(meeting, names, written)) }
    if let paragraph { parts.append(Localized(both: paragraph.paragraphPhrase)) }
    return .joined(parts)
  }

  private static func meeting(
    _ id: SubjectID, _ names: Names, _ written: (LocalDate) -> Localized
  ) -> Localized {
    if let day = names.day(id) { return written(day) }
    return SubjectKind.meeting.words + " " + id.text
  }
}
