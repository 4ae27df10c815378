import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// How a measure binds, as far as the ledger bears it out: its level, and of what is recorded as decided all that there is to say
/// against it.
///
/// It follows from the decision itself, its authority, how it stands and what was irregular. No page says of a measure that it is
/// decided but by the words of this.
enum MeasureBinding {
  /// Named in the promise as something that may come.
  case example
  /// Promised; no decision to carry it out is recorded.
  case promised
  /// Neither promised nor decided, with what came of the proposal.
  case proposed(MeasureStatus)
  /// Recorded as decided; nothing is to be said against it where the list is empty.
  case decided([Reservation])

  /// What is to be said where a measure is called decided.
  enum Reservation: Hashable {
    /// No decision is named behind the step.
    case noDecision
    /// The decision is marked secret.
    case withheld
    /// The decision that is named was not made by the day.
    case notMade
    case annulled, stayed, appealed
    /// On what authority it was made is not known.
    case unknownAuthority
    case irregular(Irregularity)
    /// The last day of a decision that was limited in time, and is past.
    case expired(LocalDate)
    /// What was decided has been rejected or withdrawn since.
    case undone(MeasureStatus)

    /// Whether a decision to carry it out, by someone with the right to decide, is not borne out by the ledger.
    var isDoubt: Bool {
      switch self {
      case .noDecision, .notMade, .annulled, .unknownAuthority: true
      case .irregular(let kind): [.delegationNotInForce, .reservedMatter, .noMandate].contains(kind)
      case .withheld, .stayed, .appealed, .expired, .undone: false
      }
    }
  }

  /// Requires a founded measure with its decisions as the public may see them; `day` is that of the reading.
  init(_ measure: Measure, _ decisions: [SiteMeasure.Step], day: LocalDate) {
    guard let approved = measure.approved else {
      self =
        switch measure.plan?.binding {
        case .example, nil: .example
        case .promised: .promised
        case .decided: .proposed(MeasureBinding.fate(of: measure))
        }
      return
    }
    let step = decisions.last { $0.type.text == MeasureApproved.type && $0.mark == approved }
    var found = MeasureBinding.reservations(about: step?.decision ?? .none, day: day)
    for mark in measure.record.irregularities where mark.mark == approved {
      // That no decision is behind it is told by the step itself.
      found += mark.irregular.kinds.filter { $0 != .withoutDecision }.map { .irregular($0) }
    }
    if let status = measure.status, status == .rejected || status == .withdrawn { found.append(.undone(status)) }
    self = .decided(found)
  }

  /// What came of a proposal: that it was rejected stays true where it was carried out all the same.
  private static func fate(of measure: Measure) -> MeasureStatus {
    let isRejected = measure.decisions.contains { $0.type.text == MeasureRejected.type }
    return isRejected ? .rejected : measure.status ?? .proposed
  }

  private static func reservations(about backing: SiteMeasure.Backing, day: LocalDate) -> [Reservation] {
    switch backing {
    case .none: return [.noDecision]
    case .withheld: return [.withheld]
    case .notMade: return [.notMade]
    case .shown(let decision, _):
      guard let made = decision.made else { return [.notMade] }
      var found: [Reservation] =
        switch decision.standing {
        case .annulled: [.annulled]
        case .stayed: [.stayed]
        case .appealed: [.appealed]
        case .made, .final: []
        }
      if made.authority.kind == .unknown { found.append(.unknownAuthority) }
      let kinds = decision.record.irregularities.filter { $0.type.text == DecisionMade.type }.flatMap(\.irregular.kinds)
      found += kinds.filter { isStill($0, made) }.map { .irregular($0) }
      if let last = made.validThrough, last < day { found.append(.expired(last)) }
      return found
    }
  }

  /// Whether what was irregular when the decision was recorded fits what it says now, corrections counted.
  private static func isStill(_ kind: Irregularity, _ made: DecisionMade) -> Bool {
    switch kind {
    // It is told by the authority itself.
    case .unknownAuthority: false
    case .delegationNotInForce, .reservedMatter: made.authority.kind == .delegated
    case .noMandate: made.authority.kind == .urgentChair
    case .conflictOfInterest: made.conflicts.contains(where: \.tookPart)
    default: true
    }
  }
}

extension MeasureBinding {
  /// Of how many kinds measures are counted: those that nothing was decided about, and those whose decision is in doubt, apart.
  enum Group: CaseIterable {
    case decided, inDoubt, promised, proposed
  }

