/// What is kept of the lines of a journal while they are swept, in one block of memory as long as all of them: each part of the
/// sweep has as much of it as its lines are long, from where they lie in their segments, the segments one behind the other. So
/// every part knows where its own begins, and nothing is moved when parts are joined.
///
/// Nothing is kept twice, or read before it is kept: threads write beside each other. What no part fills costs no memory.
final class KeptLines: @unchecked Sendable {
  private let memory: UnsafeMutableRawBufferPointer
  /// Where each segment begins.
  private let starts: [Int]

  init(of segments: [Sweep.Segment]) {
    var (starts, end) = ([Int](), 0)
    for segment in segments {
      starts.append(end)
      end += segment.byteCount
    }
    self.starts = starts
    memory = .allocate(byteCount: end, alignment: 64)
  }

  deinit { memory.deallocate() }

  var byteCount: Int { memory.count }

  /// Where a line lies: what is kept of a part begins where its first line does.
  func place(of line: SweptLine) -> Int { starts[line.segment] + line.byteOffset }

  /// Keeps the end of a line from a place on, an LF behind it, and gives the place behind that.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end = start + bytes.count
    UnsafeMutableRawBufferPointer(rebasing: memory[start..<end]).copyMemory(from: UnsafeRawBufferPointer(bytes))
    memory[end] = UInt8(ascii: "\n")
    return end + 1
  }

  /// What is kept from a place on. Valid as long as this is.
  func bytes(from start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      UnsafeMutableRawBufferPointer(rebasing: memory[start..<(start + count)]).bindMemory(to: UInt8.self))
  }
}
