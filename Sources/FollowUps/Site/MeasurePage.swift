import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension PublicSite {
  /// What is to be said beside an evaluation of effect that no baseline stands behind; nothing beside any other.
  func reservation(about evaluated: MeasureEvaluated) -> Markup {
    let hasBaseline = evaluated.indicators.contains { book.indicator($0)?.baseline != nil }
    guard evaluated.kind == .effect, !hasBaseline else { return Markup() }
    return " " + .element(.strong, [], Markup(voice(SiteWords.effectWithoutBaseline)))
  }
}

/// One measure: what, why, who and when, what was decided on which authority, what was reported, and how it was judged.
struct MeasurePage {
  let site: PublicSite
  let shown: SiteMeasure
  let place: SitePlace
  /// The presented follow-ups that have a row for it, the latest first.
  let followUps: [SiteFollowUp]
  private var voice: SiteVoice { site.voice }
  private var measure: Measure { shown.measure }
  private var plan: MeasureProposed { shown.plan }
  private var notStated: Markup { Markup(voice(StandingWords.notStated)) }

  var page: SitePage {
    let title = "\(shown.id) \(plan.title)"
    let heading = "\(voice.said(plan.title)) \(.element(.span, [.class("lg-id")], Markup(shown.id.text)))" as Markup
    return SitePage(
      SiteMeasure.path(shown.id), title, heading: heading, part: .measures, trail: MeasurePage.trail(voice),
      main: signals + about + results + reports + decisions + evaluations
        + MeasureHistoryPart(site: site, shown: shown).sections
        + documents + reported)
  }

  /// The page of a measure that is withheld: its number and why.
  static func withheld(_ id: SubjectID, _ site: PublicSite) -> SitePage {
    let voice = site.voice
    return SitePage(
      SiteMeasure.path(id), id.text, part: .measures, trail: trail(voice),
      main: SiteParts.lead(voice(SiteWords.withheldMeasure) + ".")
        + SiteParts.paragraph(Markup(voice(SiteWords.askForIt))))
  }

  private static func trail(_ voice: SiteVoice) -> [SitePage.Step] {
    [.init(title: voice("Alla åtgärder", "All measures"), path: SitePart.measures.path)]
  }

  private var signals: Markup {
    let since = measure.standingSince.map { mark -> Markup in
      "\(voice(" sedan ", " since "))\(voice.day(mark.effective))"
    }
    return .element(
      .div, [.class("lg-summary")],
      SiteParts.facts([
        ("Status", SiteParts.status(measure, voice) + (since ?? Markup())),
        (voice("Belägg", "Evidence"), SiteParts.evidence(shown.row.evidence, voice)),
        (voice("Tidplan", "Schedule"), SiteParts.schedule(shown.row.schedule, voice)),
        (voice("Bindningsgrad", "Binding"), Markup(shown.binding.sentence(voice))),
      ]))
      + SiteParts.paragraph(Markup(voice(SiteWords.threeSignals)), "lg-small")
  }

