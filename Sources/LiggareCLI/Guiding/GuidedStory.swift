import CommandArguments
import LedgerDomain
import Projections

/// Something that can have happened, in plain words, and the command that records it.
struct GuidedStory: Sendable {
  typealias Fits = @Sendable (SubjectState, Book) -> Bool

  let words: Localized
  let path: [String]
  /// The options that are asked for, in this order, after the required ones that it does not name; each that is not required may be left empty.
  let asks: [String]
  /// Flags and values that the story always has.
  let fixed: [String]
  /// Whether the command leaves the day open where none is stated.
  let isUndated: Bool
  /// The subjects that it can have happened to, where they are known without reading all; nil looks at every one.
  let among: (@Sendable (Chronicle) -> [SubjectID])?
  /// Whether it can have happened to a subject in this state: what is offered to choose from. Any other can be typed.
  let fits: Fits

  init(
    _ sv: String, _ en: String, _ path: [String], _ asks: [String] = [], fixed: [String] = [], isUndated: Bool = false,
    among: (@Sendable (Chronicle) -> [SubjectID])? = nil, fits: @escaping Fits = { _, _ in true }
  ) {
    words = Localized(sv, en)
    self.path = path
    self.asks = asks
    self.fixed = fixed
    self.isUndated = isUndated
    self.among = among
    self.fits = fits
  }

  /// Stories about one thing, under a heading.
  struct Theme: Sendable {
    let words: Localized
    let stories: [GuidedStory]
    /// What is said below the list.
    let note: Localized?

    init(words: Localized, stories: [GuidedStory], note: Localized? = nil) {
      self.words = words
      self.stories = stories
      self.note = note
    }
  }

  /// What happens often comes first; so few that the list is read at a glance.
  static let themes = [measures, meetings, cases, decisions, followUps, recommendations, situation, promise, anything]

  /// What its command is about, where that is a subject of the ledger.
  var subject: KnownValues? {
    Liggare.tree.commands.first { $0.path == path }?.positionals.lazy.compactMap { KnownValues($0) }.first
  }

  /// The options of its command that are asked for, in order.
  func options(of spec: CommandSpec) -> [Declaration] {
    let named = asks.map { name in
      guard let declaration = spec.options.first(where: { $0.name == name }) else {
        preconditionFailure("\(spec.path) has no option \(name)")
      }
      return declaration
    }
    return spec.options.filter { $0.occurrence.isRequired && !asks.contains($0.name) } + named
  }
}
