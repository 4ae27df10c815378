package import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension SheetProblem {
  /// Where it is: `rad 7, Slutdatum`, as the spreadsheet shows it.
  package var place: Localized {
    let name = column.map { Localized(", ”\($0)”", ", “\($0)”") } ?? Localized(both: "")
    guard let file else { return Localized("Rad \(row)", "Row \(row)") + name }
    return Localized("\(file), rad \(row)", "\(file), row \(row)") + name
  }

  /// What stands there, what is wrong with it, and what is allowed: whole sentences.
  package var words: Localized {
    switch kind {
    case .noHeader, .missingColumn, .unknownColumn, .repeatedColumn, .repeatedHeader, .untitledColumn: shapeWords
    case .lostNumber, .lostPosition, .repeatedRow, .answeredTwice, .otherwise, .unknownRow, .otherTitle, .otherPeriod,
      .position, .otherLedger, .positionAhead:
      rowWords
    case .formulaError:
      found
        + Localized(
          " är kalkylprogrammets fel: det tog en text som börjar med =, + eller - för en formel. Skriv texten igen, med en apostrof framför.",
          " is the spreadsheet's error: it took a text that begins with =, + or - for a formula. Write the text again, with an apostrophe before it."
        )
    case .value(let problem): problem.words(value)
    case .mustSay(let need):
      Localized("Cellen är tom. ", "The cell is empty. ") + need.words
    case .saysNothing:
      found
        + Localized(
          " säger inget om raden: den ger ingen post som tar upp det. Töm cellen.",
          " says nothing of the row: no entry that it gives takes it up. Clear the cell.")
    case .cannotBeEmptied:
      Localized(
        "Cellen är tömd. Vad som står i boken tas inte bort: skriv vad som gäller nu, eller för rätt en felaktig post med ”liggare correct”.",
        "The cell was cleared. What the book says is not taken away: write what is true now, or put a wrong entry right with “liggare correct”."
      )
    case .notHere(let command):
      found + Self.notHere(command)
    case .noDecisionNeeded:
      found
        + Localized(
          " är ett beslut, men inget på raden fattas genom beslut. Töm cellen.",
          " is a decision, but nothing on the row is done by decision. Clear the cell.")
    case .alreadyDecided(let id):
      found
        + Localized(
          " vid det sammanträdet är redan registrerad som \(id). Töm beslutets celler och skriv \(id) under ”Beslut”.",
          " of that meeting is already recorded as \(id). Clear the cells of the decision and write \(id) under “Decision”."
        )
    case .meetingElsewhere(let organ, let known):
      found
        + Localized(
          " är ett annat organs sammanträde än ”\(organ)”.", " is a meeting of another body than “\(organ)”.")
        + SheetValueProblem.listing(known)
    case .changedMeanwhile(let since, let now, let events): Self.changed(value, since, now, events)
    case .irregular(let kinds):
      Localized("Det strider mot reglerna: ", "It goes against the rules: ")
        + Self.joined(kinds.map(\.words))
        + Localized(
          ". Hände det ändå, skriv skälet under ”Trots avvikelse, skäl”.",
          ". If it happened all the same, write the reason under “Although irregular, reason”.")
    case .irregularAnswer(let kinds):
      Localized("Det strider mot reglerna: ", "It goes against the rules: ")
        + Self.joined(kinds.map(\.words))
        + Localized(
          ". Hände det ändå, importera med --irregular SKÄL.",
          ". If it happened all the same, import with --irregular REASON."
        )
    case .refused(let refusal, let type): Self.words(of: refusal, type)
    case .personalData(let texts, let type): texts.words(in: type) + Self.unsealed
    case .belowNought(let target):
      found
        + Localized(
          " är mindre än noll, men målet är ”\(target)”. Stämmer det?",
          " is below nought, but the target is “\(target)”. Is that right?")
    case .dayAhead:
      found
        + Localized(
          " har inte kommit: det som registreras gäller först då. Stämmer det?",
          " has not come: what is recorded holds only from then on. Is that right?")
    }
  }

  /// What a list allows is told as well; other remedies are for whoever types commands.
  private static func words(of refusal: Refusal, _ type: String) -> Localized {
    let message = refusal.message(about: type)
    guard case .unknownPeriod = refusal, let remedy = message.remedy else { return message.explanation }
    return message.explanation + " " + remedy
  }

  static let unsealed = Localized(
    " Försegla med --seal-personal-data, eller låt det stå öppet med --allow-personal-data.",
    " Seal it with --seal-personal-data, or let it stand open with --allow-personal-data.")

  private var found: Localized { Localized("”\(shown)”", "“\(shown)”") }

  /// The value, cut where it is long.
  private var shown: String { value.count <= 80 ? value : value.prefix(80) + "…" }

  private var shapeWords: Localized {
    switch kind {
    case .noHeader:
      Localized(
        "Rad 1 är ingen rubrikrad: den börjar med \(found.sv). Ta bort rader ovanför rubrikerna, och börja från en export.",
        "Row 1 is no header: it begins with \(found.en). Remove rows above the titles, and begin from an export.")
    case .missingColumn:
      Localized(
        "Kolumnen saknas. Utan den går det inte att säga vilken rad som är vilken. Börja om från en export, eller lägg tillbaka kolumnen.",
        "The column is missing. Without it no row can be told from another. Begin again from an export, or put the column back."
      )
    case .unknownColumn(let near):
      found
        + Localized(
          " är ingen kolumn. Menade du ”\(near)”? En egen kolumn får heta vad som helst som inte liknar en av bladets.",
          " is no column. Did you mean “\(near)”? A column of your own may have any name that is not like one of the sheet's."
        )
    case .repeatedColumn:
      Localized("Två kolumner heter så. Ta bort den ena.", "Two columns have that title. Remove one of them.")
    case .repeatedHeader:
      Localized(
        "Rubrikraden upprepas här. Ta bort raden; bladet har en rubrikrad, den första.",
        "The header is repeated here. Remove the row; the sheet has one header, the first row.")
    case .untitledColumn:
      found
        + Localized(
          " står i en kolumn utan rubrik: rester av sammanslagna celler, eller en cell som flyttats. Dela cellerna och flytta tillbaka värdet, eller töm cellen.",
          " stands in a column without a title: what merged cells leave, or a cell that was moved. Split the cells and move the value back, or clear the cell."
        )
    default: preconditionFailure("no problem of the sheet's shape")
    }
  }

  private var rowWords: Localized {
    switch kind {
    case .lostNumber:
      Localized(
        "Raden har en position men inget nummer: numret är borttaget, eller cellerna var sammanslagna. Dela cellerna och skriv numret på varje rad. En ny åtgärd har varken nummer eller position.",
        "The row has a position and no number: the number was taken away, or the cells were merged. Split the cells and write the number on each row. A new measure has neither number nor position."
      )
    case .lostPosition:
      Localized(
        "Raden har ett nummer men ingen position, så det går inte att se vad den ändrades från. Hämta raden från en export. En ny åtgärd har varken nummer eller position.",
        "The row has a number and no position, so that nobody can see what it was changed from. Take the row from an export. A new measure has neither number nor position."
      )
    case .repeatedRow(let first):
      found
        + Localized(
          " står redan på rad \(first). Ta bort den ena raden; cellerna kan ha varit sammanslagna.",
          " stands on row \(first) already. Remove one of the rows; the cells may have been merged.")
    case .answeredTwice(let file, let row):
      found
        + Localized(
          " har redan ett svar i \(file), rad \(row). Ta bort det ena.",
          " has an answer already in \(file), row \(row). Remove one of them.")
    case .otherwise(let row):
      found
        + Localized(
          " är något annat än vad som står på åtgärdens rad \(row). Skriv det på en av raderna.",
          " is something else than on row \(row) of the measure. Write it on one of the rows.")
    case .unknownRow(let near):
      found
        + Localized(
          " är ingen åtgärd i boken som bladet skrevs från." + (near.map { " Menade du \($0)?" } ?? "")
            + " Numret ändras inte i ett kalkylark. En ny åtgärd lämnas utan nummer och position.",
          " is no measure of the book that the sheet was written from." + (near.map { " Did you mean \($0)?" } ?? "")
            + " The number is not changed in a spreadsheet. A new measure has neither number nor position.")
    case .otherTitle(let id, let title, let meant):
      found
        + Localized(" är inte \(id), som är ”\(title)”.", " is not \(id), which is “\(title)”.")
        + (meant.isEmpty
          ? Localized(both: "")
          : Localized(" Menade du ", " Did you mean ") + .either(meant.map { Localized(both: $0.text) }) + "?")
        + Localized(
          " Varken nummer eller benämning ändras i ett formulär: skriv vad som stod på raden.",
          " Neither number nor title is changed in a form: write what stood on the row.")
    case .otherPeriod(let asked):
      found
        + Localized(
          " är inte den period som formuläret frågar om. Skriv \(asked). Om en annan period svaras i dess eget formulär.",
          " is not the period that the form asks about. Write \(asked). Another period is answered in its own form.")
    case .position:
      found
        + Localized(
          " är ingen position som exporten har skrivit, till exempel 617@7d2a4c80. Hämta raden från en export.",
          " is no position that an export wrote, such as 617@7d2a4c80. Take the row from an export.")
    case .otherLedger:
      found + Localized(" är en annan liggares position.", " is a position of another ledger.")
    case .positionAhead(let last):
      found
        + Localized(
          " ligger framför boken, som slutar med post \(last). Är det rätt exemplar av boken?",
          " lies ahead of the book, which ends with entry \(last). Is this the right copy of the book?")
    default: preconditionFailure("no problem of a row's identity")
    }
  }

  private static func notHere(_ command: String) -> Localized {
    switch command {
    case "reverse":
      Localized(
        " går inte att återgå till i ett kalkylark. Är ett senare steg fel, makulera det med ”liggare reverse”.",
        " cannot be gone back to in a spreadsheet. If a later step is wrong, void it with “liggare reverse”.")
    default:
      Localized(
        " ändras inte i ett kalkylark. Är uppgiften fel, för den rätt med ”liggare correct”.",
        " is not changed in a spreadsheet. If the fact is wrong, put it right with “liggare correct”.")
    }
  }

  private static func changed(_ mine: String, _ since: Int, _ now: String, _ events: [SheetMeanwhile]) -> Localized {
    func list(_ language: Language) -> String {
      let shown = events.prefix(4).map { event in
        let day = event.effective.map { " \($0.phrase)" } ?? ""
        return "#\(event.position) \(EventWords.words(ofType: event.type)[language])\(day)"
      }
      return shown.joined(separator: ", ") + (events.count > shown.count ? " …" : "")
    }
    return Localized(
      "Bladet skrevs vid post \(since), och åtgärden har ändrats sedan dess: \(list(.sv)). Här står ”\(mine)”, i boken nu ”\(now)”. Exportera igen och gör ändringen i det nya bladet.",
      "The sheet was written at entry \(since), and the measure has changed since: \(list(.en)). Here it says “\(mine)”, in the book now “\(now)”. Export again and make the change in the new sheet."
    )
  }

  static func joined(_ parts: [Localized]) -> Localized {
    Localized(parts.map(\.sv).joined(separator: "; "), parts.map(\.en).joined(separator: "; "))
  }
}

