import Glibc

/// Pieces of work done on several threads, and their results joined in the order of the pieces.
///
/// Each thread takes the next piece, so results come nearly in order; whoever brings the one that is next in line joins
/// it and all that waited for it, while the others go on. Nobody runs further ahead of it than a few pieces for each
/// thread, so few results wait at any time, however long a thread is held up; except where all results are kept anyway.
package enum OrderedWork {
  /// Does pieces 0..<count with so many threads, the caller's among them, and returns when all are joined.
  ///
  /// `scratch` is made once for each thread. `join` is called on any of the threads, one call at a time, in the order
  /// of the pieces; after its first false nothing more is joined or begun. `ahead` is how many results may wait, by default four a thread.
  package static func run<Scratch, Result>(
    count: Int, threads: Int, ahead: Int? = nil, scratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Int, inout Scratch) -> Result, join: (Result) -> Bool
  ) {
    withoutActuallyEscaping(join) { join in
      let line = Line(count: count, ahead: ahead ?? 4 * max(1, threads), join: join)
      let worker: @Sendable () -> Void = {
        guard let first = line.take() else { return }
        var own = scratch()
        var next: Int? = first
        while let piece = next {
          line.bring(work(piece, &own), of: piece)
          next = line.take()
        }
      }
      let others = (1..<max(1, min(threads, count))).compactMap { _ in Thread(worker) }
      worker()
      for thread in others { thread.join() }
    }
  }

  /// What comes of each element, in the order of the elements and on all processors; pieces of so many go to a thread at a time.
  package static func compactMap<Element: Sendable, Value>(
    _ elements: [Element], inPiecesOf size: Int, _ body: @escaping @Sendable (Element) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    let count = (elements.count + size - 1) / size
    run(
      count: count, threads: processorCount, ahead: count, scratch: {},
      work: { piece, _ in
        elements[(piece * size)..<min(elements.count, (piece + 1) * size)].compactMap { body($0) }
      },
      join: { (some: [Value]) in
        values += some
        return true
      })
    return values
  }

  /// How many processors this process may use.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The pieces that wait to be taken, and the results that wait to be joined.
  private final class Line<Result>: @unchecked Sendable {
    private let count: Int
    /// How far a piece may be ahead of the next one to be joined.
    private let ahead: Int
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let moved = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    // These are touched only while the mutex is held.
    private let join: (Result) -> Bool
    private var next = 0
    private var isOver = false
    private var joinedCount = 0
    private var waiting: [Int: Result] = [:]

    init(count: Int, ahead: Int, join: @escaping (Result) -> Bool) {
      self.count = count
      self.ahead = ahead
      self.join = join
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(moved, nil)
    }

    deinit {
      pthread_cond_destroy(moved)
      pthread_mutex_destroy(mutex)
      moved.deallocate()
      mutex.deallocate()
    }

    /// The next piece; nil where there is none. Waits while it is too far ahead: who has the one that is awaited works on it.
    func take() -> Int? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while !isOver, next < count, next - joinedCount >= ahead { pthread_cond_wait(moved, mutex) }
      guard !isOver, next < count else { return nil }
      defer { next += 1 }
      return next
    }

    func bring(_ result: Result, of piece: Int) {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      waiting[piece] = result
      while !isOver, let result = waiting.removeValue(forKey: joinedCount) {
        joinedCount += 1
        if !join(result) { isOver = true }
        pthread_cond_broadcast(moved)
      }
    }
  }

  /// A thread of the system that runs a closure.
  private struct Thread {
    private let handle: pthread_t

    /// Nil where no thread could be had: whoever asked does the work alone.
    init?(_ body: @escaping @Sendable () -> Void) {
      let box = Unmanaged.passRetained(Box(body))
      var handle = pthread_t()
      let result = pthread_create(
        &handle, nil,
        { pointer in
          guard let pointer else { return nil }
          Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
      guard result == 0 else {
        box.release()
        return nil
      }
      self.handle = handle
    }

    func join() { pthread_join(handle, nil) }
  }

  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
