import CommandArguments
import Documents
import LedgerDomain
import Projections
import Wording

/// The open data: which files there are, what each column means, and on what terms.
struct OpenDataPage {
  let site: PublicSite
  let tables: [OpenTable]
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  static func path(_ table: OpenTable, _ ending: String) -> String { "data/\(table.name).\(ending)" }

  var page: SitePage {
    let lead = SiteParts.lead(
      voice(
        "Allt som sidorna säger om åtgärder, mål, beslut, indikatorer och uppföljningar, som data att arbeta vidare med.",
        "Everything that the pages say about measures, targets, decisions, indicators and follow-ups, as data to work with."
      ))
    return SitePage(
      SitePart.openData.path, SitePart.openData.title(voice), part: .openData,
      main: lead + terms + form + .joined(tables.map(section)))
  }

  private var terms: Markup {
    let rows: [(name: String, value: Markup)] = [
      (voice("Läget", "As of"), voice.day(site.book.day)),
      (
        voice("Underlag", "Basis"),
        Markup(
          voice("post 1 till \(site.basis.position) i liggaren", "entries 1 to \(site.basis.position) of the ledger"))
      ),
      (voice("Licens", "Licence"), Markup(voice("anges inte i liggaren", "not stated in the ledger"))),
      (voice("Kontakt", "Contact"), site.contact ?? Markup(voice("inte angiven", "not stated"))),
    ]
    return SiteParts.facts(rows)
  }

  private var form: Markup {
    let fragments = SiteParts.link(
      place.file(FragmentsPage.path),
      Markup(voice("Hela sidorna finns också som HTML-fragment", "The pages are also available as HTML fragments")))
    return SiteParts.section(
      "form", voice("Filernas form", "The form of the files"),
      SiteParts.paragraph(
        Markup(
          voice(
            "CSV: UTF-8, komma mellan fälten, decimalpunkt, | mellan flera värden i ett fält (RFC 4180). I svenska Excel: Data, Från text/CSV, avgränsare komma. JSON: samma rader; det som saknas har inget fält.",
            "CSV: UTF-8, commas between the fields, a decimal point, | between several values of one field (RFC 4180). JSON: the same rows; what is missing has no member."
          ))) + SiteParts.paragraph("\(fragments).")
        + SiteParts.paragraph(
          Markup(
            voice(
              "Privatpersoners uppgifter är förseglade och finns inte i någon fil. Sekretessmarkerat har en rad med nummer och ordet secrecy.",
              "Information about private persons is sealed and is in no file. What is marked secret has a row with its number and the word secrecy."
            ))))
  }

  private func section(_ table: OpenTable) -> Markup {
    let files = ["csv", "json"].map { ending in
      SiteParts.link(place.file(OpenDataPage.path(table, ending)), Markup("\(table.name).\(ending)"))
    }
    let rows = table.columns.map { column -> [Markup] in
      [.element(.code, [], Markup(column.name)), Markup(voice(column.kind.words)), Markup(voice(column.meaning))]
    }
    let title = table.title[voice.language]
    return SiteParts.section(
      "tabell-\(table.name)", title,
      SiteParts.paragraph(
        "\(.joined(files, by: ", ")) (\(voice.count(table.rowCount, .init("rad", "row"), .init("rader", "rows"))))")
        + SiteParts.table(
          voice("Fält i \(table.name)", "Fields of \(table.name)"),
          [.init(voice("Fält", "Field")), .init(voice("Slag", "Kind")), .init(voice("Betydelse", "Meaning"))], rows))
  }
}
