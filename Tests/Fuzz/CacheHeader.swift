import DurableFiles
import Glibc
import Integrity
import LedgerDomain
import StrictJSON

@testable import JournalStore

// The header of a cache file, its digest made right: only the form protects then.

private let path = "/dev/shm/liggare-fuzz-\(getpid())"
private let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count >= 16, input.count < 1 << 17 else { return 0 }
  // The input begins with the header's length; what is shorter than the form allows is left as it is.
  let stated = input.withUnsafeBytes { Int($0.loadUnaligned(as: Int.self)) }
  let end = stated > 48 ? min(stated - 48, input.count) : 0
  let file = CacheFile.magic + SHA256.hash(Array(input[..<end])).bytes + input
  guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, file, file.count, 0) == file.count else { return 0 }
  let keyCount = input.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: Int.self) }
  let key = keyCount >= 0 && keyCount <= input.count - 16 ? Array(input[16..<(16 + keyCount)]) : []
  guard let sections = FileSections(path, key: key, operations: .system) else { return 0 }
  for table in 0..<24 {
    let size = sections.byteCount(of: table)
    precondition(size >= 0 && size <= file.count, "a table greater than its file")
    for range in [0..<size, 0..<min(size, 8), max(0, size - 8)..<size, 0..<(size + 1)] {
      let given = try? sections.withBytes(of: table, range) { $0.count }
      precondition(given == nil || given == range.count)
    }
  }
  if case .object(let note)? = try? JSONValue(parsing: sections.note), let snapshot = Snapshot(note, sections) {
    _ = try? snapshot.index.line(at: 1)
    _ = try? snapshot.index.subjects(nil, through: 3)
  }
  return 0
}
