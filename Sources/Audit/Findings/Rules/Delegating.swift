import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Did whoever decided have the right to, and was it notified as it should be?
  static let delegating: [Rule] = [
    decidedWithoutDelegation, delegatedFurther, urgentWithoutMandate, urgentNotNotified, delegatedNotNotified,
    reservedMatterDelegated,
  ]

  private static let decidedWithoutDelegation = Rule(
    "AU-09", .authority, .breach, Localized("Beslut utan gällande delegation", "Decided without a delegation in force"),
    explanation: Localized(
      "Ett delegationsbeslut fattas av den som har delegationen, medan den gäller. Efter ett återkallande har delegaten ingen rätt att besluta.",
      "A delegated decision is made by whoever holds the delegation while it is in force. Once revoked, the delegate has no right to decide."
    ),
    ground: .law("KL 6:37, 7:5"), from: municipalAct, covers: [.delegationNotInForce, .noMandate],
    population: Localized("delegationsbeslut på en känd dag", "delegated decisions on a known day"),
    exceptions: [
      RuleException(
        "by-office", "Delegaten jämförs på namn; bara där namn saknas på befattning.",
        "The delegate is compared by name, and by office only where there is no name."),
      RuleException("unnamed", "Ett beslut utan namngiven beslutsfattare.", "A decision that names nobody."),
      RuleException(
        "own-delegation", "Den som ersätter delegaten enligt en egen delegation.",
        "Whoever stands in under a delegation of their own."),
      RuleException(
        "same-day", "Ett beslut samma dag som delegationen återkallas.",
        "A decision on the day on which the delegation is revoked."),
      RuleException(
        "unknown-day", "Beslutat, eller delegationen given eller återkallad, på en okänd dag.",
        "Decided, or the delegation granted or revoked, on an unknown day."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, made.authority.kind == .delegated, let day = decision.mark?.effective?.day,
        let id = made.authority.delegation, let delegation = reading.delegation(id), let granted = delegation.granted
      else { return }
      guard tally.tests(on: day) else { return }
      var name: String { reading.title(decision.id) }
      if !delegation.wasInForce(on: day) {
        let why = whyNotInForce(delegation, day)
        tally.find(
          decision.id, on: day,
          Localized(
            "\(name) beslutades \(day) med stöd av delegationen \(id) (\(granted.to.phrase)), som \(why.sv).",
            "\(name) was decided on \(day) under the delegation \(id) (\(granted.to.phrase)), which \(why.en)."),
          citing: [delegation.revoked ?? delegation.mark, decision.mark])
      } else if !made.decidedBy.isEmpty, !made.decidedBy.contains(where: { $0.isSame(as: granted.to) }) {
        let deciders = made.decidedBy.map(\.named).joined(separator: "; ")
        tally.find(
          decision.id, on: day,
          Localized(
            "\(name) beslutades \(day) av \(deciders), men delegationen \(id) är given till \(granted.to.named).",
            "\(name) was decided on \(day) by \(deciders), but the delegation \(id) is granted to \(granted.to.named)."
          ),
          citing: [delegation.mark, decision.mark])
      }
    })

  private static func whyNotInForce(_ delegation: Delegation, _ day: LocalDate) -> Localized {
    if let revoked = delegation.revoked?.effective?.day, revoked < day {
      return Localized("återkallades \(revoked)", "was revoked on \(revoked)")
    }
    if let validity = delegation.granted?.validity, !validity.contains(day) {
      return Localized(
        "gällde \(validity.from)–\(validity.through)", "was valid from \(validity.from) through \(validity.through)")
    }
    let from = delegation.mark?.effective?.day.text ?? "?"
    return Localized("gavs först \(from)", "was granted only on \(from)")
  }

  private static let delegatedFurther = Rule(
    "AU-10", .authority, .breach, Localized("Vidaredelegation utan rätt", "Delegated further without leave"),
    explanation: Localized(
      "En delegat får låta någon annan besluta bara om nämnden har medgett det, och bara så länge den egna delegationen gäller.",
      "A delegate may let someone else decide only if the body has given leave, and only while their own delegation is in force."
    ),
    ground: .law("KL 7:6"), from: municipalAct, covers: [.noMandate, .delegationNotInForce],
    population: Localized("vidaredelegationer", "delegations under another delegation"),
    exceptions: [
      RuleException("leave", "Nämnden har medgett vidaredelegation.", "The body has given leave to delegate further."),
      RuleException(
        "by-the-body", "En delegation som nämnden själv har gett.", "A delegation that the body itself has granted."),
      RuleException(
        "same-day", "Given samma dag som delegationen återkallas.",
        "Granted on the day on which the delegation is revoked."),
      RuleException(
        "unknown-day", "Given på en okänd dag: om delegationen gällde då prövas inte.",
        "Granted on an unknown day: whether the delegation was in force then is not judged."),
    ],
    .delegation { delegation, _, reading, tally in
      guard let granted = delegation.granted, let under = granted.under, let above = reading.delegation(under) else {
        return
      }
      let day = delegation.mark?.effective?.day ?? reading.day
      let when = dayPhrase(delegation.mark?.effective?.day)
      guard tally.tests(on: day) else { return }
      // Whether it was in force on a day that nobody knows, nobody knows.
      let isInForce = delegation.mark?.effective == nil || above.wasInForce(on: day)
      if isInForce, above.granted?.mayDelegateFurther == true { return }
      let why =
        isInForce
        ? Localized("som inte får delegeras vidare", "which may not be delegated further")
        : whyNotInForce(above, day).asRelative
      let decisions = reading.index.under[delegation.id, default: []]
      let used = decisions.map(\.text).joined(separator: ", ")
      let consequence =
        decisions.isEmpty
        ? Localized("Inget beslut anges ha fattats med stöd av den.", "No decision is named as made under it.")
        : Localized("Med stöd av den har beslutats: \(used).", "Decided under it: \(used).")
      tally.find(
        delegation.id, on: day,
        Localized(
          "\(delegation.id) till \(granted.to.named) gavs\(when.sv) under delegationen \(under), \(why.sv). \(consequence.sv)",
          "\(delegation.id) to \(granted.to.named) was granted\(when.en) under the delegation \(under), \(why.en). \(consequence.en)"
        ), citing: [delegation.mark])
    })

  private static let urgentWithoutMandate = Rule(
    "AU-11", .authority, .breach,
    Localized("Brådskande beslut utan bemyndigande", "Urgent decision without a mandate"),
    explanation: Localized(
      "Ordföranden, eller en annan ledamot, får besluta i brådskande ärenden bara om nämnden har uppdragit det åt just den personen.",
      "The chair, or another member, may decide in urgent matters only if the body has entrusted that very person with it."
    ),
    ground: .law("KL 6:39"), from: municipalAct, covers: [.noMandate],
    population: Localized("brådskande ordförandebeslut", "urgent chair decisions"),
    exceptions: [
      RuleException(
        "other-member", "Nämnden har bemyndigat någon annan än ordföranden, och den har beslutat.",
        "The body has mandated someone other than the chair, who decided."),
      RuleException(
        "by-office", "Den bemyndigade jämförs på namn; bara där namn saknas på befattning.",
        "The one mandated is compared by name, and by office only where there is no name."),
      RuleException(
        "unnamed", "Ett beslut utan namngiven beslutsfattare, där nämnden har bemyndigat någon.",
        "A decision that names nobody, where the body has mandated someone."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, made.authority.kind == .urgentChair, let organ = made.authority.organ else {
        return
      }
      let day = decision.mark?.effective?.day ?? reading.day
      let when = dayPhrase(decision.mark?.effective?.day)
      guard tally.tests(on: day) else { return }
      let name = reading.title(decision.id)
      let body = reading.names.of(organ)
      let deciders = made.decidedBy.map(\.named).joined(separator: "; ")
      let by = deciders.isEmpty ? Localized("", "") : Localized(" av \(deciders)", " by \(deciders)")
      guard let mandate = reading.body(organ)?.registered?.urgentMandate else {
        return tally.find(
          decision.id, on: day,
          Localized(
            "\(name) beslutades som brådskande\(when.sv)\(by.sv), men \(body) har inte gett någon rätt att besluta i brådskande ärenden.",
            "\(name) was decided as urgent\(when.en)\(by.en), but \(body) has given nobody the right to decide in urgent matters."
          ), citing: [decision.mark])
      }
      if made.decidedBy.isEmpty || made.decidedBy.contains(where: { $0.isSame(as: mandate) }) { return }
      tally.find(
        decision.id, on: day,
        Localized(
          "\(name) beslutades som brådskande\(when.sv)\(by.sv), men \(body) har gett den rätten till \(mandate.named).",
          "\(name) was decided as urgent\(when.en)\(by.en), but \(body) has given that right to \(mandate.named)."),
        citing: [decision.mark])
    })

  private static let urgentNotNotified = Rule(
    "AU-12", .authority, .breach,
    Localized("Brådskande beslut inte anmält", "Urgent decision not notified"),
    explanation: Localized(
      "Ett brådskande beslut ska anmälas vid nämndens nästa sammanträde.",
      "An urgent decision is to be notified at the body's next meeting."),
    ground: .law("KL 6:40"), from: municipalAct,
    population: Localized(
      "brådskande ordförandebeslut efter vilka organet har sammanträtt",
      "urgent chair decisions after which the body has met"),
    exceptions: [
      RuleException(
        "not-met", "Organet har inte sammanträtt sedan dess; ett sammanträde samma dag räknas inte.",
        "The body has not met since; a meeting on the same day does not count."),
      RuleException(
        "recorded-later", "Anmält vid nästa sammanträde, även om det registrerats senare.",
        "Notified at the next meeting, even if recorded later."),
      RuleException("before", "Anmält före nästa sammanträde.", "Notified before the next meeting."),
      RuleException("unknown-day", "Beslutat eller anmält på en okänd dag.", "Decided or notified on an unknown day."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, made.authority.kind == .urgentChair, let organ = made.authority.organ,
        let day = decision.mark?.effective?.day,
        let next = reading.index.meetings(of: organ, after: day).first,
        let nextDay = next.held?.effective?.day
      else { return }
      guard tally.tests(on: nextDay) else { return }
      let notified = decision.notifications.first { $0.notified.to == organ }
      let notifiedDay = notified?.mark.effective?.day
      if let notified, notified.notified.meeting == next.id || (notifiedDay.map { $0 <= nextDay } ?? true) { return }
      let then =
        notifiedDay.map { Localized("Det anmäldes först \($0).", "It was notified only on \($0).") }
        ?? Localized("Någon anmälan finns inte i boken.", "The book holds no notification.")
      let body = reading.names.of(organ)
      tally.find(
        decision.id, on: nextDay,
        Localized(
          "\(reading.title(decision.id)), beslutat som brådskande \(day), skulle ha anmälts när \(body) sammanträdde \(nextDay). \(then.sv)",
          "\(reading.title(decision.id)), decided as urgent on \(day), was to be notified when \(body) met on \(nextDay). \(then.en)"
        ), citing: [decision.mark, next.held, notified?.mark])
    })

  private static let delegatedNotNotified = Rule(
    "AU-13", .authority, .breach,
    Localized("Delegationsbeslut inte anmält", "Delegated decision not notified"),
    explanation: Localized(
      "Nämnden bestämmer om delegationsbeslut ska anmälas. Har den bestämt det ska de anmälas. Lagen anger ingen tid; prövas när organet har hållit \(notificationMeetings) sammanträden sedan dess.",
      "The body decides whether delegated decisions are notified. If it has decided so, they are. The law states no time; judged once the body has held \(notificationMeetings) meetings since."
    ),
    ground: .law("KL 6:40, 7:8"), from: municipalAct,
    population: Localized(
      "delegationsbeslut som organet har bestämt ska anmälas, och efter vilka det har hållit minst \(notificationMeetings) sammanträden",
      "delegated decisions of which the body wants to be told, after which it has held at least \(notificationMeetings) meetings"
    ),
    exceptions: [
      RuleException(
        "not-wanted", "Organet har inte bestämt att delegationsbeslut ska anmälas; då gäller KL 8:10.",
        "The body has not decided that delegated decisions are notified; then KL 8:10 applies."),
      RuleException("late", "Anmält, hur sent det än var.", "Notified, however late."),
      RuleException(
        "too-few", "Organet har sammanträtt färre gånger sedan dess.", "The body has met fewer times since."),
      RuleException("unknown-day", "Beslutat på en okänd dag.", "Decided on an unknown day."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, made.authority.kind == .delegated, let day = decision.mark?.effective?.day,
        let organ = reading.delegation(made.authority.delegation)?.granted?.from,
        reading.body(organ)?.registered?.delegatedDecisionsNotified == true
      else { return }
      let since = reading.index.meetings(of: organ, after: day)
      guard let due = since.dropFirst(notificationMeetings - 1).first?.held?.effective?.day, tally.tests(on: due) else {
        return
      }
      if decision.notifications.contains(where: { $0.notified.to == organ }) { return }
      let body = reading.names.of(organ)
      tally.find(
        decision.id, on: due,
        Localized(
          "\(reading.title(decision.id)), beslutat på delegation \(day), har inte anmälts till \(body), som har sammanträtt \(since.count) gånger sedan dess.",
          "\(reading.title(decision.id)), decided under delegation on \(day), has not been notified to \(body), which has met \(since.count) times since."
        ), citing: [decision.mark])
    })

  private static let reservedMatterDelegated = Rule(
    "AU-14", .authority, .breach,
    Localized("Delegerat trots delegationsförbud", "Decided by a delegate though it may not be delegated"),
    explanation: Localized(
      "Vissa ärenden får nämnden inte lämna ifrån sig: bland annat verksamhetens mål, inriktning, omfattning och kvalitet.",
      "Some matters a body may not hand over: among others the aims, direction, extent and quality of its activity."),
    ground: .law("KL 6:38"), from: municipalAct, covers: [.reservedMatter],
    population: Localized("delegationsbeslut", "delegated decisions"),
    exceptions: [
      RuleException(
        "not-stated", "Bara det som i boken anges vara ett sådant ärende prövas; ingen text tolkas.",
        "Only what the book states to be such a matter is judged; no text is interpreted."),
      RuleException(
        "urgent", "Brådskande ordförandebeslut: den rätten ges i KL 6:39.",
        "Urgent chair decisions: their right is that of KL 6:39."),
      RuleException("by-the-body", "Det som organet självt har beslutat.", "What the body itself decided."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, made.authority.kind == .delegated else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      let when = dayPhrase(decision.mark?.effective?.day)
      guard tally.tests(on: day), let matter = made.reservedMatter else { return }
      let deciders = made.decidedBy.map(\.named).joined(separator: "; ")
      let by = deciders.isEmpty ? Localized("", "") : Localized(" av \(deciders)", " by \(deciders)")
      let under = made.authority.delegation?.text ?? "?"
      tally.find(
        decision.id, on: day,
        Localized(
          "\(reading.title(decision.id)) beslutades\(when.sv)\(by.sv) med stöd av delegationen \(under), men anges vara ett ärende som inte får delegeras: \(matter.words.sv).",
          "\(reading.title(decision.id)) was decided\(when.en)\(by.en) under the delegation \(under), but is stated to be a matter that may not be delegated: \(matter.words.en)."
        ), citing: [decision.mark])
    })
}

extension Localized {
  /// `återkallades 2023-01-31` as a clause about what was just named.
  fileprivate var asRelative: Localized { Localized("som \(sv)", "which \(en)") }
}
