import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("The chronicle and the known clock")
struct ChronicleTests {
  /// The store's clock was set back between the second entry and the third.
  private static let chronicle = Chronicle(
    text: """
      1 | 2022-02-01T10:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"A","binding":"decided"
      2 | 2022-02-01T12:00Z | 2022-02-01 | C-0007 | case.opened      | "title":"B"
      3 | 2022-02-01T11:00Z | 2022-02-01 | M-0001 | measure.started  |
      4 | 2022-02-01T13:00Z | 2022-02-01 | M-0003 | measure.proposed | "title":"C","binding":"decided"
      """)

  @Test(
    "what was known at a moment is the prefix through the last entry whose time is not later",
    arguments: [
      ("2022-02-01T09:59:59.999Z", 0), ("2022-02-01T10:00:00Z", 1), ("2022-02-01T10:59:59Z", 1),
      // Through the third, and so with the second, though that one's time is later.
      ("2022-02-01T11:00:00Z", 3), ("2022-02-01T12:00:00Z", 3), ("2022-02-01T12:59:59Z", 3),
      ("2022-02-01T13:00:00Z", 4),
      ("2030-01-01T00:00:00Z", 4),
    ])
  func knownAt(_ moment: String, _ position: Int) {
    #expect(Self.chronicle.position(knownAt: Instant(written: moment)) == position)
  }

  @Test("the empty chronicle knows nothing at any moment")
  func empty() {
    #expect(Chronicle().position(knownAt: "2030-01-01T00:00Z") == 0)
    #expect(Chronicle().allSubjects.isEmpty)
    #expect(Chronicle().nextID(.measure) == "M-0001")
    #expect(!Chronicle().state(of: "M-0001").isFounded)
  }

  @Test("a position outside the book is its nearest end: a forged number must not stop a reader")
  func outside() {
    #expect(Self.chronicle.known(through: -1).position == 0)
    #expect(Self.chronicle.known(through: .min).position == 0)
    #expect(Self.chronicle.known(through: .max).position == Self.chronicle.position)
  }

  @Test("a prefix is the chronicle as it was then", arguments: 0...4)
  func prefix(_ position: Int) {
    let known = Self.chronicle.known(through: position)
    #expect(known.position == position)
    #expect(known.events == Array(Self.chronicle.events.prefix(position)))
    #expect(known.events(about: "M-0001") == known.events.filter { $0.subject == "M-0001" })
  }

  @Test("subjects are listed by kind and number, and the next number is after the highest, gaps or not")
  func subjects() {
    #expect(Self.chronicle.allSubjects == ["C-0007", "M-0001", "M-0003"])
    #expect(Self.chronicle.subjects(.measure) == ["M-0001", "M-0003"])
    #expect(Self.chronicle.nextID(.measure) == "M-0004")
    #expect(Self.chronicle.nextID(.case) == "C-0008")
    #expect(Self.chronicle.nextID(.body) == "B-0001")
  }

  @Test("an event is found by its identity, or not")
  func event() {
    #expect(Self.chronicle.event(.at(3))?.fact == .measure(.started(MeasureStarted())))
    #expect(Self.chronicle.event(.at(5)) == nil)
  }
}
