package import StrictJSON

/// The events about the ledger itself.
package indirect enum LedgerFact: SubjectFact {
  case opened(LedgerOpened)
  case keyRegistered(KeyRegistered)
  case keyRetired(KeyRetired)
  case concluded(LedgerConcluded)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .opened(let payload): visitor.visit(payload)
    case .keyRegistered(let payload): visitor.visit(payload)
    case .keyRetired(let payload): visitor.visit(payload)
    case .concluded(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .ledger(.opened($0)) },
    FactReader { .ledger(.keyRegistered($0)) },
    FactReader { .ledger(.keyRetired($0)) },
    FactReader { .ledger(.concluded($0)) },
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    identity = try members.read("identity")
    title = try members.read("title")
    owner = try members.read("owner")
    dataController = try members.read("dataController")
    reality = try members.read("reality")
    validity = try members.read("validity")
    timeZone = try members.read("timeZone")
    language = try members.read("language")
    periods = try members.read("periods")
    format = try members.read("format")
  }

  package func write(members: inout JSONPen) {
    members.write("identity", identity)
    members.write("title", title)
    members.write("owner", owner)
    members.write("dataController", dataController)
    members.write("reality", reality)
    members.write("validity", validity)
    members.write("timeZone", timeZone)
    members.write("language", language)
    members.write("periods", periods)
    members.write("format", format)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    verifier = try members.read("verifier")
    holder = try members.read("holder")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("verifier", verifier)
    members.write("holder", holder)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    reason = try members.read("reason")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("reason", reason)
  }
}

/// The book is closed: nothing more is expected in it, and what comes is irregular.
package struct LedgerConcluded: Payload {
  package static let type = "ledger.concluded"
  package var statement: Text

  package init(statement: Text) {
    self.statement = statement
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    statement = try members.read("statement")
  }

  package func write(members: inout JSONPen) {
    members.write("statement", statement)
  }
}
