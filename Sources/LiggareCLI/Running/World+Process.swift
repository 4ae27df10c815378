import DurableFiles
import Glibc
import LedgerDomain

extension World {
  /// The world of this process.
  package static func process() -> World {
    var variables: [String: String] = [:]
    var place = environ
    while let entry = place.pointee {
      if let end = strchr(entry, Int32(UInt8(ascii: "="))) {
        let name = UnsafeBufferPointer(start: entry, count: end - entry).map { UInt8(bitPattern: $0) }
        variables[String(decoding: name, as: UTF8.self)] = String(cString: end + 1)
      }
      place += 1
    }
    return World(console: .process(variables), now: clock, random: chance, variables: variables)
  }

  /// The system's clock, to the millisecond.
  @Sendable private static func clock() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  @Sendable private static func chance(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}

extension Console {
  /// The console of this process. A person can answer only where both input and error output are a terminal.
  static func process(_ variables: [String: String]) -> Console {
    let showsColor =
      isatty(STDOUT_FILENO) == 1 && variables["NO_COLOR", default: ""].isEmpty && variables["TERM"] != "dumb"
    let canAnswer = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    let ask: @Sendable (String) -> String? = { question in
      write(Array(question.utf8), to: STDERR_FILENO)
      return readLine(strippingNewline: true)
    }
    return Console(
      sayBytes: { write($0, to: STDOUT_FILENO) }, complain: { write(Array($0.utf8), to: STDERR_FILENO) },
      input: { read(STDIN_FILENO) },
      ask: canAnswer ? ask : nil, width: columns(variables), color: showsColor,
      isTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// The terminal's columns, 40–1000; `COLUMNS` wins; 100 in a pipe.
  private static func columns(_ variables: [String: String]) -> Int {
    if let stated = variables["COLUMNS"].flatMap(Int.init), stated > 0 { return min(1000, max(40, stated)) }
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? min(1000, max(40, Int(size.ws_col))) : 100
  }

  /// Reads a stream to its end.
  private static func read(_ stream: Int32) -> Result<[UInt8], FileError> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(stream, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return .failure(FileError(operation: .read, path: "stdin", errno: errno)) }
      if count == 0 { return .success(bytes) }
      bytes += buffer.prefix(count)
    }
  }

  /// Writes all bytes; a closed pipe ends the writing without a word, as `head` expects.
  ///
  /// An answer that cannot be written otherwise (a full disk) ends the process with 5: half an answer must not look like a whole one.
  private static func write(_ bytes: [UInt8], to stream: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        guard stream == STDOUT_FILENO, errno != EPIPE else { return }
        write(
          Array("liggare: svaret kunde inte skrivas, the answer could not be written (\(errno))\n".utf8),
          to: STDERR_FILENO)
        exit(5)
      }
      rest = rest.dropFirst(count)
    }
  }
}
