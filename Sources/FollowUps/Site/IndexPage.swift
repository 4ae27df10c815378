import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The first page: the promise in plain words, how it stands, what has changed, and the ways on from there.
struct IndexPage {
  let site: PublicSite
  let summary: SiteSummary
  let place: SitePlace
  private var voice: SiteVoice { site.voice }
  private var terms: PromiseAdopted { site.terms }
  private var measures: MeasureList { MeasureList(site: site, place: place) }

  var page: SitePage {
    SitePage(
      SitePart.promise.path, terms.title.text, heading: voice.said(terms.title), part: .promise,
      main: lead + promised + state + changes + found + areas + followUp + facts)
  }

  private var lead: Markup {
    let parties = Markup.joined(terms.parties.map { voice.said($0.name) }, by: Markup(voice(" och ", " and ")))
    let words: Markup =
      "\(parties) \(voice("har gett ett löfte som gäller", "have made a promise that applies from")) \(voice.span(from: terms.validity.from, through: terms.validity.through)). \(voice("Här står vad som är lovat, vad som har gjorts och vad som har kommit fram.", "This page says what is promised, what has been done, and what has been found."))"
    var blocks = SiteParts.paragraph(words, "lg-lead")
    // A site by one party from the ledger of another, or of a third, says so before all else.
    if !site.basis.owner.text.contains(site.publisher.name.text) {
      blocks += SiteParts.paragraph(
        "\(voice("Uppgifterna kommer ur en liggare som förs av: ", "The information comes from a ledger kept by: "))\(voice.said(site.basis.owner))."
      )
    }
    if let conclusion = site.promise.conclusion {
      blocks += SiteParts.paragraph(
        "\(voice("Löftet är avslutat: ", "The promise has ended: "))\(voice.said(conclusion))")
    }
    return blocks
  }

  private var promised: Markup {
    var content = SiteParts.list(
      terms.commitments.map { voice.said(voice.capitalized(Localized(both: $0.text.text))) }, "lg-promises")
    let districts = terms.areas.map { area in
      SiteParts.link(place.page(AreaPage.path(area.code)), voice.said(area.name))
    }
    if !districts.isEmpty {
      content += SiteParts.paragraph(
        "\(voice("Med särskilt fokus på: ", "With special focus on: "))\(.joined(districts, by: ", ")).")
    }
    if !terms.wording.isEmpty {
      content += SiteParts.paragraph(
        SiteParts.link(
          place.page(WordingPage.path), Markup(voice("Läs löftet i sin helhet", "Read the promise in full"))))
    }
    return SiteParts.section("loftet", voice("Det här lovar parterna", "What the parties promise"), content)
  }

  private var state: Markup {
    let counted = summary.counted
    let heading = voice("Så går det", "How it is going")
    let asOf = SiteParts.paragraph("\(voice("Läget ", "As of "))\(voice.day(site.book.day)).")
    guard !counted.isEmpty else {
      let none = voice(
        "Inga utlovade, beslutade eller föreslagna åtgärder finns i liggaren.",
        "No promised, decided or proposed measures are in the ledger."
      )
      return SiteParts.section("laget", heading, asOf + SiteParts.paragraph(Markup(none)) + exampleNote)
    }
    let statuses = SiteSummary.statuses(counted).map { status, count -> Markup in
      let name = SiteParts.signal(status, status.words(count), SiteTone(status), voice)
      return .element(
        .li, [],
        name + " " + .element(.strong, [.class("lg-count")], Markup(String(count))))
    }
    var content = asOf
    content += bindings(counted)
    content += .element(.ul, [.class("lg-counts")], .joined(statuses))
    content += evidenceSentence(counted)
    let overdue = summary.overdue
    content +=
      overdue.isEmpty
      ? SiteParts.paragraph(Markup(voice("Ingen åtgärd är försenad.", "No measure is overdue.")))
      : SiteParts.heading(voice("Försenat (\(overdue.count))", "Overdue (\(overdue.count))")) + shortened(overdue)
    content += exampleNote
    if summary.withheldCount > 0 {
      let count = voice.measures(summary.withheldCount)
      content += SiteParts.paragraph(
        Markup(
          voice(
            "Dessutom finns \(count) vars uppgifter är sekretessmarkerade och inte visas här.",
            "Besides there are \(count) marked secret and not shown here.")))
    }
    content += SiteParts.paragraph(
      SiteParts.link(place.page(SitePart.measures.path), Markup(voice("Alla åtgärder", "All measures"))))
    return SiteParts.section("laget", heading, content)
  }

  /// How many of them are decided, promised or only proposed.
  private func bindings(_ lines: [SiteMeasureLine]) -> Markup {
    let parts = MeasureBinding.Group.allCases.compactMap { group -> String? in
      let count = lines.count { $0.shown?.group == group }
      guard count > 0 else { return nil }
      let words = group.words(count)
      return "\(count) \(voice(words))"
    }
    let total = Markup.element(.strong, [], Markup(voice.measures(lines.count)))
    if parts.count == 1 { return SiteParts.paragraph("\(total): \(parts[0]).") }
    return SiteParts.paragraph("\(total):") + SiteParts.list(parts.map { Markup($0 + ".") })
      + SiteParts.paragraph(Markup(voice("Så långt har de kommit:", "So far they have come:")))
  }

