import Booking
import Testing

/// One thing done to a sound store behind its back that breaks a rule, with the invariant that must say so and what it must
/// name.
struct RuleDamage: CustomTestStringConvertible {
  let what: String
  let invariant: Invariant
  let names: String
  let sql: String
  /// Whether it is found only as long as the record tells how it was.
  let needsRecord: Bool

  init(_ what: String, _ invariant: Invariant, _ names: String, needsRecord: Bool = false, _ sql: String) {
    self.what = what
    self.invariant = invariant
    self.names = names
    self.sql = sql
    self.needsRecord = needsRecord
  }

  var testDescription: String { what }
}

/// What is done to a `LivedInFixture`.
extension RuleDamage {
  static let holds = [
    RuleDamage(
      "a hold that sells for one won", .holdsKeepTheRules, "reservation 4",
      "UPDATE reservation SET price = 1 WHERE id = 4"),
    RuleDamage(
      "a hold that sells for one won, by the record too", .holdsKeepTheRules, "reservation 4",
      "UPDATE reservation SET price = 1 WHERE id = 4; UPDATE event SET amount = 1 WHERE reservation_id = 4"),
    RuleDamage(
      "a ticket bought for one won, and everything that tells of it", .holdsKeepTheRules, "reservation 2",
      """
      UPDATE reservation SET price = 1 WHERE id = 2; UPDATE event SET amount = 1 WHERE reservation_id = 2;
      UPDATE payment SET amount = 1; UPDATE ledger SET amount = -1 WHERE kind = 'payment';
      UPDATE user SET balance = 499999 WHERE id = 1; UPDATE request SET answer = '499999,1' WHERE use_case = 'pay'
      """),
    RuleDamage(
      "a ticket that is another's", .holdsKeepTheRules, "reservation 2",
      "UPDATE reservation SET user_id = 2 WHERE id = 2"),
    RuleDamage(
      "a ticket that is another's with its money", .holdsKeepTheRules, "reservation 2",
      """
      UPDATE reservation SET user_id = 2 WHERE id = 2; UPDATE payment SET user_id = 2;
      UPDATE ledger SET user_id = 2 WHERE kind = 'payment';
      UPDATE user SET balance = balance + CASE id WHEN 1 THEN 50000 ELSE -50000 END WHERE id IN (1, 2)
      """),
    RuleDamage(
      "a ticket that is another's, by the record too", .requestsHaveOneEffect, "user 1",
      """
      UPDATE reservation SET user_id = 2, token = 2 WHERE id = 2; UPDATE payment SET user_id = 2;
      UPDATE ledger SET user_id = 2 WHERE kind = 'payment';
      UPDATE user SET balance = balance + CASE id WHEN 1 THEN 50000 ELSE -50000 END WHERE id IN (1, 2);
      UPDATE event SET user_id = 2, token = 2 WHERE reservation_id = 2
      """),
    RuleDamage(
      "a hold under another's token", .holdsKeepTheRules, "reservation 4",
      "UPDATE reservation SET token = 1 WHERE id = 4"),
    RuleDamage(
      "a hold under a token that had ended", .holdsKeepTheRules, "reservation 5",
      "UPDATE token SET ended_at = ended_at - 200000 WHERE number = 1"),
    RuleDamage(
      "a hold under a token that was not active yet", .holdsKeepTheRules, "reservation 1",
      "UPDATE reservation SET held_at = held_at - 1000, deadline = deadline - 1000, ended_at = deadline - 1000 WHERE id = 1"
    ),
    RuleDamage(
      "a hold under a token that waits", .holdsKeepTheRules, "reservation 4",
      "UPDATE reservation SET token = 5, user_id = 5 WHERE id = 4"),
    RuleDamage(
      "more holds than one may have", .holdsKeepTheRules, "reservation 3",
      "UPDATE policy SET max_holds_per_user = 1"),
    RuleDamage(
      "five holds where four are allowed", .holdsKeepTheRules, "reservation 9",
      """
      INSERT INTO reservation (user_id, token, session_id, seat_id, price, held_at, deadline, status)
      SELECT 2, 2, 1, seat.id, 50000, held_at, deadline, 'held' FROM reservation, seat
      WHERE reservation.id = 4 AND seat.id BETWEEN 11 AND 14;
      UPDATE session_seat SET version = version + 1, reservation_id = seat_id - 5
      WHERE session_id = 1 AND seat_id BETWEEN 11 AND 14
      """),
    RuleDamage(
      "holds before the sale", .holdsKeepTheRules, "reservation 1",
      "UPDATE session SET sale_opens_at = sale_opens_at + 14400000 WHERE id = 1"),
    RuleDamage(
      "holds after the sale", .holdsKeepTheRules, "reservation 5",
      "UPDATE session SET sale_closes_at = sale_opens_at + 60000 WHERE id = 1"),
    RuleDamage(
      "holds after the beginning", .holdsKeepTheRules, "reservation 5",
      "UPDATE session SET start_at = sale_opens_at + 60000 WHERE id = 1"),
    RuleDamage(
      "a hold made before the one before it", .holdsKeepTheRules, "reservation 4",
      "UPDATE reservation SET held_at = held_at - 200000, deadline = deadline - 200000 WHERE id = 4"),
    RuleDamage(
      "a hold of another seat", .heldSeatsAreReserved, "reservation 4",
      "UPDATE reservation SET seat_id = 7 WHERE id = 4"),
    RuleDamage(
      "a hold of another seat, which it has", .requestsHaveOneEffect, "user 2",
      """
      UPDATE reservation SET seat_id = 7 WHERE id = 4; UPDATE session_seat
      SET reservation_id = CASE seat_id WHEN 7 THEN 4 END, version = 1 WHERE session_id = 1 AND seat_id IN (3, 7)
      """),
    RuleDamage(
      "a hold of another evening", .heldSeatsAreReserved, "reservation 4",
      "UPDATE reservation SET session_id = 2 WHERE id = 4"),
    RuleDamage(
      "a seat taken from who held it", .heldSeatsAreReserved, "reservation 5",
      "UPDATE reservation SET held_at = held_at - 60000 WHERE id = 5"),
    RuleDamage(
      "a version that counts more than happened", .heldSeatsAreReserved, "seat 20 of session 1",
      "UPDATE session_seat SET version = 7 WHERE session_id = 1 AND seat_id = 20"),
    RuleDamage(
      "a release at the deadline", .deadlinesStand, "reservation 3",
      "UPDATE reservation SET ended_at = deadline WHERE id = 3"),
    RuleDamage(
      "a release past the deadline", .deadlinesStand, "reservation 3",
      "UPDATE reservation SET ended_at = deadline + 1 WHERE id = 3"),
    RuleDamage(
      "a release before the hold", .deadlinesStand, "reservation 3",
      "UPDATE reservation SET ended_at = held_at - 1 WHERE id = 3"),
    RuleDamage(
      "an expiry before the deadline", .deadlinesStand, "reservation 1",
      "UPDATE reservation SET ended_at = deadline - 1 WHERE id = 1"),
    RuleDamage(
      "a hold made shorter", .deadlinesStand, "reservation 4",
      "UPDATE reservation SET deadline = deadline - 60000 WHERE id = 4"),
    RuleDamage(
      "another time for all holds", .deadlinesStand, "reservation 1", "UPDATE policy SET hold_duration_ms = 600000"),
  ]

