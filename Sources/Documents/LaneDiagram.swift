/// A picture of boxes in lanes, time going down, with links between them: what it shows, without any idea of where.
///
/// One lane is the track: a band from top to bottom that stands for one thing, whose boxes are its steps. A link may end at a
/// box of the track or at the band itself. Boxes are given in order of time, and none stands above one that comes before it.
package struct LaneDiagram: Sendable, Hashable {
  package var title: String
  /// The same in words, for those who do not see the picture.
  package var description: String
  /// The language of the texts as a BCP 47 tag, such as `sv`.
  package var language: String
  /// What must be seen before all else, such as ILLUSTRATION.
  package var banner: String?
  /// The headings of the lanes, from left to right; the middle one is the track.
  package var left: String
  package var track: String
  package var right: String
  package var boxes: [Box]
  package var links: [Link]
  /// Small text below.
  package var footer: [String]

  package enum Lane: Sendable, Hashable {
    case left, track, right
  }

  /// A box: a small heading above its title, and lines below, each with a note in smaller type.
  package struct Box: Sendable, Hashable {
    package var lane: Lane
    package var heading: String
    package var title: String
    package var lines: [Line]
    /// Stands at the height of the box before it, where their lanes differ.
    package var isBesidePrevious: Bool
    /// Its title is struck through: it does not count.
    package var isVoid: Bool

    package init(
      _ lane: Lane, heading: String, title: String, lines: [Line], isBesidePrevious: Bool = false, isVoid: Bool = false
    ) {
      self.lane = lane
      self.heading = heading
      self.title = title
      self.lines = lines
      self.isBesidePrevious = isBesidePrevious
      self.isVoid = isVoid
    }
  }

  package struct Line: Sendable, Hashable {
    package var text: String
    package var note: String
    /// Struck through: it does not count.
    package var isVoid: Bool

    package init(_ text: String, note: String, isVoid: Bool = false) {
      self.text = text
      self.note = note
      self.isVoid = isVoid
    }
  }

  /// A link with what it says; `from` and `to` are places in `boxes`, nil for the track's band.
  package struct Link: Sendable, Hashable {
    package var from: Int?
    package var to: Int?
    package var words: String

    package init(from: Int?, to: Int?, words: String) {
      self.from = from
      self.to = to
      self.words = words
    }
  }

  package init(
    title: String, description: String, language: String, banner: String? = nil, left: String, track: String,
    right: String, boxes: [Box], links: [Link], footer: [String] = []
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.banner = banner
    self.left = left
    self.track = track
    self.right = right
    self.boxes = boxes
    self.links = links
    self.footer = footer
  }
}
