import Booking
import TestSupport
import Testing

/// Something that is done to a house in one call of its engine, with what must have happened before.
enum FailureScenario: String, CaseIterable, CustomTestStringConvertible {
  case join, lookUpWhileAdmissionIsDue, listSessions, listSeats, stay
  case holdSeats, holdAgainWhatWasReleased, holdWhatIsTaken
  case payWhileActive, payWithAnEndedToken, charge, balanceWhileTokensEnd
  case leaveWhileWaiting, leaveWhileActive, release, addUser, addSeason
  case admit, endIdleTokens, endOldToken, endHolds, endEverythingAtOnce
  case setRate, advance, advanceToNextDue, setPolicy, reset, holdBack, setPrice

  var testDescription: String { rawValue }

  /// Money commands carry a request key.
  var hasKey: Bool {
    [.holdSeats, .holdAgainWhatWasReleased, .payWhileActive, .payWithAnEndedToken, .charge].contains(self)
  }

  private var kind: House.Kind {
    switch self {
    case .setRate, .advance, .advanceToNextDue, .setPolicy, .reset, .holdBack, .setPrice: .demonstration
    default: .real
    }
  }

  /// A house in which this can be done, and the doing of it; what it answers is text.
  func prepare() throws -> (house: FailingFixture, act: () throws(BookingError) -> String) {
    let house = try FailingFixture(kind)
    let (engine, people, session, clock) = (house.engine, house.people, house.session, house.clock)
    /// Does it, and tells the answer.
    func act<Answer>(
      _ body: @escaping () throws(BookingError) -> Answer
    ) -> (FailingFixture, () throws(BookingError) -> String) {
      (house, { () throws(BookingError) in String(describing: try body()) })
    }
    let me = people[0]
    switch self {
    case .join: return act { () throws(BookingError) in try engine.issueToken(user: me) }
    case .lookUpWhileAdmissionIsDue:
      let token = try house.join(0)
      clock.advance(.seconds(10))
      return act { () throws(BookingError) in try engine.lookUpToken(token) }
    case .listSessions:
      let token = try house.admit(0)
      return act { () throws(BookingError) in
        try engine.sessions(caller: me, token: token, concert: nil, visit: .action)
      }
    case .listSeats:
      let token = try house.admit(0)
      return act { () throws(BookingError) in
        try engine.seats(caller: me, token: token, session: session, visit: .action)
      }
    case .stay:
      let token = try house.admit(0)
      return act { () throws(BookingError) in try engine.stay(caller: me, token: token, session: session) }
    case .holdSeats:
      let (token, key, seats) = (try house.admit(0), house.key(), Array(house.seats.prefix(3)))
      return act { () throws(BookingError) in
        try engine.holdSeats(caller: me, token: token, session: session, seats: seats, key: key)
      }
    case .holdAgainWhatWasReleased:
      let (token, key, seats) = (try house.admit(0), house.key(), Array(house.seats.prefix(2)))
      try engine.release(caller: me, reservations: try house.hold(2, by: 0, token))
      clock.advance(.minutes(1))
      return act { () throws(BookingError) in
        try engine.holdSeats(caller: me, token: token, session: session, seats: seats, key: key)
      }
    case .holdWhatIsTaken:
      let (other, token) = (try house.join(1), try house.admit(0))
      _ = try house.hold(1, by: 1, other)
      clock.advance(.seconds(299) + .milliseconds(999))
      let (key, seats) = (house.key(), Array(house.seats.prefix(2)))
      return act { () throws(BookingError) in
        try engine.holdSeats(caller: me, token: token, session: session, seats: seats, key: key)
      }
    case .payWhileActive:
      let token = try house.admit(0)
      let (holds, key) = (try house.hold(2, by: 0, token), house.key())
      return act { () throws(BookingError) in
        try engine.pay(caller: me, token: token, reservations: holds, key: key)
      }
    case .payWithAnEndedToken:
      let token = try house.admit(0)
      let (holds, key) = (try house.hold(2, by: 0, token), house.key())
      try engine.leaveQueue(caller: me, token: token)
      return act { () throws(BookingError) in
        try engine.pay(caller: me, token: token, reservations: holds, key: key)
      }
    case .charge:
      let key = house.key()
      return act { () throws(BookingError) in try engine.charge(user: me, amount: Won(70_000), key: key) }
    case .balanceWhileTokensEnd:
      _ = try house.admit(0)
      clock.advance(.minutes(6))
      return act { () throws(BookingError) in try engine.balance(user: me) }
    case .leaveWhileWaiting:
      _ = try house.join(1)
      let token = try house.join(0)
      return act { () throws(BookingError) in try engine.leaveQueue(caller: me, token: token) }
    case .leaveWhileActive:
      let token = try house.admit(0)
      return act { () throws(BookingError) in try engine.leaveQueue(caller: me, token: token) }
    case .release:
      let holds = try house.hold(2, by: 0, try house.admit(0))
      return act { () throws(BookingError) in try engine.release(caller: me, reservations: holds) }
    case .addUser: return act { () throws(BookingError) in try engine.addUser(name: "Somebody") }
    case .addSeason:
      return act { () throws(BookingError) in try engine.add(.another) }
    case .admit:
      for person in 0..<5 { _ = try house.join(person) }
      try engine.leaveQueue(caller: people[1], token: try house.join(1))
      clock.advance(.seconds(10))
      return act { () throws(BookingError) in try engine.runSchedule() }
    case .endIdleTokens:
      _ = (try house.join(1), try house.admit(0))
      clock.advance(.minutes(5))
      return act { () throws(BookingError) in try engine.runSchedule() }
    case .endOldToken:
      let token = try house.admit(0)
      for _ in 0..<2 {
        clock.advance(.minutes(4))
        try engine.stay(caller: me, token: token, session: session)
      }
      clock.advance(.minutes(2))
      return act { () throws(BookingError) in try engine.runSchedule() }
    case .endHolds:
      let token = try house.admit(0)
      _ = try house.hold(3, by: 0, token)
      try engine.leaveQueue(caller: me, token: token)
      clock.advance(.minutes(5))
      return act { () throws(BookingError) in try engine.runSchedule() }
    case .endEverythingAtOnce:
      _ = try house.hold(2, by: 0, try house.admit(0))
      for person in 1..<5 { _ = try house.join(person) }
      clock.advance(.minutes(5))
      return act { () throws(BookingError) in try engine.runSchedule() }
    case .setRate: return act { () throws(BookingError) in try engine.setRate(60_000) }
    case .advance:
      for person in 0..<5 { _ = try house.join(person) }
      return act { () throws(BookingError) in try engine.advance(by: .minutes(6)) }
    case .advanceToNextDue:
      _ = try house.join(0)
      return act { () throws(BookingError) in try engine.advanceToNextDue() }
    case .setPolicy:
      var policy = FailingFixture.policy
      policy.activationPeriod = .seconds(7)
      return act { () throws(BookingError) in try engine.setPolicy(policy) }
    case .setPrice:
      let seat = house.seats[0]
      return act { () throws(BookingError) in try engine.setPrice(of: seat, in: session, to: Won(1)) }
    case .reset:
      _ = try house.hold(2, by: 0, try house.admit(0))
      return act { () throws(BookingError) in
        try engine.reset(
          policy: Policy(), season: BookingFixture.season(rows: 1, width: 2),
          people: [SeedUser(name: "A", balance: Won(1))])
      }
    case .holdBack:
      clock.advance(.minutes(1))
      return act { () throws(BookingError) in try engine.holdBack(to: .opening + .seconds(20)) }
    }
  }
}

extension Season {
  /// With a hall that the house has, one that it has not, and an evening that it has.
  fileprivate static var another: Season {
    let (first, later) = (
      BookingFixture.season(rows: 2, width: 3), BookingFixture.season(rows: 2, width: 3, from: .opening + .days(9))
    )
    let hall = HallDraft(name: LocalizedText("새 홀", "New Hall"), plan: "{\"new\":1}", seats: first.halls[0].seats)
    return Season(halls: [first.halls[0], hall], shows: first.shows + later.shows)
  }
}
