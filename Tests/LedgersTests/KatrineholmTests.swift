import DurableFiles
import Foundation
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the ledger of the source document")
struct KatrineholmTests {
  private let chronicle = Katrineholm.written().chronicle

  @Test("holds no text that is not in the document, byte for byte", .enabled(if: Source.isThere))
  func onlyWhatIsStated() throws {
    let source = try Source.text()
    for event in chronicle.events {
      for text in texts(in: event.fact.data(with: event.circumstances)) where !structural.contains(text) {
        #expect(source.contains(text), "\(event.fact.type): \(text)")
      }
    }
    // The same test on a wording that is changed by one letter.
    #expect(!source.contains("stadsdelarna centrum, norr och nävertorp."))
  }

  @Test("states the days of validity that the document states", .enabled(if: Source.isThere))
  func validity() throws {
    #expect(try Source.text().contains("Medborgarlöftet gäller from 1 januari 2022 till 31 december 2023."))
    let span = DateSpan(from: "2022-01-01", through: "2023-12-31")
    #expect(book.promises.first?.terms?.validity == span)
    #expect(book.ledger?.opened?.validity == span)
  }

  @Test("has the digest of the document that it was read from", .enabled(if: Source.isThere))
  func digestOfTheDocument() throws {
    #expect(try digest(of: Source.bytes()) == Katrineholm.document)
  }

  @Test("names the document in every entry, and no day for any")
  func sourcesAndDays() {
    for event in chronicle.events {
      #expect(event.circumstances.sources.map(\.document) == [Katrineholm.document], "\(event.fact.type)")
      #expect(event.effective == nil, "\(event.fact.type)")
      #expect(event.circumstances.irregular == nil)
    }
  }

  @Test("keeps districts and focus areas apart, promises no measure, and leaves out what is not stated")
  func whatItHolds() throws {
    let promise = try #require(book.promises.first)
    #expect(promise.codes(.areas) == ["centrum", "norr", "navertorp"])
    #expect(promise.codes(.focusAreas) == ["vald", "droger", "ungdomsbrottslighet"])
    #expect(promise.signatures.count == 2)
    #expect(promise.terms?.decision == nil)
    #expect(book.ledger?.opened?.periods == [])
    #expect(book.ledger?.opened?.reality == .real)
    #expect(book.measures.map(\.plan?.binding) == [.example, .example, .example, .example])
    for plan in book.measures.compactMap(\.plan) {
      #expect(plan == MeasureProposed(title: plan.title, binding: .example, promise: .p(1)))
    }
    #expect(book.indicators.isEmpty && book.meetings.isEmpty && book.decisions.isEmpty && book.bodies.isEmpty)
    #expect(book.situations.first?.assessed?.grounds.map(\.kind) == GroundKind.allCases)
  }

  private var book: Book { Book(chronicle, asOf: nil, today: "2026-11-22") }

  /// What stands in the ledger and not in the document: identity and settings, codes and words of the format, and the two
  /// places where the document's enumeration is taken apart.
  private let structural: Set<String> = [
    "urn:uuid:c1e6f7a2-5b0d-4f6e-9a37-2b8d4c1f0e53", "Katrineholm: Medborgarlöfte 2022–2023",
    "Projektet Liggare, efter ett offentligt dokument; inte kommunens eller polisens egen liggare", "Europe/Stockholm",
    "real", "sv", "2022-01-01", "2023-12-31", Katrineholm.document.text, "källdokument", "P-0001", "kommunen",
    "polisen", "norr", "centrum", "navertorp", "vald", "droger", "ungdomsbrottslighet", "kommunens-webbplats",
    "polisens-webbplats", "example", "long", "survey", "dialogue", "staff", "statistics", "kommunens webbplats",
    "åtgärder kring belysning vid en fastighet",
    "åtgärder kring växtlighet vid en fastighet",
  ]

  private func texts(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object(let object): object.members.flatMap { texts(in: $0.value) }
    case .null, .bool, .number: []
    }
  }
}

/// The source document, which lies beside the repository and is not part of it.
private enum Source {
  static let path = "\(RecordedFolder.root)../shared/source/medborgarlofte-2022-2023.txt"
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
  static func bytes() throws -> [UInt8] { try FileOperations.system.read(path) }

  /// Compared on bytes, so that another form of the same letter is another text.
  static func text() throws -> SourceText { SourceText(bytes: try bytes()) }
}

private struct SourceText {
  var bytes: [UInt8]

  func contains(_ text: String) -> Bool { Data(bytes).range(of: Data(text.utf8)) != nil }
}
