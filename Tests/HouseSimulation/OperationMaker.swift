internal import Booking
internal import TestSupport

/// Makes operations at random, mostly sensible ones, some foolish and some malicious.
package struct OperationMaker {
  var random: SeededRandom
  private var earlier: [Operation] = []
  private var keys = 0

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Something at any of the terminals.
  package mutating func step(_ model: ReferenceModel) -> Step {
    let terminal = number(SimulatedFixture.terminalCount)
    return Step(terminal: terminal, operation: next(model))
  }

  package mutating func next(_ model: ReferenceModel) -> Operation {
    let operation = make(model)
    switch operation {
    case .hold, .pay, .charge: earlier.append(operation)
    default: break
    }
    return operation
  }

  private mutating func make(_ model: ReferenceModel) -> Operation {
    let user = person(model)
    switch number(100) {
    case ..<24: return .wait(time(model))
    case ..<34: return .issue(user)
    case ..<42: return .lookUp(token(of: user, model))
    case ..<46:
      let concert = chance(3) ? pick(model.sessions).concert : nil
      return .sessions(user, token(of: user, model), concert, visit())
    case ..<50: return .seats(user, token(of: user, model), session(model), visit())
    case ..<52: return .stay(user, token(of: user, model), session(model))
    case ..<68: return hold(user, model)
    case ..<79: return .pay(user, payingToken(of: user, model), reservations(of: user, model), key())
    case ..<84: return .charge(user, amount(model), key())
    case ..<86: return .balance(user)
    case ..<88: return .leave(user, token(of: user, model))
    case ..<95: return .release(user, reservations(of: user, model))
    case ..<97: return repeated(user, model)
    case ..<98: return .restart
    default: return .runSchedule
    }
  }

  private mutating func person(_ model: ReferenceModel) -> UserID {
    // Those who may do something come more often than chance would have it.
    if chance(2), let token = model.active.randomElement(using: &random) { return token.user }
    return chance(40) ? UserID(999) : pick(model.users)
  }

  private mutating func token(of user: UserID, _ model: ReferenceModel) -> TokenCredential {
    let nobodys = TokenCredential(number: TicketNumber(Int64(number(60))), secret: TokenSecret(high: 1, low: 2))
    switch number(20) {
    case 0: return model.tokens.randomElement(using: &random)?.credential ?? nobodys
    case 1: return model.tokens.filter { $0.user == user }.randomElement(using: &random)?.credential ?? nobodys
    case 2:
      guard let real = model.tokens.last(where: { $0.user == user })?.credential else { return nobodys }
      return TokenCredential(
        number: real.number, secret: TokenSecret(high: real.secret.high, low: real.secret.low ^ 1))
    default: return model.tokens.last { $0.user == user }?.credential ?? nobodys
    }
  }

  private mutating func hold(_ user: UserID, _ model: ReferenceModel) -> Operation {
    let token = token(of: user, model)
    // Going back and forth: the seat that this person gave back before its time.
    if chance(2), let back = model.reservations.last(where: { $0.user == user && $0.isGivenBack(at: model.now) }) {
      return .hold(user, token, back.session, [back.seat], key())
    }
    let session = session(model)
    return .hold(user, token, session, seats(of: session, user, model), key())
  }

  private mutating func payingToken(of user: UserID, _ model: ReferenceModel) -> TokenCredential {
    let hold = model.held.last { $0.user == user }
    if !chance(4), let token = model.tokens.first(where: { $0.number == hold?.token }) { return token.credential }
    return token(of: user, model)
  }

  private mutating func session(_ model: ReferenceModel) -> SessionID {
    chance(40) ? SessionID(999) : chance(2) ? model.sessions[0].id : pick(model.sessions).id
  }

  private mutating func seats(of session: SessionID, _ user: UserID, _ model: ReferenceModel) -> [SeatID] {
    let all = model.seats(of: session)
    let most = max(1, Int(model.policy.maxHoldsPerUser) - model.held.filter { $0.user == user }.count)
    var chosen = all.filter { $0.status == .available || chance(12) }.shuffled(using: &random)
      .prefix(1 + number(chance(8) ? 5 : most)).map(\.id)
    if chance(25) { chosen.insert(SeatID(999), at: number(chosen.count + 1)) }
    if chance(25), let first = chosen.first { chosen.append(first) }
    return chance(40) ? [] : chosen
  }

  private mutating func reservations(of user: UserID, _ model: ReferenceModel) -> [ReservationID] {
    var chosen = model.held.filter { $0.user == user && !chance(5) }.map(\.id).shuffled(using: &random)
    if chance(8), let any = model.reservations.randomElement(using: &random) {
      chosen.insert(any.id, at: number(chosen.count + 1))
    }
    if chance(30) { chosen.append(ReservationID(Int64(model.reservations.count) + 1)) }
    if chance(30), let first = chosen.first { chosen.append(first) }
    return chosen
  }

  private mutating func amount(_ model: ReferenceModel) -> Won {
    let most = model.policy.maxCharge.amount
    let room = model.policy.balanceCeiling.amount - model.balances.values.max()!.amount
    return Won(pick([0, -1, 1, most, most + 1, room, room + 1, .max, .min, 10_000, 50_000, 100_000]))
  }

  /// An earlier command once more, by the same person or another, sometimes with other contents.
  private mutating func repeated(_ user: UserID, _ model: ReferenceModel) -> Operation {
    guard let old = earlier.suffix(30).randomElement(using: &random) else { return .runSchedule }
    let isChanged = chance(3)
    switch old {
    case .hold(let caller, let token, let session, let seats, let key):
      return .hold(chance(6) ? user : caller, token, session, isChanged ? seats.reversed() : seats, key)
    case .pay(let caller, let token, let ids, let key):
      return .pay(chance(6) ? user : caller, token, isChanged ? Array(ids.dropLast()) : ids, key)
    case .charge(let caller, let amount, let key):
      return .charge(chance(6) ? user : caller, isChanged ? Won(7) : amount, key)
    default: return old
    }
  }

  private mutating func key() -> RequestKey {
    keys += 1
    return RequestKey("\(chance(60) ? number(keys) : keys)")
  }

  private mutating func time(_ model: ReferenceModel) -> Duration {
    let unit = model.policy.holdDuration.milliseconds
    switch number(12) {
    case 0: return .zero
    case 1: return .milliseconds(1)
    case 2: return .milliseconds(Int64(number(10)))
    case 3, 4: return model.policy.activationPeriod
    case 5: return .milliseconds(Int64(number(Int(unit))))
    case 6: return chance(4) ? .milliseconds(unit * Int64(1 + number(24))) : .milliseconds(unit / 20)
    case 7...9:
      var due = model.nextDue ?? model.nextAdmission
      // The end or the beginning of a sale, when it is near.
      let sales = model.sessions.flatMap { [$0.saleOpens, $0.saleCloses, $0.start] }
      if chance(3), let sale = sales.filter({ $0 > model.now }).min(), sale < model.now + .milliseconds(2 * unit) {
        due = sale
      }
      return max(.zero, due - model.now + .milliseconds(Int64(number(3) - 1)))
    default: return .milliseconds(Int64(number(Int(unit / 5))))
    }
  }

  private mutating func visit() -> Visit { chance(2) ? .action : .refresh }
  private mutating func number(_ end: Int) -> Int { Int.random(in: 0..<max(1, end), using: &random) }
  private mutating func chance(_ oneIn: Int) -> Bool { number(oneIn) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
}

extension Reservation {
  fileprivate func isGivenBack(at instant: Timestamp) -> Bool {
    if case .released = status { deadline > instant } else { false }
  }
}
