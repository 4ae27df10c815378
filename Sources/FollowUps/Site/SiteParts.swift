import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The pieces that pages are put together from.
enum SiteParts {
  /// A part of a page under a heading of the second level, which a link can lead to.
  static func section(_ id: String, _ heading: String, _ content: Markup) -> Markup {
    // Without a name of its own it is no landmark: a page of twenty landmarks has none to go by.
    .element(.section, [], .element(.h2, [.id("lg-\(id)")], Markup(heading)) + content)
  }

  static func heading(_ text: String) -> Markup { .element(.h3, [], Markup(text)) }

  static func paragraph(_ content: Markup, _ style: String? = nil) -> Markup {
    .element(.p, style.map { [.class($0)] } ?? [], content)
  }

  /// The words that a page opens with.
  static func lead(_ words: String) -> Markup { paragraph(Markup(words), "lg-lead") }

  static func link(_ address: WebAddress, _ content: Markup) -> Markup { .element(.a, [.href(address)], content) }

  static func list(_ items: [Markup], _ style: String? = nil) -> Markup {
    items.isEmpty
      ? Markup()
      : .element(.ul, style.map { [.class($0)] } ?? [], .joined(items.map { .element(.li, [], $0) }))
  }

  /// Names with their values.
  static func facts(_ rows: [(name: String, value: Markup)]) -> Markup {
    if rows.isEmpty { return Markup() }
    let pairs = rows.map { row in
      Markup.element(.div, [], .element(.dt, [], Markup(row.name)) + .element(.dd, [], row.value))
    }
    return .element(.dl, [.class("lg-facts")], .joined(pairs))
  }

  struct Column {
    var title: String
    var isNumber = false

    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// A table, whose first cell in each row is the row's heading. It scrolls by itself where it is too wide, and the keyboard
  /// can do that. Requires one cell per column.
  static func table(_ caption: String, _ columns: [Column], _ rows: [[Markup]]) -> Markup {
    let heads = columns.map { column in
      Markup.element(.th, [.scope(.col)] + (column.isNumber ? [.class("lg-number")] : []), Markup(column.title))
    }
    let lines = rows.map { row in
      let cells = zip(row, columns).enumerated().map { index, pair in
        let (cell, column) = pair
        let style: [Markup.Attribute] = column.isNumber ? [.class("lg-number")] : []
        return index == 0 ? Markup.element(.th, [.scope(.row)] + style, cell) : .element(.td, style, cell)
      }
      return Markup.element(.tr, [], .joined(cells))
    }
    let table = Markup.element(
      .table, [],
      .element(.caption, [], Markup(caption)) + .element(.thead, [], .element(.tr, [], .joined(heads)))
        + .element(.tbody, [], .joined(lines)))
    return .element(.div, [.class("lg-scroll"), .role("group"), .label(caption), .inTabOrder], table)
  }

  /// A text whose lines and spaces stand as they are; those that are too long are broken.
  static func verbatim(_ text: String) -> Markup {
    .element(.pre, [], .joined(visibleLines(text).map { Markup($0) }, by: .lineEnd))
  }

  /// A link to a file of text, which is kept and not shown: browsers would guess its characters.
  static func file(_ address: WebAddress, named name: String, _ form: SiteDocumentForm, _ voice: SiteVoice) -> Markup {
    let ending = form.ending.uppercased()
    return .element(.a, [.href(address)] + (form.isText ? [.download] : []), "\(voice.said(name)) (\(ending))")
  }

  /// A signal as sign and word: never colour alone.
  static func signal(_ signal: some Signal, _ words: Localized, _ tone: SiteTone, _ voice: SiteVoice) -> Markup {
    let sign = Markup.element(.span, [.class("lg-sign"), .hiddenFromSpeech], Markup(String(signal.symbol)))
    return .element(.span, [.class("lg-signal lg-\(tone.rawValue)")], "\(sign) \(words[voice.language])")
  }

  static func status(_ measure: Measure, _ voice: SiteVoice) -> Markup {
    guard let status = measure.status else { return Markup(StandingWords.noInformation[voice.language]) }
    return signal(status, words(of: measure), SiteTone(status), voice)
  }

  static func schedule(_ schedule: Schedule, _ voice: SiteVoice) -> Markup {
    signal(schedule, schedule.words, schedule == .overdue ? .late : .plain, voice)
  }

  static func evidence(_ evidence: Evidence, _ voice: SiteVoice) -> Markup {
    signal(evidence, evidence.words, evidence == .none ? .waiting : .plain, voice)
  }
}

/// The look of a signal: a frame and a ground that go with the word, and say nothing that it does not.
enum SiteTone: String {
  case done, active, waiting, ended, late, plain

  init(_ status: MeasureStatus) {
    self =
      switch status {
      case .implemented: .done
      case .inProgress, .approved, .partlyImplemented: .active
      case .proposed, .referredBack, .tabled, .paused: .waiting
      case .rejected, .withdrawn, .notImplemented: .ended
      }
  }
}
