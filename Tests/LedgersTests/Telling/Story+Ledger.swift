import LedgerDomain
import StrictJSON
import TestSupport

/// Verbs about the ledger, promises, pictures and indicators.
extension Story {
  func open(_ opened: LedgerOpened) { scribe.take(.ledger, .ledger(.opened(opened))) }

  func register(key: KeyRegistered) { scribe.take(.ledger, .ledger(.keyRegistered(key))) }

  func retire(key: Text, _ reason: Text) {
    scribe.take(.ledger, .ledger(.keyRetired(KeyRetired(name: key, reason: reason))))
  }

  func concludeLedger(_ statement: Text) {
    scribe.take(.ledger, .ledger(.concluded(LedgerConcluded(statement: statement))))
  }

  func adopt(_ id: SubjectID, _ adopted: PromiseAdopted) { scribe.take(id, .promise(.adopted(adopted))) }

  func sign(_ id: SubjectID, for party: Code, _ official: PublicOfficial) {
    scribe.take(id, .promise(.signed(PromiseSigned(party: party, by: official))))
  }

  func publish(_ id: SubjectID, at site: Text, _ address: Text? = nil) {
    scribe.take(id, .promise(.published(PromisePublished(site: site, address: address))))
  }

  func amend(_ id: SubjectID, _ amended: PromiseAmended) { scribe.take(id, .promise(.amended(amended))) }

  func conclude(_ id: SubjectID, _ statement: Text) {
    scribe.take(id, .promise(.concluded(PromiseConcluded(statement: statement))))
  }

  func assess(_ id: SubjectID, _ assessed: SituationAssessed) { scribe.take(id, .situation(.assessed(assessed))) }

  func define(_ id: SubjectID, _ defined: IndicatorDefined) { scribe.take(id, .indicator(.defined(defined))) }

  func observe(_ id: SubjectID, _ observed: IndicatorObserved) { scribe.take(id, .indicator(.observed(observed))) }
}
