import CommandArguments
import FollowUps
import Foundation
import FoundationXML
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("What the public page withholds")
struct SiteSecrecyTests {
  private static func mark(_ book: inout Teller, _ subject: String, _ field: Text? = nil) throws {
    try book.tell(
      subject,
      .entry(
        .secrecyMarked(SecrecyMarked(field: field, provision: "OSL 18 kap. 1 §", authority: "Polismyndigheten"))))
  }

  private static func shows(_ site: BuiltSite, _ text: String) -> [String] {
    site.files.filter { Data($0.value).range(of: Data(text.utf8)) != nil }.map(\.key).sorted()
  }

  @Test("a measure that is marked secret has its number and the word, on pages, in data and in the feed")
  func measure() throws {
    var book = try SmallLedger.told()
    #expect(try !Self.shows(BuiltSite(book), "Grannsamverkan").isEmpty)
    try Self.mark(&book, "M-0005")
    let site = try BuiltSite(book)
    #expect(Self.shows(site, "Grannsamverkan").isEmpty)
    #expect(site.words("atgarder/m-0005.html").contains("uppgifterna är sekretessmarkerade"))
    #expect(site.words("atgarder/index.html").contains("M-0005 Åtgärden visas inte här"))
    #expect(site.text("data/measures.csv").contains("M-0005,secrecy,,"))
    #expect(site.text("uppfoljningar/f-0001.csv").contains("M-0005,secrecy,,"))
    #expect(site.words("index.html").contains("1 åtgärd vars uppgifter är sekretessmarkerade"))
  }

  @Test("a lifted mark withholds nothing; one on a sealed field nothing either; one on any other field all")
  func fields() throws {
    var book = try SmallLedger.told()
    try Self.mark(&book, "M-0005", "contact")
    #expect(try !Self.shows(BuiltSite(book), "Grannsamverkan").isEmpty)
    try Self.mark(&book, "M-0005", "cause")
    #expect(try Self.shows(BuiltSite(book), "Grannsamverkan").isEmpty)
    try book.tell(
      "M-0005", .entry(.secrecyLifted(SecrecyLifted(field: "cause", authority: "Polismyndigheten"))))
    #expect(try !Self.shows(BuiltSite(book), "Grannsamverkan").isEmpty)
  }

