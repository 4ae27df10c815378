import Glibc

/// The lines of a journal as they were swept, in one block of memory: each where it lies in its segment, the segments one
/// behind the other. So every part of a sweep knows where its lines belong, and nothing is moved when parts are joined.
///
/// Each line is kept once, and is not read before it is kept: threads write beside each other.
final class KeptLines: @unchecked Sendable {
  private let memory: UnsafeMutableRawBufferPointer
  /// Where each segment begins.
  private let starts: [Int]

  /// Memory for the lines of some segments; it costs nothing while nothing stands in it.
  init(of segments: [Sweep.Segment]) {
    var (starts, end) = ([Int](), 0)
    for segment in segments {
      starts.append(end)
      end += segment.byteCount
    }
    self.starts = starts
    let isLarge = end >= Self.largePage
    memory = .allocate(byteCount: end, alignment: isLarge ? Self.largePage : 64)
    // Lines are read in the order of subjects, here and there: with pages of 4 KiB nearly each would miss the processor's
    // table of pages, and each page is a fault when it is first written. Where there are no larger ones it goes without.
    if isLarge { madvise(memory.baseAddress, end, MADV_HUGEPAGE) }
  }

  deinit { memory.deallocate() }

  private static let largePage = 2 << 20

  var byteCount: Int { memory.count }

  /// Keeps a line and its LF, and says where.
  func keep(_ line: SweptLine) -> Int {
    let start = starts[line.segment] + line.byteOffset
    let end = start + line.bytes.count
    memory[start..<end].copyBytes(from: line.bytes)
    memory[end] = UInt8(ascii: "\n")
    return start
  }

  /// A line that is kept. Valid as long as this is.
  func bytes(from start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      UnsafeMutableRawBufferPointer(rebasing: memory[start..<(start + count)]).bindMemory(to: UInt8.self))
  }
}