extension SheetNeed {
  /// How a row records a decision that the ledger does not have.
  static let newDecision = Localized(
    "Ett nytt beslut registreras på raden: lämna ”Beslut” tom och fyll i Beslutsgrund, Beslutande organ, Sammanträde och Paragraf.",
    "A new decision is recorded on the row: leave “Decision” empty and fill in Authority, Deciding body, Meeting and Paragraph."
  )

  fileprivate var words: Localized {
    switch self {
    case .event(DecisionMade.type):
      Localized(
        "Ett beslut behöver sin grund: skriv till exempel ”beslut av organ”, ”delegationsbeslut” eller ”ren verkställighet”.",
        "A decision needs its authority: write for example “decision by a body”, “delegated decision” or “mere execution”."
      )
    case .event(let type):
      Localized(
        "Den behövs för posten ”\(EventWords.words(ofType: type).sv)” som raden ger.",
        "It is needed for the entry “\(EventWords.words(ofType: type).en)” that the row gives.")
    case .decided(let type):
      Localized(
        "Posten ”\(EventWords.words(ofType: type).sv)” vilar på ett beslut: skriv dess nummer, som D-0004. ",
        "The entry “\(EventWords.words(ofType: type).en)” rests on a decision: write its number, such as D-0004. ")
        + Self.newDecision
        + Localized(
          " Finns inget beslut, skriv skälet under ”Trots avvikelse, skäl”.",
          " If there is no decision, write the reason under “Although irregular, reason”.")
    case .authority(let kind):
      Localized(
        "Den behövs för grunden ”\(kind.words.sv)”.", "It is needed for the authority “\(kind.words.en)”.")
    case .newMeasure:
      Localized("En ny åtgärd behöver den.", "A new measure needs it.")
    case .answer:
      Localized(
        "Ett svar säger i ord vad som har gjorts.", "An answer says in words what has been done.")
    }
  }
}
