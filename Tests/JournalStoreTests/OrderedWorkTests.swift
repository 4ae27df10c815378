import Glibc
import Synchronization
import TestSupport
import Testing

@testable import JournalStore

@Suite("Work in order on several threads")
struct OrderedWorkTests {
  /// Some work that takes differently long, so that results come out of order.
  private static func busy(_ piece: Int) -> Int {
    var number = UInt64(piece + 1)
    for _ in 0..<((piece * 7919) % 13 * 40) { number = number &* 6_364_136_223_846_793_005 &+ 1 }
    return number == 0 ? -1 : piece
  }

  @Test("results are joined each once and in order, for any count and any number of threads", arguments: -1...8)
  func order(threads: Int) {
    for count in [0, 1, 2, 3, 7, 8, 9, 100, 1000] {
      var joined: [Int] = []
      let made = Mutex(0)
      OrderedWork.run(
        count: count, threads: threads, scratch: { made.withLock { $0 += 1 } },
        work: { piece, _ in Self.busy(piece) },
        join: { (piece: Int) in
          joined.append(piece)
          return true
        })
      #expect(joined == Array(0..<count))
      // A scratch is made by who has work, never more than there are threads or pieces.
      let scratches = made.withLock { $0 }
      #expect(scratches <= max(1, min(threads, count)) && (count == 0) == (scratches == 0))
    }
  }

  @Test("after the first false nothing is joined, and no more than what was begun is done", arguments: 1...8)
  func early(threads: Int) {
    for stop in [0, 1, 2, 17, 99] {
      var joined: [Int] = []
      let begun = Mutex<Set<Int>>([])
      OrderedWork.run(
        count: 10_000, threads: threads, scratch: { 0 },
        work: { piece, own in
          own += 1
          _ = begun.withLock { $0.insert(piece) }
          return Self.busy(piece)
        },
        join: { (piece: Int) in
          joined.append(piece)
          return piece < stop
        })
      #expect(joined == Array(0...stop))
      let all = begun.withLock { $0 }
      #expect(all.count < 10_000 && all.isSuperset(of: 0...stop))
    }
  }

  @Test("whoever is far ahead of the piece that is next in line waits for it", arguments: [2, 3, 8])
  func bounded(threads: Int) {
    let begun = Atomic(0)
    var joined = 0
    var most = 0
    OrderedWork.run(
      count: 1000, threads: threads, scratch: { 0 },
      work: { piece, _ in
        begun.add(1, ordering: .relaxed)
        // The first piece takes until the others have all stopped: those ahead and, for each other thread, one more.
        if piece == 0 {
          let limit = OrderedWork.waitingLimit + threads - 1
          while begun.load(ordering: .relaxed) < limit { sched_yield() }
          // Time for more of them, if there were any.
          for _ in 0..<200 { sched_yield() }
        }
        return begun.load(ordering: .relaxed)
      },
      join: { (count: Int) in
        if joined == 0 { most = count }
        joined += 1
        return true
      })
    #expect(joined == 1000)
    #expect(most == OrderedWork.waitingLimit + threads - 1)
  }

  @Test("work that fails gives its error in its place: what stands before it is joined, what stands after is not")
  func failing() {
    struct Trouble: Error {}
    for threads in 1...4 {
      var joined: [Int] = []
      var failed = 0
      OrderedWork.run(
        count: 200, threads: threads, scratch: { () },
        work: { piece, _ -> Result<Int, Trouble> in
          piece.isMultiple(of: 60) && piece > 0 ? .failure(Trouble()) : .success(Self.busy(piece))
        },
        join: { (result: Result<Int, Trouble>) in
          guard case .success(let piece) = result else {
            failed += 1
            return false
          }
          joined.append(piece)
          return true
        })
      #expect(joined == Array(0..<60) && failed == 1)
    }
  }

  @Test("one call of join at a time: a count without a lock is right")
  func oneAtATime() {
    for threads in [2, 4, 8] {
      var sum = 0
      OrderedWork.run(
        count: 5000, threads: threads, scratch: { () }, work: { piece, _ in piece },
        join: { (piece: Int) in
          sum += piece
          return true
        })
      #expect(sum == 5000 * 4999 / 2)
    }
  }

  @Test("what results hold is let go of, joined or not")
  func released() {
    final class Held: Sendable {
      let counter: Counter
      init(_ counter: Counter) {
        self.counter = counter
        counter.count.wrappingAdd(1, ordering: .relaxed)
      }
      deinit { counter.count.wrappingSubtract(1, ordering: .relaxed) }
    }
    final class Counter: Sendable { let count = Atomic(0) }
    let counter = Counter()
    for stop in [3, 1000] {
      OrderedWork.run(
        count: 500, threads: 4, scratch: { Held(counter) }, work: { piece, _ in (piece, Held(counter)) },
        join: { (result: (Int, Held)) in result.0 < stop })
      #expect(counter.count.load(ordering: .relaxed) == 0)
    }
  }
}
