import CommandArguments
import LedgerDomain
import Wording

/// The set sentences of a site, each in one place.
enum SiteWords {
  static let withheldMeasure = Localized(
    "Åtgärden visas inte här: uppgifterna är sekretessmarkerade", "Not shown here: the measure is marked secret")
  static let withheldDecision = Localized(
    "Beslutet visas inte här: uppgifterna är sekretessmarkerade.", "Not shown here: the decision is marked secret.")
  static let decisionNotMade = Localized(
    "Beslutet var inte fattat den dagen.", "The decision was not made on that day.")
  static let withheldFollowUp = Localized(
    "Uppföljningen visas inte här: uppgifterna är sekretessmarkerade.",
    "Not shown here: the follow-up is marked secret.")
  /// What one does about something withheld (OSL 5:5: a mark is a warning, and each request is assessed anew).
  static let askForIt = Localized(
    "En sekretessmarkering är en varningssignal och inget beslut. Den som vill ta del av handlingen kan begära ut den hos myndigheten, som då prövar saken.",
    "A secrecy mark is a warning and no decision. Anyone may ask the authority for the document, and it then assesses the request."
  )

  /// How strongly a measure binds, in plain words.
  static func binding(_ level: BindingLevel) -> Localized {
    switch level {
    case .example:
      Localized(
        "Exempel i löftet: något som löftet nämner att det kan komma. Ingen har lovat eller beslutat det.",
        "Example in the promise: something that the promise says may come. Nobody has promised or decided it.")
    case .promised:
      Localized(
        "Utlovad: parterna har lovat den, men inget beslut om att genomföra den finns i liggaren.",
        "Promised: the parties have promised it, but no decision to carry it out is in the ledger.")
    case .decided:
      Localized(
        "Beslutad: ett beslut om att genomföra den finns i liggaren.",
        "Decided: a decision to carry it out is in the ledger.")
    }
  }

  /// What a list of levels adds: the decision itself may be in doubt.
  static let decisionsDiffer = Localized(
    "Är beslutet upphävt, taget utan känd rätt eller avvikande på annat sätt, står det vid åtgärden.",
    "Where the decision is annulled, of unknown authority or irregular in another way, the measure says so.")

  /// Counting is no effect.
  static let countsAreNoEffect = Localized(
    "Siffrorna räknar vad som har gjorts. De visar inte om det har gjort någon tryggare.",
    "The figures count what was done. They do not show whether it made anyone safer.")

  /// Beside a conclusion about effect that no indicator with a baseline stands behind.
  static let effectWithoutBaseline = Localized(
    "Slutsatsen om effekt har inget nulägesvärde att jämföra med.",
    "The conclusion about effect has no baseline to compare with.")

  static let noInformation = Localized(
    "Uppgift saknas: ingen har redovisat något om åtgärden.", "No information: nobody has reported on the measure.")

  static let threeSignals = Localized(
    "Status är det formella läget. Belägg säger vad som är känt om det som gjorts. Tidplan jämför med slutdatum. De tre vägs aldrig ihop. Bindningsgrad säger vad som är lovat eller beslutat.",
    "Status is the formal state. Evidence says what is known of what was done. Schedule compares with the deadline. The three are never averaged. Binding says what is promised or decided."
  )
}
