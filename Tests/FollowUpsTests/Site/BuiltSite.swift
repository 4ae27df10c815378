import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// A site built in memory: its files by path.
struct BuiltSite {
  let files: [String: [UInt8]]
  /// The paths in the order in which they were given.
  let order: [String]

  /// Builds the site of a ledger as of a day, for a party of its first promise.
  init(
    _ book: Teller, for party: Code = "kommunen", asOf day: String = "2022-09-05", language: Language = .sv,
    contact: String? = nil, base: WebAddress? = nil, presented: [SubjectID: [UInt8]] = [:]
  ) throws {
    let reading = Book(book.chronicle, asOf: .date(TestSupport.day(day)), today: TestSupport.day(day))
    guard let opened = reading.ledger?.opened, let promise = reading.promise(id("P-0001")) else {
      preconditionFailure("a ledger with a promise")
    }
    let basis = Basis(reading, knownAt: nil, root: "cm9vdA==", size: reading.position)
    let site = PublicSite(
      reading, of: opened, promise: promise, basis: basis, language: language,
      settings: .init(party: party, contact: contact, base: base),
      attachments: .init(checkpoint: Array("kontrollpunkt\n".utf8), verifier: [35], presented: presented))
    var files: [String: [UInt8]] = [:]
    var order: [String] = []
    site.forEachFile {
      $0
    } take: { file in
      files[file.path] = file.bytes
      order.append(file.path)
    }
    self.files = files
    self.order = order
  }

  /// The text of a file; empty where there is none.
  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// A page's words alone, without its elements and with one space between.
  func words(_ path: String) -> String {
    let main = text(path).split(separator: "<main").last.map(String.init) ?? ""
    let content = main.components(before: "</main>")
    var words = ""
    var isWithin = true
    for character in "<" + content {
      switch character {
      case "<": isWithin = true
      case ">": isWithin = false
      default: if !isWithin { words.append(character) }
      }
      if character == ">" { words.append(" ") }
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  var pages: [String] { order.filter { $0.hasSuffix(".html") } }
}

extension String {
  /// What stands before a part of the text; all of it where the part is not there.
  fileprivate func components(before part: String) -> String {
    firstRange(of: part).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
