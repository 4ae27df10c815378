import Synchronization

/// What a command has no use for any more and leaves as it is, since its process is about to end: a hundred thousand states take longer to
/// free than a page to write.
///
/// Where commands run one after another, in tests, it goes with the ``World`` that it was left in.
package final class Leftovers: Sendable {
  private let values = Mutex<[any Sendable]>([])

  package init() {}

  func leave(_ value: any Sendable) { values.withLock { $0.append(value) } }

  /// Leaves everything to the system, which takes back the memory of a process that ends.
  func outlive() { _ = Unmanaged.passRetained(self) }
}
