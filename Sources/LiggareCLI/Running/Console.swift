package import DurableFiles
package import LedgerDomain

/// Where a command speaks and asks: the two streams, and the terminal if there is one.
///
/// Tests give their own; `Process+Console.swift` makes that of the process.
package struct Console: Sendable {
  /// Writes to standard output: answers.
  package var sayBytes: @Sendable ([UInt8]) -> Void
  /// Writes to standard error: errors, warnings, progress.
  package var complain: @Sendable (String) -> Void
  /// Reads standard input to its end. A result, since Swift 6.3.1 does not see the thrown type of a stored function.
  package var input: @Sendable () -> Result<[UInt8], FileError>
  /// Asks on the terminal and gives the line answered, nil at the end of input; absent where no person can answer.
  package var ask: (@Sendable (String) -> String?)?
  /// The columns of the terminal; 100 where there is none.
  package var width: Int
  /// Whether standard output is a terminal that shows colours.
  package var color: Bool
  /// Whether standard output is a terminal, on which bytes that are no text would be noise.
  package var isTerminal: Bool

  package init(
    sayBytes: @escaping @Sendable ([UInt8]) -> Void, complain: @escaping @Sendable (String) -> Void,
    input: @escaping @Sendable () -> Result<[UInt8], FileError> = { .success([]) },
    ask: (@Sendable (String) -> String?)? = nil, width: Int = 100, color: Bool = false, isTerminal: Bool = false
  ) {
    self.sayBytes = sayBytes
    self.complain = complain
    self.input = input
    self.ask = ask
    self.width = width
    self.color = color
    self.isTerminal = isTerminal
  }
}

extension Console {
  /// Writes a text to standard output.
  func say(_ text: String) { sayBytes(Array(text.utf8)) }
}

/// What a command takes from the world: the console, the clock, chance, the environment's variables.
package struct World: Sendable {
  package var console: Console
  package var now: @Sendable () -> Instant
  /// Random bytes for identities and salts.
  package var random: @Sendable (Int) -> [UInt8]
  package var variables: [String: String]
  let leftovers = Leftovers()

  package init(
    console: Console, now: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8],
    variables: [String: String] = [:]
  ) {
    self.console = console
    self.now = now
    self.random = random
    self.variables = variables
  }
}

extension World {
  /// The folder of temporary files: `TMPDIR`, else `/tmp`.
  var temporaryFolder: String { variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp" }
}
