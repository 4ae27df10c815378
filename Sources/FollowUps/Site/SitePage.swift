import Documents

/// One page of a site: where it lies, what it is called, and what is on it below its heading.
struct SitePage {
  /// Its path from the site's folder: `atgarder/m-0001.html`.
  var path: String
  /// Its heading and its name in lists, in the window's title and in the trail.
  var title: String
  /// The heading, where it has marks of its own.
  var heading: Markup
  /// The pages above it, the first page not counted.
  var trail: [Step] = []
  var main: Markup
  /// The part of the site that the main menu marks.
  var part: SitePart

  struct Step {
    var title: String
    var path: String
  }

  init(_ path: String, _ title: String, heading: Markup? = nil, part: SitePart, trail: [Step] = [], main: Markup) {
    self.path = path
    self.title = title
    self.heading = heading ?? Markup(title)
    self.part = part
    self.trail = trail
    self.main = main
  }
}

/// The parts of the site, as its menu lists them.
enum SitePart: String, CaseIterable {
  case promise, measures, areas, followUps, indicators, openData, checking

  /// The path of the part's first page.
  var path: String {
    switch self {
    case .promise: "index.html"
    case .measures: "atgarder/index.html"
    case .areas: "omraden/index.html"
    case .followUps: "uppfoljningar/index.html"
    case .indicators: "indikatorer/index.html"
    case .openData: "data/index.html"
    case .checking: "kontrollera/index.html"
    }
  }

  func title(_ voice: SiteVoice) -> String {
    switch self {
    case .promise: voice("Löftet", "The promise")
    case .measures: voice("Åtgärder", "Measures")
    case .areas: voice("Områden", "Areas")
    case .followUps: voice("Uppföljningar", "Follow-ups")
    case .indicators: voice("Indikatorer", "Indicators")
    case .openData: voice("Öppna data", "Open data")
    case .checking: voice("Kontrollera", "Check")
    }
  }
}

/// Where a page is read: on the site, or as a fragment within a page of someone else's.
///
/// Pages lie one folder deep at most. Fragments lie in a folder of their own with the same names, so that they lead to each
/// other; files they have none, and lead to those of the site.
struct SitePlace {
  private let depth: Int
  let isFragment: Bool

  init(_ path: String, isFragment: Bool = false) {
    depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    self.isFragment = isFragment
  }

  /// The address of a page.
  func page(_ path: String) -> WebAddress { WebAddress(local: up(depth) + path) }

  /// The address of a file that is no page.
  func file(_ path: String) -> WebAddress { WebAddress(local: up(depth + (isFragment ? 1 : 0)) + path) }

  private func up(_ count: Int) -> String { String(repeating: "../", count: count) }
}

/// A file of a site: its path from the site's folder, and its bytes.
package struct SiteFile: Sendable {
  package var path: String
  package var bytes: [UInt8]
}
