/// A piece of HTML: text and elements in a row, as the bytes of a page.
///
/// Whatever text goes into it is made `visible` and escaped on the way, in a literal, an interpolation and an attribute
/// alike; markup comes about by `element` alone. So no text of a ledger can become markup, by mistake or on purpose.
///
///     .element(.p, [.class("lg-lead")], "Gäller till och med \(date), enligt \(link).")
///
/// Cost: each element copies what is in it once.
package struct Markup: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A text.
  package init(_ text: String) { append(text) }

  /// A drawing, whose texts its own writer has escaped.
  init(drawn svg: String) { bytes = Array(svg.utf8) }

  package var isEmpty: Bool { bytes.isEmpty }

  package static func + (one: Markup, other: Markup) -> Markup {
    var all = one
    all.bytes += other.bytes
    return all
  }

  package static func += (one: inout Markup, other: Markup) { one.bytes += other.bytes }

  /// An element with its content; one that has none in HTML (`meta`, `br`) must be given none.
  package static func element(_ tag: Tag, _ attributes: [Attribute] = [], _ content: Markup = Markup()) -> Markup {
    precondition(!tag.isVoid || content.isEmpty, "\(tag.rawValue) has no content")
    var all = Markup()
    all.bytes.reserveCapacity(content.bytes.count + 64)
    all.bytes.append(UInt8(ascii: "<"))
    all.bytes += tag.rawValue.utf8
    for attribute in attributes { attribute.write(into: &all) }
    all.bytes.append(UInt8(ascii: ">"))
    if tag.isVoid { return all }
    all.bytes += content.bytes
    all.bytes.append(UInt8(ascii: "<"))
    all.bytes.append(UInt8(ascii: "/"))
    all.bytes += tag.rawValue.utf8
    all.bytes.append(UInt8(ascii: ">"))
    if tag.endsLine { all.bytes.append(UInt8(ascii: "\n")) }
    return all
  }

  /// The pieces one after the other.
  package static func joined(_ pieces: some Sequence<Markup>, by separator: Markup = Markup()) -> Markup {
    var all = Markup()
    for (index, piece) in pieces.enumerated() {
      if index > 0 { all += separator }
      all += piece
    }
    return all
  }

  /// An end of line within a text whose lines stand as they are.
  package static let lineEnd: Markup = {
    var end = Markup()
    end.bytes = [UInt8(ascii: "\n")]
    return end
  }()

  /// The line that an HTML page begins with.
  package static let doctype: Markup = {
    var line = Markup()
    line.bytes = Array("<!DOCTYPE html>\n".utf8)
    return line
  }()

  mutating func append(_ text: String) {
    var text = text
    let isPlain = text.withUTF8(isPlain)
    bytes += isPlain ? text.utf8 : escapedMarkup(text).utf8
  }

  /// The bytes of a name that this file's neighbours have checked.
  mutating func append(name: String) { bytes += name.utf8 }
}

extension Markup: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(text) }

  package init(stringInterpolation: Interpolation) { self = stringInterpolation.markup }

  /// What a literal with values in it is put together from: texts are escaped, markup stands as it is.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = Markup()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) { markup.append(text) }

    package mutating func appendInterpolation(_ part: Markup) { markup += part }

    package mutating func appendInterpolation(_ text: String) { markup.append(text) }

    package mutating func appendInterpolation(_ number: Int) { markup.append(String(number)) }
  }
}

/// Whether a text stands in HTML as it is: ASCII that means nothing there, and the letters of western Europe. Most texts do,
/// and then no scalar of them has to be looked up.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return false
    case 0x20...0x7E: index += 1
    // U+00C0 to U+00FF; a string is always whole UTF-8.
    case 0xC3: index += 2
    // U+2013 and U+2014, dashes.
    case 0xE2 where bytes[index + 1] == 0x80 && (0x93...0x94).contains(bytes[index + 2]): index += 3
    default: return false
    }
  }
  return true
}
