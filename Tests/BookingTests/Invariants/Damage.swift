import Booking
import Testing

/// One thing done to a sound store behind its back, and the invariants that it breaks.
struct Damage: CustomTestStringConvertible {
  let what: String
  let breaks: Set<Invariant>
  let sql: String

  init(_ what: String, _ breaks: Set<Invariant>, _ sql: String) {
    self.what = what
    self.breaks = breaks
    self.sql = sql
  }

  var testDescription: String { what }
}

extension Damage {
  static let file = [
    Damage("a row that refers to nothing", [.soundFile], "INSERT INTO leaver (number) VALUES (999)"),
    Damage("a value that the schema forbids", [.soundFile], "UPDATE user SET name = '' WHERE id = 1"),
    Damage(
      "a row that an index does not know", [.soundFile, .schemaIsOurs],
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'WHERE status = ''held''', 'WHERE status = ''nothing''')
      WHERE name = 'reservation_deadline';
      PRAGMA writable_schema = RESET
      """),
  ]

  static let seats = [
    Damage(
      "a hold's seat marked sold", [.soldSeatsArePaid, .heldSeatsAreReserved],
      "UPDATE session_seat SET sold = 1 WHERE reservation_id = 4"),
    Damage(
      "a sold seat made available", [.soldSeatsArePaid],
      "UPDATE session_seat SET sold = 0, reservation_id = NULL WHERE reservation_id = 2"),
    Damage(
      "two confirmed reservations of one seat",
      [
        .soldSeatsArePaid, .heldSeatsAreReserved, .schemaIsOurs, .holdsKeepTheRules, .requestsHaveOneEffect,
        .recordIsComplete,
      ],
      """
      DROP INDEX reservation_seat;
      INSERT INTO reservation (user_id, token, session_id, seat_id, price, held_at, deadline, status, ended_at)
      SELECT user_id, token, session_id, seat_id, price, held_at, deadline, status, ended_at
      FROM reservation WHERE status = 'confirmed'
      """),
    Damage("a payment of another amount", [.soldSeatsArePaid, .moneyIsConserved], "UPDATE payment SET amount = 1"),
    Damage("a payment by another user", [.soldSeatsArePaid, .requestsHaveOneEffect], "UPDATE payment SET user_id = 2"),
    Damage(
      "a payment for no reservation", [.soldSeatsArePaid, .soundFile, .requestsHaveOneEffect],
      "UPDATE payment SET reservation_id = 999"),
    Damage(
      "a sale without a payment", [.soldSeatsArePaid, .moneyIsConserved, .soundFile, .requestsHaveOneEffect],
      "DELETE FROM payment"),
    Damage(
      "a payment without a debit", [.soldSeatsArePaid, .balancesMatchLedger, .requestsHaveOneEffect],
      "DELETE FROM ledger WHERE kind = 'payment'"),
    Damage(
      "a paid reservation that expired", [.soldSeatsArePaid, .recordIsComplete, .recordIsOrdered],
      "UPDATE reservation SET status = 'expired', ended_at = deadline WHERE id = 2"),
    Damage(
      "a hold's seat made available", [.heldSeatsAreReserved],
      "UPDATE session_seat SET reservation_id = NULL WHERE reservation_id = 4"),
    Damage(
      "a seat held by an expired reservation", [.heldSeatsAreReserved],
      """
      UPDATE session_seat SET reservation_id = (SELECT id FROM reservation WHERE status = 'expired')
      WHERE seat_id = 20 AND session_id = 1
      """),
    Damage(
      "two seats held by one reservation", [.heldSeatsAreReserved],
      "UPDATE session_seat SET reservation_id = 4 WHERE seat_id = 20 AND session_id = 1"),
    Damage("a seat that is nowhere", [.seatsAddUp], "DELETE FROM session_seat WHERE session_id = 1 AND seat_id = 20"),
    Damage(
      "two sessions in one hall at a time", [.roomsAreSharedInTurn, .programmeStands],
      "UPDATE session SET start_at = (SELECT start_at + length_ms - 1 FROM session WHERE id = 1) WHERE id = 2"),
    Damage(
      "a session that became longer", [.roomsAreSharedInTurn, .programmeStands],
      "UPDATE session SET length_ms = 86400001 WHERE id = 1"),
    Damage(
      "seats of a tier without a price", [.seatsAddUp, .programmeStands], "DELETE FROM session_price WHERE tier = 'S'"),
  ]

  static let money = [
    Damage(
      "money from nowhere", [.balancesMatchLedger, .moneyIsConserved],
      "UPDATE user SET balance = balance + 1 WHERE id = 1"),
    Damage(
      "money moved between people", [.balancesMatchLedger],
      "UPDATE user SET balance = balance + CASE id WHEN 1 THEN 5 ELSE -5 END WHERE id IN (1, 2)"),
    Damage(
      "a negative balance", [.balancesMatchLedger, .recordIsComplete, .soundFile, .chargesKeepTheLimits],
      """
      UPDATE ledger SET amount = -5 WHERE user_id = 5;
      UPDATE user SET balance = -5 WHERE id = 5
      """),
    Damage(
      "a charge that no balance shows",
      [.balancesMatchLedger, .moneyIsConserved, .recordIsComplete, .requestsHaveOneEffect],
      "UPDATE ledger SET amount = amount + 1 WHERE kind = 'charge'"),
  ]

  static let queue = [
    Damage(
      "two live tokens of one user", [.oneLiveTokenEach, .schemaIsOurs, .recordIsComplete],
      "DROP INDEX token_live_user; UPDATE token SET user_id = 2 WHERE number = 5"),
    Damage("a ticket number that nobody got", [.ticketsAreConsecutive], "UPDATE house SET last_ticket = 6"),
    Damage(
      "a token that is gone", [.ticketsAreConsecutive, .recordIsComplete], "DELETE FROM token WHERE number = 5"),
    Damage("a head behind those who were admitted", [.ticketsAreConsecutive], "UPDATE house SET head = 1"),
    Damage("a head past those who wait", [.ticketsAreConsecutive], "UPDATE house SET head = 5"),
    Damage(
      "a leaver who still counts as waiting", [.ticketsAreConsecutive], "DELETE FROM leaver; DELETE FROM leaver_block"),
    Damage("a leaver whom the blocks do not count", [.soundFile], "UPDATE leaver_block SET leavers = leavers + 1"),
    Damage(
      "a newcomer who overtook", [.activationInTicketOrder, .recordIsComplete, .admissionsAreRegular],
      "UPDATE event SET token = 3 - token WHERE kind = 11 AND token IN (1, 2)"),
    Damage("more active than the cap", [.capIsKept, .programmeStands], "UPDATE policy SET max_active = 1"),
  ]

  static let deadlines = [
    Damage(
      "a hold made longer", [.deadlinesStand, .recordIsComplete],
      "UPDATE reservation SET deadline = deadline + 1 WHERE id = 4"),
    Damage(
      "a released seat held for five minutes more", [.deadlinesStand, .recordIsComplete],
      "UPDATE reservation SET deadline = held_at + 300000 WHERE id = 5"),
    Damage(
      "a payment past the deadline", [.deadlinesStand, .soundFile, .recordIsComplete],
      "UPDATE reservation SET deadline = ended_at WHERE id = 2"),
    Damage(
      "a lifetime made longer", [.deadlinesStand, .recordIsComplete],
      "UPDATE token SET lifetime_deadline = lifetime_deadline + 1 WHERE number = 2"),
    Damage(
      "an idle limit moved without an action", [.deadlinesStand, .recordIsComplete],
      "UPDATE token SET idle_deadline = idle_deadline + 1, live_deadline = live_deadline + 1 WHERE number = 2"),
    Damage(
      "a token that outlived its deadline", [.deadlinesStand, .recordIsComplete],
      "UPDATE token SET ended_at = ended_at + 1 WHERE number = 3"),
    Damage(
      "a token that ended for the wrong reason", [.deadlinesStand, .recordIsComplete],
      "UPDATE token SET end_reason = 'lifetime' WHERE number = 3"),
    Damage("time that ran on", [.nothingIsOverdue], "UPDATE house SET latest_at = latest_at + 3600000"),
  ]

  static let record = [
    Damage(
      "an event before its forerunner", [.recordIsOrdered, .recordIsComplete],
      "UPDATE event SET at = at - 3600000 WHERE kind = 31"),
    Damage(
      "an event after the latest instant", [.recordIsOrdered, .recordIsComplete],
      "UPDATE event SET at = at + 3600000 WHERE kind = 31"),
    Damage("a charge without an event", [.recordIsComplete], "DELETE FROM event WHERE kind = 31"),
    Damage("a payment without an event", [.recordIsComplete], "DELETE FROM event WHERE kind = 23"),
    Damage("a release without an event", [.recordIsComplete], "DELETE FROM event WHERE kind = 21"),
    Damage("a token without an event", [.recordIsComplete], "DELETE FROM event WHERE kind = 10 AND token = 5"),
    Damage(
      "an event of a hold that never was", [.recordIsComplete], "UPDATE event SET reservation_id = 9 WHERE kind = 22"),
  ]

  static let all = file + seats + money + queue + deadlines + record
}
