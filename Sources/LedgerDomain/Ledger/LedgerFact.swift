package import StrictJSON

/// The events about the ledger itself.
package enum LedgerFact: SubjectFact {
  case opened(LedgerOpened)
  case keyRegistered(KeyRegistered)
  case keyRetired(KeyRetired)
  case concluded(LedgerConcluded)

  package var payload: any Payload {
    switch self {
    case .opened(let payload): payload
    case .keyRegistered(let payload): payload
    case .keyRetired(let payload): payload
    case .concluded(let payload): payload
    }
  }

  package static let readers: [FactReader<LedgerFact>] = [
    FactReader(LedgerFact.opened),
    FactReader(LedgerFact.keyRegistered),
    FactReader(LedgerFact.keyRetired),
    FactReader(LedgerFact.concluded),
  ]
}

/// Whether a ledger is about the real world.
package enum LedgerReality: String, Choice {
  case real
  /// Made up. Every output says so.
  case illustrative
}

/// The first event of every ledger: its identity and the settings that its answers depend on.
package struct LedgerOpened: Payload {
  package static let type = "ledger.opened"
  /// The CloudEvents `source` of every event: an absolute URI, `urn:uuid:…`.
  package var identity: Text
  package var title: Text
  /// The authority whose public record the ledger is.
  package var owner: Text
  /// Responsible for the personal data in it (GDPR art. 4.7); absent where the owner is.
  package var dataController: Text?
  package var reality: LedgerReality
  package var validity: DateSpan
  package var timeZone: Text
  /// `sv` or `en`: the language of reports.
  package var language: Code
  package var periods: [ReportingPeriod]
  /// The version of the ledger's format; 1.
  package var format: Int

  package init(
    identity: Text, title: Text, owner: Text, dataController: Text? = nil, reality: LedgerReality, validity: DateSpan,
    timeZone: Text, language: Code, periods: [ReportingPeriod] = [], format: Int
  ) {
    self.identity = identity
    self.title = title
    self.owner = owner
    self.dataController = dataController
    self.reality = reality
    self.validity = validity
    self.timeZone = timeZone
    self.language = language
    self.periods = periods
    self.format = format
  }
}

/// A key whose signatures on checkpoints count from now on.
package struct KeyRegistered: Payload {
  package static let type = "ledger.key-registered"
  /// The name of the key, as in a signed note.
  package var name: Text
  /// The verifier key: name, key id and public key, as C2SP signed-note writes it.
  package var verifier: Text
  package var holder: PublicOfficial?

  package init(name: Text, verifier: Text, holder: PublicOfficial? = nil) {
    self.name = name
    self.verifier = verifier
    self.holder = holder
  }
}

/// A key that no longer counts.
package struct KeyRetired: Payload {
  package static let type = "ledger.key-retired"
  package var name: Text
  package var reason: Text

  package init(name: Text, reason: Text) {
    self.name = name
    self.reason = reason
  }
}

/// The book is closed: nothing more is expected in it, and what comes is irregular.
package struct LedgerConcluded: Payload {
  package static let type = "ledger.concluded"
  package var statement: Text

  package init(statement: Text) {
    self.statement = statement
  }
}
