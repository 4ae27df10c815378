import LedgerDomain
import Projections
import StrictJSON

/// Which events of other subjects belong to the story of one subject.
///
/// Those that name it; the whole of each decision about it, with the verification of the minutes and the delegation that the
/// decision rests on; the case it came from; the situation picture it rests on; that a follow-up with it was presented and
/// noted (that it was compiled only as long as it has not been presented).
/// A promise, a situation picture, a body and the ledger are named by nearly everything, so their stories are their own
/// events alone; ``Related`` has the rest. So it is of a delegation and an indicator that more than ``fewCount`` events name.
struct Weaving {
  let subject: SubjectID
  let chronicle: Chronicle

  /// How many events of others a story can hold, where those are the same again and again.
  static let fewCount = 100

  /// In order of position. Cost: the events that name the subject, and those of the subjects that these are about.
  var events: [Event] {
    guard ![.ledger, .promise, .situation, .body].contains(subject.kind) else { return [] }
    if [.delegation, .indicator].contains(subject.kind), chronicle.count(naming: subject) > Self.fewCount { return [] }
    let naming = chronicle.events(naming: subject)
    let named = chronicle.events(about: subject).flatMap(\.mentions)
    let related = Set(naming.map(\.subject) + named)
    var woven = naming.filter(isNews)
    for id in related where id != subject && Self.relatedKinds.contains(id.kind) {
      woven += chronicle.events(about: id).filter(belongs)
    }
    for decision in decisions(in: woven) { woven += ground(of: decision) }
    var seen: Set<Int> = []
    return woven.filter { seen.insert($0.position).inserted }.sorted { $0.position < $1.position }
  }

  /// The kinds of subjects of which an event may belong to the story without naming its subject.
  private static let relatedKinds: Set<SubjectKind> = [.decision, .case, .situation, .followUp, .recommendation]

  /// Whether an event of a related subject is part of the story although it does not name the subject.
  private func belongs(_ event: Event) -> Bool {
    if event.isAboutAnEntry { return false }
    switch event.fact {
    case .decision: return [.measure, .case].contains(subject.kind)
    case .case(.opened), .case(.assigned), .case(.closed), .case(.reopened): return subject.kind == .measure
    case .situation: return subject.kind == .measure
    case .followUp(.presented), .followUp(.noted): return subject.kind == .measure && reports(event.subject)
    case .recommendation: return subject.kind == .measure
    default: return false
    }
  }

  /// Whether an event that names the subject says more than what followed upon it.
  private func isNews(_ event: Event) -> Bool {
    guard case .followUp(.compiled) = event.fact, subject.kind == .measure else { return true }
    return !chronicle.events(about: event.subject).contains { other in
      if case .followUp(.presented) = other.fact { true } else { false }
    }
  }

  private func reports(_ followUp: SubjectID) -> Bool {
    chronicle.events(about: followUp).contains { event in
      if case .followUp(.compiled(let compiled)) = event.fact { compiled.measures.contains(subject) } else { false }
    }
  }

  /// What the decisions in the story say of their authority.
  private func decisions(in woven: [Event]) -> [DecisionMade] {
    (woven + chronicle.events(about: subject)).compactMap { event in
      if case .decision(.made(let made)) = event.fact, event.subject == subject || belongs(event) { made } else { nil }
    }
  }

  /// The verification of the minutes in which a decision stands, and the delegation it was made under.
  private func ground(of decision: DecisionMade) -> [Event] {
    let minutes = decision.authority.meeting.map { chronicle.events(about: $0) } ?? []
    let delegation = decision.authority.delegation.map { chronicle.events(about: $0) } ?? []
    return minutes.filter { event in
      switch event.fact {
      case .meeting(.minutesVerified(let verified)): covers(verified.paragraphs, decision.authority.paragraph)
      case .meeting(.verificationAnnounced(let announced)): covers(announced.paragraphs, decision.authority.paragraph)
      default: false
      }
    } + delegation.filter { !$0.isAboutAnEntry }
  }

  private func covers(_ paragraphs: [Text], _ paragraph: Text?) -> Bool {
    paragraphs.isEmpty || paragraph.map(paragraphs.contains) ?? false
  }
}
