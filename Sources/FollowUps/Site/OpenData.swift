import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The open data of a site: what its pages say of measures, targets, decisions, indicators and follow-ups, as tables.
///
/// Withheld subjects have a row with their number and nothing else, so that counts agree with the pages.
struct OpenData {
  var measures = OpenTable("measures", Localized("Åtgärder", "Measures"), OpenData.measureColumns)
  var results = OpenTable("results", Localized("Mål och utfall", "Targets and results"), OpenData.resultColumns)
  var decisions = OpenTable("decisions", Localized("Beslut", "Decisions"), OpenData.decisionColumns)
  var observations = OpenTable(
    "observations", Localized("Indikatorer, observationer", "Indicators, observations"), OpenData.observationColumns)
  var followUps = OpenTable("follow-ups", Localized("Uppföljningar", "Follow-ups"), OpenData.followUpColumns)

  var tables: [OpenTable] { [measures, results, decisions, observations, followUps] }

  /// What the tables of a follow-up are called.
  static let followUpTitle = Localized("Uppföljningens åtgärder", "Measures of the follow-up")

  private static let id = OpenTable.Column("id", .text, Localized("numret i liggaren", "the number in the ledger"))

  /// The columns of a measure, on the site and in the rows of a follow-up.
  static let measureColumns: [OpenTable.Column] = [
    id,
    .init(
      "withheld", .choice,
      Localized("”secrecy” där uppgifterna är sekretessmarkerade", "“secrecy” where it is marked secret")),
    .init("title", .text, Localized("benämning", "title")),
    .init(
      "binding", .choice,
      Localized(
        "graden som den binder i: example (bara exempel i löftet), promised (utlovad), decided (beslutad; om den bara är föreslagen säger status det, och om beslutet är upphävt eller saknas säger tabellen decisions det)",
        "the level that it binds at: example (in the promise only), promised, decided (where it is only proposed, the status says so; where the decision is annulled or missing, the table of decisions does)"
      )),
    .init(
      "status", .choice,
      Localized(
        "officiell status: " + statuses(.sv),
        "official status: " + MeasureStatus.allCases.map(\.text).joined(separator: ", "))),
    .init(
      "evidence", .choice,
      Localized(
        "belägg: none (uppgift saknas), stated (uppgift lämnad), measured (utfall redovisat), evaluated (utvärderad)",
        "evidence: none, stated, measured, evaluated")),
    .init(
      "schedule", .choice,
      Localized("tidplan: " + schedules(.sv), "schedule: " + Schedule.allCases.map(\.text).joined(separator: ", "))),
    .init("originalDeadline", .day, Localized("första slutdatum", "first deadline")),
    .init("deadline", .day, Localized("gällande slutdatum", "deadline as it stands")),
    .init("areas", .list, Localized("koder för stadsdelar", "codes of districts")),
    .init("municipalityWide", .choice, Localized("yes där den gäller hela kommunen", "yes where it is for all of it")),
    .init("focusAreas", .list, Localized("koder för fokusområden", "codes of focus areas")),
    .init("parties", .list, Localized("koder för ansvariga parter", "codes of the parties responsible")),
    .init("responsible", .text, Localized("ansvarig i tjänsten", "who is responsible, by office")),
    .init("goal", .text, Localized("operativt mål", "operational goal")),
    .init("cause", .text, Localized("orsak", "cause")),
    .init("lastReport", .text, Localized("senaste uppgift i ord", "the last report in words")),
    .init("lastReported", .day, Localized("dagen för den uppgiften", "the day of that report")),
  ]

  static let resultColumns: [OpenTable.Column] = [
    .init("measure", .text, Localized("åtgärdens nummer", "the number of the measure")),
    .init("target", .text, Localized("vad som räknas", "what is counted")),
    .init("unit", .text, Localized("enhet", "unit")),
    .init(
      "comparison", .choice,
      Localized("at-least (minst), at-most (högst), exactly (exakt)", "at-least, at-most, exactly")),
    .init(
      "targetValue", .number, Localized("målvärde; saknas där inget är satt", "target value; absent where none is set")),
    .init(
      "year", .count, Localized("året som utfallet är ackumulerat inom", "the year that the result adds up within")),
    .init(
      "actual", .number, Localized("utfall; saknas där inget är redovisat", "result; absent where none was reported")),
    .init("reported", .day, Localized("dagen för uppgiften", "the day of the report")),
  ]

  static let decisionColumns: [OpenTable.Column] = [
    id,
    .init("measure", .text, Localized("åtgärden som beslutet ligger bakom", "the measure that it stands behind")),
    .init("step", .text, Localized("steget, som i journalen", "the step, as in the journal")),
    .init(
      "withheld", .choice,
      Localized("”secrecy” där uppgifterna är sekretessmarkerade", "“secrecy” where it is marked secret")),
    .init("day", .day, Localized("beslutsdag", "day of the decision")),
    .init("matter", .text, Localized("saken", "the matter")),
    .init("authority", .text, Localized("med vilken rätt", "on what authority")),
    .init("decidedBy", .list, Localized("beslutsfattare i tjänsten", "who decided, by office")),
    .init("reference", .text, Localized("diarienummer eller annan beteckning", "registry number or other reference")),
    .init(
      "standing", .choice,
      Localized(
        "made (fattat), appealed (överklagat), stayed (inhiberat), annulled (upphävt), final (laga kraft)",
        "made, appealed, stayed, annulled, final")),
  ]

  static let observationColumns: [OpenTable.Column] = [
    .init("indicator", .text, Localized("indikatorns nummer", "the number of the indicator")),
    .init("name", .text, Localized("namn", "name")),
    .init("unit", .text, Localized("enhet", "unit")),
    .init("kind", .choice, Localized("output (produktion), process, effect (effekt)", "output, process, effect")),
    .init("area", .text, Localized("stadsdelens kod; saknas för hela kommunen", "district; absent for all of it")),
    .init("day", .day, Localized("dag", "day")),
    .init("value", .number, Localized("värde", "value")),
    .init("baseline", .choice, Localized("yes för nulägesvärdet", "yes for the baseline")),
    .init(
      "source", .choice,
      Localized(
        "survey (mätning), dialogue (dialog), staff (medarbetare), statistics (statistik)",
        "survey, dialogue, staff, statistics")),
    .init("sourceName", .text, Localized("källans namn", "the name of the source")),
    .init("statement", .text, Localized("vad som sades", "what was said")),
  ]

  static let followUpColumns: [OpenTable.Column] = [
    id, .init("period", .text, Localized("period", "period")),
    .init("from", .day, Localized("periodens första dag", "first day of the period")),
    .init("through", .day, Localized("periodens sista dag", "last day of the period")),
    .init("presented", .day, Localized("dagen den redovisades", "the day it was presented")),
    .init("noted", .day, Localized("dagen den noterades", "the day it was noted")),
    .init("paragraph", .text, Localized("paragraf i protokollet", "paragraph of the minutes")),
    .init("measures", .count, Localized("antal åtgärder i den", "how many measures it has")),
    .init("sha256", .text, Localized("dokumentets SHA-256", "SHA-256 of the document")),
  ]

  private static func statuses(_ language: Language) -> String {
    MeasureStatus.allCases.map { "\($0.text) (\($0.words[language]))" }.joined(separator: ", ")
  }

  private static func schedules(_ language: Language) -> String {
    Schedule.allCases.map { "\($0.text) (\($0.words[language]))" }.joined(separator: ", ")
  }
}
