import CommandArguments
import LedgerDomain
import StrictJSON

/// `delegation`: who may decide in a body's place.
enum DelegationCommands {
  static let noun = Noun(
    "delegation", Localized("delegationer", "delegations"),
    [grant, revoke, Verb.list(.delegation), Verb.show(.delegation)])

  private static let fromBody = Option<SubjectID>(
    text: "from-body", "B-ID", Localized("organet som delegerar", "the delegating body"), .required)
  private static let delegate = Option<PublicOfficial>(
    official: "delegate", Localized("delegaten", "the delegate"), .required)
  private static let scope = Option<Text>(
    text: "scope", "TEXT", Localized("vad som delegeras", "what is delegated"), .required)
  private static let reference = Option<Text>(
    text: "scheme", "TEXT", Localized("punkt i delegationsordningen", "place in the delegation scheme"))
  private static let further = Flag(
    "may-delegate-further", Localized("får vidaredelegera (KL 7:6)", "may delegate further (KL 7:6)"))
  private static let under = Option<SubjectID>(
    text: "under", "G-ID", Localized("vidaredelegerad från", "a sub-delegation of"))
  private static let decision = Option<SubjectID>(text: "decision", "D-ID", Localized("beslutet", "the decision"))

  static let grant = Verb.recording(
    ["delegation", "grant"], Localized("delegera", "grant a delegation"),
    [fromBody, delegate, scope, Shared.from, Shared.through, reference, further, under, decision],
    example:
      #"liggare delegation grant --from-body B-0002 --delegate "säkerhetschef" --scope "Kameror till 200 000 kr" --scheme "3.4""#,
    Localized("till en befattning", "to an office")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      draft.newID(.delegation),
      .delegation(
        .granted(
          DelegationGranted(
            from: try given.value(fromBody), to: try given.value(delegate), scope: try given.value(scope),
            validity: try draft.span(), reference: given[optional: reference], mayDelegateFurther: given[further],
            under: given[optional: under], decision: given[optional: decision]))))
  }

  static let revoke = Verb.recording(
    ["delegation", "revoke"], Localized("återkalla", "revoke"), about: [Subjects.delegation],
    [Shared.reason, decision],
    example: #"liggare delegation revoke G-0001 --reason "Ny delegationsordning""#,
    Localized("från i dag", "from today")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.delegation),
      .delegation(
        .revoked(DelegationRevoked(reason: try given.value(Shared.reason), decision: given[optional: decision]))))
  }
}
