package import CommandArguments
package import LedgerDomain
import StrictJSON

/// What subjects and codes are called, looked up for phrases. An unknown one goes by its identifier.
package struct Names: Sendable {
  /// The name of a subject, or nil: of a body `Kommunstyrelsen`, of a measure its title.
  package let subject: @Sendable (SubjectID) -> String?
  /// The day of a meeting, or nil.
  package let day: @Sendable (SubjectID) -> LocalDate?
  /// The name that a code stands for in a list of the promise, or nil: `Nävertorp` for `navertorp`. With no list, in the first that has it.
  package let code: @Sendable (Code, CodeList?) -> String?

  /// The text of a sealed value for a reader who may see it and has asked to; nil masks it.
  package let sealed: @Sendable (SealedValue) -> String?

  package init(
    subject: @escaping @Sendable (SubjectID) -> String? = { _ in nil },
    day: @escaping @Sendable (SubjectID) -> LocalDate? = { _ in nil },
    code: @escaping @Sendable (Code, CodeList?) -> String? = { _, _ in nil },
    sealed: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    self.subject = subject
    self.day = day
    self.code = code
    self.sealed = sealed
  }

  /// The same names, with the sealed values that `sealed` gives.
  package func revealing(_ sealed: @escaping @Sendable (SealedValue) -> String?) -> Names {
    Names(subject: subject, day: day, code: code, sealed: sealed)
  }

  /// The text of a sealed value, else the mask: the one place where either is put before a person. The mask is the same for what is
  /// sealed and for what was erased.
  package func text(of value: SealedValue) -> Localized {
    sealed(value).map { Localized(both: $0) } ?? StandingWords.masked
  }

  /// Names taken from states. Codes are looked for in the promises given, in their order.
  package init(states: @escaping @Sendable (SubjectID) -> SubjectState, promises: [SubjectID] = []) {
    self.init(
      subject: { states($0).name },
      day: { id in if case .meeting(let meeting) = states(id) { meeting.day } else { nil } },
      code: { code, list in
        for id in promises {
          guard case .promise(let promise) = states(id), let terms = promise.terms else { continue }
          let lists: [(CodeList, [Named])] = [
            (.areas, terms.areas), (.focusAreas, terms.focusAreas), (.parties, terms.parties),
            (.sites, terms.reporting?.sites ?? []),
          ]
          let named = lists.filter { list == nil || $0.0 == list }.flatMap(\.1)
          if let found = named.first(where: { $0.code == code }) { return found.name.text }
        }
        return nil
      })
  }

  /// The name of a subject, else its identifier.
  package func of(_ id: SubjectID) -> String { subject(id) ?? id.text }

  /// The name that a code stands for, else the code.
  package func of(_ name: Code, in list: CodeList? = nil) -> String { code(name, list) ?? name.text }
}
