/// Which events bear on a decision: a promise is published, an indicator observed and a case worked on far more often than
/// any rule looks at.
///
/// Whoever gives `decide` states and entries may leave the others out, and the decision is the same; that is what its
/// tests look for. So what a decision costs does not grow with how long something has been followed up.
extension Command {
  /// The types of events that `decide` looks at in the state of a subject as now known, and among the entries of its own
  /// subject; nil for all.
  package func typesBearing(on id: SubjectID) -> Set<String>? {
    // Corrections, reversals, documents and erasures are about entries of any type.
    if id == subject, case .entry = fact { return nil }
    return Self.bearing[id.kind]
  }

  /// The types of events that `decide` looks at in the state of a subject as of the fact's moment; nil for all.
  package func typesBearingThen(on id: SubjectID) -> Set<String>? {
    // The evaluation of a measure asks an indicator for its baseline.
    id.kind == .indicator && id != subject ? nil : typesBearing(on: id)
  }

  private static let aboutEntries: Set<String> = [EntryCorrected.type, EntryReversed.type]

  private static let bearing: [SubjectKind: Set<String>] = [
    .promise: aboutEntries.union([
      PromiseAdopted.type, PromiseSigned.type, PromiseAmended.type, PromiseConcluded.type,
    ]),
    .indicator: aboutEntries.union([IndicatorDefined.type]),
    .case: aboutEntries.union([CaseOpened.type, CaseLinked.type, CaseClosed.type, CaseReopened.type]),
  ]
}
