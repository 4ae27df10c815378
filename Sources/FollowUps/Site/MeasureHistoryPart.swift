import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The course of a measure as a table with both clocks, what was corrected in it, and what went against a rule.
struct MeasureHistoryPart {
  let site: PublicSite
  let shown: SiteMeasure
  private var voice: SiteVoice { site.voice }

  var sections: Markup { course + corrections + irregularities }

  private var course: Markup {
    let rows = shown.subject.entries.map { event -> [Markup] in
      [
        voice.day(event.effective),
        Markup(voice.capitalized(EventWords.words(of: event.fact, about: shown.measure))) + detail(event.fact),
        voice.day(SwedishTime.date(of: event.recorded)),
      ]
    }
    let table = SiteParts.table(
      voice("Förloppet, steg för steg", "The history, step by step"),
      [
        .init(voice("Gällde från", "In effect from")), .init(voice("Vad som hände", "What happened")),
        .init(voice("Registrerat", "Recorded")),
      ],
      rows)
    return SiteParts.section("forlopp", voice("Förlopp", "History"), table)
  }

  /// What the event says besides that it happened; a note is sealed and has no way in here.
  private func detail(_ fact: Fact) -> Markup {
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
      return
        "\(voice.day(row.mark.effective)): \(kinds). \(voice("Angivet skäl: ", "Reason stated: "))\(voice.said(row.reason))"
    }
    guard !items.isEmpty else { return Markup() }
    return SiteParts.section("avvikelser", voice("Regelavvikelser", "Irregularities"), SiteParts.list(items))
  }
}
