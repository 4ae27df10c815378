/// Where a link of a page leads: to another file of the same site, to a place on the page, or out to the web.
///
/// What a ledger calls an address may be anything, `javascript:` among it: only `http`, `https` and `mailto` become links.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  package let text: String

  package var description: String { text }

  /// A path within the site, relative to the page. Requires a–z, A–Z, 0–9 and `./-_#` only.
  package init(local path: String) {
    let isLocal = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    precondition(isLocal && !path.isEmpty, "no path of a site: \(path)")
    text = path
  }

  /// An absolute address on the web, `https://…` or `http://…` with a host, in the characters of RFC 3986 alone; else nil.
  package init?(web text: String) {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    guard let scheme, WebAddress.isWritten(text) else { return nil }
    guard let first = text.utf8.dropFirst(scheme.utf8.count).first, first != UInt8(ascii: "/") else { return nil }
    self.text = text
  }

  /// The address of an e-mail, where a word is plainly one: `namn@kommun.example`; else nil.
  package init?(mail word: String) {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].first != ".", parts[1].last != ".",
      word.utf8.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "+"), UInt8(ascii: "@"):
          true
        default: false
        }
      })
    else { return nil }
    text = "mailto:" + word
  }

  /// Whether a text has the characters of an address only, and no more than most programs read.
  private static func isWritten(_ text: String) -> Bool {
    let others = Array("-._~:/?#[]@!$&'()*+,;=%".utf8)
    return text.utf8.count <= 2000
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: others.contains(byte)
        }
      }
  }
}
