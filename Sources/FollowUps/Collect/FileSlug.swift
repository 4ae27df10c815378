/// The part of a file's name that says whose it is: `sofia-brandt-trygghetssamordnare`.
///
/// Only a–z, digits and hyphens, at most 60, so that it is a name on any system; å and ä become a, ö becomes o. Two that would have the same
/// name are told apart by a number.
package struct FileSlug {
  private var taken: Set<String> = []

  package init() {}

  /// A name that has not been given yet.
  package mutating func name(for text: String) -> String {
    let plain = Self.plain(text)
    var name = plain
    var count = 1
    while taken.contains(name) {
      count += 1
      name = "\(plain)-\(count)"
    }
    taken.insert(name)
    return name
  }

  package static func plain(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case let other where letters[other] != nil: slug += letters[other] ?? ""
      // Of a letter and its accent apart, the letter stands already.
      case "\u{300}"..."\u{36F}": break
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
    }
    slug = String(slug.prefix(60))
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "namn" : slug
  }

  private static let letters: [Unicode.Scalar: String] = [
    "å": "a", "ä": "a", "ö": "o", "é": "e", "è": "e", "ë": "e", "ü": "u", "ø": "o", "æ": "ae", "á": "a", "à": "a",
    "í": "i", "ó": "o", "ú": "u", "ñ": "n", "ç": "c", "ß": "ss", "ł": "l", "ð": "d", "þ": "th", "š": "s", "ž": "z",
    "č": "c", "ć": "c", "ï": "i", "ô": "o", "ê": "e", "â": "a", "î": "i", "û": "u",
  ]
}
