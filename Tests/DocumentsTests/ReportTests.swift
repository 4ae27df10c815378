import Documents
import Testing

@Suite("a report is shown")
struct ReportTests {
  @Test("on a terminal of 80 columns")
  func eighty() {
    let text = TerminalRenderer(width: 80, color: false).render(SampleReport.document)
    #expect(
      text == #"""
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: påhittade uppgifter ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

        Uppföljning av medborgarlöftet, tertial 2 2022
        ══════════════════════════════════════════════

        Rapporten omfattar januari till augusti 2022. Ingen enskild åtgärd är utlovad i
        löftet; åtgärderna nedan är exempel som parterna har beslutat om.

        Åtgärder
        ────────

        Nr  Åtgärd                                    Slutdatum   Status     Mål  Utfall
        ──  ────────────────────────────────────────  ──────────  ─────────  ───  ──────
         1  Trygghetsvandringar i de tre              2022-08-31  genomförd    4       5
            stadsdelarna
            Fokusområde: Otrygghet i offentlig miljö · Ansvarig: Kommunpolis
            Belägg: protokoll, deltagarlista

         2  Belysning på gångstråket mellan centrum   2022-06-30  försenad    12       7
            och resecentrum
            Fokusområde: Våld · Ansvarig: Stadsbyggnadsförvaltningen · Belägg: fakturor
            Kommentar: Leveransen av stolpar dröjer till hösten.

         3  Grannsamverkansområden                    2023-12-31  pågående     8       3
            Fokusområde: Brott i bostadsområden · Ansvarig: Grannsamverkansgruppen
            Belägg: uppgift saknas

        Beslutsgång för åtgärd 2
        ────────────────────────

        2022-02-10  Föreslagen av kommunpolisen
                      Orsak: mörka stråk enligt mätningen.
        2022-03-02  Beslutad av kommunstyrelsen, § 41
                      Protokollet justerat 2022-03-09.
        odaterad    Påbörjad

        │ Tillkommit efter redovisningen: två poster.

        1. Rådet noterar informationen.
        2. Nästa redovisning är i januari.

        Grund för rapporten
          Position           1 204
          Kontrollpunkt      5f2b1c0a9d8e7f6a5b4c3d2e1f00112233445566778899aabbccddeeff001122
          Sann till och med  2022-08-31

        ────────────────────────────────────────────────────────────────────────────────

          "effective":"2022-13-01"
                           ^^

        """#)
  }

  @Test("on a wide terminal with the columns that still fit in the grid")
  func hundredAndTwenty() {
    let text = TerminalRenderer(width: 120, color: false).render([.table(SampleReport.table)])
    // Written without the indentation of the source, since its lines take the 120 columns themselves.
    #expect(
      text == """
        Nr  Åtgärd                     Fokusområde                Ansvarig                    Slutdatum   Status     Mål  Utfall
        ──  ─────────────────────────  ─────────────────────────  ──────────────────────────  ──────────  ─────────  ───  ──────
         1  Trygghetsvandringar i de   Otrygghet i offentlig      Kommunpolis                 2022-08-31  genomförd    4       5
            tre stadsdelarna           miljö
            Belägg: protokoll, deltagarlista

         2  Belysning på gångstråket   Våld                       Stadsbyggnadsförvaltningen  2022-06-30  försenad    12       7
            mellan centrum och
            resecentrum
            Belägg: fakturor · Kommentar: Leveransen av stolpar dröjer till hösten.

         3  Grannsamverkansområden     Brott i bostadsområden     Grannsamverkansgruppen      2023-12-31  pågående     8       3
            Belägg: uppgift saknas

        """)
  }

  @Test("as Markdown")
  func markdown() {
    let text = MarkdownRenderer().render(SampleReport.document)
    let wide = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(wide.count == 5)
    #expect(
      wide[0] == "| Nr | Åtgärd | Fokusområde | Ansvarig | Slutdatum | Status | Mål | Utfall | Belägg | Kommentar |")
    #expect(wide[1] == "| ---: | --- | --- | --- | --- | --- | ---: | ---: | --- | --- |")
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("|") }.joined(
        separator: "\n")
          == #"""
          > **ILLUSTRATION: påhittade uppgifter**

          # Uppföljning av medborgarlöftet, tertial 2 2022

          Rapporten omfattar januari till augusti 2022. Ingen enskild åtgärd är utlovad i löftet; åtgärderna nedan är exempel som parterna har beslutat om.

          ## Åtgärder


          ## Beslutsgång för åtgärd 2

          - **2022-02-10** Föreslagen av **kommunpolisen**
            - Orsak: mörka stråk enligt mätningen.
          - **2022-03-02** Beslutad av kommunstyrelsen, § 41
            - Protokollet justerat 2022-03-09.
          - **odaterad** Påbörjad

          > Tillkommit efter redovisningen: två poster.

          1. Rådet noterar informationen.
          2. Nästa redovisning är i januari.

          Grund för rapporten

          - **Position:** 1 204
          - **Kontrollpunkt:** `5f2b1c0a9d8e7f6a5b4c3d2e1f00112233445566778899aabbccddeeff001122`
          - **Sann till och med:** 2022-08-31

          ---

          ```
            "effective":"2022-13-01"
                             ^^
          ```

          """#)
  }
}
