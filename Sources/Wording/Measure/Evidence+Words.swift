package import CommandArguments
package import LedgerDomain

extension Evidence: Signal {
  package var words: Localized {
    switch self {
    case .none: StandingWords.noInformation
    case .stated: Localized("uppgift lämnad", "reported in words")
    case .measured: Localized("utfall redovisat", "actuals reported")
    case .evaluated: Localized("utvärderad", "evaluated")
    }
  }

  /// A square that fills as the evidence grows.
  package var symbol: Character {
    switch self {
    case .none: "□"
    case .stated: "◫"
    case .measured: "▣"
    case .evaluated: "■"
    }
  }
}
