import CommandArguments
import Documents
import LedgerDomain
import StrictJSON
import Wording

/// The heads of the kinds of subjects that are few: what each is, and how it stands.
extension TraceHead {
  func lines(_ state: Ledger) -> [KeyValue] {
    guard let opened = state.opened else { return [] }
    let concluded = state.isConcluded ? Localized("avslutad", "concluded") : Localized("öppen", "open")
    let valid = state.keys.filter { $0.retired == nil }.map(\.registered.name.text)
    return [
      line("Ägare", "Owner", opened.owner.text), line("Läge", "State", concluded[language]),
      line("Giltighetstid", "Validity", opened.validity.phrase[language]),
      line("Nycklar i bruk", "Keys in use", valid.isEmpty ? none : valid.joined(separator: ", ")),
    ]
  }

  func lines(_ state: CitizenPromise) -> [KeyValue] {
    guard let terms = state.terms else { return [] }
    let signed = state.signatures.map {
      "\(names.of($0.signed.party, in: .parties)) \($0.mark.effective.phrase[language])"
    }
    let published = state.publications.map { "\($0.published.site) \($0.mark.effective.phrase[language])" }
    let standing = state.conclusion == nil ? Localized("antaget", "adopted") : Localized("avslutat", "concluded")
    return [
      line("Läge", "State", standing[language]), line("Giltighetstid", "Validity", terms.validity.phrase[language]),
      line("Antaget", "Adopted", state.adopted?.effective.phrase[language] ?? notStated),
      line("Beslut", "Decision", named(terms.decision)),
      line("Undertecknat", "Signed", signed.isEmpty ? none : signed.joined(separator: ", ")),
      line("Publicerat", "Published", published.isEmpty ? none : published.joined(separator: ", ")),
      line("Ändringar", "Amendments", String(state.amendments.count)),
    ]
  }

  func lines(_ state: Situation) -> [KeyValue] {
    guard let assessed = state.assessed else { return [] }
    return [
      line("Bedömd", "Assessed", state.mark?.effective.phrase[language] ?? notStated),
      line(
        "Underlag", "Grounds", assessed.grounds.map { $0.kind.words[language] }.joined(separator: ", ")),
      line("Iakttagelser", "Findings", String(assessed.findings.count)),
    ]
  }

  func lines(_ state: Indicator) -> [KeyValue] {
    guard let defined = state.defined else { return [] }
    func shown(_ observation: Indicator.Observation?) -> String {
      guard let observation, let value = observation.observed.value else { return none }
      return "\(value.phrase(unit: defined.unit)[language]) (\(observation.mark.effective.phrase[language]))"
    }
    return [
      line("Slag", "Kind", defined.kind.words[language]), line("Enhet", "Unit", defined.unit.text),
      line("Nulägesvärde", "Baseline", shown(state.baseline)),
      line("Senaste värde", "Latest value", shown(state.latest)),
      line("Observationer", "Observations", String(state.observations.count)),
    ]
  }

  func lines(_ state: Body) -> [KeyValue] {
    guard let registered = state.registered else { return [] }
    let rules =
      registered.kind.isBoundByMinutesRules
      ? Localized("KL 5:65–69, 6:35 och 8:12 gäller", "KL 5:65–69, 6:35 and 8:12 apply")
      : Localized("kommunallagens regler gäller inte", "kommunallagen’s rules do not apply")
    return [
      line("Slag", "Kind", registered.kind.words[language]),
      line("Ordförande", "Chair", registered.chair?.phrase ?? notStated),
      line("Protokoll", "Minutes", rules[language]),
      line("Bemyndigad i brådskande ärenden", "Mandate in urgent matters", registered.urgentMandate?.phrase ?? none),
      line(
        "Delegationsbeslut anmäls", "Delegated decisions notified",
        (registered.delegatedDecisionsNotified ? StandingWords.yes : StandingWords.no)[language]),
    ]
  }

  func lines(_ state: Delegation) -> [KeyValue] {
    guard let granted = state.granted else { return [] }
    let revoked = state.revoked.map { Localized("återkallad ", "revoked ")[language] + $0.effective.phrase[language] }
    let inForce = state.isInForce(on: day) ? Localized("gäller", "in force") : Localized("gäller inte", "not in force")
    return [
      line("Lämnad av", "Granted by", named(granted.from)), line("Delegat", "Delegate", granted.to.phrase),
      line("Läge", "State", revoked ?? "\(inForce[language]) (\(day))"),
      line("Giltighetstid", "Validity", granted.validity?.phrase[language] ?? notStated),
      line("Vidaredelegerad från", "Delegated further from", named(granted.under)),
      line("Beslut", "Decision", named(granted.decision)),
    ]
  }

