import Foundation
import Programs
import TestSupport
import Testing

@Suite("Programs", .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/sh"), "no /bin/sh"))
struct ProgramTests {
  /// A line for the shell, which here is only one more program.
  private func shell(
    _ line: String, _ arguments: [String] = [], input: String = "", files: [[UInt8]] = [], timeout: Int = 30,
    outputLimit: Int = 1 << 20
  ) throws(ProgramError) -> Program.Answer {
    try Program(
      "sh", ["-c", line, "sh"] + arguments, input: Array(input.utf8), files: files, timeout: timeout,
      outputLimit: outputLimit
    ).run()
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("standard input, both outputs and the exit code come through")
  func streams() throws {
    let answer = try shell("cat; echo two >&2; exit 7", input: "one\n")
    #expect(answer.end == .exited(7))
    #expect(text(answer.output) == "one\n")
    #expect(text(answer.errorOutput) == "two\n")
    #expect(!answer.succeeded)
    #expect(try shell("exit 0").succeeded)
    #expect(try shell("exit 255").end == .exited(255))
  }

  @Test("arguments come through as they are, byte for byte; nothing expands them")
  func arguments() throws {
    let words = ["", " ", "a b", "$HOME", "*", "'\"`;|&", "-n", "--", "å\u{308}", "line\nline", "\u{1}"]
    let answer = try shell(#"for word; do printf '%s.' "$word"; done"#, words)
    #expect(text(answer.output) == words.map { $0 + "." }.joined())
    #expect(throws: ProgramError.unfitArgument("a\0b")) { try Program("echo", ["a\0b"]).run() }
  }

  @Test("files are read under their paths, also twice, and standard input is a file with a length")
  func files() throws {
    let first = (0..<100_000).map { UInt8($0 % 251) }
    let line = "cat \(Program.file(0)) \(Program.file(0)) \(Program.file(1)); wc -c < /dev/stdin"
    let answer = try shell(line, input: "12345", files: [first, Array("end".utf8)])
    #expect(answer.output == first + first + Array("end5\n".utf8), "\(text(answer.errorOutput))")
    #expect(try shell("cat \(Program.file(0))", files: [[]]).output.isEmpty)
  }

  @Test("the environment is PATH and LC_ALL, whatever ours is")
  func environment() throws {
    setenv("LIGGARE_SECRET", "hemligt", 1)
    defer { unsetenv("LIGGARE_SECRET") }
    let lines = text(try Program("env", []).run().output).split(separator: "\n").map(String.init).sorted()
    #expect(lines.count == 2 && lines.first == "LC_ALL=C" && lines.last?.hasPrefix("PATH=") == true)
  }

  @Test("no descriptor of ours is inherited, but those that are given")
  func descriptors() throws {
    let scratch = try ScratchFolder()
    let open = open(scratch("open"), O_RDWR | O_CREAT, 0o600)
    let high = fcntl(open, F_DUPFD, 150)
    defer {
      close(open)
      close(high)
    }
    #expect(open >= 0 && high >= 150)
    // The shell lists its own descriptors; `ls` opens one more, for the list.
    let names = text(try shell("ls /proc/self/fd", files: [[1], [2]]).output).split(separator: "\n").map(String.init)
    #expect(names.compactMap(Int.init).sorted() == [0, 1, 2, 3, 4, 5])
  }

  @Test("it has a session of its own and no terminal")
  func session() throws {
    let fields = text(try shell("cat /proc/self/stat").output).split(separator: " ").compactMap { Int($0) }
    // pid, then after name and state: parent, group, session, terminal.
    #expect(fields.count > 5 && fields[3] != getsid(0) && fields[4] == 0)
    #expect(try !shell("echo x > /dev/tty").succeeded)
  }

  @Test("a program that is not there, or cannot be started, is told apart")
  func missing() throws {
    #expect(throws: ProgramError.notFound("liggare-finns-inte")) { try Program("liggare-finns-inte", []).run() }
    #expect(throws: ProgramError.notFound("/finns/inte")) { try Program("/finns/inte", []).run() }
    #expect(throws: ProgramError.notFound("")) { try Program("", []).run() }
    let scratch = try ScratchFolder()
    try Data("x".utf8).write(to: URL(filePath: scratch("plain")))
    #expect(throws: ProgramError.unstartable(scratch("plain"), errno: EACCES)) {
      try Program(scratch("plain"), []).run()
    }
    let long = String(repeating: "x", count: 200_000)
    #expect(throws: ProgramError.unstartable("echo", errno: E2BIG)) { try Program("echo", [long]).run() }
  }

  @Test("one that runs too long is killed, with its children")
  func timeout() throws {
    let scratch = try ScratchFolder()
    #expect(throws: ProgramError.timedOut(seconds: 1)) {
      try shell("sleep 3600 & echo $! > '\(scratch("child"))'; wait", timeout: 1)
    }
    #expect(throws: ProgramError.timedOut(seconds: 1)) { try shell("exec >&- 2>&-; sleep 3600", timeout: 1) }
    let child = try #require(Int32(String(contentsOfFile: scratch("child"), encoding: .utf8).dropLast()))
    // The child of a dead parent is another's to bury: it may be a zombie for a while, but it runs no more.
    let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? "0 (sleep) X"
    #expect(["X", "Z"].contains(state.split(separator: " ")[2]) || kill(child, 0) != 0, "\(state)")
  }

  @Test("one that writes without end is killed at the limit, on either output")
  func outputLimit() throws {
    #expect(throws: ProgramError.tooMuchOutput(limit: 1000)) { try shell("yes", outputLimit: 1000) }
    #expect(throws: ProgramError.tooMuchOutput(limit: 1000)) { try shell("yes >&2", outputLimit: 1000) }
    #expect(try shell("printf 12345", outputLimit: 5).output.count == 5)
    #expect(throws: ProgramError.tooMuchOutput(limit: 4)) { try shell("printf 12345", outputLimit: 4) }
  }

  @Test("a megabyte each way does not get stuck, and one that reads nothing is no trouble")
  func large() throws {
    let input = String(repeating: "0123456789abcde\n", count: 65_536)
    #expect(try shell("cat; cat /dev/stdin >&2", input: input, outputLimit: 1 << 21).output.count == 1 << 20)
    #expect(try shell("exit 3", input: input).end == .exited(3))
  }

  @Test("the end by a signal is told from an exit")
  func signal() throws {
    #expect(try shell("kill -9 $$").end == .killed(signal: 9))
    // Ours may be ignored or blocked; a new program's are not.
    #expect(try shell("kill -PIPE $$").end == .killed(signal: SIGPIPE))
  }

  @Test("a hundred runs leave no descriptor open and no child behind")
  func leaks() throws {
    func count() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    _ = try shell("true")
    let before = try count()
    for index in 0..<100 { _ = try? shell(index % 2 == 0 ? "true" : "exit 1", files: [[1]]) }
    for _ in 0..<20 { _ = try? Program("liggare-finns-inte", []).run() }
    // Other tests run beside this one and open files of their own: a leak would be 600.
    #expect(try count() < before + 100)
  }
}
