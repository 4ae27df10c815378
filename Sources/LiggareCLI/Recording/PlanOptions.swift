import CommandArguments
import LedgerDomain
import Projections
import StrictJSON

/// Options that several commands share, with one meaning.
enum Shared {
  static let title = Option<Text>(text: "title", "TEXT", Localized("vad det kallas", "what it is called"), .required)
  static let newTitle = Option<Text>(text: "title", "TEXT", Localized("ny benämning", "a new title"))
  static let reason = Option<Text>(text: "reason", "TEXT", Localized("skälet", "the reason"), .required)
  static let statement = Option<Text>(text: "statement", "TEXT", Localized("vad som sägs", "what is stated"), .required)
  static let promise = Option<SubjectID>(
    text: "promise", "P-ID", Localized("löftet (förval: liggarens enda)", "the promise (default: the only one)"))
  static let areas = Option<Code>(text: "area", "CODE", Localized("stadsdel", "district"), .repeated)
  static let focusAreas = Option<Code>(text: "focus", "CODE", Localized("fokusområde", "focus area"), .repeated)
  static let municipalityWide = Flag("municipality-wide", Localized("hela kommunen", "the whole municipality"))
  static let targets = Option<Target>(target: "target", Localized("mål som räknas", "a countable target"))
  static let results = Option<TargetResult>(
    result: "result", Localized("utfall mot ett mål, hittills i år", "actual against a target, so far this year"))
  static let performers = Option<Text>(text: "performer", "TEXT", Localized("vem som utför", "who performs"), .repeated)
  static let responsible = Option<PublicOfficial>(official: "responsible", Localized("ansvarig", "who is responsible"))
  static let reportedBy = Option<PublicOfficial>(
    official: "reported-by", Localized("vem som rapporterar", "who reports"))
  static let deadline = Option<LocalDate>(text: "deadline", "DATE", Localized("slutdatum", "deadline"))
  static let by = Option<PublicOfficial>(official: "by", Localized("av vem", "by whom"))
  static let body = Option<SubjectID>(text: "body", "B-ID", Localized("organet", "the body"), .required)
  static let to = Option<SubjectID>(
    text: "to", "B-ID", Localized("organet som tar emot", "the receiving body"), .required)
  static let meeting = Option<SubjectID>(text: "meeting", "T-ID", Localized("sammanträdet", "the meeting"))
  static let paragraph = Option<Text>(text: "paragraph", "§", Localized("paragraf", "paragraph"))
  static let paragraphs = Option<Text>(
    text: "paragraph", "§", Localized("bara denna paragraf", "this paragraph only"), .repeated)
  static let party = Option<Code>(text: "party", "CODE", Localized("part i löftet", "party to the promise"))
  static let place = Option<Text>(text: "place", "TEXT", Localized("var", "where"))
  static let address = Option<Text>(text: "address", "URL", Localized("adress på webben", "address on the web"))
  static let from = Option<LocalDate>(text: "from", "DATE", Localized("första dag", "first day"))
  static let through = Option<LocalDate>(text: "through", "DATE", Localized("sista dag", "last day"))
  static let description = Option<Text>(text: "description", "TEXT", Localized("beskrivning", "description"))
  static let court = Option<Text>(
    text: "by", "TEXT", Localized("domstolen eller myndigheten", "the court or authority"), .required)
  static let caseNumber = Option<Text>(text: "case-number", "TEXT", Localized("målnummer", "case number"))
}

extension Drafting {
  /// The promise named, or the only one in the ledger.
  var promise: SubjectID? {
    if let stated = arguments[optional: Shared.promise] { return stated }
    let promises = chronicle.subjects(.promise)
    return promises.count == 1 ? promises[0] : nil
  }

  /// A span of days from two options: none, both, or a failure.
  func span() throws(Failure) -> DateSpan? {
    switch (arguments[optional: Shared.from], arguments[optional: Shared.through]) {
    case (nil, nil): return nil
    case (let from?, let through?): return DateSpan(from: from, through: through)
    case (nil, _): throw .refused(.missing(field: "from"))
    case (_, nil): throw .refused(.missing(field: "through"))
    }
  }

  /// Who proposed: an official, a party, or a private person, whose name and contact are sealed. One who has no number in the book
  /// gets one, by an entry before that of the proposal.
  mutating func proposer(
    official: Option<PublicOfficial>, party: Option<Code>, citizen: Option<String>, contact: Option<String>
  ) throws(Failure) -> Proposer? {
    let given = [arguments.isGiven(official), arguments.isGiven(party), arguments.isGiven(citizen)]
    if given.filter(\.self).count > 1 {
      throw .exclusive([official.declaration, party.declaration, citizen.declaration].map(\.reference))
    }
    if let official = arguments[optional: official] { return .official(official) }
    if let party = arguments[optional: party] { return .party(party) }
    return try privatePerson(arguments[optional: citizen], contact: arguments[optional: contact]).map { .citizen($0) }
  }
}

/// Options for who proposed or raised something.
enum ProposerOptions {
  static let official = Option<PublicOfficial>(
    official: "proposed-by", Localized("förslagsställare i tjänsten", "proposer in office"))
  static let party = Option<Code>(
    text: "proposed-by-party", "CODE", Localized("föreslagen av part", "proposed by a party"))
  static let citizen = Option<String>(
    "proposed-by-citizen", "NAME|E-ID",
    Localized(
      "föreslagen av enskild: namnet, som förseglas, eller personens nummer",
      "proposed by a private person: the name, which is sealed, or the person's number")
  )
  static let contact = Option<String>(
    "citizen-contact", "TEXT", Localized("den enskildes kontakt; förseglas", "the private person's contact; sealed"))
  static let all: [any Declared] = [official, party, citizen, contact]
}
