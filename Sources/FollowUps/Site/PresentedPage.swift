import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// A document that was presented, as a page: a text that lies on the site as a file only is read by some browsers in the wrong
/// characters, and a table of Markdown by few people.
///
/// Markdown of Liggare's own has its headings, tables and lists; any other text stands line by line. The file beside it has the bytes.
struct PresentedPage {
  let site: PublicSite
  let followUp: SiteFollowUp
  let presented: PresentedDocument
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  var page: SitePage? {
    guard let content = presented.content else { return nil }
    let name = followUp.presentation.presented.document.name
    let title = voice("\(name), som det redovisades", "\(name), as it was presented")
    let file = SiteParts.file(
      place.file(followUp.documentPath(presented.form)), named: name.text, presented.form, voice)
    let day = followUp.presentation.mark.effective.map { "\(voice(" den ", " on "))\(voice.day($0.day))" as Markup }
    let lead: Markup =
      "\(voice("Det här är dokumentet som redovisades", "This is the document that was presented"))\(day ?? Markup()). \(voice("Samma byte som visades finns i filen ", "The very bytes that were shown are in the file "))\(file)."
    let main: Markup =
      switch content {
      case .markdown(let document): shown(document)
      case .text(let text): SiteParts.verbatim(text)
      }
    return SitePage(
      followUp.presentedPath, title, part: .followUps,
      trail: [
        .init(title: SitePart.followUps.title(voice), path: SitePart.followUps.path),
        .init(title: FollowUpPage.title(followUp, voice), path: followUp.path),
      ],
      main: SiteParts.paragraph(lead, "lg-lead")
        + .element(.div, voice.ledgerAttributes + [.class("lg-document")], main))
  }

  private func shown(_ document: Document) -> Markup {
    var level = 2
    var last = document.title
    var content = Markup.joined(document.banners.map { blockMarkup($0, caption: "") })
    content += .element(.h2, [], Markup(document.title))
    for block in document.body {
      if case .heading(let stated, let text) = block {
        // No level is left out, whatever the document does.
        level = min(stated + 2, level + 1, 6)
        last = text
        content += .element(Markup.Tag.heading(level), [], Markup(text))
      } else {
        content += blockMarkup(block, caption: last)
      }
    }
    return content
  }

  private func blockMarkup(_ block: Block, caption: String) -> Markup {
    switch block {
    case .paragraph(let prose): SiteParts.paragraph(markup(prose))
    case .note(let prose): SiteParts.paragraph(markup(prose), "lg-note")
    case .banner(let text): SiteParts.paragraph(.element(.strong, [], Markup(text)), "lg-banner")
    case .list(let items, let ordered):
      .element(ordered ? .ol : .ul, [], .joined(items.map { .element(.li, [], markup($0)) }))
    case .timeline(let entries):
      .element(
        .ul, [],
        .joined(
          entries.map { entry in
            let details = entry.details.isEmpty ? Markup() : SiteParts.list(entry.details.map(markup))
            return .element(.li, [], .element(.strong, [], Markup(entry.date)) + " " + markup(entry.title) + details)
          }))
    case .table(let table):
      SiteParts.table(
        caption, table.columns.map { .init($0.title, isNumber: $0.alignment == .trailing) },
        table.rows.map { $0.map(cell) })
    case .verbatim(let text): SiteParts.verbatim(text)
    case .keyValues(let pairs): SiteParts.facts(pairs.map { ($0.key, markup($0.value)) })
    // Lines across stand between parts that have headings here.
    case .rule, .heading, .figure: Markup()
    case .group(let title, let blocks):
      SiteParts.paragraph(markup(title)) + .joined(blocks.map { blockMarkup($0, caption: title.text) })
    }
  }

  /// A number or a day is not broken.
  private func cell(_ cell: Table.Cell) -> Markup {
    let text = Markup(cell.text)
    let isShort = cell.text.utf8.count <= 12 && !cell.text.contains(" ")
    return isShort && cell.text.contains("-") ? .element(.span, [.class("lg-whole")], text) : text
  }

  private func markup(_ prose: Prose) -> Markup {
    .joined(
      prose.inlines.map { inline in
        switch inline {
        case .text(let text), .toned(let text, _): Markup(text)
        case .strong(let text): .element(.strong, [], Markup(text))
        case .code(let text): .element(.code, [], Markup(text))
        }
      })
  }
}
