import Foundation
import FoundationXML

/// What a parser of XML makes of a picture or a page: its elements in order, and all its text.
final class ParsedXML: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The names of those that it lies in, from the outermost.
    var above: [String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes, above: open.map { elements[$0].name }))
    open.append(elements.count - 1)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    self.text += text
    for index in open { elements[index].text += text }
  }

  /// Nil where it is not well-formed.
  static func read(_ text: String) -> ParsedXML? {
    let parsed = ParsedXML()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = parsed
    return parser.parse() ? parsed : nil
  }
}
