import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension SubjectSheet {
  /// How the subject stands at this reading: what its later entries made of it.
  var standing: [Block] {
    let rows: [KeyValue] =
      switch state {
      case .measure(let state): rows(of: state)
      case .case(let state): rows(of: state)
      case .decision(let state): rows(of: state)
      case .meeting(let state): rows(of: state)
      case .followUp(let state): rows(of: state)
      case .recommendation(let state): rows(of: state)
      case .delegation(let state): rows(of: state)
      case .person(let state): rows(of: state)
      case .ledger, .promise, .situation, .indicator, .body: []
      }
    return rows.isEmpty ? [] : [.keyValues(rows)]
  }

  /// The documents that belong to the subject, by digest.
  var documents: [Block] {
    let documents = state.record.documents
    guard !documents.isEmpty else { return [] }
    let items = documents.map { attached in
      Prose((attached.role.map { "\(capitalised($0.text)): " } ?? "") + text(attached.document))
    }
    return [.heading(level: 2, word("Handlingar", "Documents")), .list(items, ordered: false)]
  }

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private func row(_ sv: String, _ en: String, _ value: String?) -> KeyValue {
    KeyValue(word(sv, en), Prose(value ?? StandingWords.notStated[language]))
  }

  private func named(_ id: SubjectID) -> String {
    (reading.names.subject(id) ?? reading.names.day(id)?.text).map { "\(id.text) \($0)" } ?? id.text
  }

  private func text(_ document: DocumentReference) -> String {
    [document.name.text, document.registryNumber?.text, "SHA-256 \(document.sha256.text)"].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The three signals, apart, and what the plan has come to.
  private func rows(of measure: Measure) -> [KeyValue] {
    let schedule = measure.schedule(on: reading.book.day)
    var deadline = measure.deadline?.text
    if let now = measure.deadline, let original = measure.originalDeadline, now != original {
      deadline = word("\(now.text), ursprungligen \(original.text)", "\(now.text), originally \(original.text)")
    }
    return [
      row("Status", "Status", measure.status.map { "\($0.symbol) \(words(of: measure)[language])" }),
      row("Belägg", "Evidence", "\(measure.evidence.symbol) \(measure.evidence.words[language])"),
      row("Tidplan", "Schedule", "\(schedule.symbol) \(schedule.words[language])"),
      row("Slutdatum", "Deadline", deadline),
      row("Bindningsgrad", "Binding", measure.binding?.words[language]),
    ]
  }

  private func rows(of state: Case) -> [KeyValue] {
    let closed = state.closing.map { word("avslutat ", "closed ") + $0.mark.effective.phrase[language] }
    return [
      row("Läge", "State", closed ?? word("öppet", "open")), row("Handläggare", "Case officer", state.officer?.phrase),
      row("Klart senast", "Due", state.due?.text),
    ] + (state.measures.isEmpty ? [] : [row("Åtgärder", "Measures", state.measures.map(named).joined(separator: ", "))])
      + state.activities.map { row("Aktivitet", "Activity", dated($0.recorded.activity.text, $0.mark)) }
  }

  private func rows(of state: Decision) -> [KeyValue] {
    [
      row("Dag", "Date", state.mark?.effective.phrase[language]),
      row("Läge", "Standing", state.standing.words[language]),
    ]
      + state.notifications.map { notification in
        let place = [named(notification.notified.to), notification.notified.paragraph?.text].compactMap(\.self)
        return row("Anmält till", "Notified to", dated(place.joined(separator: " "), notification.mark))
      }
      + (state.annulment.map { [row("Upphävt", "Annulled", dated($0.annulled.reason.text, $0.mark))] } ?? [])
  }

  private func rows(of state: Meeting) -> [KeyValue] {
    let off = state.callingOff.map { dated($0.calledOff.reason.text, $0.mark) }
    return [
      row("Organ", "Body", state.body.map(named)), row("Dag", "Date", state.day?.text),
      row("Läge", "State", Register.progress(of: state)[language]),
    ]
      + state.moves.map { move in
        let days = move.from.map { "\($0.text) → \(move.moved.day.text)" } ?? move.moved.day.text
        return row("Flyttat", "Moved", dated("\(days). \(move.moved.reason)", move.mark))
      }
      + (off.map { [row("Inställt", "Called off", $0)] } ?? [])
  }

  private func rows(of state: FollowUp) -> [KeyValue] {
    let presented = state.presented.map { dated(named($0.presented.to), $0.mark) }
    let noted = state.noted.map { dated(state.notedParagraph?.text ?? "", $0) }
    let notYet = word("inte än", "not yet")
    return state.sendings.map { row("Utskickad till", "Sent to", dated(named($0.sent.to), $0.mark)) } + [
      row("Redovisad för", "Presented to", presented ?? notYet), row("Noterad", "Noted", noted ?? notYet),
    ] + (state.presented.map { [row("Dokument", "Document", text($0.presented.document))] } ?? [])
      + state.publications.map {
        row("Publicerad", "Published", dated(reading.names.of($0.published.site), $0.mark))
      }
  }

  private func rows(of state: Recommendation) -> [KeyValue] {
    [
      row("Läge", "State", state.words(on: reading.book.day)[language]),
      row("Svar senast", "Answer by", state.answerBy?.text),
    ] + state.answers.map { row("Svar", "Answer", dated($0.answered.answer.text, $0.mark)) }
      + state.carryOvers.map {
        row("Kvarstår", "Carried over", dated($0.carriedOver.statement?.text ?? "", $0.mark))
      }
      + (state.cleared.map { [row("Avslutad", "Cleared", dated(state.clearedBy?.phrase ?? "", $0))] } ?? [])
  }

  private func rows(of state: Person) -> [KeyValue] {
    [row("Namn", "Name", text(state.name)), row("Kontakt", "Contact", text(state.contact))]
  }

  private func text(_ sealed: SealedText?) -> String? { sealed.map { reading.names.text(of: $0.sealed)[language] } }

  private func rows(of state: Delegation) -> [KeyValue] {
    guard let revoked = state.revoked else { return [row("Läge", "State", word("gäller", "in force"))] }
    let reason = state.revocationReason.map { ". \($0.text)" } ?? ""
    return [row("Läge", "State", word("återkallad ", "revoked ") + revoked.effective.phrase[language] + reason)]
  }

  /// `2024-09-26: B-0003 Trygghetsrådet`.
  private func dated(_ text: String, _ mark: Mark) -> String {
    let day = mark.effective.phrase[language]
    return text.isEmpty ? day : "\(day): \(text)"
  }
}
