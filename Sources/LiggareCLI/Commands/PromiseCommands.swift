import CommandArguments
import LedgerDomain
import StrictJSON

/// `promise`: the promise itself.
enum PromiseCommands {
  static let noun = Noun(
    "promise", Localized("löftet: ordalydelse, parter, områden", "the promise: wording, parties, areas"),
    [adopt, sign, publish, amend, conclude, Verb.list(.promise), PromiseSheet.verb])

  private static let from = Option<LocalDate>(text: "from", "DATE", Localized("gäller från", "valid from"), .required)
  private static let through = Option<LocalDate>(
    text: "through", "DATE", Localized("gäller till och med", "valid through"), .required)
  private static let commitments = Option<Text>(
    text: "commitment", "TEXT", Localized("vad parterna lovar", "what the parties promise"), .requiredRepeated)
  private static let parties = Option<Named>(
    named: "party", Localized("part i löftet", "party to the promise"), .requiredRepeated)
  private static let areas = Option<Named>(named: "area", Localized("stadsdel", "district"))
  private static let focusAreas = Option<Named>(named: "focus", Localized("fokusområde", "focus area"))
  private static let signatories = Option<PublicOfficial>(
    official: "signatory", Localized("undertecknare", "signatory"), .repeated)
  private static let parentGoals = Option<Text>(
    text: "parent-goal", "TEXT", Localized("överordnat mål", "goal above the promise"), .repeated)
  private static let agreement = Option<Text>(
    text: "agreement", "TEXT", Localized("samverkansöverenskommelse", "cooperation agreement"))
  private static let effectGoals = Option<Text>(
    text: "effect-goal", "TEXT", Localized("effektmål", "effect goal"), .repeated)
  private static let reportsTo = Option<Text>(
    text: "reports-to", "TEXT", Localized("till vem det redovisas", "to whom it is reported"))
  private static let timesPerYear = Option<Int>(
    "times-per-year", "N", Localized("redovisningar per år", "reports per year"), default: "3",
    parse: wholeNumber(1...12))
  private static let sites = Option<Named>(named: "site", Localized("webbplats för medborgarna", "site for citizens"))
  private static let wording = Option<Passage>(
    "wording", "HEADING=TEXT", Localized("stycke ur ordalydelsen", "a passage of the wording"), .repeated
  ) { text throws(ValueProblem) in
    guard let (heading, passage) = cut(text, at: "=") else {
      throw ValueProblem(expected: Localized("rubrik=text", "heading=text"))
    }
    return Passage(heading: Text(heading), text: Text(passage))
  }

  static let adopt = Verb.recording(
    ["promise", "adopt"], Localized("anta ett löfte", "adopt a promise"),
    [
      Shared.title, from, through, commitments, parties, signatories, parentGoals, agreement, areas, focusAreas,
      effectGoals, reportsTo, timesPerYear, sites, wording,
    ], decision: true,
    example:
      #"liggare promise adopt --title "Medborgarlöfte" --from 2024-01-01 --through 2025-12-31 --commitment "öka tryggheten" --party kommun=Kommunen --party polis=Polisen --area norr=Norr --focus vald=Våld --reports-to "Trygghetsrådet" --site kommun="Kommunens webbplats""#,
    Localized("ett löfte med två parter", "a promise with two parties")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = draft.newID(.promise)
    let sites = given.values(sites)
    let reporting = given[optional: reportsTo].map { to in
      Reporting(to: to, timesPerYear: given[optional: timesPerYear] ?? 3, sites: sites)
    }
    if reporting == nil, !sites.isEmpty { throw .needs("--site", "--reports-to") }
    let title = try given.value(Shared.title)
    // The decision to adopt can only concern the promise once the promise is there, so it names its matter alone.
    let decision = try draft.decision(.adopted, about: nil, matter: title)
    try draft.add(
      id,
      .promise(
        .adopted(
          PromiseAdopted(
            title: title, validity: DateSpan(from: try given.value(from), through: try given.value(through)),
            commitments: given.values(commitments).map { Commitment(text: $0) }, parties: given.values(parties),
            signatories: given.values(signatories), parentGoals: given.values(parentGoals),
            agreement: given[optional: agreement], areas: given.values(areas), focusAreas: given.values(focusAreas),
            effectGoals: given.values(effectGoals).map { EffectGoal(text: $0) }, reporting: reporting,
            wording: given.values(wording), decision: decision))))
  }

  private static let party = Option<Code>(text: "party", "CODE", Localized("parten", "the party"), .required)
  private static let signer = Option<PublicOfficial>(
    official: "by", Localized("vem som undertecknade", "who signed"), .required)

  static let sign = Verb.recording(
    ["promise", "sign"], Localized("undertecknat av en part", "signed by a party"), about: [Subjects.promise],
    [party, signer],
    example: #"liggare promise sign P-0001 --party kommun --by "Kim Ek, kommunstyrelsens ordförande" --undated"#,
    Localized("när dagen inte är känd", "when the day is not known")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.promise),
      .promise(.signed(PromiseSigned(party: try given.value(party), by: try given.value(signer)))))
  }

  private static let site = Option<Text>(text: "site", "TEXT", Localized("var", "where"), .required)

  static let publish = Verb.recording(
    ["promise", "publish"], Localized("gjort känt för medborgarna", "made known to citizens"),
    about: [Subjects.promise],
    [site, Shared.address],
    example: #"liggare promise publish P-0001 --site "Kommunens webbplats" --effective 2024-01-15"#,
    Localized("skilt från undertecknandet", "apart from the signing")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.promise),
      .promise(.published(PromisePublished(site: try given.value(site), address: given[optional: Shared.address]))))
  }

  private static let newCommitments = Option<Text>(
    text: "commitment", "TEXT", Localized("vad parterna nu lovar; ersätter", "what the parties now promise; replaces"),
    .repeated)

  static let amend = Verb.recording(
    ["promise", "amend"], Localized("ändra löftet", "amend the promise"), about: [Subjects.promise],
    [Shared.newTitle, Shared.from, Shared.through, newCommitments, areas, focusAreas, Shared.reason], decision: true,
    example: #"liggare promise amend P-0001 --area oster=Öster --reason "Läget har ändrats" --decision D-0007"#,
    Localized("en ny stadsdel", "one more district")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = try given.value(Subjects.promise)
    let decision = try draft.decision(.amended, about: id)
    try draft.add(
      id,
      .promise(
        .amended(
          PromiseAmended(
            title: given[optional: Shared.newTitle], validity: try draft.span(),
            commitments: given.values(newCommitments).map { Commitment(text: $0) }, addedAreas: given.values(areas),
            addedFocusAreas: given.values(focusAreas), reason: try given.value(Shared.reason), decision: decision))))
  }

  static let conclude = Verb.recording(
    ["promise", "conclude"], Localized("löftet har löpt ut", "the promise has run out"), about: [Subjects.promise],
    [Shared.statement], example: #"liggare promise conclude P-0001 --statement "Löftet har löpt ut""#,
    Localized("parternas slutord", "the parties' closing words")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.promise),
      .promise(.concluded(PromiseConcluded(statement: try draft.arguments.value(Shared.statement)))))
  }
}
