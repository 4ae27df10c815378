import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Testing

@Suite("the report as the council sees it, 100 columns wide")
struct ReportTextTests {
  private func shown(_ language: Language) throws -> String {
    let pack = try SmallLedger.told().pack("2022-T2")
    return TerminalRenderer(width: 100, color: false).render(pack.document(language, basis: pack.basis))
  }

  @Test("in Swedish")
  func reportsv() throws {
    #expect(
      try shown(.sv)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: påhittade uppgifter. Ingenting i denna liggare har hänt. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Uppföljning 2022-T2 (tertial 2), Medborgarlöfte 2022–2023
        ═════════════════════════════════════════════════════════

        Period         2022-05-01 – 2022-08-31; uppgifterna gäller från 2022-01-01
        Redovisas för  Trygghetsrådet, 2022-09-20
        Föregående     2022-T1, redovisad 2022-05-24, noterad § 12 (F-0001)
        Förslag        Rådet noterar informationen.
        Status         föreslagen 1, beslutad 2, pågående 1, genomförd 1 (5 åtgärder)
        Belägg         uppgift saknas 3, utfall redovisat 2
        Tidplan        i tid 3, försenad 1, avslutad i tid 1

        Åtgärder
        ────────

        Nr       Åtgärd                Status        Belägg              Tidplan           Slutdatum
        ───────  ────────────────────  ────────────  ──────────────────  ────────────────  ─────────────────
        M-0001   Trygghetsvandringar   ✓ beslutad    ▣ utfall redovisat  > i tid           2022-12-15
          Område: Norr, Centrum · Ansvarig: Eva Lind, trygghetssamordnare
          Utfall: vandringar: 3 st (mål: minst 4 st)
          Senaste uppgift: 2022-08-24: Tre vandringar har hållits; 60 deltagare pekade ut tolv mörka
          platser.

        M-0002   Belysning på          ✓ beslutad    □ uppgift saknas    ! försenad        2022-06-30
                 gångvägen vid
                 stationen
          Område: Centrum · Ansvarig: gatuchef · Utfall: stolpar: uppgift saknas (mål: 12 st)

        M-0004†  Fältgrupp på          ▸ pågående    □ uppgift saknas    > i tid           2022-09-15 →
                 kvällarna                                                                 2022-11-30
          Område: hela kommunen · Ansvarig: kommunpolis, Polisen

        M-0005   Grannsamverkan        ● genomförd   ▣ utfall redovisat  = avslutad i tid  2022-08-31
          Område: Norr · Ansvarig: kommunpolis, Polisen · Utfall: områden: 2 st (mål: minst 2 st)

        M-0006   Trygghetsvärdar       ○ föreslagen  □ uppgift saknas    > i tid           2022-11-01
          Område: Centrum · Ansvarig: Eva Lind, trygghetssamordnare

        • † M-0004 påbörjad 2022-03-11: utförd före beslut. Skäl: Kvällsbråk krävde närvaro genast.
        • † M-0004 beslutad 2022-06-15: beslutad i efterhand. Skäl: Gruppen arbetade redan.

        │ Endast exempel i löftet, inte utlovade och inte medräknade: Kameror (M-0003).

        Försenat
        ────────

        Slutdatum   Dagar  Nr      Vad                                   Ansvarig
        ──────────  ─────  ──────  ────────────────────────────────────  ────────
        2022-06-30    −62  M-0002  Belysning på gångvägen vid stationen  gatuchef

        Förfaller till och med 2022-12-06
        ─────────────────────────────────

        Redovisas 2022-09-20; nästa möte därefter är 2022-12-06.

        Slutdatum   Dagar  Nr      Vad                                Ansvarig
        ──────────  ─────  ──────  ─────────────────────────────────  ─────────────────────────────
        2022-10-15    +45  R-0001  Visa effekten (svara revisorerna)  Kommunstyrelsen
        2022-11-01    +62  M-0006  Trygghetsvärdar (besluta)          Eva Lind, trygghetssamordnare
        2022-11-30    +91  M-0004  Fältgrupp på kvällarna             kommunpolis, Polisen

        Nytt sedan 2022-T1
        ──────────────────

        Nr      Åtgärd                  Förändring
        ──────  ──────────────────────  ────────────────────────────────────────────────────
        M-0004  Fältgrupp på kvällarna  beslutad, slutdatum 2022-09-15 → 2022-11-30 (D-0002)
        M-0005  Grannsamverkan          genomförd
        M-0006  Trygghetsvärdar         ny

        Beslut sedan 2022-T1
        ────────────────────

        Datum       Nr      Beslutat av      §     Saken                   Utgång  Beteckning
        ──────────  ──────  ───────────────  ────  ──────────────────────  ──────  ──────────
        2022-06-15  D-0002  Kommunstyrelsen  § 61  Fältgruppen fortsätter  bifall  KS 2022/31

        Indikatorer
        ───────────

        Indikator                         Enhet             Nuläge           Senast  Källa
        ────────────────────────────────  ─────  ─────────────────  ───────────────  ────────────────
        Trygg utomhus kvällstid (I-0001)  %      61,5 (2021-11-15)  64 (2022-08-20)  trygghetsmätning

        Ärenden (öppna 1, avslutade 0)
        ──────────────────────────────

        Nr      Ärende                        Dnr         Handläggare                    Läge
        ──────  ────────────────────────────  ──────────  ─────────────────────────────  ────────────────
        C-0001  Otrygg gångväg vid stationen  KS 2022/14  Eva Lind, trygghetssamordnare  öppet 2022-01-20

        Öppna rekommendationer från revisorerna
        ───────────────────────────────────────

        • R-0001 Visa effekten: lämnad, svar senast 2022-10-15

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Liggare    Småstads löfte, Småstads kommun
        Läst till  position 36, registrerad 2022-09-02 09:00
        Läge per   2022-08-31
        Känt per   allt registrerat
        Rot        inte omräknad

        """)
  }

  @Test("in English")
  func reporten() throws {
    #expect(
      try shown(.en)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: made-up information. Nothing in this ledger has happened. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Follow-up 2022-T2 (tertial 2), Medborgarlöfte 2022–2023
        ═══════════════════════════════════════════════════════

        Period       2022-05-01 – 2022-08-31; figures from 2022-01-01
        Reported to  Trygghetsrådet, 2022-09-20
        Previous     2022-T1, presented 2022-05-24, noted § 12 (F-0001)
        Proposal     The council notes the information.
        Status       proposed 1, approved 2, in progress 1, implemented 1 (5 measures)
        Evidence     no information 3, actuals reported 2
        Schedule     on time 3, overdue 1, ended in time 1

        Measures
        ────────

        No.      Measure               Status         Evidence            Schedule         Deadline
        ───────  ────────────────────  ─────────────  ──────────────────  ───────────────  ─────────────────
        M-0001   Trygghetsvandringar   ✓ approved     ▣ actuals reported  > on time        2022-12-15
          Area: Norr, Centrum · Responsible: Eva Lind, trygghetssamordnare
          Actual: vandringar: 3 st (target: at least 4 st)
          Latest report: 2022-08-24: Tre vandringar har hållits; 60 deltagare pekade ut tolv mörka platser.

        M-0002   Belysning på          ✓ approved     □ no information    ! overdue        2022-06-30
                 gångvägen vid
                 stationen
          Area: Centrum · Responsible: gatuchef · Actual: stolpar: no information (target: 12 st)

        M-0004†  Fältgrupp på          ▸ in progress  □ no information    > on time        2022-09-15 →
                 kvällarna                                                                 2022-11-30
          Area: municipality-wide · Responsible: kommunpolis, Polisen

        M-0005   Grannsamverkan        ● implemented  ▣ actuals reported  = ended in time  2022-08-31
          Area: Norr · Responsible: kommunpolis, Polisen · Actual: områden: 2 st (target: at least 2 st)

        M-0006   Trygghetsvärdar       ○ proposed     □ no information    > on time        2022-11-01
          Area: Centrum · Responsible: Eva Lind, trygghetssamordnare

        • † M-0004 started 2022-03-11: carried out before a decision. Reason: Kvällsbråk krävde närvaro
          genast.
        • † M-0004 approved 2022-06-15: decided after it was carried out. Reason: Gruppen arbetade redan.

        │ Only examples in the promise, neither promised nor counted: Kameror (M-0003).

        Overdue
        ───────

        Deadline    Days  No.     What                                  Responsible
        ──────────  ────  ──────  ────────────────────────────────────  ───────────
        2022-06-30   −62  M-0002  Belysning på gångvägen vid stationen  gatuchef

        Due through 2022-12-06
        ──────────────────────

        Presented on 2022-09-20; the next meeting after that is on 2022-12-06.

        Deadline    Days  No.     What                                 Responsible
        ──────────  ────  ──────  ───────────────────────────────────  ─────────────────────────────
        2022-10-15   +45  R-0001  Visa effekten (answer the auditors)  Kommunstyrelsen
        2022-11-01   +62  M-0006  Trygghetsvärdar (decide)             Eva Lind, trygghetssamordnare
        2022-11-30   +91  M-0004  Fältgrupp på kvällarna               kommunpolis, Polisen

        New since 2022-T1
        ─────────────────

        No.     Measure                 Change
        ──────  ──────────────────────  ───────────────────────────────────────────────────
        M-0004  Fältgrupp på kvällarna  approved, deadline 2022-09-15 → 2022-11-30 (D-0002)
        M-0005  Grannsamverkan          implemented
        M-0006  Trygghetsvärdar         new

        Decisions since 2022-T1
        ───────────────────────

        Date        No.     Decided by       §     Matter                  Outcome   Reference
        ──────────  ──────  ───────────────  ────  ──────────────────────  ────────  ──────────
        2022-06-15  D-0002  Kommunstyrelsen  § 61  Fältgruppen fortsätter  approved  KS 2022/31

        Indicators
        ──────────

        Indicator                         Unit           Baseline           Latest  Source
        ────────────────────────────────  ────  ─────────────────  ───────────────  ─────────────
        Trygg utomhus kvällstid (I-0001)  %     61.5 (2021-11-15)  64 (2022-08-20)  safety survey

        Cases (open 1, closed 0)
        ────────────────────────

        No.     Case                          Registry no.  Case officer                   State
        ──────  ────────────────────────────  ────────────  ─────────────────────────────  ───────────────
        C-0001  Otrygg gångväg vid stationen  KS 2022/14    Eva Lind, trygghetssamordnare  open 2022-01-20

        Open recommendations of the auditors
        ────────────────────────────────────

        • R-0001 Visa effekten: delivered, answer by 2022-10-15

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Ledger        Småstads löfte, Småstads kommun
        Read through  position 36, recorded 2022-09-02 09:00
        State as of   2022-08-31
        Known at      everything recorded
        Root          not recomputed

        """)
  }
}
