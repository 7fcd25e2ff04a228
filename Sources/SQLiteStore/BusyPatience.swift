internal import Glibc

/// How long a connection waits for another's write lock: short random naps that double up to 6 ms, so that no process
/// hogs the lock, and 300 ms in all, after which the person is told and the screen tries again by itself.
struct BusyPatience: Sendable {
  private static let limit = 300_000
  private static let longestNap = 6_000

  /// Naps once. False when the patience is at its end. `tries` counts from 0 for each new wait.
  func wait(tries: Int) -> Bool {
    let ceiling = min(Self.longestNap, 200 << min(tries, 5))
    // The naps before this one, were they all of their mean length.
    let waited = (0..<tries).reduce(0) { sum, tried in sum + min(Self.longestNap, 200 << min(tried, 5)) / 2 }
    guard waited < Self.limit else { return false }
    usleep(UInt32.random(in: 0...UInt32(ceiling)))
    return true
  }
}
