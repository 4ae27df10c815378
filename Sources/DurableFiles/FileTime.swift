import Glibc

/// A time as file systems keep it: seconds and nanoseconds since 1970-01-01T00:00Z, by the system's clock.
///
/// Kernels take it from a clock that moves in ticks of some milliseconds, and the clock may be set back: of two changes
/// the later one may have the same time, or an earlier one.
package struct FileTime: Hashable, Sendable, Comparable {
  package let seconds: Int
  /// 0...999,999,999.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The time that the kernel would give to a change now, or one a tick earlier: clock_gettime(CLOCK_REALTIME_COARSE).
  package static func now() -> FileTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return FileTime(time)
  }

  /// The next time that can be told from it.
  package var next: FileTime {
    nanoseconds < 999_999_999
      ? FileTime(seconds: seconds, nanoseconds: nanoseconds + 1) : FileTime(seconds: seconds + 1, nanoseconds: 0)
  }

  package static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  init(_ time: timespec) {
    self.init(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }
}

extension timespec {
  init(_ time: FileTime) {
    self.init(tv_sec: time.seconds, tv_nsec: time.nanoseconds)
  }
}
