import StrictJSON

/// The rest of the ledger as a decision sees it: any subject's state, as of the fact's effective moment and as known now.
package struct Surroundings: Sendable {
  /// The state as of the moment that the fact is effective. Empty and not founded when nothing is known of it then.
  package let then: @Sendable (SubjectID) -> SubjectState
  /// The state with everything now known, whenever effective.
  package let now: @Sendable (SubjectID) -> SubjectState
  /// The subjects of a kind, in order.
  package let subjects: @Sendable (SubjectKind) -> [SubjectID]

  package init(
    then: @escaping @Sendable (SubjectID) -> SubjectState, now: @escaping @Sendable (SubjectID) -> SubjectState,
    subjects: @escaping @Sendable (SubjectKind) -> [SubjectID]
  ) {
    self.then = then
    self.now = now
    self.subjects = subjects
  }
}

extension Surroundings {
  /// Refuses a reference to something unknown or of the wrong kind. A field that says nothing passes.
  func require(_ id: SubjectID?, _ kind: SubjectKind) throws(Refusal) {
    guard let id else { return }
    guard id.kind == kind else { throw .wrongKind(id, expected: kind) }
    guard now(id).isFounded else { throw .unknownSubject(id) }
  }

  func require(_ ids: [SubjectID], _ kind: SubjectKind) throws(Refusal) {
    for (index, id) in ids.enumerated() {
      try require(id, kind)
      if ids[..<index].contains(id) { throw .duplicate(field: kind.text, value: id.text) }
    }
  }

  /// Refuses codes that are not in a list of the promise; with no promise named, of any promise in the ledger.
  func require(_ codes: [Code], in list: CodeList, of promise: SubjectID?) throws(Refusal) {
    let promises = promise.map { [$0] } ?? subjects(.promise)
    let known = promises.flatMap { self.promise($0, at: now)?.codes(list) ?? [] }
    for (index, code) in codes.enumerated() {
      guard known.contains(code) else { throw .unknownCode(code, list: list, known: known) }
      if codes[..<index].contains(code) { throw .duplicate(field: list.text, value: code.text) }
    }
  }

  private func promise(_ id: SubjectID, at clock: (SubjectID) -> SubjectState) -> CitizenPromise? {
    if case .promise(let promise) = clock(id) { promise } else { nil }
  }

  func promise(_ id: SubjectID) -> CitizenPromise? { promise(id, at: now) }

  var ledger: Ledger? { if case .ledger(let ledger) = now(.ledger) { ledger } else { nil } }

  /// The typed state as of the fact's moment.
  func decision(_ id: SubjectID) -> Decision? { if case .decision(let state) = then(id) { state } else { nil } }
  func delegation(_ id: SubjectID) -> Delegation? { if case .delegation(let state) = then(id) { state } else { nil } }
  func indicator(_ id: SubjectID) -> Indicator? { if case .indicator(let state) = then(id) { state } else { nil } }
  func measure(_ id: SubjectID) -> Measure? { if case .measure(let state) = then(id) { state } else { nil } }
  func meeting(_ id: SubjectID) -> Meeting? { if case .meeting(let state) = now(id) { state } else { nil } }
  func body(_ id: SubjectID) -> Body? { if case .body(let state) = now(id) { state } else { nil } }
}
