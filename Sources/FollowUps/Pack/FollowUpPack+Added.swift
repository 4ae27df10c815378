import JournalStore
package import LedgerDomain
import Projections
package import StrictJSON

/// An entry that became known after a report was compiled and is about the time that it covers.
package struct LaterRow: JSONWritable, Hashable, Sendable {
  package var subject: SubjectID
  package var type: Text
  package var mark: Mark
  /// What was corrected or reversed, of an entry that does so.
  package var correction: Correction?

  package struct Correction: JSONWritable, Hashable, Sendable {
    /// The type of the entry that was wrong.
    package var type: Text
    /// The corrected field; absent of a reversal.
    package var field: Text?
    package var old: JSONValue?
    package var new: JSONValue?
    package var reason: Text

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("type", type)
      pen.write("field", field)
      pen.write("old", old)
      pen.write("new", new)
      pen.write("reason", reason)
      pen.endObject()
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("subject", subject)
    pen.write("type", type)
    pen.write("mark", mark)
    pen.write("correction", correction)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// *Tillkommit efter redovisningen*: what was recorded after the period's report was compiled, and would have been in it.
  package var later: [LaterRow] {
    guard let followUp = latest.followUp(of: period, promise: promise), followUp.presented != nil,
      let compiled = followUp.compiled
    else { return [] }
    return added(after: compiled.knownThrough, through: latest.position, about: period)
  }

  /// The same of the report before this one, as far as it was known when this one was compiled.
  package var addedSince: [LaterRow] { shelf.addedSince { allAddedSince } }

  private var allAddedSince: [LaterRow] {
    guard let previousPeriod, let before = latest.followUp(of: previousPeriod, promise: promise),
      before.presented != nil, let compiled = before.compiled
    else { return [] }
    let until = latest.followUp(of: period, promise: promise)?.compiled?.knownThrough ?? latest.position
    return added(after: compiled.knownThrough, through: until, about: previousPeriod)
  }

  /// The entries between two positions about the time through a period's end, of what a report shows.
  func added(after first: Int, through last: Int, about period: ReportingPeriod) -> [LaterRow] {
    let last = min(last, latest.position)
    guard first < last else { return [] }
    let kinds: [SubjectKind] = [.measure, .decision, .indicator, .case, .situation, .recommendation]
    let chronicle = latest.chronicle
    let end = EffectiveKey(.date(period.through.adding(days: 1)))
    return OrderedWork.compactMap(Array((first + 1)...last), inPiecesOf: 256) { position in
      // Most entries since are about the time after; of them no more is read.
      if let line = chronicle.envelope(at: position), line.effective >= end, !line.isAmending {
        return nil
      }
      guard let event = chronicle.event(at: position), kinds.contains(event.subject.kind), belongs(event.subject) else {
        return nil
      }
      var effective = event.effective
      var correction: LaterRow.Correction?
      if case .entry(let fact) = event.fact {
        // A correction is about the time of what it corrects; documents and secrecy change no figure.
        guard let target = target(of: fact, in: event), let made = self.correction(fact, of: target) else { return nil }
        effective = target.effective
        correction = made
      }
      guard effective.map({ $0.day <= period.through }) ?? true else { return nil }
      return LaterRow(
        subject: event.subject, type: Text(event.fact.type), mark: event.mark, correction: correction)
    }
  }

  private func target(of fact: EntryFact, in event: Event) -> Event? {
    let id: EventID? =
      switch fact {
      case .corrected(let corrected): corrected.event
      case .reversed(let reversed): reversed.event
      case .documentAttached, .secrecyMarked, .secrecyLifted, .valueErased, .valueDisclosed: nil
      }
    return id.flatMap { id in latest.chronicle.events(about: event.subject).first { $0.id == id } }
  }

  private func correction(_ fact: EntryFact, of target: Event) -> LaterRow.Correction? {
    let type = Text(target.fact.type)
    switch fact {
    case .corrected(let corrected):
      return LaterRow.Correction(
        type: type, field: corrected.field, old: corrected.old, new: corrected.new, reason: corrected.reason)
    case .reversed(let reversed): return LaterRow.Correction(type: type, reason: reversed.reason)
    case .documentAttached, .secrecyMarked, .secrecyLifted, .valueErased, .valueDisclosed: return nil
    }
  }
}