  static let money = [
    RuleDamage(
      "a payment at another instant", .soldSeatsArePaid, "reservation 2", "UPDATE payment SET paid_at = paid_at + 1"),
    RuleDamage(
      "a debit at another instant", .soldSeatsArePaid, "payment 1",
      "UPDATE ledger SET entered_at = entered_at - 1 WHERE kind = 'payment'"),
    RuleDamage(
      "a confirmation at another instant", .soldSeatsArePaid, "reservation 2",
      "UPDATE reservation SET ended_at = ended_at - 1 WHERE id = 2"),
    RuleDamage(
      "a payment of another ticket", .soldSeatsArePaid, "reservation 2", "UPDATE payment SET reservation_id = 4"),
    RuleDamage(
      "a debit of another person", .soldSeatsArePaid, "payment 1",
      """
      UPDATE ledger SET user_id = 2 WHERE kind = 'payment';
      UPDATE user SET balance = balance + CASE id WHEN 1 THEN 50000 ELSE -50000 END WHERE id IN (1, 2)
      """),
    RuleDamage(
      "a charge over the most", .chargesKeepTheLimits, "ledger entry 7 of user 4", "UPDATE policy SET max_charge = 5000"
    ),
    RuleDamage(
      "a charge past the ceiling", .chargesKeepTheLimits, "ledger entry 7 of user 4",
      "UPDATE policy SET balance_ceiling = 505000"),
    RuleDamage(
      "a charge made larger, and everything that tells of it", .chargesKeepTheLimits, "ledger entry 7 of user 4",
      """
      UPDATE ledger SET amount = 2000000 WHERE id = 7; UPDATE user SET balance = 2500000 WHERE id = 4;
      UPDATE event SET amount = 2000000 WHERE kind = 31;
      UPDATE request SET contents = '2000000', answer = '2500000' WHERE use_case = 'charge'
      """),
    RuleDamage(
      "a balance set by hand in a real house", .houseIsAsFounded, "ledger entry 9 of user 1",
      """
      INSERT INTO ledger (user_id, amount, kind, entered_at) SELECT 1, 5, 'adjustment', latest_at FROM house;
      INSERT INTO event (at, kind, rule, user_id, amount) SELECT latest_at, 32, 0, 1, 5 FROM house;
      UPDATE user SET balance = balance + 5 WHERE id = 1
      """),
    RuleDamage(
      "a wallet opened twice", .chargesKeepTheLimits, "ledger entry 9 of user 4",
      """
      INSERT INTO ledger (user_id, amount, kind, entered_at) SELECT 4, 5, 'opening', latest_at FROM house;
      INSERT INTO event (at, kind, rule, user_id, amount) SELECT latest_at, 30, 0, 4, 5 FROM house;
      UPDATE user SET balance = balance + 5 WHERE id = 4
      """),
    RuleDamage(
      "a charge of another person", .requestsHaveOneEffect, "ledger entry 7 of user 5",
      """
      UPDATE ledger SET user_id = 5 WHERE id = 7;
      UPDATE user SET balance = balance + CASE id WHEN 5 THEN 10000 ELSE -10000 END WHERE id IN (4, 5)
      """),
    RuleDamage(
      "a charge that nobody asked for", .requestsHaveOneEffect, "ledger entry 9 of user 6",
      """
      INSERT INTO ledger (user_id, amount, kind, entered_at) SELECT 6, 5, 'charge', latest_at FROM house;
      INSERT INTO event (at, kind, rule, user_id, amount) SELECT latest_at, 31, 7, 6, 5 FROM house;
      UPDATE user SET balance = balance + 5 WHERE id = 6
      """),
    RuleDamage(
      "a charge after the latest instant", .recordIsOrdered, "ledger entry 7 of user 4",
      "UPDATE ledger SET entered_at = entered_at + 9000000 WHERE id = 7"),
    RuleDamage(
      "entries out of order", .chargesKeepTheLimits, "ledger entry 8 of user 1",
      "UPDATE ledger SET entered_at = entered_at - 100 WHERE id = 8"),
    RuleDamage("an entry that is gone", .soundFile, "ledger", "DELETE FROM ledger WHERE id = 6"),
  ]

