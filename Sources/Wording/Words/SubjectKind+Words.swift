package import CommandArguments
package import LedgerDomain

extension SubjectKind: Worded {
  /// One of them, indefinite: `åtgärd`, `measure`.
  package var words: Localized {
    switch self {
    case .ledger: Localized("liggare", "ledger")
    case .promise: Localized("medborgarlöfte", "citizen promise")
    case .situation: Localized("lägesbild", "situation picture")
    case .indicator: Localized("indikator", "indicator")
    case .case: Localized("ärende", "case")
    case .measure: Localized("åtgärd", "measure")
    case .decision: Localized("beslut", "decision")
    case .body: Localized("organ", "body")
    case .delegation: Localized("delegation", "delegation")
    case .meeting: Localized("sammanträde", "meeting")
    case .followUp: Localized("uppföljning", "follow-up")
    case .recommendation: Localized("rekommendation", "recommendation")
    case .person: Localized("privatperson", "private person")
    }
  }

  /// Several of them, indefinite: `åtgärder`, `measures`.
  package var plural: Localized {
    switch self {
    case .ledger: Localized("liggare", "ledgers")
    case .promise: Localized("medborgarlöften", "citizen promises")
    case .situation: Localized("lägesbilder", "situation pictures")
    case .indicator: Localized("indikatorer", "indicators")
    case .case: Localized("ärenden", "cases")
    case .measure: Localized("åtgärder", "measures")
    case .decision: Localized("beslut", "decisions")
    case .body: Localized("organ", "bodies")
    case .delegation: Localized("delegationer", "delegations")
    case .meeting: Localized("sammanträden", "meetings")
    case .followUp: Localized("uppföljningar", "follow-ups")
    case .recommendation: Localized("rekommendationer", "recommendations")
    case .person: Localized("privatpersoner", "private persons")
    }
  }

  /// The one spoken of: `åtgärden`, `the measure`.
  package var definite: Localized {
    switch self {
    case .ledger: Localized("liggaren", "the ledger")
    case .promise: Localized("medborgarlöftet", "the citizen promise")
    case .situation: Localized("lägesbilden", "the situation picture")
    case .indicator: Localized("indikatorn", "the indicator")
    case .case: Localized("ärendet", "the case")
    case .measure: Localized("åtgärden", "the measure")
    case .decision: Localized("beslutet", "the decision")
    case .body: Localized("organet", "the body")
    case .delegation: Localized("delegationen", "the delegation")
    case .meeting: Localized("sammanträdet", "the meeting")
    case .followUp: Localized("uppföljningen", "the follow-up")
    case .recommendation: Localized("rekommendationen", "the recommendation")
    case .person: Localized("privatpersonen", "the private person")
    }
  }

  /// With its indefinite article: `en åtgärd`, `a measure`.
  package var withArticle: Localized {
    switch self {
    case .promise, .case, .decision, .body, .meeting: Localized("ett ", "a ") + words
    case .indicator: Localized("en ", "an ") + words
    case .ledger, .situation, .measure, .delegation, .followUp, .recommendation, .person:
      Localized("en ", "a ") + words
    }
  }
}
