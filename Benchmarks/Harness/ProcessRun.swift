import Glibc

/// What one run of a program cost, as the kernel counted it.
struct ProcessRun {
  /// From before posix_spawn to after wait4, CLOCK_MONOTONIC.
  var wallMicroseconds: Int
  /// User and system time of the process and its threads.
  var cpuMicroseconds: Int
  /// The largest resident set. A floor: a process begun by vfork starts out with its parent's, so the harness is small.
  var residentKilobytes: Int
  var exitCode: Int32
}

/// Runs a program to its end, with its output in a file.
///
/// posix_spawn and wait4; standard input is /dev/null, and standard output and error go to `output`, truncated first. The
/// environment is passed on. A program that cannot be started has exit code 127.
func runProcess(_ command: [String], output: String) -> ProcessRun {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  posix_spawn_file_actions_addopen(&actions, 2, output + ".errors", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
  arguments.append(nil)
  defer { for argument in arguments { free(argument) } }
  var process: pid_t = 0
  let start = microseconds()
  guard posix_spawnp(&process, command[0], &actions, nil, arguments, environ) == 0 else {
    return ProcessRun(wallMicroseconds: 0, cpuMicroseconds: 0, residentKilobytes: 0, exitCode: 127)
  }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
  let wall = microseconds() - start
  return ProcessRun(
    wallMicroseconds: wall, cpuMicroseconds: microseconds(usage.ru_utime) + microseconds(usage.ru_stime),
    residentKilobytes: usage.ru_maxrss, exitCode: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
}

/// A clock that is never set, in microseconds.
func microseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
}

/// The processor time that this process has used, in microseconds: its own, and the kernel's for it.
func usedMicroseconds() -> (own: Int, kernel: Int) {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return (microseconds(usage.ru_utime), microseconds(usage.ru_stime))
}

private func microseconds(_ time: timeval) -> Int { time.tv_sec * 1_000_000 + Int(time.tv_usec) }

/// The middle one; the lower of two. Requires some.
func median(_ numbers: [Int]) -> Int { numbers.sorted()[(numbers.count - 1) / 2] }
