import CommandArguments
import DurableFiles
import Foundation
import LedgerDomain
import LiggareCLI
import StrictJSON
import Synchronization
import TestSupport

/// The program as its users meet it, in a scratch folder of its own: what they type, what they answer, what they see.
///
/// The clock stands still but for one minute after each run, and chance comes from a seed: the same commands write the same bytes.
final class Program: Sendable {
  /// What one run said and how it ended.
  struct Answer {
    var exit: Int32
    var bytes: [UInt8]
    var errors: String
    /// The questions asked on the terminal.
    var questions: [String]
    /// The terminal as it looks at the end: what was said on either stream, questions, and what was typed.
    var screen: String

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private struct State {
    var now: Instant
    var generator: SeededGenerator
    var bytes: [UInt8] = []
    var errors = ""
    var questions: [String] = []
    var answers: [String] = []
    var screen = ""
    /// What happens before the next question is answered.
    var interruption: (@Sendable () -> Void)?
    var isTerminal = false
  }

  let scratch: ScratchFolder
  private let state: Mutex<State>

  /// In a new folder, or in one that another program has filled: whoever records there needs another seed than that one.
  init(_ now: Instant = "2024-01-08T08:00Z", in scratch: ScratchFolder? = nil, seed: UInt64 = 1) throws {
    self.scratch = try scratch ?? ScratchFolder()
    state = Mutex(State(now: now, generator: SeededGenerator(seed: seed)))
  }

  /// The ledger that commands are about where they name no other.
  var ledger: String { scratch("ledger") }

  var now: Instant {
    get { state.withLock { $0.now } }
    set { state.withLock { $0.now = newValue } }
  }

  /// Whether answers are shown on a terminal.
  var isTerminal: Bool {
    get { state.withLock { $0.isTerminal } }
    set { state.withLock { $0.isTerminal = newValue } }
  }

  /// Runs one command line; with `answers` there is a person at a terminal, who gives them and then ends the input.
  @discardableResult
  func callAsFunction(
    _ arguments: [String], answers: [String]? = nil, width: Int = 100, variables: [String: String] = [:],
    input: [UInt8]? = []
  ) -> Answer {
    state.withLock {
      $0.bytes = []
      $0.errors = ""
      $0.questions = []
      $0.answers = answers ?? []
      $0.screen = ""
    }
    let ask: @Sendable (String) -> String? = { [self] question in
      state.withLock { state in
        defer { state.interruption = nil }
        return state.interruption
      }?()
      return state.withLock {
        $0.questions.append(question)
        let answer = $0.answers.isEmpty ? nil : $0.answers.removeFirst()
        $0.screen += question + (answer ?? "^D") + "\n"
        return answer
      }
    }
    let read: @Sendable () -> Result<[UInt8], FileError> = {
      input.map { .success($0) } ?? .failure(FileError(operation: .read, path: "-", errno: EIO))
    }
    let console = Console(
      sayBytes: { [self] bytes in
        state.withLock {
          $0.bytes += bytes
          $0.screen += String(decoding: bytes, as: UTF8.self)
        }
      },
      complain: { [self] text in
        state.withLock {
          $0.errors += text
          $0.screen += text
        }
      }, input: read,
      ask: answers == nil ? nil : ask, width: width, isTerminal: isTerminal)
    let world = LiggareCLI.World(
      console: console, now: { [self] in now },
      random: { [self] count in
        state.withLock { state in (0..<count).map { _ in UInt8.random(in: 0...255, using: &state.generator) } }
      },
      variables: ["LIGGARE_JOURNAL": ledger, "USER": "registrator"].merging(variables) { $1 })
    let exit = Liggare.run(arguments, in: world)
    return state.withLock {
      $0.now = Instant(milliseconds: $0.now.milliseconds + 60_000)
      return Answer(exit: exit, bytes: $0.bytes, errors: $0.errors, questions: $0.questions, screen: $0.screen)
    }
  }

  /// Runs one line with a person at a terminal who says yes, after something else has happened.
  func callAsFunction(_ line: String, interrupted: @escaping @Sendable () -> Void) -> Answer {
    state.withLock { $0.interruption = interrupted }
    return self(line, answers: ["j"])
  }

  /// Runs one line as it is typed after `liggare`; `@/` stands for the scratch folder.
  @discardableResult
  func callAsFunction(_ line: String, answers: [String]? = nil, width: Int = 100, input: String = "") -> Answer {
    self(
      shellWords(line.replacing("@/", with: scratch.path + "/")), answers: answers, width: width,
      input: Array(input.utf8))
  }

  /// Every file of the ledger with its bytes: what must not change when nothing is written. The lock says who looked.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: ledger)?.compactMap({ $0 as? String }) ?? [] where name != "lock"
    {
      files[name] = FileManager.default.contents(atPath: "\(ledger)/\(name)").map(Array.init) ?? []
    }
    return files
  }

  /// The lines of the journal.
  var lines: [String] {
    let bytes = FileManager.default.contents(atPath: "\(ledger)/events/000000000001.jsonl") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Puts a file into the scratch folder and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: scratch(name)))
    return scratch(name)
  }
}

extension Program {
  /// A program whose ledger is open, has a promise with districts and one body that decides.
  static func withLedger(_ language: Language = .sv, in scratch: ScratchFolder? = nil) throws -> Program {
    let program = try Program(in: scratch)
    for line in [
      "journal init @/ledger --title Liggaren --owner Kommunen --from 2024-01-01 --through 2025-12-31 --yes --lang "
        + language.rawValue,
      "body register --name Kommunstyrelsen --kind executive-board --yes",
      "promise adopt --title Medborgarlöfte --from 2024-01-01 --through 2025-12-31 --commitment trygghet "
        + "--party kommun=Kommunen --party polis=Polisen --area norr=Norr --area centrum=Centrum --focus vald=Våld "
        + #"--authority body --organ B-0001 --paragraph "§ 4" --yes"#,
    ] {
      let answer = program(line)
      precondition(answer.exit == 0, "\(line): \(answer.errors)")
    }
    return program
  }

  /// A program whose ledger also has one measure, M-0001, proposed.
  static func withMeasure(_ language: Language = .sv, in scratch: ScratchFolder? = nil) throws -> Program {
    let program = try withLedger(language, in: scratch)
    let answer = program(
      #"measure propose --title Vandringar --area norr --target "vandringar: >=4 st" --deadline 2024-11-30 --yes"#)
    precondition(answer.exit == 0, answer.errors)
    return program
  }
}
