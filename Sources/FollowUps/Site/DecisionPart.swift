import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// A decision as a measure's page tells it: the matter, who decided on what authority, and how the decision stands.
///
/// A body decides, and not its chair: the people named took part in its decision.
struct DecisionPart {
  let site: PublicSite
  private var voice: SiteVoice { site.voice }

  func lines(_ decision: Decision, _ made: DecisionMade) -> Markup {
    let people = made.decidedBy.map { person -> String in
      // The body stands beside.
      var person = person
      if made.authority.kind == .body, person.organ?.text == made.authority.organ.map(site.names.of) {
        person.organ = nil
      }
      return person.phrase
    }.joined(separator: "; ")
    let authority = Markup(site.phrase(made.authority))
    var lines = [voice.said(made.matter)]
    if made.authority.kind == .body {
      lines.append("\(voice("Beslutat av: ", "Decided by: "))\(authority)")
      if !people.isEmpty {
        lines.append("\(voice("Deltog i beslutet: ", "Took part in the decision: "))\(voice.said(people))")
      }
    } else {
      lines.append(
        "\(voice("Beslutat av: ", "Decided by: "))\(people.isEmpty ? Markup(voice(StandingWords.notStated)) : voice.said(people))"
      )
      lines.append("\(voice("Med stöd av: ", "On the authority of: "))\(authority)")
    }
    if decision.standing != .made {
      lines.append(.element(.strong, [], Markup(voice("Beslutet är ", "The decision is ") + standing(decision) + ".")))
    }
    lines.append(
      .joined([voice.said(decision.id.text), made.reference.map { voice.said($0) }].compactMap(\.self), by: " · "))
    return .joined(lines, by: .element(.br))
  }

  /// How it stands, with the day where one is known.
  private func standing(_ decision: Decision) -> String {
    let (words, mark): (Localized, Mark?) =
      switch decision.standing {
      case .annulled: (decision.standing.words, decision.annulment?.mark)
      case .appealed: (decision.standing.words, decision.appeals.last?.mark)
      case .final: (Localized("slutligt: det har fått laga kraft", "final"), decision.becameFinal)
      case .made, .stayed: (decision.standing.words, nil)
      }
    return voice(words) + (mark?.effective.map { " \(voice.words($0.day))" } ?? "")
  }
}

extension PublicSite {
  /// On what authority a decision was made, with days as the site writes them.
  func phrase(_ authority: Authority) -> String {
    authority.phrase(names) { Localized(SiteVoice.words($0, .sv), SiteVoice.words($0, .en)) }[voice.language]
  }
}
