package import CommandArguments
package import LedgerDomain

extension ReservedMatter: Worded {
  package var words: Localized {
    switch self {
    case .direction:
      Localized("verksamhetens mål, inriktning, omfattning eller kvalitet", "aims, direction, extent or quality")
    case .council: Localized("framställning eller yttrande till fullmäktige", "proposal or statement to the council")
    case .principle:
      Localized("myndighetsutövning av principiell betydelse", "exercise of authority in a matter of principle")
    case .citizensProposal: Localized("medborgarförslag", "citizens’ proposal")
    case .statute: Localized("får inte delegeras enligt annan författning", "not to be delegated under another statute")
    }
  }
}
