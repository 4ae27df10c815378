import LedgerDomain
import Projections
import Synchronization

/// What a report is asked for more than once, each made when it is first asked for. Copies of the report share it.
final class PackShelf: Sendable {
  let duties = Kept<[Obligation]>()
  let silent = Kept<[SilentRow]>()
  let changes = Kept<ChangesSince>()
  let decisions = Kept<[DecisionRow]>()
  let addedSince = Kept<[LaterRow]>()
  let earlier = Kept<[ReportingPeriod]>()

  /// A value that is kept once it is made; who asks meanwhile waits.
  final class Kept<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func callAsFunction(_ make: () -> Value) -> Value {
      value.withLock { value in
        if let value { return value }
        let made = make()
        value = made
        return made
      }
    }
  }
}
