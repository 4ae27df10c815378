/// Someone in office, made up.
struct Official {
  let name: Phrase
  let office: Phrase
  let organ: Phrase

  static let all: [Official] = [
    Official(name: "Karin Thulin", office: "kommunsekreterare", organ: "Kommunstyrelsen"),
    Official(name: "Ylva Sundin", office: "registrator", organ: "Kommunstyrelsen"),
    Official(name: "Sofia Brandt", office: "trygghetssamordnare", organ: "Kommunstyrelsen"),
    Official(name: "Oskar Feldt", office: "kommunpolis", organ: "Polisen"),
    Official(name: "Nils Berggren", office: "driftledare", organ: "Tekniska nämnden"),
    Official(name: "Amira Haddad", office: "socialchef", organ: "Socialnämnden"),
    Official(name: "Jonas Ekholm", office: "gatuchef", organ: "Tekniska nämnden"),
    Official(name: "Hedda Lund", office: "rektor", organ: "Bildningsnämnden"),
    Official(name: "Henrik Ask", office: "lokalpolischef", organ: "Polisen"),
    Official(name: "Lina Öberg", office: "fritidschef", organ: "Kulturnämnden"),
  ]

  /// Those who type what is recorded.
  static let recorders: [Phrase] = ["K. Thulin", "Y. Sundin", "S. Brandt", "O. Feldt", "Elsa Vik", "N. Berg"]
}

/// The sentences that people write in a ledger, by occasion. All are made up.
enum Words {
  static let progress: [Phrase] = [
    "Klart.", "Pågår.", "Enligt plan.", "Två tillfällen hittills.", "Fler deltar än väntat.",
    "Arbetet har kommit igång.",
    "Väntar på leverans.", "Hälften är klart.", "Bra samarbete med föreningarna.", "Ett tillfälle ställdes in.",
  ]
  static let deviation: [Phrase] = [
    "Personal saknades under hösten.", "Leveransen uteblev.", "Medlen räckte inte.", "Färre anmälde sig än planerat.",
  ]
  static let pause: [Phrase] = ["Sommaruppehåll.", "Sjukdom.", "Väntar på bygglov.", "Snö på platsen."]
  static let extend: [Phrase] = [
    "Försenad leverans.", "Ny upphandling behövs.", "Vintern kom tidigt.", "Fler platser har tillkommit.",
  ]
  static let referredBack: [Phrase] = [
    "Kostnaden behöver redovisas.", "Polisens yttrande saknas.", "Utred fler platser.",
  ]
  static let reject: [Phrase] = [
    "Ryms inte i budgeten.", "Annan insats görs redan.", "Räddningstjänsten behöver fri väg.",
  ]
  static let withdraw: [Phrase] = [
    "Ingår i en annan åtgärd.", "Behovet finns inte kvar.", "Medlen används till annat.",
  ]
  static let amend: [Phrase] = ["Ungdomsrådets önskemål.", "Utökas efter mätningen.", "Samordnas med grannområdet."]
  static let reassign: [Phrase] = ["Ny på tjänsten.", "Omorganisation.", "Föräldraledighet."]
  static let conclusion: [Phrase] = [
    "Målet är nått.", "Fler rör sig i området.", "Ingen säker effekt kan visas.", "Tryggheten har ökat något.",
  ]
  static let activity: [Phrase] = [
    "Samtal.", "Platsbesök.", "Möte.", "Platsbesök gjort.", "Samtal med fastighetsägaren.", "Möte med föreningen.",
    "Fotograferat och mätt.",
    "Yttrande begärt från polisen.", "Återkoppling till den som skrev.",
  ]
  static let outcome: [Phrase] = ["Åtgärdat.", "Besvarat.", "Överlämnat till nämnden.", "Bidrag beviljat."]
  static let reopened: [Phrase] = ["Samma fel igen.", "Nya synpunkter har kommit in."]
  static let correction: [Phrase] = ["Skrivfel.", "Fel datum i underlaget.", "Uppgiften rättad av handläggaren."]
  static let reversal: [Phrase] = [
    "Registrerad på fel åtgärd.", "Dubbelt registrerad.", "Skulle inte ha registrerats.",
  ]
  static let caseTitles: [Phrase] = [
    "Synpunkt: mörkt i ", "Medborgarförslag om ", "Felanmälan från ", "Fråga om tryggheten i ", "Motion om ",
  ]
  static let matters: [Phrase] = ["Åtgärd i ", "Insats i ", "Trygghetsinsats i "]
  static let indicators: [Phrase] = [
    "Trygga utomhus", "Anmälda inbrott", "Klotter", "Genomförda vandringar", "Orosanmälningar", "Öppna kvällar",
    "Trasiga armaturer", "Kontakter med unga",
  ]
  static let scopes: [Phrase] = ["åtgärder i gatumiljön", "insatser för unga", "bidrag till föreningar", "kameror"]
  static let recommendations: [Phrase] = [
    "Kommunstyrelsen bör säkerställa att varje åtgärd har ett beslut.", "Uppföljningen bör visa avvikelser.",
  ]
}
