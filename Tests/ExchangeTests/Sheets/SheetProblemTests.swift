import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("What a wrong row is told")
struct SheetProblemTests {
  private func problems(
    _ cells: [String: String], _ status: MeasureStatus = .inProgress
  ) throws -> [String] {
    var edited = try EditedSheet(World.withMeasure(status))
    edited.put(cells)
    return try edited.problems().map { $0.replacing("Rad 2, ", with: "") }
  }

  @Test("days in other forms, with what is allowed")
  func days() throws {
    let texts = [
      "2022-13-01": "finns inte i kalendern. Skriv en dag som finns, som 2022-03-01.",
      "1/3-22": "kan vara 2022-03-01 eller 2022-01-03. Skriv hela dagen, som 2022-03-01.",
      "44621":
        "är kalkylprogrammets löpnummer för 2022-03-01. Ge cellen datumformatet åååå-mm-dd och spara igen, eller skriv 2022-03-01.",
      "20230301": "är skrivet på ett annat sätt än bladets dagar. Skriv 2023-03-01.",
      "i vår": "är ingen dag. Skriv dagen som 2022-03-01.",
    ]
    for (text, words) in texts {
      #expect(
        try problems(["Slutdatum": text, "Skäl": "x", "Beslut": "D-0001"]) == ["”Slutdatum”: ”\(text)” \(words)"])
    }
  }

  @Test("words, names and numbers that are not known, with the nearest that is")
  func words() throws {
    #expect(
      try problems(["Status": "pausa", "Skäl": "x"]) == [
        "”Status”: ”pausa” är inget av orden här. Menade du ”pausad”? Tillåtet: föreslagen, återremitterad, bordlagd, avslagen, beslutad, pågående, pausad, avbruten, genomförd, delvis genomförd, ej genomförd."
      ])
    #expect(
      try problems(["Områden": "Norrr", "Skäl": "x", "Beslut": "D-0001"]) == [
        "”Områden”: ”Norrr” finns inte i löftets lista. Menade du ”Norr”? Kända: Centrum, Norr, Nävertorp."
      ])
    #expect(
      try problems(["Utfall": "1.234,5", "Ny uppgift": "x"]) == [
        "”Utfall”: ”1.234,5” har mer än ett decimaltecken. Skriv till exempel 1 234,5."
      ])
    #expect(
      try problems(["Utfall": "vandringar: många", "Ny uppgift": "x"]) == [
        "”Utfall”: ”vandringar: många” är inget tal. Skriv till exempel 1 234,5."
      ])
    #expect(
      try problems(["Utfall": "vandringar: 3 timmar", "Ny uppgift": "x"]) == [
        "”Utfall”: ”vandringar: 3 timmar” har en annan enhet än målet, som räknas i st."
      ])
    #expect(
      try problems(["Utfall": "promenader: 3 st", "Ny uppgift": "x"]) == [
        "”Utfall”: ”promenader: 3 st” säger inte utfallet för vart och ett av målen. Skriv ”namn: 3 st”, flera med | emellan. Ett utfall tas inte bort. Mål: vandringar."
      ])
    #expect(
      try problems(["Målvärden": "fler", "Skäl": "x", "Beslut": "D-0001"]) == [
        "”Målvärden”: ”fler” är inget målvärde. Skriv ”namn: minst 4 st”, flera med | emellan."
      ])
    #expect(
      try problems(["Ny uppgift": "x", "Rapporterad av": "a,"]) == [
        "”Rapporterad av”: ”a,” är ingen befattningshavare. Skriv ”befattning”, ”namn, befattning” eller ”namn, befattning, organ”."
      ])
  }

  @Test("what a spreadsheet does not change, with the command that does")
  func notHere() throws {
    for (column, text) in [
      ("Senaste uppgift", "allt klart"), ("Ursprungligt slutdatum", "2023-01-01"), ("Fokusområden", "Våld"),
    ] {
      #expect(
        try problems([column: text]) == [
          "”\(column)”: ”\(text)” ändras inte i ett kalkylark. Är uppgiften fel, för den rätt med ”liggare correct”."
        ])
    }
    #expect(
      try problems(["Status": "föreslagen"]) == [
        "”Status”: ”föreslagen” går inte att återgå till i ett kalkylark. Är ett senare steg fel, makulera det med ”liggare reverse”."
      ])
    #expect(
      try problems(["Benämning": " ", "Skäl": "x", "Beslut": "D-0001"]) == [
        "”Benämning”: Cellen är tömd. Vad som står i boken tas inte bort: skriv vad som gäller nu, eller för rätt en felaktig post med ”liggare correct”."
      ])
  }

  @Test("what is missing for the entry, and what no entry takes up")
  func needs() throws {
    #expect(
      try problems(["Slutdatum": "2023-01-01"]) == [
        "”Skäl”: Cellen är tom. Den behövs för posten ”slutdatum framflyttat” som raden ger."
      ])
    #expect(
      try problems(["Utfall": "3"]) == [
        "”Ny uppgift”: Cellen är tom. Den behövs för posten ”läget rapporterat” som raden ger."
      ])
    #expect(
      try problems(["Skäl": "bara så"]) == [
        "”Skäl”: ”bara så” säger inget om raden: den ger ingen post som tar upp det. Töm cellen."
      ])
    #expect(try problems(["Status": "pausad", "Skäl": "x", "Rapportperiod": "2022-T1"]).count == 1)
  }

  @Test("what the domain refuses or marks, in its own words, with the column")
  func domain() throws {
    #expect(
      try problems(["Slutdatum": "2022-09-30", "Skäl": "x", "Beslut": "D-0001"]) == [
        "”Slutdatum”: Det nya slutdatumet 2022-09-30 är inte senare än det nuvarande, 2022-10-31."
      ])
    #expect(
      try problems(["Status": "pågående"], .proposed) == [
        "”Status”: Det strider mot reglerna: utförd före beslut. Hände det ändå, skriv skälet under ”Trots avvikelse, skäl”."
      ])
    #expect(
      try problems(["Ny uppgift": "x", "Rapportperiod": "2022-T9"]) == [
        "”Rapportperiod”: ”2022-T9” är ingen av liggarens redovisningsperioder. Liggarens perioder: 2022-T1, 2022-T2, 2022-T3, 2023-T1, 2023-T2, 2023-T3, slutrapport."
      ])
    #expect(
      try problems(["Ny uppgift": "x", "Rapporterad av": "Kim Ek, kim@example.com"]).map { $0.prefix(17) } == [
        "”Rapporterad av”:"
      ])
  }

  @Test("all that a row lacks is told at once, what is wrong before what is missing")
  func atOnce() throws {
    #expect(
      try problems(["Slutdatum": "2022-13-01"]) == [
        "”Slutdatum”: ”2022-13-01” finns inte i kalendern. Skriv en dag som finns, som 2022-03-01.",
        "”Skäl”: Cellen är tom. Den behövs för posten ”slutdatum framflyttat” som raden ger.",
      ])
    #expect(
      try problems(["Status": "pausad", "Utfall": "3", "Dnr": "KS 1"]) == [
        "”Skäl”: Cellen är tom. Den behövs för posten ”pausad” som raden ger.",
        "”Beslutsgrund”: Cellen är tom. Ett beslut behöver sin grund: skriv till exempel ”beslut av organ”, ”delegationsbeslut” eller ”ren verkställighet”.",
        "”Ny uppgift”: Cellen är tom. Den behövs för posten ”läget rapporterat” som raden ger.",
      ])
  }

  @Test("an actual value below nought stops nothing, and is to be looked at, where the target is not below it")
  func belowNought() throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress))
    edited.put(["Utfall": "-3", "Ny uppgift": "x"])
    let plan = try edited.plan()
    #expect(plan.problems.isEmpty && plan.recording.events.count == 1)
    #expect(
      plan.doubts.map { "\($0.place.sv): \($0.words.sv)" } == [
        "Rad 2, ”Utfall”: ”-3” är mindre än noll, men målet är ”minst 4 st”. Stämmer det?"
      ])
    let change = Target(name: "anmälda brott", unit: "procent", comparison: .atMost, value: "-10")
    #expect(!change.isDoubtful("-3") && Target(name: "a", unit: "st").isDoubtful("-1"))
  }

  @Test("rows that cannot be told from others")
  func rows() throws {
    let world = World.withMeasure(.inProgress)
    var edited = try EditedSheet(world)
    let whole = edited.rows[0]
    edited.rows += [whole, whole, whole, whole, whole, whole]
    edited.put(["Nr": ""], row: 1)
    edited.put(["Nr": "M-0002"], row: 2)
    edited.put(["Nr": "M-0003", "Liggarens position": ""], row: 3)
    edited.put(["Nr": "M-0004", "Liggarens position": "18"], row: 4)
    edited.put(["Nr": "M-0005", "Liggarens position": "18@deadbeef"], row: 5)
    edited.put(["Liggarens position": "999@00000000"], row: 6)
    #expect(
      try edited.problems() == [
        "Rad 3, ”Nr”: Raden har en position men inget nummer: numret är borttaget, eller cellerna var sammanslagna. Dela cellerna och skriv numret på varje rad. En ny åtgärd har varken nummer eller position.",
        "Rad 4, ”Nr”: ”M-0002” är ingen åtgärd i boken som bladet skrevs från. Menade du M-0001? Numret ändras inte i ett kalkylark. En ny åtgärd lämnas utan nummer och position.",
        "Rad 5, ”Liggarens position”: Raden har ett nummer men ingen position, så det går inte att se vad den ändrades från. Hämta raden från en export. En ny åtgärd har varken nummer eller position.",
        "Rad 6, ”Liggarens position”: ”18” är ingen position som exporten har skrivit, till exempel 617@7d2a4c80. Hämta raden från en export.",
        "Rad 7, ”Liggarens position”: ”18@deadbeef” är en annan liggares position.",
        "Rad 8, ”Nr”: ”M-0001” står redan på rad 2. Ta bort den ena raden; cellerna kan ha varit sammanslagna.",
        "Rad 8, ”Liggarens position”: ”999@00000000” ligger framför boken, som slutar med post \(world.chronicle.position). Är det rätt exemplar av boken?",
      ])
  }

  @Test("a new row that says too little or too much")
  func newRow() throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress))
    edited.add(["Områden": "Norr", "Ansvarig, namn": "Kim Ek"])
    edited.add(["Benämning": "x", "Status": "beslutad", "Beslut": "D-0001", "Skäl": "y"])
    #expect(
      try edited.problems() == [
        "Rad 3, ”Benämning”: Cellen är tom. En ny åtgärd behöver den.",
        "Rad 3, ”Ansvarig, befattning”: Cellen är tom. En ny åtgärd behöver den.",
        "Rad 4, ”Status”: ”beslutad” är inget av orden här. Tillåtet: föreslagen.",
        "Rad 4, ”Skäl”: ”y” säger inget om raden: den ger ingen post som tar upp det. Töm cellen.",
        "Rad 4, ”Beslut”: ”D-0001” är ett beslut, men inget på raden fattas genom beslut. Töm cellen.",
      ])
  }

  @Test("a measure that has changed since the sheet was written: what changed, unless the cells agree with it")
  func meanwhile() throws {
    let world = World.withMeasure(.inProgress)
    let later = world.after(
      .measure(
        .reassigned(MeasureReassigned(responsible: PublicOfficial(name: "Eva Ek", office: "trygghetschef"))),
        on: "2022-04-02"))
    var edited = try EditedSheet(world)
    #expect(try edited.plan(into: later.chronicle).unchangedCount == 1)
    edited.put(["Ansvarig, namn": "Eva Ek"])
    let agreeing = try edited.plan(into: later.chronicle)
    #expect(agreeing.problems.isEmpty && agreeing.recording.proposals.isEmpty && agreeing.unchangedCount == 1)
    edited.put(["Ansvarig, namn": "Kim Ek"])
    let since = world.chronicle.position
    #expect(
      try edited.problems(into: later.chronicle) == [
        "Rad 2, ”Ansvarig, namn”: Bladet skrevs vid post \(since), och åtgärden har ändrats sedan dess: #\(since + 1) ny ansvarig utsedd 2022-04-02. Här står ”Kim Ek”, i boken nu ”Eva Ek”. Exportera igen och gör ändringen i det nya bladet."
      ])
    edited.put(["Ansvarig, namn": "", "Ny uppgift": "Pågår."])
    #expect(try edited.problems(into: later.chronicle).count == 1)
  }

  @Test("every sentence in English as well")
  func english() throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress), .en)
    edited.put(["Deadline": "1/3-22", "Reason": "x", "Decision": "D-0001", "Latest report": "y"])
    #expect(
      try edited.plan().problems.map { "\($0.place.en): \($0.words.en)" } == [
        "Row 2, “Deadline”: “1/3-22” may be 2022-03-01 or 2022-01-03. Write the whole day, such as 2022-03-01.",
        "Row 2, “Latest report”: “y” is not changed in a spreadsheet. If the fact is wrong, put it right with “liggare correct”.",
      ])
  }
}
