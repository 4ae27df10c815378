import LedgerDomain
import StrictJSON
import TestSupport

extension Katrineholm {
  /// The situation picture and the kinds of measure that the document names as examples.
  func theSituation() {
    from("Vad upplever medborgarna i Katrineholms kommun", "2026-11-22 16:31") {
      assess(
        .s(1),
        SituationAssessed(
          title: "Vad upplever medborgarna i Katrineholms kommun", promise: .p(1),
          summary: """
            Utifrån trygghetsmätningar och dialoger ger Katrineholms medborgare en positiv bild av trygghetsläget i \
            kommunen.
            """,
          grounds: [
            Ground(kind: .survey, description: "trygghetsmätningar"),
            Ground(kind: .dialogue, description: "dialoger"),
            Ground(kind: .staff, description: "medarbetarna"),
            Ground(kind: .statistics, description: "tillgänglig statistik"),
          ],
          findings: Katrineholm.findings))
    }
  }

  private static let findings = [
    SituationFinding(
      text: "medborgarna upplever otrygghet i delar av centrum, norr och nävertorp",
      areas: ["centrum", "norr", "navertorp"]),
    SituationFinding(
      text: """
        Det är främst under dygnets mörka timmar som oro för att utsättas för brott finns och då främst för \
        våldsbrott.
        """, timeOfDay: "dygnets mörka timmar"),
    SituationFinding(
      text: """
        Många människor har behov av att bli sedda, hörda och bekräftade. Särskilt ungdomar har ett sådant behov och \
        i synnerhet när de tar steget in i vuxenlivet.
        """, groups: ["ungdomar"]),
    SituationFinding(
      text: """
        Ungdomars "häng" i tätorten och framförallt i centrum kan skapa otrygghet och oro för både vuxna och andra \
        ungdomar.
        """, areas: ["centrum"], groups: ["vuxna", "ungdomar"]),
    SituationFinding(
      text: """
        I Katrineholm ser vi att våld är vanligt förekommande, både i skolan, hemmet och i det offentliga rummet.
        """, focusAreas: ["vald"], arenas: ["skolan", "hemmet", "det offentliga rummet"]),
    SituationFinding(
      text: """
        Droger är ett samhällsproblem och användandet av alkohol och tobak är det vanligaste folkhälsoproblemet i \
        Sverige.
        """, focusAreas: ["droger"]),
    SituationFinding(
      text: "Vi upplever ett tuffare klimat bland ungdomar där våld och våldsbrott ökar.",
      focusAreas: ["ungdomsbrottslighet"], groups: ["ungdomar"]),
    SituationFinding(
      text: "Detta märks framförallt i högstadieskolan och på gymnasiet.",
      focusAreas: ["ungdomsbrottslighet"], arenas: ["högstadieskolan", "gymnasiet"]),
    SituationFinding(
      text: """
        Mätningar visar att det är för lätt för ungdomar att få tillgång till droger vilket är en utveckling som \
        måste brytas.
        """, focusAreas: ["ungdomsbrottslighet"], groups: ["ungdomar"]),
  ]

  /// The examples of what may come: nobody promised any of them, and the document says no more about them than this.
  func theExamples() {
    from("Medborgarlöfte 2022–2023", "2026-11-22 16:47") {
      let titles: [Text] = [
        "patrullering av polis", "åtgärder kring belysning vid en fastighet",
        "åtgärder kring växtlighet vid en fastighet", "övervakningskameror",
      ]
      for (index, title) in titles.enumerated() {
        scribe.take(
          .m(index + 1),
          .measure(.proposed(MeasureProposed(title: title, binding: .example, promise: .p(1)))))
      }
    }
  }
}
