import Glibc
import Synchronization

/// Pieces of work done on several threads, and their results joined in the order of the pieces.
///
/// Each thread takes the next piece, so results come nearly in order; whoever brings the one that is next in line joins
/// it and all that waited for it, while the others go on. Whoever is far ahead waits, so few results do at any time.
enum OrderedWork {
  /// Does pieces 0..<count with so many threads, the caller's among them, and returns when all are joined.
  ///
  /// `scratch` is made once for each thread. `join` is called on any of the threads, one call at a time, in the order
  /// of the pieces; after its first false nothing more is joined or begun.
  static func run<Scratch, Result>(
    count: Int, threads: Int, scratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Int, inout Scratch) -> Result, join: (Result) -> Bool
  ) {
    withoutActuallyEscaping(join) { join in
      let line = Line(count: count, join: join)
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

  /// How many results may wait to be joined before whoever brings one waits too.
  static let waitingLimit = 32

  /// How many processors this process may use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The pieces that wait to be taken, and the results that wait to be joined.
  private final class Line<Result>: @unchecked Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let isOver = Atomic(false)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// Told when results were joined.
    private let joined = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    // These are touched only while the mutex is held.
    private let join: (Result) -> Bool
    private var joinedCount = 0
    private var waiting: [Int: Result] = [:]

    init(count: Int, join: @escaping (Result) -> Bool) {
      self.count = count
      self.join = join
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(joined, nil)
    }

    deinit {
      pthread_cond_destroy(joined)
      joined.deallocate()
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }

    func take() -> Int? {
      guard !isOver.load(ordering: .relaxed) else { return nil }
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return piece < count ? piece : nil
    }

    func bring(_ result: Result, of piece: Int) {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      waiting[piece] = result
      let before = joinedCount
      while !isOver.load(ordering: .relaxed), let result = waiting.removeValue(forKey: joinedCount) {
        joinedCount += 1
        if !join(result) { isOver.store(true, ordering: .relaxed) }
      }
      if joinedCount > before { pthread_cond_broadcast(joined) }
      // Whoever has the piece that is next in line is at work on it, and so does not wait here.
      while waiting.count >= OrderedWork.waitingLimit, !isOver.load(ordering: .relaxed) {
        pthread_cond_wait(joined, mutex)
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
