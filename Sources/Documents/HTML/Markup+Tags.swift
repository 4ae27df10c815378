extension Markup {
  /// The elements that pages are made of (HTML Living Standard, section 4); none of them runs anything.
  package enum Tag: String, Sendable, Hashable {
    case html, head, title, meta, link, body
    case header, nav, main, footer, section
    case h1, h2, h3, h4, h5, h6, p, div, pre, ul, ol, li, dl, dt, dd, figure, figcaption
    case a, span, strong, code, time, small, br
    case table, caption, thead, tbody, tr, th, td

    /// The heading of a level, 1 to 6.
    package static func heading(_ level: Int) -> Tag {
      let headings: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
      precondition((1...headings.count).contains(level), "a level of HTML")
      return headings[level - 1]
    }

    /// Whether it never has content, nor an end.
    var isVoid: Bool { [.meta, .link, .br].contains(self) }

    /// Whether a line of the source ends with it, so that people and programs can compare pages.
    var endsLine: Bool {
      switch self {
      case .title, .figure, .figcaption, .header, .nav, .main, .footer, .section, .h1, .h2, .h3, .h4, .h5, .h6, .p,
        .div,
        .pre, .ul, .ol, .li, .dl, .dd, .table,
        .caption, .thead, .tbody, .tr, .head, .body, .html:
        true
      case .meta, .link, .dt, .a, .span, .strong, .code, .time, .small, .br, .th, .td: false
      }
    }
  }

  /// A name and a value of an element. There is one for each that pages use, and none for styles or scripts.
  package struct Attribute: Sendable, Hashable {
    private let name: String
    private let value: Markup

    private init(_ name: String, _ value: Markup) {
      self.name = name
      self.value = value
    }

    private init(_ name: String, _ value: String) { self.init(name, Markup(value)) }

    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    package static func id(_ name: String) -> Attribute { Attribute("id", name) }
    package static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
    package static func href(_ address: WebAddress) -> Attribute { Attribute("href", address.text) }
    package static func scope(_ side: Scope) -> Attribute { Attribute("scope", side.rawValue) }
    package static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
    package static func rel(_ word: String) -> Attribute { Attribute("rel", word) }
    package static func type(_ mediaType: String) -> Attribute { Attribute("type", mediaType) }
    package static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
    package static func name(_ word: String) -> Attribute { Attribute("name", word) }
    package static func httpEquiv(_ word: String) -> Attribute { Attribute("http-equiv", word) }
    package static func content(_ text: String) -> Attribute { Attribute("content", text) }
    package static func title(_ text: String) -> Attribute { Attribute("title", text) }
    package static func role(_ word: String) -> Attribute { Attribute("role", word) }
    package static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
    /// Shown to the eye only, since words beside it say the same.
    package static let hiddenFromSpeech = Attribute("aria-hidden", "true")
    package static let currentPage = Attribute("aria-current", "page")
    /// Leads to a file that is kept, and not shown in the browser.
    package static let download = Attribute("download", "")
    /// Reached by the keyboard, since it scrolls.
    package static let inTabOrder = Attribute("tabindex", "0")
    /// May be given the focus by a link.
    package static let focusable = Attribute("tabindex", "-1")

    package enum Scope: String, Sendable {
      case row, col
    }

    func write(into markup: inout Markup) {
      markup.append(name: " " + name + "=\"")
      markup += value
      markup.append(name: "\"")
    }
  }
}
