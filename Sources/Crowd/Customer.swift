internal import Booking

/// One simulated customer: what they are like, and how far they have come.
struct Customer {
  /// What the customer does next.
  enum Step {
    case arrive
    /// Waits in the queue; the impatient wake to leave it.
    case wait
    /// Admitted: looks at the sessions.
    case look
    case choose(SessionID)
    /// Has seen seats that were free, and is about to press the key.
    case hold([SeatID], SessionID)
    case pay
  }

  let number: Int
  let temperament: Temperament
  let party: Int
  /// 0 for the dearest seats, 1 for the cheapest.
  let taste: Double
  var random: SeededGenerator
  var step = Step.arrive
  var user = UserID(0)
  var token: TokenCredential?
  var holds: [ReservationID] = []
  /// How often seats were lost to somebody faster.
  var losses = 0
  private var keys = 0

  init(_ number: Int, of plan: CrowdPlan) {
    self.number = number
    random = SeededGenerator(seed: plan.seed, stream: UInt64(number) + 1)
    temperament = .random(&random)
    party = [1, 1, 2, 2, 2, 2, 3, 4].randomElement(using: &random) ?? 2
    taste = Double.random(in: 0..<1, using: &random)
  }

  /// The same for the same customer in every show.
  var name: String {
    let families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"]
    let given = ["서윤", "도윤", "지우", "하준", "서연", "시우", "하은", "주원", "지민", "수아", "다은", "현우", "건우"]
    return "\(families[number % families.count])\(given[number / families.count % given.count]) \(number + 1)"
  }

  /// In the wallet on arrival: enough, but for who is short of money.
  var money: Won { temperament == .short ? Won(10_000) : Won(Int64(party) * 250_000) }

  mutating func newKey() -> RequestKey {
    keys += 1
    return RequestKey("crowd-\(number)-\(keys)")
  }
}
