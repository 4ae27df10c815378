import Documents
import Foundation
import TestSupport
import Testing

@Suite("a file of Word, as other programs read it")
struct DOCXOutsideTests {
  private func written() throws -> (folder: ScratchFolder, path: String) {
    var document = SampleReport.document
    document.author = "Kommunen"
    document.created = "2022-09-02T08:00:00Z"
    document.blocks += SampleCharts.all.map {
      .figure(Figure("Bild", description: "I ord.", chart: $0, notes: ["Källa."]))
    }
    let folder = try ScratchFolder()
    let path = folder("rapport.docx")
    try Data(DOCXRenderer().render(document)).write(to: URL(filePath: path))
    return (folder, path)
  }

  @Test(
    "LibreOffice makes a PDF of it (skipped without soffice: apt install libreoffice-writer-nogui)",
    .enabled(if: Outside.soffice != nil))
  func libreOffice() throws {
    let (folder, path) = try written()
    defer { withExtendedLifetime(folder) {} }
    let pdf = try Data(contentsOf: URL(filePath: pdf(of: path, in: folder)))
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
  }

  @Test(
    "LibreOffice draws its pictures, of which each letter is in the PDF (skipped without soffice or pdftotext: apt install libreoffice-writer-nogui poppler-utils)",
    .enabled(if: Outside.soffice != nil && Outside.pdftotext != nil))
  func pictures() throws {
    let (folder, path) = try written()
    defer { withExtendedLifetime(folder) {} }
    let answer = try Outside.run(try #require(Outside.pdftotext), [pdf(of: path, in: folder), "-"])
    for text in ["Stationsstaden", "procent av svarande", "63,5", "M-0001 Belysning", "uppehåll"] {
      #expect(answer.output.contains(text), "\(text)")
    }
  }

  /// What LibreOffice makes of it.
  private func pdf(of path: String, in folder: ScratchFolder) throws -> String {
    // A profile of its own, so that nobody's running LibreOffice answers.
    let answer = try Outside.run(
      try #require(Outside.soffice),
      [
        "-env:UserInstallation=file://" + folder("profile"), "--headless", "--convert-to", "pdf", "--outdir",
        folder("pdf"), path,
      ])
    #expect(answer.exit == 0, "\(answer.errors)")
    return folder("pdf/rapport.pdf")
  }

  @Test(
    "xmllint finds every part well-formed, and the page of the same document too (skipped without xmllint: apt install libxml2-utils)",
    .enabled(if: Outside.xmllint != nil))
  func xmllint() throws {
    let files = try #require(StoredFiles(DOCXRenderer().render(SampleReport.document)))
    let page = HTMLRenderer().render(SampleReport.document)
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let texts = files.names.compactMap { files[$0] } + [page]
    #expect(texts.count == 12)
    for (index, text) in texts.enumerated() {
      let path = folder("\(index).xml")
      try Data(text.utf8).write(to: URL(filePath: path))
      let answer = try Outside.run(try #require(Outside.xmllint), ["--noout", "--nonet", path])
      #expect(answer.exit == 0 && answer.errors.isEmpty, "\(answer.errors)")
    }
  }

  private struct Seen: Decodable {
    struct Table: Decodable {
      var texts: [[String]]
      var heads: [Bool]
      var unbroken: Bool
    }
    struct Picture: Decodable, Equatable {
      var type = "image/x-emf"
      var begins = " EMF"
      var description = "I ord."
      var fits = true
    }
    var title: String
    var author: String
    var created: String
    var language: String
    var headings: [[String]]
    var paragraphs: [String]
    var tables: [Table]
    var pictures: [Picture]
    var header: [String]
    var landscape: Bool
  }

  @Test(
    "python-docx reads the same title, headings, lists, tables and pictures (skipped without python-docx: pip install python-docx)",
    .enabled(if: Outside.pythonDOCX != nil))
  func pythonDOCX() throws {
    let (folder, path) = try written()
    defer { withExtendedLifetime(folder) {} }
    let answer = try Outside.run(try #require(Outside.pythonDOCX), [Outside.script("docx_texts.py"), path])
    #expect(answer.exit == 0, "\(answer.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(answer.output.utf8))
    #expect(seen.title == SampleReport.document.title)
    #expect(seen.author == "Kommunen" && seen.created == "2022-09-02T08:00:00Z" && seen.language == "sv-SE")
    #expect(
      seen.headings == [
        ["Title", SampleReport.document.title], ["Heading 1", "Åtgärder"], ["Heading 1", "Beslutsgång för åtgärd 2"],
      ])
    #expect(seen.pictures == Array(repeating: .init(), count: 3))
    // The other holds the pictures.
    #expect(seen.tables.count == 2)
    #expect(
      seen.tables[0].texts == [SampleReport.table.columns.map(\.title)] + SampleReport.table.rows.map { $0.map(\.text) }
    )
    #expect(seen.tables[0].heads == [true, false, false, false] && seen.tables[0].unbroken)
    #expect(seen.header == ["ILLUSTRATION: påhittade uppgifter"])
    #expect(seen.landscape)
    for text in [
      "Position\t1 204", "2022-03-02\tBeslutad av kommunstyrelsen, § 41", "Protokollet justerat 2022-03-09.",
      "Rådet noterar informationen.", "  \"effective\":\"2022-13-01\"\n                   ^^",
    ] { #expect(seen.paragraphs.contains(text), "\(text)") }
  }
}
