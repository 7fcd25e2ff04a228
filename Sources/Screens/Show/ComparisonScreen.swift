internal import Booking
internal import Canvas
internal import Wording

/// The same crowd's sale without a queue, with one, and with a cap on active people: what a queue does to a sale.
struct ComparisonScreen: Screen {
  private var cap: Int64
  /// The policy in force when it was opened, whose other values both sales have.
  private let policy: Policy
  private(set) var comparison: Comparison?

  /// A cap that shows something where the house has none.
  private static let usual: Int64 = 100

  init(policy: Policy) {
    self.policy = policy
    cap = policy.maxActive.flatMap { $0 > 0 ? $0 : nil } ?? Self.usual
  }

  func title(_ language: Language) -> String { language("대기열 비교", "With and without a queue") }

  func commands(_ shell: Shell) -> [Command] {
    [
      Command(
        .right, [.right, "l", "+", "="], "상한", "cap", isMain: true,
        keyNames: shell.glyphs.isASCII ? "Left Right" : "←→"),
      Command(.left, [.left, "h", "-"], "", "", keyNames: ""),
    ]
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    switch act {
    case .left: change(-1, shell)
    case .right: change(1, shell)
    default: break
    }
  }

  private mutating func change(_ step: Int, _ shell: Shell) {
    var policy = policy
    policy.maxActive = cap
    // A sale that lets nobody in, or everybody, is no comparison.
    guard let next = policy.stepped(.maxActive, by: step).maxActive, next > 0, next != cap else { return }
    cap = next
    begin(shell)
  }

  private mutating func begin(_ shell: Shell) {
    _ = shell.attempt { [show = shell.show, cap, policy] _ throws(BookingError) in
      try show?.compare(cap: cap, with: policy)
    }
    comparison = shell.show?.comparison
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if reason == .opened { begin(shell) }
    comparison = shell.show?.comparison
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    guard let comparison else { return }
    ComparisonDrawing(comparison: comparison, policy: policy, area: area, shell: shell).draw(in: &grid)
  }
}
