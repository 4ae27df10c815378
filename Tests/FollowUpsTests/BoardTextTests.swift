import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the board as the secretary sees it, 100 columns wide")
struct BoardTextTests {
  private func shown(_ language: Language) throws -> String {
    let book = try SmallLedger.told()
    let board = StatusBoard(Book(book.chronicle, asOf: nil, today: day("2022-09-02")))
    let basis = Basis(board.book, knownAt: nil, root: "abc=", size: board.book.position)
    return TerminalRenderer(width: 100, color: false).render(board.document(language, basis: basis))
  }

  @Test("in Swedish")
  func boardsv() throws {
    #expect(
      try shown(.sv)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: påhittade uppgifter. Ingenting i denna liggare har hänt. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Bevakning 2022-09-02, Småstads löfte
        ════════════════════════════════════

        Nästa möte  2022-09-20 Trygghetsrådet (T-0004)
        Att göra    genomföra 3 · besluta 1 · handlägga ärendet 1 · redovisa uppföljningen 1 · publicera
                    uppföljningen 1 · svara revisorerna 1

        Försenat (1)
        ────────────

        Senast      Dagar  Nr      Vad        Gäller                                Ansvarig
        ──────────  ─────  ──────  ─────────  ────────────────────────────────────  ────────
        2022-06-30    −64  M-0002  genomföra  Belysning på gångvägen vid stationen  gatuchef

        Före nästa möte (1)
        ───────────────────

        Senast      Dagar  Nr      Vad                     Gäller                             Ansvarig
        ──────────  ─────  ──────  ──────────────────────  ─────────────────────────────────  ──────────
        2022-09-20    +18  P-0001  redovisa uppföljningen  Medborgarlöfte 2022–2023, 2022-T2  anges inte

        Därefter (4)
        ────────────

        Senast      Dagar  Nr      Vad                Gäller           Ansvarig
        ──────────  ─────  ──────  ─────────────────  ───────────────  ─────────────────────────────
        2022-10-15    +43  R-0001  svara revisorerna  Visa effekten    Kommunstyrelsen
        2022-11-01    +60  M-0006  besluta            Trygghetsvärdar  Eva Lind, trygghetssamordnare

        Dessutom 2 att genomföra med slutdatum om mer än 60 dagar.

        Utan slutdatum (2)
        ──────────────────

        Senast  Dagar  Nr      Vad                      Gäller                     Ansvarig
        ──────  ─────  ──────  ───────────────────────  ─────────────────────────  ─────────────────────────
        –           –  C-0001  handlägga ärendet        Otrygg gångväg vid         Eva Lind,
                                                        stationen                  trygghetssamordnare

        –           –  F-0001  publicera uppföljningen  2022-T1, smastad.example   anges inte

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Liggare    Småstads löfte, Småstads kommun
        Läst till  position 36, registrerad 2022-09-02 09:00
        Läge per   alla poster, oavsett dag
        Känt per   allt registrerat
        Rot        36 rader, omräknad för detta svar: abc=

        """)
  }

  @Test("in English")
  func boarden() throws {
    #expect(
      try shown(.en)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: made-up information. Nothing in this ledger has happened. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Board 2022-09-02, Småstads löfte
        ════════════════════════════════

        Next meeting  2022-09-20 Trygghetsrådet (T-0004)
        To do         carry out 3 · decide 1 · deal with the case 1 · present the follow-up 1 · publish the
                      follow-up 1 · answer the auditors 1

        Overdue (1)
        ───────────

        By          Days  No.     What       About                                 Responsible
        ──────────  ────  ──────  ─────────  ────────────────────────────────────  ───────────
        2022-06-30   −64  M-0002  carry out  Belysning på gångvägen vid stationen  gatuchef

        Before the next meeting (1)
        ───────────────────────────

        By          Days  No.     What                   About                              Responsible
        ──────────  ────  ──────  ─────────────────────  ─────────────────────────────────  ───────────
        2022-09-20   +18  P-0001  present the follow-up  Medborgarlöfte 2022–2023, 2022-T2  not stated

        Later (4)
        ─────────

        By          Days  No.     What                 About            Responsible
        ──────────  ────  ──────  ───────────────────  ───────────────  ─────────────────────────────
        2022-10-15   +43  R-0001  answer the auditors  Visa effekten    Kommunstyrelsen
        2022-11-01   +60  M-0006  decide               Trygghetsvärdar  Eva Lind, trygghetssamordnare

        And 2 to carry out, due in more than 60 days.

        Without a day (2)
        ─────────────────

        By  Days  No.     What                   About                         Responsible
        ──  ────  ──────  ─────────────────────  ────────────────────────────  ─────────────────────────────
        –      –  C-0001  deal with the case     Otrygg gångväg vid stationen  Eva Lind, trygghetssamordnare
        –      –  F-0001  publish the follow-up  2022-T1, smastad.example      not stated

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Ledger        Småstads löfte, Småstads kommun
        Read through  position 36, recorded 2022-09-02 09:00
        State as of   every entry, whatever the day
        Known at      everything recorded
        Root          36 lines, recomputed for this answer: abc=

        """)
  }
}
