import LedgerDomain
import Projections
import TestSupport
import Testing

/// DESIGN section 4: each behaviour of the fold as a small ledger, and what it says at several points of both clocks.
@Suite("The fold")
struct FoldTests {
  @Test("nothing is known before the first entry, and nothing true before its day")
  func beginning() {
    expectReadings(
      """
      0 | -          | nothing
      1 | 2022-01-31 | nothing
      1 | 2022-02-01 | proposed since 2022-02-01, Vandringar, by 2022-10-31
      1 | -          | proposed since 2022-02-01, Vandringar, by 2022-10-31
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed |
          "title":"Vandringar","binding":"decided","deadline":"2022-10-31"
        """)
  }

  @Test("an entry made late is unknown until then, and true from its own day")
  func lateRegistration() {
    expectReadings(
      """
      2 | 2022-03-10 | in-progress since 2022-03-01, Vandringar
      2 | -          | in-progress since 2022-03-01, Vandringar
      3 | 2022-02-22 | proposed since 2022-02-01, Vandringar
      3 | 2022-02-23 | approved since 2022-02-23, Vandringar
      3 | 2022-03-10 | in-progress since 2022-03-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-03-02T09:00Z | 2022-03-01 | M-0001 | measure.started  |
        3 | 2022-04-01T09:00Z | 2022-02-23 | M-0001 | measure.approved | "decision":"D-0001"
        """)
  }

  @Test("a late approval of something already done does not undo the doing")
  func lateApproval() {
    expectReadings(
      """
      2 | -          | implemented since 2022-03-01, Vandringar
      3 | 2022-03-30 | implemented since 2022-03-01, Vandringar
      3 | 2022-02-28 | proposed since 2022-02-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed    | "title":"Vandringar","binding":"decided"
        2 | 2022-03-02T09:00Z | 2022-03-01 | M-0001 | measure.implemented | "extent":"full"
        3 | 2022-04-01T09:00Z | 2022-03-30 | M-0001 | measure.approved    | "decision":"D-0001"
        """)
  }

  @Test("a fact that will be true is known before it is true")
  func future() {
    expectReadings(
      """
      2 | 2022-12-31 | proposed since 2022-02-01, Vandringar
      2 | 2023-01-01 | approved since 2023-01-01, Vandringar
      2 | -          | approved since 2023-01-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-03-02T09:00Z | 2023-01-01 | M-0001 | measure.approved | "decision":"D-0001"
        """)
  }

  @Test("an undated fact is there on every day, and comes before all that have one")
  func undated() {
    expectReadings(
      """
      2 | 2000-01-01 | approved since undated, no plan
      2 | -          | approved since undated, Vandringar
      3 | 2000-01-01 | approved since undated, no plan
      3 | 2022-03-01 | in-progress since 2022-03-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-03-02T09:00Z | -          | M-0001 | measure.approved | "decision":"D-0001"
        3 | 2022-03-02T09:01Z | 2022-03-01 | M-0001 | measure.started  |
        """)
  }

  @Test("two undated facts, and two of the same day, count in the order of their positions")
  func sameDay() {
    expectReadings(
      """
      2 | - | referred-back since 2022-02-01, Vandringar
      3 | - | tabled since 2022-02-01, Vandringar
      4 | - | tabled since 2022-02-01, Vandringar
      5 | - | tabled since 2022-02-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed      | "title":"Vandringar","binding":"decided"
        2 | 2022-02-02T09:01Z | 2022-02-01 | M-0001 | measure.referred-back | "reason":"oklart"
        3 | 2022-02-02T09:02Z | 2022-02-01 | M-0001 | measure.tabled        |
        4 | 2022-02-02T09:03Z | -          | M-0001 | measure.tabled        |
        5 | 2022-02-02T09:04Z | -          | M-0001 | measure.referred-back | "reason":"oklart"
        """)
  }

  @Test("an instant counts within its day: after the day's dates, before the next day's")
  func instants() {
    expectReadings(
      """
      - | 2022-02-23T11:59:59Z | referred-back since 2022-02-23, Vandringar
      - | 2022-02-23T12:00:00Z | tabled since 2022-02-23T12:00:00Z, Vandringar
      - | 2022-02-23           | tabled since 2022-02-23T12:00:00Z, Vandringar
      - | 2022-02-24           | approved since 2022-02-24, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01           | M-0001 | measure.proposed      | "title":"Vandringar","binding":"decided"
        2 | 2022-02-25T09:00Z | 2022-02-24           | M-0001 | measure.approved      | "decision":"D-0001"
        3 | 2022-02-25T09:01Z | 2022-02-23T12:00:00Z | M-0001 | measure.tabled        |
        4 | 2022-02-25T09:02Z | 2022-02-23           | M-0001 | measure.referred-back | "reason":"oklart"
        """)
  }

  @Test("the day of a change of the clock is read to its own end, 23 and 25 hours long")
  func daylightSaving() {
    expectReadings(
      """
      - | 2022-03-26 | tabled since 2022-03-26T22:59:59Z, Vandringar
      - | 2022-03-27 | referred-back since 2022-03-27T21:59:59Z, Vandringar
      - | 2022-03-28 | approved since 2022-03-27T22:00:00Z, Vandringar
      - | 2022-10-30 | paused since 2022-10-30T22:59:59Z, Vandringar
      - | 2022-10-31 | in-progress since 2022-10-30T23:00:00Z, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01           | M-0001 | measure.proposed      | "title":"Vandringar","binding":"decided"
        2 | 2022-11-01T09:00Z | 2022-03-26T22:59:59Z | M-0001 | measure.tabled        |
        3 | 2022-11-01T09:01Z | 2022-03-27T21:59:59Z | M-0001 | measure.referred-back | "reason":"oklart"
        4 | 2022-11-01T09:02Z | 2022-03-27T22:00:00Z | M-0001 | measure.approved      | "decision":"D-0001"
        5 | 2022-11-01T09:03Z | 2022-10-30           | M-0001 | measure.started       |
        6 | 2022-11-01T09:04Z | 2022-10-30T22:59:59Z | M-0001 | measure.paused        | "reason":"sjukdom"
        7 | 2022-11-01T09:05Z | 2022-10-30T23:00:00Z | M-0001 | measure.resumed       |
        """)
  }

  @Test("the last day of the calendar can be asked for")
  func lastDay() {
    expectReadings(
      "- | 9999-12-31 | proposed since 9999-12-31, Vandringar",
      in: """
        1 | 2022-02-02T09:00Z | 9999-12-31 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        """)
  }
}
