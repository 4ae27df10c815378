package import DurableFiles
import Synchronization

/// A file system that records every call and goes wrong as planned.
package final class FaultPlan: Sendable {
  package enum Fault: Sendable {
    case none
    /// The call with this index, counted from 0, fails with this errno.
    case fail(call: Int, errno: Int32)
    /// Every call of this kind fails with this errno.
    case always(FileError.Operation, errno: Int32)
    /// From the call with this index on, nothing reaches the file system any more: what is there then is what a crash
    /// leaves.
    case crash(call: Int)
    /// As `crash`, but if the call is a write, this many of its bytes still arrive.
    case crashInWrite(call: Int, byteCount: Int)
    /// The call with this index, if it is a read or a write, handles no more than so many bytes.
    case short(call: Int, byteCount: Int)
    /// No read or write handles more than so many bytes, and every other call of these two is interrupted first.
    case small(byteCount: Int)
  }

  private let fault: Fault
  private let recorded = Mutex<[FileOperations.Call]>([])

  package init(_ fault: Fault = .none) {
    self.fault = fault
  }

  /// The calls that were asked for so far.
  package var calls: [FileOperations.Call] { recorded.withLock { $0 } }

  /// The calls as text, without the folder that the test works in.
  package func log(in folder: String) -> [String] {
    calls.map { call in
      let path = call.path == folder ? "." : call.path.replacing(folder + "/", with: "")
      return call.byteCount > 0 ? "\(call.operation) \(path) \(call.byteCount)" : "\(call.operation) \(path)"
    }
  }

  package var operations: FileOperations { operations(witness: nil) }

  /// The file system before a witness, too.
  package func operations(witness: (@Sendable (FileOperations.Effect) -> Void)?) -> FileOperations {
    FileOperations(witness: witness) { call in
      let index = self.recorded.withLock { calls in
        calls.append(call)
        return calls.count - 1
      }
      return self.verdict(call, index)
    }
  }

  private func verdict(_ call: FileOperations.Call, _ index: Int) -> FileOperations.Verdict {
    let inputOutputError: Int32 = 5
    let interrupted: Int32 = 4
    switch fault {
    case .none:
      return .proceed
    case .fail(let failing, let errno):
      return index == failing ? .fail(errno) : .proceed
    case .always(let operation, let errno):
      return call.operation == operation ? .fail(errno) : .proceed
    case .crash(let first):
      return index < first ? .proceed : .fail(inputOutputError)
    case .crashInWrite(let first, let byteCount):
      if index == first, call.operation == .write { return .limit(byteCount: byteCount) }
      return index < first ? .proceed : .fail(inputOutputError)
    case .short(let short, let byteCount):
      return index == short ? .limit(byteCount: byteCount) : .proceed
    case .small(let byteCount):
      guard call.operation == .read || call.operation == .write else { return .proceed }
      return index.isMultiple(of: 2) ? .fail(interrupted) : .limit(byteCount: byteCount)
    }
  }
}
