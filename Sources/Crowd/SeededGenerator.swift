internal import Booking

/// Random numbers that are the same for the same seed (SplitMix64). Each stream has its own.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64, stream: UInt64) {
    state = seed
    let first = next()
    state = first ^ (stream &* 0xD129_0B26_88E4_5C1F)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of milliseconds in a range of seconds.
  mutating func duration(_ seconds: ClosedRange<Int64>) -> Duration {
    .milliseconds(Int64.random(in: seconds.lowerBound * 1000...seconds.upperBound * 1000, using: &self))
  }
}
