import Glibc

/// `generate --events N --seed S --out DIR [--persons P] [--check]`: writes a ledger and says how long it took.
///
/// With `--persons`, so many private persons are in it, each with ten sealed values, and everything that is sealed has its file.
/// With `--check`, some 20,000 lines spread over the ledger are read back by `LineFormat.decode`, and the first 200.
struct GenerateCommand {
  private var eventCount = 0
  private var seed: UInt64 = 1
  private var folder = ""
  private var isChecked = false
  private var personCount = 0

  init(_ arguments: ArraySlice<String>) throws(GeneratorFailure) {
    var rest = arguments
    while let name = rest.popFirst() {
      switch name {
      case "--events": eventCount = try GenerateCommand.number(name, rest.popFirst())
      case "--seed": seed = UInt64(try GenerateCommand.number(name, rest.popFirst()))
      case "--out": folder = rest.popFirst() ?? ""
      case "--check": isChecked = true
      case "--persons": personCount = try GenerateCommand.number(name, rest.popFirst())
      default: throw .argument("unknown: \(name)")
      }
    }
    if folder.isEmpty { throw .argument("--out DIR is missing") }
  }

  func run() throws(GeneratorFailure) {
    let start = GenerateCommand.now()
    let book = try Storyteller.tell(
      eventCount: eventCount, seed: seed, into: folder, personCount: personCount,
      checkInterval: isChecked ? max(1, eventCount / 20_000) : 0)
    let seconds = GenerateCommand.now() - start
    let sink = book.sink
    print(
      "\(book.position) events, \(sink.byteCount) bytes (\(sink.byteCount / book.position) a line),"
        + " \(sink.segmentCount) segments in \(Int(seconds * 1000)) ms,"
        + " \(Int(Double(book.position) / seconds)) events/s; \(book.checkedCount) lines read back"
        + (personCount > 0 ? "; \(book.sealedCount) sealed values" : ""))
  }

  private static func number(_ name: String, _ text: String?) throws(GeneratorFailure) -> Int {
    guard let text, let number = Int(text), number >= 0 else { throw .argument("\(name) takes a number") }
    return number
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
