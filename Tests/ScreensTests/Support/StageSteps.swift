import Booking
import Canvas
import SQLiteStore
import SeatingPlan
import TestSupport
import Testing

@testable import Screens

/// Steps that many stories begin with.
extension TestStage {
  /// Finds a person by name and signs in.
  func signIn(_ name: String = "김하늘") {
    press("/")
    type(name)
    press(.enter, .enter)
  }

  /// Signs in, joins the queue, and waits until the sessions of the first concert are there.
  func registerPresence(_ name: String = "김하늘") {
    signIn(name)
    press(.enter)
    advance(.seconds(10))
  }

  /// To the seat map of the first concert's first evening.
  func openMap(_ name: String = "김하늘") {
    registerPresence(name)
    press(.enter)
  }

  /// Walks the map's cursor to a seat, such as "A-11", with the arrow keys.
  func find(_ seat: String) {
    let name = seat.split(separator: "-").map(String.init)
    for _ in 0..<100 {
      guard let map, let hall = map.hall,
        let goal = map.board?.seats.firstIndex(where: { $0.label.row == name[0] && $0.label.number == name[1] })
      else { return }
      let (from, to) = (hall.grid.spots[map.cursor], hall.grid.spots[goal])
      if from.line != to.line {
        press(from.line < to.line ? .down : .up)
      } else if from.column != to.column {
        press(from.column < to.column ? .right : .left)
      } else {
        return
      }
    }
  }

  /// The seat map, while it is the screen on top.
  var map: SeatMapScreen? { app.screens.last as? SeatMapScreen }

  /// Holds seats and stands on Checkout.
  func hold(_ seats: String..., by name: String = "김하늘") {
    openMap(name)
    for seat in seats {
      find(seat)
      press(.space)
    }
    press(.enter)
  }

  func user(_ name: String = "김하늘") throws -> User {
    try #require(try engine.people().first { $0.user.name == name }).user
  }

  /// The latest token of a person.
  func token(of name: String = "김하늘") throws -> QueueToken {
    try #require(try engine.account(of: try user(name).id).status).token
  }

  /// What is wrong in the store; empty when every invariant holds.
  func violations() throws -> [Violation] {
    try database.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }
}

/// Somebody at another terminal, who waits from the start and books without a screen.
struct Rival {
  static let name = "Alex Morgan"

  private let stage: TestStage
  private let user: UserID
  private let session: SessionID

  /// In the session that starts first.
  init(on stage: TestStage) throws {
    self.stage = stage
    user = try stage.user(Rival.name).id
    session = try #require(try stage.engine.programme().first?.evenings.first).session.id
  }

  private var token: TokenCredential {
    get throws { try stage.engine.issueToken(user: user).token.credential }
  }

  func seat(_ row: String, _ number: Int) throws -> SeatID {
    let seats = try stage.database.read { [session] reader throws(BookingError) in try reader.seats(of: session) }
    return try #require(seats.first { $0.label.row == row && $0.label.number == "\(number)" }).id
  }

  @discardableResult
  func hold(_ row: String, _ number: Int) throws -> [Reservation] {
    try stage.engine.holdSeats(
      caller: user, token: try token, session: session, seats: [try seat(row, number)],
      key: RequestKey("rival-\(row)\(number)-\(stage.clock.instant.milliseconds)"))
  }

  func buy(_ row: String, _ number: Int) throws {
    let token = try token
    let holds = try hold(row, number)
    _ = try stage.engine.pay(
      caller: user, token: token, reservations: holds.map(\.id), key: RequestKey("rival-pay-\(row)\(number)"))
  }
}
