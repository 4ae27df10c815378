package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension Trace {
  /// The story for people: what the subject is now, of a measure also its days as a picture, what happened in order, what takes effect later, and the basis; with
  /// proofs, each entry's is said, and what they lead to.
  package func document(_ language: Language, basis: Basis, proofs: TraceProofs? = nil) -> Document {
    let name = book.title(of: subject) ?? book.chronicle.state(of: subject).name
    let title = Localized("Spårning av", "Trace of")[language] + " \(subject)" + (name.map { ": \($0)" } ?? "")
    let state = book.chronicle.state(of: subject, asOf: book.asOf)
    var blocks = basis.banner(language)
    let head = head(state, language)
    if !head.isEmpty { blocks.append(.keyValues(head)) }
    blocks += judgement.blocks(remarkCount: remarks.count, language)
    blocks += remarks.filter { $0.position == nil }.map { .note($0.words(language)) }
    let show = showing(state, language, proofs)
    if case .measure(let measure) = state,
      let figure = MeasureTimeline(measure, through: book.day).figure(language)
    {
      blocks.append(.figure(figure))
    }
    blocks.append(.heading(level: 1, Localized("Händelser", "Events")[language]))
    blocks.append(
      entries.isEmpty
        ? .paragraph(Prose(Localized("Inget är känt.", "Nothing is known.")[language]))
        : .timeline(entries.map(show.entry)))
    if !later.isEmpty, let asOf = book.asOf {
      blocks.append(
        .heading(level: 1, Localized("Gäller först efter ", "Effective only after ")[language] + asOf.phrase))
      blocks.append(.timeline(later.map(show.entry)))
    }
    blocks += Related(to: subject, in: book).blocks(language, book, names)
    if let proofs { blocks += proofs.blocks(language) }
    return basis.signed(
      Document(title, language: language.rawValue, blocks: blocks + basis.blocks(language)))
  }

  var names: Names { Names(of: book).revealing(reveal) }

  private func showing(_ state: SubjectState, _ language: Language, _ proofs: TraceProofs?) -> EntryShowing {
    let targets: [Target] = if case .measure(let measure) = state { measure.plan?.targets ?? [] } else { [] }
    return EntryShowing(
      trace: self, values: ValueShowing(language: language, names: names, targets: targets),
      language: language, proofs: proofs)
  }

  private func head(_ state: SubjectState, _ language: Language) -> [KeyValue] {
    guard state.isFounded else { return [] }
    let head = TraceHead(language: language, names: names, day: book.day)
    return switch state {
    case .measure(let measure): head.lines(measure)
    case .decision(let decision):
      head.lines(decision, organ: book.kind(ofBody: decision.made?.authority.organ))
    case .case(let state): head.lines(state)
    case .ledger(let state): head.lines(state)
    case .promise(let state): head.lines(state)
    case .situation(let state): head.lines(state)
    case .indicator(let state): head.lines(state)
    case .body(let state): head.lines(state)
    case .delegation(let state): head.lines(state)
    case .meeting(let state): head.lines(state)
    case .followUp(let state): head.lines(state)
    case .recommendation(let state): head.lines(state)
    case .person(let state): head.lines(state)
    }
  }
}

extension Book {
  /// The kind of a body; nil where none is named or none is known.
  func kind(ofBody id: SubjectID?) -> BodyKind? { body(id)?.registered?.kind }
}
