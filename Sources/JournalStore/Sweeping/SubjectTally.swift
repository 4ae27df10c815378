package import LedgerDomain

/// What is made of the subjects of a journal: of some subjects by themselves, and then joined in the order of subjects.
package protocol SubjectTally: Sendable {
  /// Takes the next subject with the events about it, in order of position.
  mutating func take(_ subject: SubjectID, _ events: [Event])
  /// Takes what was made of the subjects that follow.
  mutating func join(_ next: Self)
}

extension SubjectTally {
  /// What comes of pieces of subjects, each shown to a copy of this empty tally on any processor, joined in their order. After the
  /// first failure nothing more is joined. `scratch` is made once for each thread.
  func joined<Scratch>(
    _ count: Int, scratch: @escaping @Sendable () -> Scratch,
    show: @escaping @Sendable (Int, inout Scratch, inout Self) throws(JournalError) -> Void
  ) throws(JournalError) -> Self {
    let empty = self
    var joined = self
    var failure: JournalError?
    OrderedWork.run(
      count: count, threads: OrderedWork.processorCount, scratch: scratch,
      work: { piece, scratch in
        var tally = empty
        do throws(JournalError) {
          try show(piece, &scratch, &tally)
          return Result<Self, JournalError>.success(tally)
        } catch { return .failure(error) }
      },
      join: { (result: Result<Self, JournalError>) in
        switch result {
        case .success(let tally): joined.join(tally)
        case .failure(let error): failure = error
        }
        return failure == nil
      })
    if let failure { throw failure }
    return joined
  }
}
