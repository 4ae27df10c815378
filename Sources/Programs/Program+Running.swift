import Glibc

extension Program {
  /// Runs the program and waits for its end.
  ///
  /// shm_open and shm_unlink for each of input and files, write; pipe twice; posix_spawnp; poll and read until both
  /// outputs end; waitpid. An exit code other than 0 is an answer, not an error.
  ///
  /// Sad paths: a descriptor that another thread opens without O_CLOEXEC between our look at /proc/self/fd and the start
  /// is inherited. A child that outlives the program and keeps its outputs open is waited for until the timeout.
  package func run() throws(ProgramError) -> Answer {
    for argument in [name] + arguments where argument.utf8.contains(0) { throw .unfitArgument(argument) }
    var descriptors = Descriptors()
    defer { descriptors.closeAll() }
    var given: [Int32] = []
    for bytes in [input] + files { given.append(try descriptors.memory(holding: bytes)) }
    let output = try descriptors.pipe()
    let errorOutput = try descriptors.pipe()

    let deadline = milliseconds() + timeout * 1000
    let child = try start(given: given, output: output.write, errorOutput: errorOutput.write)
    descriptors.close(output.write)
    descriptors.close(errorOutput.write)
    do throws(ProgramError) {
      let texts = try collect([output.read, errorOutput.read], until: deadline)
      return Answer(end: try wait(for: child, until: deadline), output: texts[0], errorOutput: texts[1])
    } catch {
      // The session's processes, and the child itself if it has not come so far as to have a session.
      kill(-child, SIGKILL)
      kill(child, SIGKILL)
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
      throw error
    }
  }

  private func start(given: [Int32], output: Int32, errorOutput: Int32) throws(ProgramError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // All sources are above all targets, so none is overwritten before it is copied.
    posix_spawn_file_actions_adddup2(&actions, given[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errorOutput, 2)
    for (index, descriptor) in given.dropFirst().enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(3 + index))
    }
    for descriptor in try inheritable() where descriptor >= 3 + Int32(files.count) {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | startsSession))

    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var child: pid_t = 0
    let failure = withStrings([name] + arguments) { arguments in
      withStrings(["PATH=\(path)", "LC_ALL=C"]) { environment in
        posix_spawnp(&child, name, &actions, &attributes, arguments, environment)
      }
    }
    switch failure {
    case 0: return child
    case ENOENT, ENOTDIR: throw .notFound(name)
    default: throw .unstartable(name, errno: failure)
    }
  }

  /// Reads the outputs until all of them have ended.
  private func collect(_ sources: [Int32], until deadline: Int) throws(ProgramError) -> [[UInt8]] {
    var texts = sources.map { _ in [UInt8]() }
    var open = Set(sources.indices)
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while !open.isEmpty {
      var polled = sources.indices.map {
        pollfd(fd: open.contains($0) ? sources[$0] : -1, events: Int16(POLLIN), revents: 0)
      }
      let left = deadline - milliseconds()
      guard left > 0 else { throw .timedOut(seconds: timeout) }
      guard poll(&polled, nfds_t(polled.count), Int32(clamping: left)) >= 0 else {
        if errno == EINTR { continue }
        throw .system(call: "poll", errno: errno)
      }
      for index in open where polled[index].revents != 0 {
        let count = read(sources[index], &buffer, buffer.count)
        if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
        guard count >= 0 else { throw .system(call: "read", errno: errno) }
        if count == 0 { open.remove(index) }
        texts[index] += buffer.prefix(count)
        guard texts[index].count <= outputLimit else { throw .tooMuchOutput(limit: outputLimit) }
      }
    }
    return texts
  }

  private func wait(for child: pid_t, until deadline: Int) throws(ProgramError) -> End {
    var status: Int32 = 0
    var pause: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { break }
      guard ended == 0 || errno == EINTR else { throw .system(call: "waitpid", errno: errno) }
      guard milliseconds() < deadline else { throw .timedOut(seconds: timeout) }
      // Its outputs have ended, so it usually has too.
      poll(nil, 0, pause)
      pause = min(20, pause + 1)
    }
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: signal)
  }
}

/// POSIX_SPAWN_SETSID of glibc 2.26 and later, which its header shows only to GNU sources.
private let startsSession: Int32 = 0x80

/// The monotonic clock.
private func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// The open descriptors that a child would inherit.
private func inheritable() throws(ProgramError) -> [Int32] {
  guard let folder = opendir("/proc/self/fd") else { throw .system(call: "opendir", errno: errno) }
  defer { closedir(folder) }
  var descriptors: [Int32] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard let descriptor = Int32(name), fcntl(descriptor, F_GETFD) & FD_CLOEXEC == 0 else { continue }
    descriptors.append(descriptor)
  }
  return descriptors
}

/// Calls `body` with the texts as C has them: pointers, and a null pointer after the last.
private func withStrings<Value>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let copies = texts.map { strdup($0) } + [nil]
  defer { copies.forEach { free($0) } }
  return body(copies)
}
