/// Another program, to be run once with all that it shall know: arguments, bytes on standard input, files.
///
///     let program = Program("openssl", ["pkey", "-in", Program.file(0), "-pubout"], files: [pem])
///     let answer = try program.run()
///
/// No shell reads the arguments. The program gets two environment variables, `PATH` as it is here and `LC_ALL=C`; the
/// descriptors 0 to 2 and those of `files`, no others; a session of its own, so that it cannot ask at the terminal and
/// its children end with it. Bytes that are given to it lie in shared memory without a name, never on a disk.
package struct Program: Sendable {
  /// What is run: a name that is looked for in `PATH`, or a path with a slash.
  package var name: String
  /// The arguments after the name.
  package var arguments: [String]
  /// What stands on standard input, which is a regular file.
  package var input: [UInt8]
  /// What it can read as files, under the paths that `file(_:)` gives.
  package var files: [[UInt8]]
  /// Whole seconds until it is killed, at least 1.
  package var timeout: Int
  /// The most bytes that it may write to standard output, and to standard error.
  package var outputLimit: Int

  package init(
    _ name: String, _ arguments: [String], input: [UInt8] = [], files: [[UInt8]] = [], timeout: Int = 30,
    outputLimit: Int = 1 << 20
  ) {
    precondition(timeout >= 1 && outputLimit >= 0, "no time, or less than no output")
    self.name = name
    self.arguments = arguments
    self.input = input
    self.files = files
    self.timeout = timeout
    self.outputLimit = outputLimit
  }

  /// The path under which the program reads `files[index]`; 0 is the first.
  package static func file(_ index: Int) -> String { "/dev/fd/\(3 + index)" }

  /// How a program ended.
  package enum End: Hashable, Sendable {
    /// With this exit code, 0...255.
    case exited(Int32)
    /// By this signal.
    case killed(signal: Int32)
  }

  /// What a program did.
  package struct Answer: Hashable, Sendable {
    package let end: End
    package let output: [UInt8]
    package let errorOutput: [UInt8]

    package init(end: End, output: [UInt8], errorOutput: [UInt8]) {
      self.end = end
      self.output = output
      self.errorOutput = errorOutput
    }

    /// Whether it exited with 0.
    package var succeeded: Bool { end == .exited(0) }
  }
}

/// Why a program did not run to its end.
package enum ProgramError: Error, Hashable, Sendable {
  /// There is no such program, in `PATH` or at the path.
  case notFound(String)
  /// It is there and cannot be started: not executable, too long arguments; with the kernel's number.
  case unstartable(String, errno: Int32)
  /// An argument holds a byte 0, which no program can be given.
  case unfitArgument(String)
  /// It ran longer than so many seconds, and was killed.
  case timedOut(seconds: Int)
  /// It wrote more than so many bytes, and was killed.
  case tooMuchOutput(limit: Int)
  /// A system call of ours failed: no descriptors, no memory, no /proc.
  case system(call: String, errno: Int32)
}