  func lines(_ state: Meeting) -> [KeyValue] {
    let verified = state.verifications.map { dated($0.verified.paragraphs, $0.mark) }
    let announced = state.announcements.map { dated($0.announced.paragraphs, $0.mark) }
    let held = state.held?.effective.phrase[language] ?? Localized("inte hållet", "not held")[language]
    let moved = state.moves.map { move in
      "\(move.mark.effective.phrase[language]): \(move.from.map { "\($0) → " } ?? "")\(move.moved.day). \(move.moved.reason)"
    }
    let calledOff = state.callingOff.map { "\($0.mark.effective.phrase[language]): \($0.calledOff.reason)" }
    return [
      line("Organ", "Body", named(state.body)), line("Planerat", "Scheduled", state.scheduledDay?.text ?? notStated),
    ] + (moved.isEmpty ? [] : [line("Flyttat", "Moved", moved.joined(separator: "; "))])
      + (calledOff.map { [line("Inställt", "Called off", $0)] } ?? [])
      + (state.callingOff == nil ? linesOfMinutes(state, held: held, verified, announced) : [])
  }

  private func linesOfMinutes(
    _ state: Meeting, held: String, _ verified: [String], _ announced: [String]
  ) -> [KeyValue] {
    [
      line("Hållet", "Held", held),
      line("Protokollet justerat", "Minutes verified", verified.isEmpty ? none : verified.joined(separator: "; ")),
      line(
        "Justeringen tillkännagiven", "Verification announced",
        announced.isEmpty ? none : announced.joined(separator: "; ")
      ),
    ]
  }

  func lines(_ state: FollowUp) -> [KeyValue] {
    guard let compiled = state.compiled else { return [] }
    let sent = state.sendings.map { "\(names.of($0.sent.to)) \($0.mark.effective.phrase[language])" }
    let presented = state.presented.map { "\(names.of($0.presented.to)) \($0.mark.effective.phrase[language])" }
    let noted = state.noted.map { mark in
      [mark.effective.phrase[language], state.notedParagraph?.text].compactMap(\.self).joined(separator: ", ")
    }
    let published = state.publications.map { "\(names.of($0.published.site)) \($0.mark.effective.phrase[language])" }
    let document = state.presented.map {
      [line("Dokument (SHA-256)", "Document (SHA-256)", $0.presented.document.sha256.text)]
    }
    return [
      line("Period", "Period", compiled.period.text), line("Åtgärder", "Measures", String(compiled.measures.count)),
      line("Läst till post", "Read through entry", String(compiled.knownThrough)),
      line("Utskickad till", "Sent to", sent.isEmpty ? none : sent.joined(separator: ", ")),
      line("Redovisad för", "Presented to", presented ?? notYet), line("Noterad", "Noted", noted ?? notYet),
      line("Publicerad", "Published", published.isEmpty ? notYet : published.joined(separator: ", ")),
    ] + (document ?? [])
  }

  func lines(_ state: Recommendation) -> [KeyValue] {
    guard let delivered = state.delivered else { return [] }
    let cleared = state.cleared.map {
      Localized("avslutad av revisorerna ", "cleared by the auditors ")[language] + $0.effective.phrase[language]
    }
    let answered = state.answers.last.map {
      Localized("besvarad ", "answered ")[language] + $0.mark.effective.phrase[language]
    }
    return [
      line("Till", "To", named(delivered.to)),
      line("Läge", "State", cleared ?? answered ?? Localized("obesvarad", "unanswered")[language]),
      line("Svar senast", "Answer by", delivered.answerBy?.text ?? notStated),
      line(
        "Åtgärder", "Measures",
        delivered.measures.isEmpty ? none : delivered.measures.map(named).joined(separator: ", ")),
    ]
  }

  private var none: String { "–" }
  private var notStated: String { StandingWords.notStated[language] }
  private var notYet: String { Localized("inte än", "not yet")[language] }

  /// `B-0002 Kommunstyrelsen`.
  private func named(_ id: SubjectID) -> String { names.subject(id).map { "\(id) \($0)" } ?? id.text }

  private func named(_ id: SubjectID?) -> String { id.map { named($0) } ?? notStated }

  /// `2022-03-03 (§ 22)`; the day alone for the whole minutes.
  private func dated(_ paragraphs: [Text], _ mark: Mark) -> String {
    let day = mark.effective.phrase[language]
    return paragraphs.isEmpty ? day : "\(day) (\(paragraphs.map(\.text).joined(separator: ", ")))"
  }

  func lines(_ state: Person) -> [KeyValue] {
    [
      line("Namn", "Name", text(state.name)), line("Kontakt", "Contact", text(state.contact)),
      line("Registrerad", "Registered", state.registered?.effective.phrase[language] ?? notStated),
    ]
  }

  private func text(_ sealed: SealedText?) -> String { sealed.map { names.text(of: $0.sealed)[language] } ?? notStated }
}