  /// Nil for a mere example, which is not counted.
  var group: Group? {
    switch self {
    case .example: nil
    case .promised: .promised
    case .proposed: .proposed
    case .decided(let reservations): reservations.contains(where: \.isDoubt) ? .inDoubt : .decided
    }
  }

  /// What is to be said against the decision, for a line of a list; nil where there is nothing.
  func reservation(_ voice: SiteVoice) -> String? {
    guard case .decided(let reservations) = self, !reservations.isEmpty else { return nil }
    return reservations.map { $0.words(voice) }.joined(separator: ", ")
  }

  /// The whole sentence: what the level is and what bears it out.
  func sentence(_ voice: SiteVoice) -> String {
    switch self {
    case .example: voice(SiteWords.binding(.example))
    case .promised: voice(SiteWords.binding(.promised))
    case .proposed(.rejected):
      voice(
        "Föreslagen för beslut och avslagen. Den är varken utlovad eller beslutad.",
        "Proposed for decision and rejected. It is neither promised nor decided.")
    case .proposed(.withdrawn):
      voice(
        "Föreslagen för beslut och återkallad. Den är varken utlovad eller beslutad.",
        "Proposed for decision and withdrawn. It is neither promised nor decided.")
    case .proposed:
      voice(
        "Föreslagen för beslut: inget beslut om att genomföra den finns i liggaren.",
        "Proposed for decision: no decision to carry it out is in the ledger.")
    case .decided(let reservations):
      if let against = reservation(voice) {
        reservations.contains(where: \.isDoubt)
          ? voice("Registrerad som beslutad, men \(against).", "Recorded as decided, but \(against).")
          : voice("Beslutad, men \(against).", "Decided, but \(against).")
      } else {
        voice(SiteWords.binding(.decided))
      }
    }
  }
}

extension MeasureBinding.Group {
  /// What so many measures are.
  func words(_ count: Int) -> Localized {
    let isOne = count == 1
    return switch self {
    case .decided: Localized(isOne ? "är beslutad" : "är beslutade", isOne ? "is decided" : "are decided")
    case .inDoubt:
      Localized(
        "är registrerad\(isOne ? "" : "e") som beslutad\(isOne ? "" : "e"), fast beslutet saknas, är upphävt eller har tagits utan känd eller gällande rätt att besluta",
        "\(isOne ? "is" : "are") recorded as decided, though the decision is missing, annulled or made without a known and valid right to decide"
      )
    case .promised:
      Localized(
        "är utlovad\(isOne ? "" : "e") utan att något beslut finns",
        "\(isOne ? "is" : "are") promised without a decision")
    case .proposed:
      Localized(
        "har bara varit förslag, varken utlovad\(isOne ? "" : "e") eller beslutad\(isOne ? "" : "e")",
        "\(isOne ? "was only a proposal" : "were only proposals"), neither promised nor decided")
    }
  }
}

extension MeasureBinding.Reservation {
  fileprivate func words(_ voice: SiteVoice) -> String {
    switch self {
    case .noDecision: voice("inget beslut är angivet", "no decision is stated")
    case .withheld:
      voice("beslutet är sekretessmarkerat och visas inte här", "the decision is marked secret and not shown here")
    case .notMade:
      voice("beslutet som anges var inte fattat den dagen", "the decision that is stated was not made on that day")
    case .annulled: voice("beslutet är upphävt", "the decision is annulled")
    case .stayed:
      voice("beslutet är inhiberat och får inte genomföras", "the decision is stayed and must not be carried out")
    case .appealed: voice("beslutet är överklagat", "the decision is appealed")
    case .unknownAuthority: voice(Irregularity.unknownAuthority.words)
    case .irregular(.decidedAfterExecution):
      voice("beslutet kom efter att arbetet hade börjat", "the decision came after the work had begun")
    case .irregular(.outsideValidity):
      voice("beslutet togs utanför löftets giltighetstid", "it was decided outside the validity of the promise")
    case .irregular(.declared):
      voice(
        "beslutet avviker från reglerna enligt den som registrerade det",
        "the decision is irregular as stated by whoever recorded it")
    case .irregular(let kind): voice(kind.words)
    case .expired(let day):
      voice("beslutet gällde till och med \(voice.words(day))", "the decision held through \(voice.words(day))")
    case .undone(.rejected): voice("åtgärden har avslagits sedan dess", "the measure has been rejected since")
    case .undone: voice("åtgärden har avbrutits sedan dess", "the measure has been withdrawn since")
    }
  }
}
