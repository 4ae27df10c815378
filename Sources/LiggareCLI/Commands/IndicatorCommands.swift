import CommandArguments
import LedgerDomain
import StrictJSON

/// `indicator`: what is measured again and again.
enum IndicatorCommands {
  static let noun = Noun(
    "indicator", Localized("indikatorer: nulägesvärde och utfall", "indicators: baseline and actual"),
    [define, observe, Verb.list(.indicator), Verb.show(.indicator)])

  private static let name = Option<Text>(text: "name", "TEXT", Localized("vad som mäts", "what is measured"), .required)
  private static let unit = Option<Text>(text: "unit", "TEXT", Localized("enhet", "unit"), .required)
  private static let kind = Option<FollowUpKind>(
    choice: "kind", "KIND", Localized("slags uppföljning", "kind of follow-up"), .required)
  private static let direction = Option<Direction>(
    choice: "direction", "WORD", Localized("vad som är bättre", "which way is better"))

  static let define = Verb.recording(
    ["indicator", "define"], Localized("definiera en indikator", "define an indicator"),
    [name, unit, kind, direction, Shared.promise, Shared.description],
    example:
      #"liggare indicator define --name "Trygg utomhus kvällstid" --unit procent --kind effect --direction increase"#,
    Localized("ett effektmått", "an effect measure")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      draft.newID(.indicator),
      .indicator(
        .defined(
          IndicatorDefined(
            name: try given.value(name), unit: try given.value(unit), kind: try given.value(kind),
            direction: given[optional: direction], promise: draft.promise,
            description: given[optional: Shared.description]))))
  }

  private static let value = Option<Quantity>("value", "NUMBER", Localized("värdet", "the value")) {
    text throws(ValueProblem) in
    guard let value = quantity(text) else {
      throw ValueProblem(expected: Localized("ett tal, till exempel 62,5", "a number, for example 62.5"))
    }
    return value
  }
  private static let source = Option<GroundKind>(
    choice: "from", "KIND", Localized("källans slag", "kind of source"), .required)
  private static let sourceName = Option<Text>(
    text: "from-name", "TEXT", Localized("källans namn", "name of the source"))
  private static let area = Option<Code>(text: "area", "CODE", Localized("stadsdel", "district"))
  private static let baseline = Flag("baseline", Localized("nulägesvärde", "this is the baseline"))
  private static let statement = Option<Text>(text: "statement", "TEXT", Localized("vad som framkom", "what was found"))

  static let observe = Verb.recording(
    ["indicator", "observe"], Localized("registrera ett utfall", "record an observation"), about: [Subjects.indicator],
    [value, source, sourceName, area, baseline, statement],
    example: "liggare indicator observe I-0001 --value 62,5 --from survey --baseline --effective 2021-11-30",
    Localized("nulägesvärdet före insatserna", "the baseline before the measures")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.indicator),
      .indicator(
        .observed(
          IndicatorObserved(
            value: given[optional: value], source: try given.value(source), sourceName: given[optional: sourceName],
            area: given[optional: area], baseline: given[baseline], statement: given[optional: statement]))))
  }
}
