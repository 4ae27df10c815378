import Integrity
import LedgerDomain
import StrictJSON

@testable import JournalStore

// The line reader: the scanner beside the slow decoding, and what was decoded written again.

private let source: LedgerIdentity = {
  guard let identity = try? LedgerIdentity(text: "urn:uuid:00000000-0000-4000-8000-00000000000a") else { fatalError() }
  return identity
}()

nonisolated(unsafe) private var scanner = LineScanner(source: source)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let line = Array(UnsafeBufferPointer(start: start, count: count))
  if line.contains(0x0A) { return 0 }
  // A fresh allocation of just the line and its LF: a step beyond it is seen by the address sanitizer.
  let file = line + [0x0A]
  let facts = file.withUnsafeBufferPointer { scanner.scan(UnsafeBufferPointer(rebasing: $0[..<count])) }
  let (mentions, commitments) = (scanner.findings.mentions, scanner.findings.commitments)
  guard let decoded = try? LineFormat.decode(line) else {
    precondition(facts == nil, "the scanner accepts what is no line")
    return 0
  }
  let event = decoded.event
  if decoded.schemaVersion == event.fact.version {
    precondition(LineFormat.encode(event, source: decoded.source, prev: decoded.prev) == line, "written otherwise")
  }
  let data = LineFormat.dataRange(in: line)
  if let facts {
    precondition(decoded.source == source && facts == LineFacts(decoded, data: data), "other facts")
    precondition(Set(mentions) == Set(event.mentions), "other mentions")
    let found = Set(commitments.map { String(decoding: line[$0..<($0 + 64)], as: UTF8.self) })
    precondition(found == Set((event.commitments + event.erasedCommitments).map(\.hex)), "other commitments")
  }
  let slow = Set(
    LineFindings.commitments(in: line, of: event).map { String(decoding: line[$0..<($0 + 64)], as: UTF8.self) })
  precondition(slow == Set((event.commitments + event.erasedCommitments).map(\.hex)), "other slow commitments")
  return 0
}
