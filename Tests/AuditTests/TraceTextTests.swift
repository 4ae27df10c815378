import CommandArguments
import Documents
import Audit
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the trace as the auditor sees it, 100 columns wide")
struct TraceTextTests {
  private func shown(_ language: Language) throws -> String {
    let book = try OneMeasure.told()
    let trace = Trace(of: id("M-0001"), in: book.chronicle, asOf: .date(day("2022-06-10")), today: day("2022-06-10"))
    let basis = Basis(trace.book, knownAt: nil, root: "abc=", size: book.chronicle.position)
    return TerminalRenderer(width: 100, color: false).render(trace.document(language, basis: basis))
  }

  @Test("in Swedish")
  func tracesv() throws {
    #expect(
      try shown(.sv)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: påhittade uppgifter. Ingenting i denna liggare har hänt. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Spårning av M-0001: Belysning på gångvägen
        ══════════════════════════════════════════

        Status     ▸ pågående sedan 2022-02-14
        Belägg     ▣ utfall redovisat
        Tidplan    > i tid (2022-06-10)
        Bindning   beslutad
        Ansvarig   gatuchef
        Slutdatum  2022-06-30
        Område     Norr
        Mål        stolpar: 6 st (mål: minst 12 st)

        Händelser
        ─────────

        2021-12-01  Lägesbild S-0001 bedömd
                      registrerad 2022-01-10 10:03 av registrator, ! 40 dagar senare · post 4 · 00000004
                      underlag: trygghetsmätning: Trygghetsmätningen 2021
                      rubrik: Lägesbild 2021
        2022-01-12  Ärende C-0001 öppnat
                      registrerad 2022-01-10 10:04 av registrator, 2 dagar i förväg · post 5 · 00000005
                      väckt av: privatperson [maskerad]
                      diarienummer: KS 2022/14
                      rubrik: Mörk gångväg · stadsdelar: Norr
        2022-01-13  Ärende C-0001 tilldelat handläggare
                      registrerad 2022-01-10 10:05 av registrator, 3 dagar i förväg · post 6 · 00000006
                      handläggare: Eva Lind, trygghetssamordnare, Småstads kommun
        2022-02-01  Föreslagen
                      registrerad 2022-02-02 09:30 av registrator, 1 dag senare · post 8 · 00000008
                      föreslagen av: Eva Lind, trygghetssamordnare, Småstads kommun
                      ansvarig: gatuchef
                      ärende: C-0001 Mörk gångväg · lägesbild: S-0001 Lägesbild 2021
                      rubrik: Belysning på gångvägen · bindningsgrad: utlovad
                      medborgarlöfte: P-0001 Medborgarlöfte 2022–2023 · orsak: Gångvägen är mörk.
                      operativt mål: Hela sträckan ska vara belyst. · delmål: stolpar minst 12 st
                      slutdatum: 2022-06-30 · stadsdelar: Norr · tidshorisont: kortsiktig
                      parter: Småstads kommun
        2022-02-01  Ärende C-0001 kopplat till åtgärd
                      registrerad 2022-02-02 09:31 av registrator, 1 dag senare · post 9 · 00000009
        2022-02-14  Påbörjad
                      registrerad 2022-02-15 09:00 av registrator, 1 dag senare · post 10 · 0000000a
                      utförd av: Ljus & Mast AB
                      † regelavvikelse: utförd före beslut. Skäl: Stolparna var redan levererade.
        2022-02-23  Beslut D-0001 fattat
                      registrerad 2022-03-29 09:00 av registrator, ! 34 dagar senare · post 12 · 0000000c
                      beslutande: Karin Ek (S), ordförande
                      föredragande: Eva Lind, trygghetssamordnare, Småstads kommun
                      beslutsbefogenhet: Kommunstyrelsen 2022-02-23 § 14
                      beteckning: KS 2022/14-3
                      underlag: Trygghetsmätningen 2021 pekar ut gångvägen.
                      saken: Belysning på gångvägen · utgång: bifall
        2022-02-23  Beslutad
                      registrerad 2022-03-29 09:01 av registrator, ! 34 dagar senare · post 13 · 0000000d
                      beslut: D-0001 Belysning på gångvägen
                      † regelavvikelse: beslutad i efterhand. Skäl: Arbetet hade börjat.
        2022-02-23  Sammanträde T-0001 justerat: § 14
                      registrerad 2022-03-29 09:02 av registrator, ! 34 dagar senare · post 14 · 0000000e
                      paragrafer: § 14
        2022-03-22  Beslut D-0001 fått laga kraft
                      registrerad 2022-03-29 09:03 av registrator, 7 dagar senare · post 15 · 0000000f
        2022-04-20  Läget rapporterat
                      registrerad 2022-04-21 09:00 av registrator, 1 dag senare · post 16 · 00000010
                      rapporterad av: Eva Lind, trygghetssamordnare, Småstads kommun
                      redogörelse: Fundamenten är gjutna. · utfall: stolpar 6 st
                      ↳ korrigering: utfall stolpar 8 st → stolpar 6 st, registrerad 2022-06-02 09:00 av
                      registrator · post 24, beslutad av Eva Lind, trygghetssamordnare, Småstads kommun.
                      Skäl: Två stolpar hör till en annan väg.
        2022-04-20  MAKULERAD: Läget rapporterat
                      registrerad 2022-04-21 09:01 av registrator, 1 dag senare · post 17 · 00000011
                      ↳ makulerad, registrerad 2022-04-21 09:02 av registrator · post 18, beslutad av Eva
                      Lind, trygghetssamordnare, Småstads kommun. Skäl: Registrerad två gånger.
                      redogörelse: Fundamenten är gjutna.
        2022-04-20  Handling bifogad
                      registrerad 2022-04-21 09:03 av registrator, 1 dag senare · post 19 · 00000013
                      handlingens roll: fotologg
                      handling: Fotologg.pdf, KS 2022/14-9, SHA-256
                      eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        2022-05-24  Uppföljning 2022-T1 F-0001 redovisad
                      registrerad 2022-05-03 09:02 av registrator, 21 dagar i förväg · post 22 · 00000016
                      till: B-0001 Kommunstyrelsen
                      handling: T1.pdf, SHA-256
                      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        2022-05-24  Uppföljning 2022-T1 F-0001 noterad
                      registrerad 2022-05-03 09:03 av registrator, 21 dagar i förväg · post 23 · 00000017
                      paragraf: § 12

        Gäller först efter 2022-06-10
        ─────────────────────────────

        2022-06-20  Slutdatum framflyttat
                      registrerad 2022-06-02 09:01 av registrator, 18 dagar i förväg · post 25 · 00000019
                      slutdatum: 2022-09-30 · skäl: Leveransen dröjer.

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Liggare    Småstads löfte, Småstads kommun
        Läst till  position 25, registrerad 2022-06-02 09:01
        Läge per   2022-06-10
        Känt per   allt registrerat
        Rot        25 rader, omräknad för detta svar: abc=

        """)
  }

  @Test("in English")
  func traceen() throws {
    #expect(
      try shown(.en)
        == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: made-up information. Nothing in this ledger has happened. ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Trace of M-0001: Belysning på gångvägen
        ═══════════════════════════════════════

        Status       ▸ in progress since 2022-02-14
        Evidence     ▣ actuals reported
        Schedule     > on time (2022-06-10)
        Binding      decided
        Responsible  gatuchef
        Deadline     2022-06-30
        Area         Norr
        Target       stolpar: 6 st (target: at least 12 st)

        Events
        ──────

        2021-12-01  Situation picture S-0001 assessed
                      recorded 2022-01-10 10:03 by registrator, ! 40 days later · entry 4 · 00000004
                      grounds: safety survey: Trygghetsmätningen 2021
                      title: Lägesbild 2021
        2022-01-12  Case C-0001 opened
                      recorded 2022-01-10 10:04 by registrator, 2 days ahead · entry 5 · 00000005
                      raised by: private person [masked]
                      registry number: KS 2022/14
                      title: Mörk gångväg · districts: Norr
        2022-01-13  Case C-0001 assigned to a case officer
                      recorded 2022-01-10 10:05 by registrator, 3 days ahead · entry 6 · 00000006
                      case officer: Eva Lind, trygghetssamordnare, Småstads kommun
        2022-02-01  Proposed
                      recorded 2022-02-02 09:30 by registrator, 1 day later · entry 8 · 00000008
                      proposed by: Eva Lind, trygghetssamordnare, Småstads kommun
                      responsible: gatuchef
                      case: C-0001 Mörk gångväg · situation picture: S-0001 Lägesbild 2021
                      title: Belysning på gångvägen · binding level: promised
                      citizen promise: P-0001 Medborgarlöfte 2022–2023
                      cause: Gångvägen är mörk.
                      operational goal: Hela sträckan ska vara belyst.
                      targets: stolpar at least 12 st · deadline: 2022-06-30 · districts: Norr
                      horizon: short-term · parties: Småstads kommun
        2022-02-01  Case C-0001 linked to a measure
                      recorded 2022-02-02 09:31 by registrator, 1 day later · entry 9 · 00000009
        2022-02-14  Started
                      recorded 2022-02-15 09:00 by registrator, 1 day later · entry 10 · 0000000a
                      performed by: Ljus & Mast AB
                      † irregular: carried out before a decision. Reason: Stolparna var redan levererade.
        2022-02-23  Decision D-0001 made
                      recorded 2022-03-29 09:00 by registrator, ! 34 days later · entry 12 · 0000000c
                      decided by: Karin Ek (S), ordförande
                      rapporteur: Eva Lind, trygghetssamordnare, Småstads kommun
                      authority: Kommunstyrelsen 2022-02-23 § 14 · reference: KS 2022/14-3
                      grounds: Trygghetsmätningen 2021 pekar ut gångvägen.
                      matter: Belysning på gångvägen · outcome: approved
        2022-02-23  Approved
                      recorded 2022-03-29 09:01 by registrator, ! 34 days later · entry 13 · 0000000d
                      decision: D-0001 Belysning på gångvägen
                      † irregular: decided after it was carried out. Reason: Arbetet hade börjat.
        2022-02-23  Meeting T-0001 verified: § 14
                      recorded 2022-03-29 09:02 by registrator, ! 34 days later · entry 14 · 0000000e
                      paragraphs: § 14
        2022-03-22  Decision D-0001 became final
                      recorded 2022-03-29 09:03 by registrator, 7 days later · entry 15 · 0000000f
        2022-04-20  Progress reported
                      recorded 2022-04-21 09:00 by registrator, 1 day later · entry 16 · 00000010
                      reported by: Eva Lind, trygghetssamordnare, Småstads kommun
                      statement: Fundamenten är gjutna. · results: stolpar 6 st
                      ↳ correction: results stolpar 8 st → stolpar 6 st, recorded 2022-06-02 09:00 by
                      registrator · entry 24, ordered by Eva Lind, trygghetssamordnare, Småstads kommun.
                      Reason: Två stolpar hör till en annan väg.
        2022-04-20  VOIDED: Progress reported
                      recorded 2022-04-21 09:01 by registrator, 1 day later · entry 17 · 00000011
                      ↳ voided, recorded 2022-04-21 09:02 by registrator · entry 18, ordered by Eva Lind,
                      trygghetssamordnare, Småstads kommun. Reason: Registrerad två gånger.
                      statement: Fundamenten är gjutna.
        2022-04-20  Document attached
                      recorded 2022-04-21 09:03 by registrator, 1 day later · entry 19 · 00000013
                      role of the document: fotologg
                      document: Fotologg.pdf, KS 2022/14-9, SHA-256
                      eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        2022-05-24  Follow-up 2022-T1 F-0001 presented
                      recorded 2022-05-03 09:02 by registrator, 21 days ahead · entry 22 · 00000016
                      to: B-0001 Kommunstyrelsen
                      document: T1.pdf, SHA-256
                      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        2022-05-24  Follow-up 2022-T1 F-0001 noted
                      recorded 2022-05-03 09:03 by registrator, 21 days ahead · entry 23 · 00000017
                      paragraph: § 12

        Effective only after 2022-06-10
        ───────────────────────────────

        2022-06-20  Deadline extended
                      recorded 2022-06-02 09:01 by registrator, 18 days ahead · entry 25 · 00000019
                      deadline: 2022-09-30 · reason: Leveransen dröjer.

        ────────────────────────────────────────────────────────────────────────────────────────────────────

        Ledger        Småstads löfte, Småstads kommun
        Read through  position 25, recorded 2022-06-02 09:01
        State as of   2022-06-10
        Known at      everything recorded
        Root          25 lines, recomputed for this answer: abc=

        """)
  }
}
