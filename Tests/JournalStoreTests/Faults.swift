import DurableFiles
import Synchronization

/// A file system that counts its calls and goes wrong at one of them.
final class Faults: Sendable {
  enum Plan: Sendable {
    case none
    /// The call with this index, from 0, fails with this number of errno(3).
    case fail(call: Int, errno: Int32)
    /// No call from this index on is made any more: what is on the disk then is what a crash leaves.
    case crash(call: Int)
    /// As `crash`, but of a write that has this index so many bytes arrive.
    case crashInWrite(call: Int, byteCount: Int)
  }

  private let plan: Plan
  private let recorded = Mutex<[FileOperations.Call]>([])

  init(_ plan: Plan = .none) {
    self.plan = plan
  }

  var calls: [FileOperations.Call] { recorded.withLock { $0 } }

  var operations: FileOperations {
    FileOperations { call in
      let index = self.recorded.withLock { calls in
        calls.append(call)
        return calls.count - 1
      }
      switch self.plan {
      case .none: return .proceed
      case .fail(let failing, let errno): return index == failing ? .fail(errno) : .proceed
      case .crash(let first): return index < first ? .proceed : .fail(5)
      case .crashInWrite(let first, let byteCount):
        if index == first, call.operation == .write { return .limit(byteCount: byteCount) }
        return index < first ? .proceed : .fail(5)
      }
    }
  }
}
