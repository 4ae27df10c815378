import CommandArguments
import Documents
import LedgerDomain
import StrictJSON
import Wording

/// The head of a trace: how the subject stands at the two clocks.
struct TraceHead {
  let language: Language
  let names: Names
  let day: LocalDate

  func lines(_ measure: Measure) -> [KeyValue] {
    guard let plan = measure.plan else { return [] }
    let status = measure.status.map { "\($0.symbol) " } ?? ""
    let since =
      measure.standingSince?.effective.map { Localized(" sedan \($0.day)", " since \($0.day)")[language] } ?? ""
    let schedule = measure.schedule(on: day)
    let evidence = measure.evidence
    let signals = [
      line("Status", "Status", status + words(of: measure)[language] + since),
      line("Belägg", "Evidence", "\(evidence.symbol) \(evidence.words[language])"),
      line("Tidplan", "Schedule", "\(schedule.symbol) \(schedule.words[language]) (\(day))"),
    ]
    let targets = plan.targets.map { target in
      line(
        "Mål", "Target",
        "\(target.name): \(target.phrase(actual: measure.latestResult(of: target)?.actual)[language])")
    }
    return signals + [
      line("Bindning", "Binding", (measure.binding ?? plan.binding).words[language]),
      line("Ansvarig", "Responsible", plan.responsible?.phrase ?? StandingWords.notStated[language]),
      line("Slutdatum", "Deadline", deadlines(measure)),
      line("Område", "Area", place(plan)),
    ] + targets
  }

  private func deadlines(_ measure: Measure) -> String {
    guard let deadline = measure.deadline else { return StandingWords.notStated[language] }
    guard let original = measure.originalDeadline, original != deadline else { return deadline.text }
    return Localized("\(deadline), ursprungligen \(original)", "\(deadline), originally \(original)")[language]
  }

  private func place(_ plan: MeasureProposed) -> String {
    if plan.municipalityWide { return StandingWords.municipalityWide[language] }
    let areas = plan.areas.map { names.of($0) }
    return areas.isEmpty ? StandingWords.notStated[language] : areas.joined(separator: ", ")
  }

  /// `organ` is the kind of the body in whose name it was made.
  func lines(_ decision: Decision, organ: BodyKind?) -> [KeyValue] {
    guard let made = decision.made else { return [] }
    let standing = decision.standing
    return [
      line("Beslutat av", "Decided by", made.authority.phrase(names)[language]),
      line("Rättslig grund", "Legal ground", made.authority.kind.ground(of: organ)[language]),
      line("Utgång", "Outcome", made.outcome.words[language]),
      line("Läge", "Standing", standing.words[language]),
    ] + (made.reference.map { [line("Beteckning", "Reference", $0.text)] } ?? [])
  }

  func lines(_ state: Case) -> [KeyValue] {
    let closed = state.closing?.mark.effective.map { " \($0.day)" } ?? ""
    let standing = state.isClosed ? Localized("avslutat\(closed)", "closed\(closed)") : Localized("öppet", "open")
    return [
      line("Läge", "State", standing[language]),
      line("Handläggare", "Case officer", state.officer?.phrase ?? StandingWords.notStated[language]),
      line("Slutdatum", "Due", state.due?.text ?? StandingWords.notStated[language]),
    ] + (state.opened?.registryNumber.map { [line("Dnr", "Registry number", $0.text)] } ?? [])
  }

  func line(_ sv: String, _ en: String, _ value: String) -> KeyValue {
    KeyValue(Localized(sv, en)[language], Prose(value))
  }
}
