import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The course of a measure with both clocks, what became of its decisions, what was corrected in it, and what went against a rule.
struct MeasureHistoryPart {
  let site: PublicSite
  let shown: SiteMeasure
  private var voice: SiteVoice { site.voice }

  var sections: Markup { course + corrections + irregularities }

  private var course: Markup {
    let fates = shown.fates
    let events = fates.isEmpty ? shown.subject.entries : (shown.subject.entries + fates).sorted(by: Fold.inOrder)
    let items = events.map { event -> Markup in
      let what = Markup(voice.capitalized(shown.words(of: event))) + detail(event.fact)
      let recorded = "\(voice("registrerat ", "recorded "))\(voice.day(SwedishTime.date(of: event.recorded)))" as Markup
      return .element(.span, [.class("lg-when")], voice.day(event.effective)) + " "
        + .element(.span, [.class("lg-what")], what) + " " + .element(.span, [.class("lg-about")], recorded)
    }
    let list = Markup.element(.ol, [.class("lg-course")], .joined(items.map { .element(.li, [], $0) }))
    let timeline = SiteFigures(site: site).timeline(shown.measure)
    return SiteParts.section("forlopp", voice("Förlopp", "History"), timeline + list)
  }

  /// What the event says besides that it happened; a note is sealed and has no way in here.
  private func detail(_ fact: Fact) -> Markup {
    if case .decision(let fact) = fact { return detail(fact) }
    guard case .measure(let fact) = fact else { return Markup() }
    let reason: Text? =
      switch fact {
      case .referredBack(let payload): payload.reason
      case .rejected(let payload): payload.reason
      case .paused(let payload): payload.reason
      case .withdrawn(let payload): payload.reason
      case .amended(let payload): payload.reason
      case .reassigned(let payload): payload.reason
      case .deadlineExtended(let payload): payload.reason
      case .approved(let payload): payload.conditions
      case .implemented(let payload): payload.deviation
      case .proposed, .tabled, .started, .progressReported, .resumed, .evaluated: nil
      }
    let why = reason.map { ": " + voice.said($0) } ?? Markup()
    if case .deadlineExtended(let extended) = fact {
      return "\(voice(" till ", " to "))\(voice.day(extended.deadline))\(why)"
    }
    if case .reassigned(let reassigned) = fact {
      return "\(voice(" till ", " to "))\(voice.said(reassigned.responsible.phrase))\(why)"
    }
    return why
  }

  /// By whom, and why; who appealed is sealed.
  private func detail(_ fact: DecisionFact) -> Markup {
    let said: [Text?] =
      switch fact {
      case .appealed(let payload): [payload.court]
      case .stayed(let payload): [payload.by]
      case .annulled(let payload): [payload.by, payload.reason]
      case .final(let payload): [payload.ruling]
      case .made, .announced, .notified: []
      }
    let parts = said.compactMap { $0.map { voice.said($0) } }
    return parts.isEmpty ? Markup() : ": " + .joined(parts, by: ". ")
  }

  private var corrections: Markup {
    let items = shown.subject.events.compactMap { event -> Markup? in
      let day = voice.day(SwedishTime.date(of: event.recorded))
      switch event.fact {
      case .entry(.corrected(let corrected)):
        let type = shown.subject.events.first { $0.id == corrected.event }?.fact.type
        let field = FieldWords.words(of: corrected.field.text, in: type)[voice.language]
        return "\(day): \(voice("rättat: ", "corrected: "))\(field). \(voice.said(corrected.reason))"
      case .entry(.reversed(let reversed)):
        let type = shown.subject.events.first { $0.id == reversed.event }?.fact.type
        let what = type.map { EventWords.words(ofType: $0)[voice.language] } ?? ""
        return "\(day): \(voice("struken uppgift: ", "entry taken back: "))\(what). \(voice.said(reversed.reason))"
      default: return nil
      }
    }
    guard !items.isEmpty else { return Markup() }
    return SiteParts.section("rattelser", voice("Rättelser", "Corrections"), SiteParts.list(items))
  }

  private var irregularities: Markup {
    let items = shown.row.irregularities.map { row -> Markup in
      let kinds = row.kinds.map { voice($0.words) }.joined(separator: ", ")
      let isCorrected = !site.book.chronicle.corrections(of: row.mark.event, about: row.subject).isEmpty
      let corrected = isCorrected ? " " + voice(StandingWords.markedAsRecorded) : ""
      return
        "\(voice.day(row.mark.effective)): \(kinds). \(voice("Angivet skäl: ", "Reason stated: "))\(voice.said(row.reason))\(corrected)"
    }
    guard !items.isEmpty else { return Markup() }
    return SiteParts.section("avvikelser", voice("Regelavvikelser", "Irregularities"), SiteParts.list(items))
  }
}
