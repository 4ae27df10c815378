/// Lanes along one axis of time, one for each thing that happened: when it was proposed, decided, worked on, due, done.
///
/// Each kind of mark has a shape of its own; no colour says anything. What lies beyond the axis stands at its edge with an arrow.
package struct LaneChart: Sendable, Hashable {
  package enum Sign: Sendable, Hashable, CaseIterable {
    case proposed, decided, deadline, done, partly, stopped, evaluated
  }

  package struct Mark: Sendable, Hashable {
    /// Days since any one day, the same for all.
    package var day: Int
    package var sign: Sign

    package init(_ day: Int, _ sign: Sign) {
      self.day = day
      self.sign = sign
    }
  }

  /// A stretch of time.
  package struct Span: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case work, pause
      /// A deadline moved from the one day to the other.
      case moved
    }

    package var from: Int
    package var through: Int
    package var kind: Kind

    package init(from: Int, through: Int, _ kind: Kind) {
      self.from = from
      self.through = through
      self.kind = kind
    }
  }

  package struct Lane: Sendable, Hashable {
    package var name: String
    package var spans: [Span]
    package var marks: [Mark]

    package init(_ name: String, spans: [Span], marks: [Mark]) {
      self.name = name
      self.spans = spans
      self.marks = marks
    }
  }

  /// A day with a word: a line of the grid, or one through everything.
  package struct Line: Sendable, Hashable {
    package var day: Int
    package var label: String

    package init(_ day: Int, _ label: String) {
      self.day = day
      self.label = label
    }
  }

  package var from: Int
  package var through: Int
  package var ticks: [Line]
  /// Such as the end of the period.
  package var limits: [Line]
  package var lanes: [Lane]
  /// What the shapes and the bar mean, in the order shown.
  package var signNames: [SignName]
  package var workName: String
  package var pauseName: String

  package struct SignName: Sendable, Hashable {
    package var sign: Sign
    package var name: String

    package init(_ sign: Sign, _ name: String) {
      self.sign = sign
      self.name = name
    }
  }

  /// Requires an axis of a day at least.
  package init(
    from: Int, through: Int, ticks: [Line], limits: [Line], lanes: [Lane], signNames: [SignName], workName: String,
    pauseName: String
  ) {
    precondition(from < through, "an axis of time has a length")
    self.from = from
    self.through = through
    self.ticks = ticks
    self.limits = limits
    self.lanes = lanes
    self.signNames = signNames
    self.workName = workName
    self.pauseName = pauseName
  }
}