  private var about: Markup {
    var rows: [(name: String, value: Markup)] = []
    func add(_ name: String, _ value: Markup?) { if let value { rows.append((name, value)) } }
    add(voice("Varför", "Why"), plan.cause.map { voice.said($0) } ?? notStated)
    add(voice("Mål", "Goal"), plan.goal.map { voice.said($0) } ?? notStated)
    add(voice("Var", "Where"), whereabouts)
    let focus = plan.focusAreas.map {
      SiteParts.link(place.page(AreaPage.path(focus: $0)), voice.said(site.focusArea($0)))
    }
    add(voice("Fokusområde", "Focus area"), focus.isEmpty ? nil : .joined(focus, by: ", "))
    add(
      voice("Ansvarig part", "Party responsible"),
      plan.parties.isEmpty ? notStated : .joined(plan.parties.map { voice.said(site.party($0).name) }, by: ", "))
    add(voice("Ansvarig", "Responsible"), plan.responsible.map { voice.said($0.phrase) } ?? notStated)
    add(
      voice("Utförs av", "Carried out by"),
      measure.performers.isEmpty ? nil : .joined(measure.performers.map { voice.said($0) }, by: ", "))
    add(voice("Slutdatum", "Deadline"), deadline)
    add(voice("Tid på dygnet", "Time of day"), plan.timeOfDay.map { voice.said($0) })
    add(voice("Miljö", "Setting"), plan.arena.map { voice.said($0) })
    add(voice("Målgrupp", "Target group"), plan.targetGroup.map { voice.said($0) })
    add(voice("Sikt", "Horizon"), plan.horizon.map { Markup(voice($0.words)) })
    add(voice("Följs upp genom", "To be followed up by"), plan.followUp.map { voice.said($0) })
    if plan.evaluationPromised {
      add(voice("Utvärdering", "Evaluation"), Markup(voice("utlovad eller beslutad", "promised or decided")))
    }
    add(voice("Föreslagen av", "Proposed by"), plan.proposedBy.map { Markup($0.phrase(site.names)[voice.language]) })
    add(voice("Ärende", "Case"), origin)
    return SiteParts.section("om", voice("Vad, varför, vem och när", "What, why, who and when"), SiteParts.facts(rows))
  }

  private var whereabouts: Markup {
    if plan.municipalityWide {
      return SiteParts.link(place.page(AreaPage.wholePath), Markup(voice(StandingWords.municipalityWide)))
    }
    let links = plan.areas.map { SiteParts.link(place.page(AreaPage.path($0)), voice.said(site.area($0))) }
    return links.isEmpty ? notStated : .joined(links, by: ", ")
  }

  private var deadline: Markup {
    guard let now = measure.deadline else { return notStated }
    guard let first = measure.originalDeadline, first != now else { return voice.day(now) }
    return "\(voice.day(now)) (\(voice("från början ", "originally "))\(voice.day(first)))"
  }

  private var origin: Markup? {
    guard let id = plan.case else { return nil }
    let subject = SiteSubject(id, in: site.book)
    guard !subject.isWithheld, case .case(let state) = subject.state, let opened = state.opened else {
      return Markup(voice("sekretessmarkerat", "marked secret"))
    }
    let number = opened.registryNumber.map { " (\(voice.said($0)))" as Markup } ?? Markup()
    return voice.said(opened.title) + number
  }

  private var results: Markup {
    guard !shown.row.targets.isEmpty else { return Markup() }
    let isSettled = shown.row.isSettled(promiseIsOver: site.promiseIsOver)
    let rows = shown.row.targets.map { row -> [Markup] in
      let actual =
        row.results.isEmpty
        ? Markup(voice(StandingWords.noInformation))
        : Markup.joined(
          row.results.map { result in
            let year = result.year.map { "\($0): " } ?? ""
            return Markup(year + result.actual.phrase(unit: row.target.unit)[voice.language])
          }, by: .element(.br))
      return [
        voice.said(row.target.name), Markup(row.target.phrase[voice.language]), actual,
        Markup(row.target.attainment(actual: row.results.last?.actual, isSettled: isSettled)[voice.language]),
      ]
    }
    let table = SiteParts.table(
      voice("Mål mot utfall", "Targets and results"),
      [
        .init(voice("Vad som räknas", "What is counted")), .init(voice("Målvärde", "Target")),
        .init(voice("Utfall", "Result")), .init(voice("Läge", "State")),
      ], rows)
    return SiteParts.section(
      "utfall", voice("Mål och utfall", "Targets and results"),
      table + SiteParts.paragraph(Markup(voice(SiteWords.countsAreNoEffect)), "lg-small"))
  }

