import Testing

/// Suites that each need the whole machine, and so run one after the other.
@Suite("Under stress", .serialized)
enum Stress {}
