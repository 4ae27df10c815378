package import CommandArguments
package import LedgerDomain
package import StrictJSON

extension Quantity {
  /// The number as people read it: a decimal comma in Swedish, a minus sign before what is negative.
  ///
  /// All decimals are kept, and digits are not grouped, so that it can be found and copied.
  package var phrase: Localized {
    let unsigned = text.drop { $0 == "-" }
    let sign = unsigned.count == text.count ? "" : "−"
    return Localized(sign + unsigned.map { $0 == "." ? "," : String($0) }.joined(), sign + unsigned)
  }

  /// The number with its unit: `4,5 timmar`, `45 %`; English writes `45%`.
  package func phrase(unit: Text) -> Localized {
    let isPercent = unit.text == "%"
    return phrase + Localized(" \(unit.text)", isPercent ? "%" : " \(unit.text)")
  }
}

extension Target {
  /// The number to reach: `minst 4 st`; a target without a number is `inget målvärde`.
  package var phrase: Localized {
    guard let value else { return Localized("inget målvärde", "no target value") }
    let amount = value.phrase(unit: unit)
    return comparison.map { $0.words + " " + amount } ?? amount
  }

  /// Actual against target: `303 st (inget målvärde)`, `20 st (mål: minst 8 st)`, `uppgift saknas (mål: minst 2 st)`.
  package func phrase(actual: Quantity?) -> Localized {
    let reached = actual.map { $0.phrase(unit: unit) } ?? StandingWords.noInformation
    return reached + " (" + (value == nil ? phrase : Localized("mål: ", "target: ") + phrase) + ")"
  }

  /// Whether an actual value reaches the target, in words. `isSettled` says that nothing can be added any more; until then what may
  /// still grow can reach a floor later, and pass a ceiling.
  package func attainment(actual: Quantity?, isSettled: Bool) -> Localized {
    guard let actual else { return StandingWords.noInformation }
    return switch (isReached(by: actual), isSettled) {
    case (nil, _): Localized("inget målvärde", "no target value")
    case (false?, false): Localized("inte nått än", "not reached yet")
    case (false?, true): Localized("inte nått", "not reached")
    case (true?, false) where comparison == .atMost || comparison == .exactly:
      Localized("nått så här långt", "reached so far")
    case (true?, _): Localized("nått", "reached")
    }
  }
}
