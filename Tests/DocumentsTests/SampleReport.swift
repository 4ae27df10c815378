import Documents

/// A follow-up report such as the secretary prepares: made up, in Swedish, with a wide table.
enum SampleReport {
  static let table = Table(
    columns: [
      .init("Nr", alignment: .trailing, wraps: false, priority: 9),
      .init("Åtgärd", priority: 9),
      .init("Fokusområde", priority: 3),
      .init("Ansvarig", priority: 4),
      .init("Slutdatum", wraps: false, priority: 6),
      .init("Status", priority: 8),
      .init("Mål", alignment: .trailing, wraps: false, priority: 5),
      .init("Utfall", alignment: .trailing, wraps: false, priority: 5),
      .init("Belägg", priority: 2),
      .init("Kommentar", priority: 1),
    ],
    rows: [
      [
        "1", "Trygghetsvandringar i de tre stadsdelarna", "Otrygghet i offentlig miljö", "Kommunpolis",
        "2022-08-31", .init("genomförd", .good), "4", "5", "protokoll, deltagarlista", "",
      ],
      [
        "2", "Belysning på gångstråket mellan centrum och resecentrum", "Våld", "Stadsbyggnadsförvaltningen",
        "2022-06-30", .init("försenad", .bad), "12", "7", "fakturor", "Leveransen av stolpar dröjer till hösten.",
      ],
      [
        "3", "Grannsamverkansområden", "Brott i bostadsområden", "Grannsamverkansgruppen", "2023-12-31",
        .init("pågående", .warning), "8", "3", .init("uppgift saknas", .muted), "",
      ],
    ], emptyText: "Inga åtgärder i perioden.")

  static let document = Document(
    "Uppföljning av medborgarlöftet, tertial 2 2022", language: "sv",
    blocks: [
      .banner("ILLUSTRATION: påhittade uppgifter"),
      .paragraph(
        "Rapporten omfattar januari till augusti 2022. Ingen enskild åtgärd är utlovad i löftet; "
          + "åtgärderna nedan är exempel som parterna har beslutat om."),
      .heading(level: 1, "Åtgärder"),
      .table(table),
      .heading(level: 1, "Beslutsgång för åtgärd 2"),
      .timeline([
        TimelineEntry(
          "2022-02-10", "Föreslagen av " + .strong("kommunpolisen"), details: ["Orsak: mörka stråk enligt mätningen."]),
        TimelineEntry(
          "2022-03-02", "Beslutad av kommunstyrelsen, § 41", details: ["Protokollet justerat 2022-03-09."]),
        TimelineEntry("odaterad", .toned("Påbörjad", .warning)),
      ]),
      .note("Tillkommit efter redovisningen: två poster."),
      .list(["Rådet noterar informationen.", "Nästa redovisning är i januari."], ordered: true),
      .group(
        "Grund för rapporten",
        [
          .keyValues([
            KeyValue("Position", "1 204"),
            KeyValue("Kontrollpunkt", .code("5f2b1c0a9d8e7f6a5b4c3d2e1f00112233445566778899aabbccddeeff001122")),
            KeyValue("Sann till och med", "2022-08-31"),
          ])
        ]),
      .rule,
      .verbatim("  \"effective\":\"2022-13-01\"\n                   ^^"),
    ])
}