  private var reports: Markup {
    let heading = voice("Vad som har redovisats", "What has been reported")
    guard !measure.reports.isEmpty else {
      return SiteParts.section("redovisat", heading, SiteParts.paragraph(Markup(voice(SiteWords.noInformation))))
    }
    let items = measure.reports.reversed().map { report -> Markup in
      var words = .element(.strong, [], voice.day(report.mark.effective)) as Markup
      if let statement = report.statement { words += ": " + voice.said(statement) }
      let results = report.results.map { result -> Markup in
        let unit = plan.targets.first { $0.name == result.target }?.unit
        let value = unit.map { result.actual.phrase(unit: $0) } ?? result.actual.phrase
        return "\(voice.said(result.target)): \(value[voice.language])"
      }
      if !results.isEmpty { words += .element(.br) + .joined(results, by: "; ") }
      if let by = report.reportedBy {
        words += .element(.br) + "\(voice("Redovisat av ", "Reported by "))\(voice.said(by.phrase))"
      }
      return words
    }
    return SiteParts.section("redovisat", heading, SiteParts.list(items, "lg-stories"))
  }

  private var decisions: Markup {
    let heading = voice("Beslut", "Decisions")
    guard !shown.decisions.isEmpty else {
      return SiteParts.section(
        "beslut", heading,
        SiteParts.paragraph(Markup(voice("Inget beslut finns i liggaren.", "No decision is in the ledger."))))
    }
    return SiteParts.section("beslut", heading, SiteParts.list(shown.decisions.map(decision), "lg-stories"))
  }

  private func decision(_ step: SiteMeasure.Step) -> Markup {
    let what = EventWords.words(ofType: step.type.text)
    var words =
      "\(.element(.strong, [], voice.day(step.mark.effective))): \(voice(Localized(both: "") + what))" as Markup
    switch step.decision {
    case .none:
      return words
        + Markup(". " + voice("Inget beslut är angivet bakom steget.", "No decision is stated behind the step."))
    case .withheld: return words + ". " + Markup(voice(SiteWords.withheldDecision))
    case .notMade(let id): return words + ". \(id.text): " + Markup(voice(SiteWords.decisionNotMade))
    case .shown(let decision, _):
      if let made = decision.made { words += .element(.br) + DecisionPart(site: site).lines(decision, made) }
      return words
    }
  }

  private var evaluations: Markup {
    let heading = voice("Utvärdering", "Evaluation")
    guard !measure.evaluations.isEmpty else {
      let words =
        plan.evaluationPromised
        ? voice(
          "Åtgärden ska utvärderas. Ingen utvärdering finns i liggaren.",
          "To be evaluated. No evaluation is in the ledger.")
        : voice("Ingen utvärdering finns i liggaren.", "No evaluation is in the ledger.")
      return SiteParts.section("utvardering", heading, SiteParts.paragraph(Markup(words)))
    }
    let items = measure.evaluations.map { evaluation -> Markup in
      let evaluated = evaluation.evaluated
      var words =
        "\(.element(.strong, [], voice.day(evaluation.mark.effective))): \(voice(evaluated.attainment.words)) (\(voice(evaluated.kind.words)))"
        as Markup
      words += .element(.br) + voice.said(evaluated.conclusion) + site.reservation(about: evaluated)
      if let by = evaluated.evaluatedBy {
        words += .element(.br) + "\(voice("Utvärderat av ", "Evaluated by "))\(voice.said(by.phrase))"
      }
      return words
    }
    return SiteParts.section("utvardering", heading, SiteParts.list(items, "lg-stories"))
  }

  private var documents: Markup {
    let items = measure.record.documents.map { attached -> Markup in
      var words = voice.said(attached.document.name)
      if let role = attached.role { words += " (" + voice.said(role) + ")" }
      if let number = attached.document.registryNumber { words += ", " + voice.said(number) }
      return words + .element(.br)
        + .element(.small, [], "SHA-256 \(.element(.code, [], Markup(attached.document.sha256.text)))")
    }
    guard !items.isEmpty else { return Markup() }
    return SiteParts.section("handlingar", voice("Handlingar", "Documents"), SiteParts.list(items))
  }

  private var reported: Markup {
    guard !followUps.isEmpty else { return Markup() }
    let links = followUps.map { SiteParts.link(place.page($0.path), Markup(FollowUpPage.title($0, voice))) }
    return SiteParts.section(
      "uppfoljningar", voice("Med i uppföljningarna", "In the follow-ups"), SiteParts.list(links))
  }
}
