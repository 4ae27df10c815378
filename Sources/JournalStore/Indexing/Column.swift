import Glibc

/// Records of one kind that are gathered until a sweep is over: they grow without being copied, and what is dropped goes
/// back to the system at once.
///
/// Memory of the C library and not an array: an array of a gigabyte that grows is copied into another one, whose pages the
/// system clears first; `realloc` moves the pages themselves. Whoever holds one alone may change it. Every access is
/// within 0..<count, or is a mistake of ours that ends the program.
final class Column<T: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private var start: UnsafeMutablePointer<T>?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  deinit {
    free(start)
  }

  /// Another one with the same records.
  func copy() -> Column {
    let other = Column()
    other.append(buffer)
    return other
  }

  var buffer: UnsafeBufferPointer<T> { UnsafeBufferPointer(start: start, count: count) }

  subscript(index: Int) -> T {
    guard let start, (0..<count).contains(index) else { preconditionFailure("no such record") }
    return start[index]
  }

  func append(_ records: UnsafeBufferPointer<T>) {
    guard let source = records.baseAddress, !records.isEmpty else { return }
    if count + records.count > capacity { resize(max(count + records.count, 2 * capacity)) }
    guard let start else { preconditionFailure("there is room now") }
    (start + count).update(from: source, count: records.count)
    count += records.count
  }

  func append(_ records: [T]) {
    records.withUnsafeBufferPointer { append($0) }
  }

  /// Drops the last so many records, and gives their memory back. Requires as many.
  func removeLast(_ number: Int) {
    precondition((0...count).contains(number), "there are not so many records")
    count -= number
    resize(count)
  }

  private func resize(_ records: Int) {
    capacity = max(records, 1)
    guard let memory = realloc(start, capacity * MemoryLayout<T>.stride) else { preconditionFailure("out of memory") }
    start = memory.bindMemory(to: T.self, capacity: capacity)
  }
}
