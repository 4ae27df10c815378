import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What is known of the promise itself; what its source does not state says so.
struct PromiseFacts {
  let site: PublicSite
  private var voice: SiteVoice { site.voice }
  private var terms: PromiseAdopted { site.terms }
  private var notStated: Markup { Markup(voice(StandingWords.notStated)) }

  var list: Markup {
    SiteParts.facts([
      (voice("Gäller", "Validity"), voice.span(from: terms.validity.from, through: terms.validity.through)),
      (voice("Parter", "Parties"), .joined(terms.parties.map(party), by: Markup(voice(" och ", " and ")))),
      (voice("Antaget", "Adopted"), adopted),
      (voice("Undertecknat av", "Signed by"), signatures),
      (voice("Överenskommelse", "Agreement"), terms.agreement.map { voice.said($0) } ?? notStated),
      (voice("Överordnade mål", "Parent goals"), lines(terms.parentGoals.map { voice.said($0) })),
      (voice("Ska leda till", "Intended effects"), lines(terms.effectGoals.map(goal))),
      (voice("Redovisas för", "Reported to"), reporting),
    ])
  }

  private func party(_ party: Named) -> Markup {
    guard party.code != site.settings.party, let address = site.address(of: party.code) else {
      return voice.said(party.name)
    }
    return SiteParts.link(address, voice.said(party.name))
  }

  private var adopted: Markup {
    guard let day = site.promise.adopted?.effective?.day else {
      return Markup(voice("dag anges inte", "day not stated"))
    }
    var words = voice.day(day)
    if let id = terms.decision {
      let subject = SiteSubject(id, in: site.book)
      if !subject.isWithheld, case .decision(let decision) = subject.state, let made = decision.made {
        words += ", " + Markup(site.phrase(made.authority))
      }
    }
    return words
  }

  private var signatures: Markup {
    if !site.promise.signatures.isEmpty {
      return lines(
        site.promise.signatures.map { signature in
          let day = signature.mark.effective?.day
          return
            "\(voice.said(signature.signed.by.phrase)) (\(voice.day(day, else: Localized("dag anges inte", "day not stated"))))"
        })
    }
    return lines(
      terms.signatories.map { "\(voice.said($0.phrase)) (\(voice("dag anges inte", "day not stated")))" })
  }

  private func goal(_ goal: EffectGoal) -> Markup {
    let ways = goal.followedUpBy.map { voice.said($0) }
    return ways.isEmpty
      ? voice.said(goal.text)
      : "\(voice.said(goal.text)) (\(voice("följs upp i ", "followed up in "))\(.joined(ways, by: ", ")))"
  }

  private var reporting: Markup {
    guard let reporting = terms.reporting else { return notStated }
    let occasion = reporting.occasion.map { ", " + voice.said($0) } ?? Markup()
    return
      "\(voice.said(reporting.to)), \(voice("\(reporting.timesPerYear) gånger om året", "\(reporting.timesPerYear) times a year"))\(occasion)"
  }

  private func lines(_ items: [Markup]) -> Markup { items.isEmpty ? notStated : .joined(items, by: .element(.br)) }
}

/// The promise's own wording, passage by passage.
struct WordingPage {
  let site: PublicSite

  static let path = "loftet.html"

  var page: SitePage {
    let title = site.voice("Löftet i sin helhet", "The promise in full")
    let passages = site.terms.wording.map { passage in
      Markup.element(
        .section, [], .element(.h2, [], site.voice.said(passage.heading)) + site.voice.paragraphs(passage.text))
    }
    let lead = SiteParts.lead(
      site.voice("Så här står det i löftet, ord för ord.", "This is what the promise says, word for word."))
    return SitePage(WordingPage.path, title, part: .promise, main: lead + .joined(passages))
  }
}
