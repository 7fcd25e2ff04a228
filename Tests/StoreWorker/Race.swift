import ArgumentParser
import Booking
import SQLiteStore
import TestSupport

/// Tries for seats of the first session, any that comes, and pays what it gets: so many attempts, then one line that
/// says what came of them.
struct Race: ParsableCommand {
  @OptionGroup var place: Place
  @Option var attempts: Int
  /// Trusts what was read before the transaction, as a program without an optimistic lock's guard would have it.
  @Flag var stale = false
  /// And takes the seat whatever became of it meanwhile.
  @Flag var unguarded = false

  func run() throws {
    let view = StaleView()
    let patient = try PatientStore(place) { store -> any Store in
      stale ? view.store(store, isGuarded: !unguarded) : store
    }
    let engine = patient.engine
    var random = SeededRandom(seed: place.seed)
    let (session, seats) = try patient.firstSession()
    var customers: [(user: UserID, token: TokenCredential)] = []
    for user in place.users {
      customers.append(
        (user, try patient.patiently { () throws(BookingError) in try engine.issueToken(user: user) }.token.credential))
    }
    var counts: [String: Int] = [:]
    var attempts = 0
    var key = 0
    while attempts < self.attempts {
      key += 1
      if stale, key % 50 == 1 {
        try patient.patiently { () throws(BookingError) in try view.look(at: session, in: patient.store) }
      }
      let (user, token) = customers.removeFirst()
      let seat = seats.randomElement(using: &random)!
      do throws(BookingError) {
        let holds = try patient.patiently { () throws(BookingError) in
          try engine.holdSeats(
            caller: user, token: token, session: session, seats: [seat], key: RequestKey("\(user)-\(key)"))
        }
        _ = try patient.patiently { () throws(BookingError) in
          try engine.pay(
            caller: user, token: token, reservations: holds.map(\.id), key: RequestKey("\(user)-\(key)"))
        }
        counts["sold", default: 0] += 1
        let next = try patient.patiently { () throws(BookingError) in try engine.issueToken(user: user) }
        customers.append((user, next.token.credential))
        attempts += 1
      } catch {
        customers.append((user, token))
        if case .invalidToken(.waiting) = error { continue }
        var name = "taken"
        if case .seatTaken = error {} else { name = "\(error)".filter { $0 != " " } }
        counts[name, default: 0] += 1
        attempts += 1
      }
    }
    let told = counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    say("\(told) busy=\(patient.busy) slowest=\(patient.slowest)")
  }
}
