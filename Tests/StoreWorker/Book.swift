import ArgumentParser
import Booking
import Glibc
import SQLiteStore
import TestSupport

/// Does everything that customers do, until it is killed. Says what it is about to ask before it asks it, and what was
/// answered as soon as it was.
struct Book: ParsableCommand {
  @OptionGroup var place: Place
  /// Milliseconds between two acts, where others need the machine too.
  @Option var pause: UInt32 = 0

  func run() throws {
    let desk = try Desk(place)
    let engine = desk.engine
    var random = SeededRandom(seed: place.seed)
    let session = try desk.firstSession().session
    var number = 0

    func ask(_ request: MoneyRequest) throws(BookingError) {
      number += 1
      let key = "\(place.seed)-\(number)"
      say("ask \(key) \(request.line)")
      let answer = try desk.patiently { () throws(BookingError) in try request.ask(engine, key: RequestKey(key)) }
      say("got \(key) \(answer)")
    }

    while true {
      if pause > 0 { usleep(pause * 1000) }
      let user = place.users.randomElement(using: &random)!
      do throws(BookingError) {
        let account = try desk.patiently { () throws(BookingError) in try engine.account(of: user) }
        guard let token = account.status?.token, token.isLive else {
          _ = try desk.patiently { () throws(BookingError) in try engine.issueToken(user: user) }
          continue
        }
        let holds = account.holds.map(\.reservation.id)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: try ask(.charge(user, Won(Int64.random(in: 1...1000, using: &random))))
        case 1:
          try desk.patiently { () throws(BookingError) in
            try engine.leaveQueue(caller: user, token: token.credential)
          }
        case 2 where !holds.isEmpty:
          try desk.patiently { () throws(BookingError) in try engine.release(caller: user, reservations: holds) }
        case 3: _ = try desk.patiently { () throws(BookingError) in try engine.runSchedule() }
        case 4: desk.store.checkpoint()
        case 5...7 where !holds.isEmpty: try ask(.pay(user, account.payingToken ?? token.credential, holds))
        default:
          let free = try desk.seats(of: session).filter { $0.status == .available }.map(\.id).shuffled(using: &random)
          let wanted = Array(free.prefix(Int.random(in: 1...3, using: &random)))
          guard !wanted.isEmpty else { break }
          try ask(.hold(user, token.credential, session, wanted))
        }
      } catch {
        // A refusal is an answer; a store that fails is not.
        if case .storage = error { throw error }
        say("refused")
      }
    }
  }
}
