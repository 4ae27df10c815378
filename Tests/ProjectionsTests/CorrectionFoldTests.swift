import LedgerDomain
import Projections
import TestSupport
import Testing

/// Corrections and reversals at both clocks.
@Suite("The fold of corrected and reversed entries")
struct CorrectionFoldTests {
  @Test("a correction counts from when it is known, for all days at once; the latest known one wins")
  func corrected() {
    expectReadings(
      """
      1 | -          | proposed since 2022-02-01, Vandringar, by 2022-10-31
      2 | 2022-02-01 | proposed since 2022-02-01, Vandringar, by 2022-11-30
      3 | 2022-02-01 | proposed since 2022-02-01, Vandringar, by 2022-12-31
      2 | -          | proposed since 2022-02-01, Vandringar, by 2022-11-30
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed |
          "title":"Vandringar","binding":"decided","deadline":"2022-10-31"
        2 | 2022-03-02T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"deadline","old":"2022-10-31","new":"2022-11-30","reason":"skrivfel"
        3 | 2022-04-02T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"deadline","old":"2022-11-30","new":"2022-12-31","reason":"skrivfel"
        """)
  }

  @Test("corrections of different fields both count")
  func fields() {
    expectReadings(
      """
      2 | - | proposed since 2022-02-01, Promenader, by 2022-10-31
      3 | - | proposed since 2022-02-01, Promenader
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed |
          "title":"Vandringar","binding":"decided","deadline":"2022-10-31"
        2 | 2022-03-02T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"title","old":"Vandringar","new":"Promenader","reason":"skrivfel"
        3 | 2022-04-02T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"deadline","old":"2022-10-31","reason":"inget slutdatum är satt"
        """)
  }

  @Test("a corrected effective date moves the entry: what is true on a day, and what comes before what")
  func effective() {
    expectReadings(
      """
      3 | 2022-02-23 | approved since 2022-02-23, Vandringar
      4 | 2022-02-23 | referred-back since 2022-02-16, Vandringar
      4 | 2022-03-02 | approved since 2022-03-02, Vandringar
      5 | 2022-01-01 | approved since undated, no plan
      5 | 2022-02-23 | approved since undated, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed      | "title":"Vandringar","binding":"decided"
        2 | 2022-02-24T09:00Z | 2022-02-23 | M-0001 | measure.approved      | "decision":"D-0001"
        3 | 2022-02-24T09:01Z | 2022-02-16 | M-0001 | measure.referred-back | "reason":"oklart"
        4 | 2022-03-24T09:00Z | -          | M-0001 | entry.corrected       |
          "event":"#2","field":"effective","old":"2022-02-23","new":"2022-03-02","reason":"fel dag"
        5 | 2022-04-24T09:00Z | -          | M-0001 | entry.corrected       |
          "event":"#2","field":"effective","old":"2022-03-02","reason":"dagen är inte känd"
        """)
  }

  @Test("a reversed entry never was, from when its reversal is known")
  func reversed() {
    expectReadings(
      """
      2 | -          | approved since 2022-02-23, Vandringar
      3 | 2022-02-23 | proposed since 2022-02-01, Vandringar
      3 | -          | proposed since 2022-02-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-02-24T09:00Z | 2022-02-23 | M-0001 | measure.approved | "decision":"D-0001"
        3 | 2022-03-24T09:00Z | -          | M-0001 | entry.reversed   | "event":"#2","reason":"annat ärende"
        """)
  }

  @Test("a reversed correction no longer corrects, and the one before it does again")
  func reversedCorrection() {
    expectReadings(
      """
      3 | - | proposed since 2022-02-01, Tredje
      4 | - | proposed since 2022-02-01, Andra
      5 | - | proposed since 2022-02-01, Första
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Första","binding":"decided"
        2 | 2022-03-02T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"title","old":"Första","new":"Andra","reason":"skrivfel"
        3 | 2022-03-03T09:00Z | - | M-0001 | entry.corrected |
          "event":"#1","field":"title","old":"Andra","new":"Tredje","reason":"skrivfel"
        4 | 2022-03-04T09:00Z | - | M-0001 | entry.reversed  | "event":"#3","reason":"var rätt"
        5 | 2022-03-05T09:00Z | - | M-0001 | entry.reversed  | "event":"#2","reason":"var rätt"
        """)
  }

  @Test("a reversal drops the entry however it was corrected, and a correction after it does not bring it back")
  func reversedAndCorrected() {
    expectReadings(
      """
      3 | - | approved since 2022-03-02, Vandringar
      4 | - | proposed since 2022-02-01, Vandringar
      5 | - | proposed since 2022-02-01, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-02-24T09:00Z | 2022-02-23 | M-0001 | measure.approved | "decision":"D-0001"
        3 | 2022-03-24T09:00Z | -          | M-0001 | entry.corrected  |
          "event":"#2","field":"effective","old":"2022-02-23","new":"2022-03-02","reason":"fel dag"
        4 | 2022-03-25T09:00Z | -          | M-0001 | entry.reversed   | "event":"#2","reason":"annat ärende"
        5 | 2022-03-26T09:00Z | -          | M-0001 | entry.corrected  |
          "event":"#2","field":"effective","old":"2022-03-02","new":"2022-03-03","reason":"fel dag"
        """)
  }

  @Test("with its beginning reversed, a subject has a status and no plan, and the book does not list it")
  func reversedBeginning() {
    let ledger = """
      1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
      2 | 2022-02-24T09:00Z | 2022-02-23 | M-0001 | measure.approved | "decision":"D-0001"
      3 | 2022-03-24T09:00Z | -          | M-0001 | entry.reversed   | "event":"#1","reason":"dubblett"
      """
    expectReadings("3 | - | approved since 2022-02-23, no plan", in: ledger)
    #expect(Book(Chronicle(text: ledger), asOf: nil, today: "2022-04-01").measures.isEmpty)
    #expect(Book(Chronicle(text: ledger).known(through: 2), asOf: nil, today: "2022-04-01").measures.count == 1)
  }

  @Test("a correction that no reading can apply leaves the entry as it is")
  func unfit() {
    expectReadings(
      "- | - | proposed since 2022-02-01, Vandringar",
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-03-02T09:00Z | - | M-0001 | entry.corrected | "event":"#1","field":"title","new":7,"reason":"x"
        3 | 2022-03-02T09:01Z | - | M-0001 | entry.corrected | "event":"#1","field":"titel","new":"T","reason":"x"
        4 | 2022-03-02T09:02Z | - | M-0001 | entry.corrected | "event":"#1","field":"effective","new":"x","reason":"x"
        5 | 2022-03-02T09:03Z | - | M-0001 | entry.corrected | "event":"#9","field":"title","new":"T","reason":"x"
        """)
  }

  @Test("of two statuses of one step the later one counts, by its day and not by its entry")
  func sameStep() {
    expectReadings(
      """
      4 | -          | approved since 2022-04-27, Vandringar
      3 | -          | rejected since 2022-03-30, Vandringar
      4 | 2022-04-26 | rejected since 2022-03-30, Vandringar
      """,
      in: """
        1 | 2022-02-02T09:00Z | 2022-02-01 | M-0001 | measure.proposed | "title":"Vandringar","binding":"decided"
        2 | 2022-04-28T09:00Z | 2022-02-23 | M-0001 | measure.tabled   |
        3 | 2022-04-28T09:00Z | 2022-03-30 | M-0001 | measure.rejected | "reason":"för dyrt","decision":"D-0001"
        4 | 2022-04-28T09:01Z | 2022-04-27 | M-0001 | measure.approved | "decision":"D-0002"
        """)
  }
}
