internal import Glibc

enum Stopwatch {
  /// How long some work takes.
  static func nanoseconds(_ work: () throws -> Void) rethrows -> Int64 {
    let start = now()
    try work()
    return now() - start
  }

  /// Nanoseconds of a clock that never steps.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