  static let requests = [
    RuleDamage(
      "a request that is forgotten", .requestsHaveOneEffect, "reservation 4",
      "DELETE FROM request WHERE key = 'key-3'"),
    RuleDamage(
      "an answer that refers to nothing", .requestsHaveOneEffect, "key-3",
      "UPDATE request SET answer = '99' WHERE key = 'key-3'"),
    RuleDamage(
      "an answer of another's holds", .requestsHaveOneEffect, "key-3",
      "UPDATE request SET answer = '1' WHERE key = 'key-3'"),
    RuleDamage(
      "an answer that is no number", .requestsHaveOneEffect, "key-3",
      "UPDATE request SET answer = '4,?' WHERE key = 'key-3'"),
    RuleDamage(
      "a payment that refers to nothing", .requestsHaveOneEffect, "(pay)",
      "UPDATE request SET answer = '450000,99' WHERE use_case = 'pay'"),
    RuleDamage(
      "another balance in an answer", .requestsHaveOneEffect, "(pay)",
      "UPDATE request SET answer = '1,1' WHERE use_case = 'pay'"),
    RuleDamage(
      "a request for other seats", .requestsHaveOneEffect, "key-3",
      "UPDATE request SET contents = replace(contents, '/3', '/4') WHERE key = 'key-3'"),
    RuleDamage(
      "a request of nobody", .requestsHaveOneEffect, "user 99", "UPDATE request SET user_id = 99 WHERE key = 'key-3'"),
    RuleDamage(
      "a request of another kind", .requestsHaveOneEffect, "(pay)",
      "UPDATE request SET use_case = 'pay' WHERE key = 'key-3'"),
    RuleDamage(
      "a request at another instant", .requestsHaveOneEffect, "key-3",
      "UPDATE request SET answered_at = answered_at - 1 WHERE key = 'key-3'"),
    RuleDamage(
      "two requests for one effect", .requestsHaveOneEffect, "key-x",
      """
      INSERT INTO request SELECT user_id, use_case, 'key-x', contents, answer, answered_at FROM request
      WHERE use_case = 'charge' LIMIT 1
      """),
  ]

  static let all = holds + money + requests + queue + house + record + schema
}