  @Test("a mark that is effective only later counts already")
  func later() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "M-0005", .entry(.secrecyMarked(SecrecyMarked(provision: "OSL 18:1", authority: "Polisen"))), on: "2022-12-01")
    #expect(try Self.shows(BuiltSite(book, asOf: "2022-09-05"), "Grannsamverkan").isEmpty)
  }

  @Test("a decision, a body, an indicator, a follow-up that are marked secret are not shown where others name them")
  func others() throws {
    for (subject, text) in [
      ("D-0002", "Fältgruppen fortsätter"), ("B-0001", "Kommunstyrelsen"), ("I-0001", "Trygg utomhus kvällstid"),
      ("F-0001", "Uppföljning T1.pdf"),
    ] {
      var book = try SmallLedger.told()
      #expect(try !Self.shows(BuiltSite(book), text).isEmpty, "\(subject)")
      try Self.mark(&book, subject)
      #expect(try Self.shows(BuiltSite(book), text).isEmpty, "\(subject)")
    }
  }

  private static let presented = Array("# Uppföljning\n\nGrannsamverkan pågår.\n".utf8)

  @Test("a presented document is there byte for byte, under an ending that fits its bytes and not its name")
  func document() throws {
    let site = try BuiltSite(SmallLedger.told(), presented: ["F-0001": Self.presented])
    #expect(site.files["uppfoljningar/filer/f-0001.md"] == Self.presented)
    let page = Array("%PDF-1.7 <script>".utf8)
    #expect(
      try BuiltSite(SmallLedger.told(), presented: ["F-0001": page]).files["uppfoljningar/filer/f-0001.pdf"] == page)
    let html = Array("<script>alert(1)</script>".utf8)
    #expect(
      try BuiltSite(SmallLedger.told(), presented: ["F-0001": html]).files["uppfoljningar/filer/f-0001.txt"] == html)
    for bytes: [UInt8] in [[0], [0xFF], Array("PK\u{3}\u{4}".utf8)] {
      #expect(
        try BuiltSite(SmallLedger.told(), presented: ["F-0001": bytes]).files["uppfoljningar/filer/f-0001.bin"] == bytes
      )
    }
  }

  @Test("a document that names what is marked secret is withheld; so is one of which nobody can tell")
  func documents() throws {
    var book = try SmallLedger.told()
    try Self.mark(&book, "M-0002")
    #expect(try !Self.shows(BuiltSite(book, presented: ["F-0001": Self.presented]), "Grannsamverkan pågår").isEmpty)
    let pdf = try BuiltSite(book, presented: ["F-0001": Array("%PDF-".utf8)])
    #expect(pdf.files["uppfoljningar/filer/f-0001.pdf"] == nil)
    #expect(pdf.words("uppfoljningar/f-0001.html").contains("Dokumentet visas inte här"))
    try Self.mark(&book, "M-0005")
    #expect(try Self.shows(BuiltSite(book, presented: ["F-0001": Self.presented]), "Grannsamverkan").isEmpty)
    let byNumber = try BuiltSite(book, presented: ["F-0001": Array("Se M-0005.".utf8)])
    #expect(byNumber.files["uppfoljningar/filer/f-0001.txt"] == nil)
  }

  @Test("Markdown of Liggare's own is shown as a page, any other text line by line, and the file is kept and not shown")
  func presentedPage() throws {
    let text = "# Uppföljning\n\n## Läget\n\n| Åtgärd | Antal |\n| --- | ---: |\n| A \\| B | 3 |\n"
    let site = try BuiltSite(SmallLedger.told(), presented: ["F-0001": Array(text.utf8)])
    #expect(site.files["uppfoljningar/filer/f-0001.md"] == Array(text.utf8))
    let page = site.text("uppfoljningar/f-0001-dokument.html")
    #expect(page.contains("<h2>Uppföljning</h2>") && page.contains("<h3>Läget</h3>"))
    #expect(page.contains(#"<th scope="row">A | B</th><td class="lg-number">3</td>"#))
    #expect(page.contains(#"<a href="../uppfoljningar/filer/f-0001.md" download="">"#))
    let followUp = site.text("uppfoljningar/f-0001.html")
    let (first, second) = (
      try #require(followUp.firstRange(of: "f-0001-dokument.html")), try #require(followUp.firstRange(of: "f-0001.md"))
    )
    #expect(first.lowerBound < second.lowerBound)
    #expect(site.files["fragments/uppfoljningar/f-0001-dokument.html"] != nil)
    let foreign = Array("Rad ett\n\n  <b>två</b> å\n".utf8)
    let plain = try BuiltSite(SmallLedger.told(), language: .en, presented: ["F-0001": foreign])
    #expect(plain.files["uppfoljningar/filer/f-0001.txt"] == foreign)
    #expect(
      plain.text("uppfoljningar/f-0001-dokument.html").contains(
        "<div lang=\"sv\" class=\"lg-document\"><pre>Rad ett\n\n  &lt;b&gt;två&lt;/b&gt; å</pre>"))
    let pdf = try BuiltSite(SmallLedger.told(), presented: ["F-0001": Array("%PDF-".utf8)])
    #expect(pdf.files["uppfoljningar/f-0001-dokument.html"] == nil)
    let long = Array(String(repeating: "lång ", count: 220_000).utf8)
    let longSite = try BuiltSite(SmallLedger.told(), presented: ["F-0001": long])
    #expect(longSite.files["uppfoljningar/f-0001-dokument.html"] == nil)
    #expect(longSite.files["uppfoljningar/filer/f-0001.txt"] == long)
  }

  @Test("a document that names something marked secret with Markdown's backslashes is withheld as well")
  func escaped() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "M-0007",
      .measure(.proposed(MeasureProposed(title: "Natt_patrull [A]", binding: .promised, promise: "P-0001"))),
      on: "2022-02-01", at: "2022-09-03T07:00:00.000Z")
    try Self.mark(&book, "M-0007")
    let text = Array("# Uppföljning\n\nNatt\\_patrull \\[A\\] pågår.\n".utf8)
    let site = try BuiltSite(book, presented: ["F-0001": text])
    #expect(site.files["uppfoljningar/filer/f-0001.md"] == nil)
    #expect(Self.shows(site, "patrull").isEmpty)
  }

  @Test("what was first recorded after the compiling cannot stand in the document")
  func compiledBefore() throws {
    var book = try SmallLedger.told()
    try Self.mark(&book, "M-0006")
    let site = try BuiltSite(book, presented: ["F-0001": Array("%PDF-".utf8)])
    #expect(site.files["uppfoljningar/filer/f-0001.pdf"] != nil)
  }
}

@Suite(
  "Third-party strings on the public page",
  .enabled(if: SharedData.exists("strings/blns.json"), "the shared strings are absent"))
struct SiteStringTests {
  @Test("515 strings as titles, causes, names and reports: every page is read by strict rules, and says them")
  func strings() throws {
    let strings = try JSONDecoder().decode([String].self, from: Data(SharedData.bytes("strings/blns.json")))
    #expect(strings.count == 515)
    var book = try SmallLedger.told()
    var titles: [String: String] = [:]
    for (index, string) in strings.enumerated() where !string.isEmpty {
      let measure = "M-\(1000 + index)"
      titles["atgarder/m-\(1000 + index).html"] = string
      try book.tell(
        measure,
        .measure(
          .proposed(
            MeasureProposed(
              title: Text(string), binding: .promised, promise: "P-0001", cause: Text(string), goal: Text(string),
              targets: [Target(name: Text(string), unit: Text(string))],
              responsible: PublicOfficial(name: Text(string), office: Text(string)), arena: Text(string)))),
        on: "2022-09-01")
      try book.tell(
        measure,
        .measure(.progressReported(ProgressReported(statement: Text(string)))), on: "2022-09-02",
        irregular: Text(string))
    }
    let site = try BuiltSite(book, contact: strings.joined(separator: " "))
    #expect(site.pages.count > 1000)
    for path in site.pages {
      let tokens = try HTMLTokens(site.files[path] ?? [])
      #expect(
        tokens.attributes.filter { $0.name == "href" }.allSatisfy { !$0.value.lowercased().hasPrefix("javascript") })
      // As people see it: hidden characters as their numbers.
      if let title = titles[path], title.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) {
        #expect(tokens.texts.contains { $0.contains(title) }, "\(path)")
      }
    }
    #expect(XMLParser(data: Data(site.files["flode.xml"] ?? [])).parse())
  }
}
