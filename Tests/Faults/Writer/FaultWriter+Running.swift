import Glibc

extension FaultWriter {
  /// Runs one command line and gives the exit code.
  static func run(_ given: [String]) throws -> Int32 {
    var arguments = given
    func flag(_ name: String) -> Bool {
      guard let index = arguments.firstIndex(of: name) else { return false }
      arguments.remove(at: index)
      return true
    }
    func number(_ name: String, _ standard: Int) -> Int {
      guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return standard }
      let value = Int(arguments[index + 1]) ?? standard
      arguments.removeSubrange(index...index + 1)
      return value
    }
    let plan = Plan(
      isDeferred: flag("--deferred"), seals: flag("--seal"), batchCount: number("--batch", 1),
      holdCount: number("--hold", .max), segmentByteLimit: number("--segment", 64 << 20))
    switch (arguments.first, arguments.count) {
    case ("create", 2): try create(arguments[1], plan)
    case ("append", 5):
      try append(
        arguments[1], writer: arguments[2], first: Int(arguments[3]) ?? 0, count: Int(arguments[4]) ?? 0, plan)
    case ("read", 3): try read(arguments[1], seconds: Int(arguments[2]) ?? 1)
    case ("check", 2): return try check(arguments[1])
    case ("rate", 4): try rate(arguments[1], count: Int(arguments[2]) ?? 0, batch: Int(arguments[3]) ?? 1, plan)
    default:
      say("usage: see the head of main.swift", to: STDERR_FILENO)
      return 2
    }
    return 0
  }
}