  private func evidenceSentence(_ lines: [SiteMeasureLine]) -> Markup {
    let silent = lines.count { $0.shown?.evidence == Evidence.none }
    let words =
      silent == 0
      ? voice("Något är redovisat om alla åtgärderna.", "Something has been reported on every measure.")
      : voice(
        "Om \(silent) av \(lines.count) är ännu ingenting redovisat (uppgift saknas).",
        "Nothing has yet been reported on \(silent) of \(lines.count) (no information).")
    return SiteParts.paragraph(Markup(words + " " + voice(SiteWords.countsAreNoEffect)))
  }

  private var exampleNote: Markup {
    let examples = summary.examples
    guard !examples.isEmpty else { return Markup() }
    let words = voice(
      "Löftet nämner också sådant som bara är exempel på vad som kan komma. Det är varken utlovat eller medräknat:",
      "The promise also names examples of what may come. They are neither promised nor counted:")
    return SiteParts.paragraph(Markup(words)) + shortened(examples)
  }

  /// A list, cut where it would be the whole page.
  private func shortened(_ lines: [SiteMeasureLine]) -> Markup {
    let limit = 12
    let list = measures.list(Array(lines.prefix(limit)))
    guard lines.count > limit else { return list }
    let more = voice(
      "och \(lines.count - limit) till bland alla åtgärder", "and \(lines.count - limit) more among all measures")
    return list + SiteParts.paragraph(SiteParts.link(place.page(SitePart.measures.path), Markup(more)))
  }

  private var changes: Markup {
    guard let last = site.followUps.first else { return Markup() }
    let day = last.presentation.mark.effective?.day
    let since: Markup =
      "\(voice("Sedan den senaste uppföljningen, ", "Since the last follow-up, "))\(SiteParts.link(place.page(last.path), Markup(last.period.isFinal ? voice("slutrapporten", "the final report") : last.period.label.text)))\(day.map { "\(voice(" (redovisad ", " (presented "))\(voice.day($0)))" as Markup } ?? Markup())"
    let lines = summary.changed
    guard !lines.isEmpty else {
      return SiteParts.section(
        "nytt", voice("Vad som är nytt", "What is new"),
        SiteParts.paragraph(
          "\(since)\(voice(", är inget förändrat i åtgärderna.", ", nothing has changed in the measures."))"))
    }
    let limit = 20
    let items = lines.prefix(limit).compactMap { line -> Markup? in
      guard let shown = line.shown else { return nil }
      let what = shown.changes.map { $0[voice.language] }.joined(separator: ", ")
      return
        "\(SiteParts.link(place.page(SiteMeasure.path(line.id)), voice.said(shown.title))) (\(line.id.text)): \(what)"
    }
    var content = SiteParts.paragraph("\(since):") + SiteParts.list(items)
    if lines.count > limit {
      content += SiteParts.paragraph(
        Markup(voice("och \(lines.count - limit) åtgärder till.", "and \(lines.count - limit) more measures.")))
    }
    return SiteParts.section("nytt", voice("Vad som är nytt", "What is new"), content)
  }

  private var found: Markup {
    let evaluated = summary.evaluated
    guard !evaluated.isEmpty || !site.indicators.isEmpty else { return Markup() }
    var content = Markup()
    if !evaluated.isEmpty {
      let items = evaluated.prefix(10).compactMap { line -> Markup? in
        guard let shown = line.shown, let last = shown.evaluations.last else { return nil }
        return
          "\(SiteParts.link(place.page(SiteMeasure.path(line.id)), voice.said(shown.title))): \(voice(last.attainment.words)) (\(voice(last.kind.words))). \(voice.said(last.conclusion))\(site.reservation(about: last))"
      }
      content += SiteParts.heading(voice("Utvärderat", "Evaluated")) + SiteParts.list(Array(items))
      if evaluated.count > 10 {
        content += SiteParts.paragraph(
          Markup(voice("och \(evaluated.count - 10) till.", "and \(evaluated.count - 10) more.")))
      }
    }
    content += IndicatorPage(site: site, place: place).overview
    return SiteParts.section("resultat", voice("Vad som har kommit fram", "What has been found"), content)
  }

  private var areas: Markup {
    AreaIndexPage(site: site, summary: summary, place: place).overview
  }

  private var followUp: Markup {
    let heading = voice("Uppföljning", "Follow-up")
    var content = Markup()
    if let reporting = terms.reporting {
      content += SiteParts.paragraph(
        "\(voice("Löftet följs upp i ", "The promise is followed up in "))\(voice.said(reporting.to))\(voice(", \(reporting.timesPerYear) gånger om året", ", \(reporting.timesPerYear) times a year"))."
      )
    }
    content += FollowUpIndexPage(site: site, place: place).list(limit: 3)
    content += SiteParts.paragraph(
      SiteParts.link(place.page(SitePart.followUps.path), Markup(voice("Alla uppföljningar", "All follow-ups"))))
    return SiteParts.section("uppfoljning", heading, content)
  }

  private var facts: Markup {
    SiteParts.section(
      "fakta", voice("Om löftet", "About the promise"), PromiseFacts(site: site).list)
  }
}
