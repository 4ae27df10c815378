import TestSupport
import Testing

@testable import DurableFiles

@Suite("What waits to be read again")
struct SpoolTests {
  @Test(
    "is read back from any place, whether it is in memory or in a file, and no name is left", arguments: [0, 10, 1000])
  func readBack(memoryByteLimit: Int) throws {
    let scratch = try ScratchFolder()
    let spool = Spool(in: scratch.path, memoryByteLimit: memoryByteLimit)
    var all: [UInt8] = []
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      spool.append(bytes)
      all += bytes
      #expect(spool.byteCount == all.count)
      let place = Int.random(in: 0...all.count, using: &generator)
      #expect(try spool.read(at: place, byteCount: all.count - place) == Array(all[place...]))
    }
    #expect(try FileOperations.system.names(in: scratch.path) == [])
    spool.removeAll()
    spool.append([7])
    #expect(try spool.read(at: 0, byteCount: 1) == [7])
  }

  @Test("with no folder for a file it stays in memory")
  func inMemory() throws {
    let plan = FaultPlan(.always(.open, errno: 13))
    let spool = Spool(in: nil, memoryByteLimit: 0, operations: plan.operations)
    spool.append([1, 2, 3])
    #expect(try spool.read(at: 1, byteCount: 2) == [2, 3])
    #expect(plan.calls.isEmpty)
  }

  @Test("a failure to write is kept until it is read, and no file is left", arguments: 0...2)
  func failure(call: Int) throws {
    let scratch = try ScratchFolder()
    let spool = Spool(
      in: scratch.path, memoryByteLimit: 0, operations: FaultPlan(.fail(call: call, errno: 28)).operations)
    spool.append([1])
    spool.append([2])
    #expect(throws: FileError.self) { try spool.read(at: 0, byteCount: spool.byteCount) }
    #expect(try FileOperations.system.names(in: scratch.path) == [])
    spool.removeAll()
    spool.append([3])
    #expect(try spool.read(at: 0, byteCount: 1) == [3])
  }

  @Test("records come in order, however short the runs are", arguments: [1, 2, 5, 64, 600, 5000])
  func sorted(recordsInRun: Int) throws {
    let scratch = try ScratchFolder()
    var generator = SeededGenerator(seed: UInt64(recordsInRun))
    for count in [0, 1, 2, 63, 64, 65, 1500] {
      for folder in [scratch.path, nil] {
        let sorter = RecordSorter(in: folder, recordsInRun: recordsInRun)
        var all: [RecordSorter.Record] = []
        while all.count < count {
          let some = (0..<min(7, count - all.count)).map { _ in
            // Few different words, so that each one decides.
            RecordSorter.Record(
              UInt64.random(in: 0...3, using: &generator), UInt64.random(in: 0...3, using: &generator),
              generator.next(), generator.next())
          }
          sorter.append(some)
          all += some
        }
        var drained: [RecordSorter.Record] = []
        try sorter.drain { drained += $0 }
        #expect(drained == all.sorted())
        #expect(
          zip(drained, drained.dropFirst()).allSatisfy {
            ($0.first, $0.second, $0.third) < ($1.first, $1.second, $1.third)
          })
        try sorter.drain { _ in #expect(Bool(false), "it is empty now") }
      }
    }
    #expect(try FileOperations.system.names(in: scratch.path) == [])
  }

  @Test("records whose runs cannot be written are not handed over")
  func unsorted() throws {
    let scratch = try ScratchFolder()
    let sorter = RecordSorter(
      in: scratch.path, recordsInRun: 3000, operations: FaultPlan(.always(.write, errno: 28)).operations)
    sorter.append((0..<6000).map { RecordSorter.Record($0, 0, 0, 0) })
    #expect(throws: FileError.self) { try sorter.drain { _ in } }
  }
}

@Suite("A folder in making")
struct FolderInMakingTests {
  private func fill(_ folder: FolderInMaking) throws {
    for name in ["a", "b"] {
      try FileOperations.system.createExclusively("\(folder.temporary)/\(name)", with: Array(name.utf8))
    }
  }

  @Test("is not there before it is finished, and the folders above it are made with it")
  func new() throws {
    let scratch = try ScratchFolder()
    let folder = try FolderInMaking(scratch("x/y/out"))
    try fill(folder)
    #expect(try !FileOperations.system.exists(scratch("x/y/out")))
    try folder.finish()
    #expect(try FileOperations.system.names(in: scratch("x/y")) == ["out"])
    #expect(try FileOperations.system.names(in: scratch("x/y/out")) == ["a", "b"])
  }

  @Test("one that is let go of leaves nothing of what it made")
  func letGo() throws {
    let scratch = try ScratchFolder()
    try FileOperations.system.createFolders(scratch("x"))
    for path in ["x/y/out", "x/out", "x"] {
      try fill(FolderInMaking(scratch(path)))
      #expect(try FileOperations.system.names(in: scratch.path) == ["x"])
      #expect(try FileOperations.system.names(in: scratch("x")) == [])
    }
  }

  @Test("a file in the way fails, and stays")
  func inTheWay() throws {
    let scratch = try ScratchFolder()
    try FileOperations.system.createExclusively(scratch("out"), with: [1])
    let folder = try FolderInMaking(scratch("out"))
    try fill(folder)
    #expect(throws: FileError.self) { try folder.finish() }
    #expect(throws: FileError.self) { try FolderInMaking(scratch("out/deeper/still")) }
    #expect(try FileOperations.system.read(scratch("out")) == [1])
  }
}
