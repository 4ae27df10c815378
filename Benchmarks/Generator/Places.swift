/// A district of the made-up municipality of Vinterfors: its code in the ledger and its name.
struct Place {
  let code: Phrase
  let name: Phrase

  /// All of them, in the order in which the promise names them.
  static let all: [Place] = [
    Place(code: "stationsstaden", name: "Stationsstaden"), Place(code: "ekliden", name: "Ekliden"),
    Place(code: "bruket", name: "Bruket"), Place(code: "hamnen", name: "Hamnen"),
    Place(code: "norrbacka", name: "Norrbacka"), Place(code: "soderang", name: "Söderäng"),
    Place(code: "vasterdal", name: "Västerdal"), Place(code: "osterby", name: "Österby"),
    Place(code: "kvarnberget", name: "Kvarnberget"), Place(code: "lindhaga", name: "Lindhaga"),
    Place(code: "almtuna", name: "Almtuna"), Place(code: "forsbo", name: "Forsbo"),
    Place(code: "granlund", name: "Granlund"), Place(code: "hagalund", name: "Hagalund"),
    Place(code: "kyrkbyn", name: "Kyrkbyn"), Place(code: "ladugardsgardet", name: "Ladugårdsgärdet"),
    Place(code: "mellanvik", name: "Mellanvik"), Place(code: "nyhem", name: "Nyhem"),
    Place(code: "parkstaden", name: "Parkstaden"), Place(code: "ringparken", name: "Ringparken"),
    Place(code: "sjoangen", name: "Sjöängen"), Place(code: "skogsbrynet", name: "Skogsbrynet"),
    Place(code: "torpet", name: "Torpet"), Place(code: "tradgardsstaden", name: "Trädgårdsstaden"),
    Place(code: "ulvsater", name: "Ulvsäter"), Place(code: "vallmora", name: "Vallmora"),
    Place(code: "videsborg", name: "Videsborg"), Place(code: "angsholm", name: "Ängsholm"),
    Place(code: "aspudden", name: "Aspudden"), Place(code: "gamla-torget", name: "Gamla torget"),
  ]
}

/// What a measure can be about: the beginning of its title, why, what is to be reached, and how that is counted.
struct Topic {
  let title: Phrase
  let cause: Phrase
  let goal: Phrase
  let target: Phrase
  let unit: Phrase
  let focus: Phrase

  static let all: [Topic] = [
    Topic(
      title: "Trygghetsvandring i ", cause: "Stråket undviks efter mörkrets inbrott.", goal: "Två vandringar om året.",
      target: "vandringar", unit: "antal per år", focus: "otrygga-platser"),
    Topic(
      title: "Ny belysning i ", cause: "Trasiga armaturer längs gångvägen.", goal: "All belysning lyser.",
      target: "armaturer", unit: "antal", focus: "otrygga-platser"),
    Topic(
      title: "Fotpatrull på kvällarna i ", cause: "Öppen försäljning av narkotika.", goal: "Polisen syns varje helg.",
      target: "patrulltimmar", unit: "timmar per år", focus: "langning"),
    Topic(
      title: "Grannsamverkan i ", cause: "Flera inbrott under hösten.", goal: "Minst fyra nya områden.",
      target: "områden", unit: "antal", focus: "inbrott"),
    Topic(
      title: "Sanering av klotter i ", cause: "Klotter på skolan och i parken.", goal: "Borta inom ett dygn.",
      target: "saneringar", unit: "antal", focus: "skadegorelse"),
    Topic(
      title: "Öppen fritidsgård i ", cause: "Unga saknar någonstans att vara.", goal: "Öppet varje lördag.",
      target: "öppna lördagar", unit: "antal per år", focus: "unga-i-riskzon"),
    Topic(
      title: "Fältassistenter i ", cause: "Oro för unga på kvällarna.", goal: "Två kvällar i veckan.",
      target: "kvällar", unit: "antal per år", focus: "unga-i-riskzon"),
    Topic(
      title: "Röjning av buskar i ", cause: "Skymd sikt vid gångtunneln.", goal: "Fri sikt längs stråket.",
      target: "platser", unit: "antal", focus: "otrygga-platser"),
    Topic(
      title: "Hastighetskontroller i ", cause: "Många kör för fort vid skolan.", goal: "Lugnare trafik.",
      target: "kontroller", unit: "antal per år", focus: "trafik"),
    Topic(
      title: "Föräldravandring i ", cause: "Ungdomar samlas utan vuxna.", goal: "Vuxna ute varje fredag.",
      target: "vandringar", unit: "antal per år", focus: "unga-i-riskzon"),
    Topic(
      title: "Medborgardialog i ", cause: "Låg trygghet i mätningen.", goal: "Tre dialoger om året.",
      target: "dialoger", unit: "antal per år", focus: "otrygga-platser"),
    Topic(
      title: "Samtal om våld i nära relation i ", cause: "Få anmälningar, stort mörkertal.", goal: "Fler söker stöd.",
      target: "samtal", unit: "antal per år", focus: "nara-relation"),
  ]
}

/// The parts of the promise that the measures come under: focus areas and parties, each with its code and name.
enum Terms {
  static let focusAreas: [(code: Phrase, name: Phrase)] = [
    ("otrygga-platser", "Otrygga platser"), ("langning", "Narkotika och langning"), ("inbrott", "Inbrott"),
    ("skadegorelse", "Skadegörelse"), ("unga-i-riskzon", "Unga i riskzon"), ("trafik", "Trafik"),
    ("nara-relation", "Våld i nära relation"),
  ]
  static let parties: [(code: Phrase, name: Phrase)] = [
    ("kommunen", "Vinterfors kommun"), ("polisen", "Polisen, lokalpolisområde Vinterfors"),
    ("bostadsbolaget", "Vinterfors Bostäder"),
  ]
  static let sites: [(code: Phrase, name: Phrase)] = [
    ("kommunens-webbplats", "Kommunens webbplats"), ("polisens-webbplats", "Polisens webbplats"),
  ]
}
