import Booking

extension RuleDamage {
  static let queue = [
    RuleDamage(
      "an admission past the batch", .admissionsAreRegular, "token 1", "UPDATE policy SET batch = 0"),
    RuleDamage(
      "three in an admission of two", .admissionsAreRegular, "token 3",
      """
      UPDATE policy SET batch = 2;
      UPDATE token SET activated_at = (SELECT activated_at FROM token WHERE number = 3) WHERE number < 3
      """),
    RuleDamage(
      "an admission off the period", .admissionsAreRegular, "token 3",
      "UPDATE token SET activated_at = activated_at + 1 WHERE number = 3"),
    RuleDamage(
      "another period", .admissionsAreRegular, "token 1", "UPDATE policy SET activation_period_ms = 15000"),
    RuleDamage(
      "admissions that were due before", .admissionsAreRegular, "token 1", needsRecord: true,
      "UPDATE policy SET activation_period_ms = 5000"),
    RuleDamage(
      "an admission in another period", .activationInTicketOrder, "token 3",
      "UPDATE token SET activated_at = activated_at + 100000 WHERE number = 2"),
    RuleDamage(
      "somebody who waits past their turn", .admissionsAreRegular, "token 1", needsRecord: true,
      "UPDATE event SET at = at + 30000 WHERE kind = 11 AND token = 1"),
    RuleDamage(
      "a token of another person", .recordIsComplete, "token 2", needsRecord: true,
      "UPDATE token SET user_id = 6 WHERE number = 2"),
    RuleDamage(
      "a token of another person, with what it held", .requestsHaveOneEffect, "user 2",
      "UPDATE token SET user_id = 6 WHERE number = 2; UPDATE reservation SET user_id = 6 WHERE token = 2"),
    RuleDamage(
      "another secret", .requestsHaveOneEffect, "user 2", "UPDATE token SET secret = zeroblob(16) WHERE number = 2"),
    RuleDamage(
      "a token issued after its turn", .deadlinesStand, "token 3",
      "UPDATE token SET issued_at = activated_at + 1 WHERE number = 3"),
    RuleDamage(
      "tokens issued out of order", .ticketsAreConsecutive, "token 4",
      "UPDATE token SET issued_at = issued_at + 1000 WHERE number = 3; UPDATE token SET issued_at = 0 WHERE number = 4"),
    RuleDamage(
      "a token issued after the latest instant", .recordIsOrdered, "token 5",
      "UPDATE token SET issued_at = issued_at + 90000000 WHERE number = 5"),
    RuleDamage(
      "a lifetime made shorter", .deadlinesStand, "token 3",
      "UPDATE token SET lifetime_deadline = lifetime_deadline - 1 WHERE number = 3"),
    RuleDamage(
      "an idle limit made shorter", .deadlinesStand, "token 2",
      "UPDATE token SET idle_deadline = idle_deadline - 1, live_deadline = live_deadline - 1 WHERE number = 2"),
    RuleDamage(
      "a deadline by which nobody is found", .soundFile, "token 2", needsRecord: true,
      "UPDATE token SET live_deadline = live_deadline + 600000 WHERE number = 2"),
    RuleDamage(
      "a payment's token that ended after its deadline", .deadlinesStand, "token 1",
      "UPDATE token SET ended_at = idle_deadline WHERE number = 1"),
    RuleDamage(
      "a leaver who is called idle", .deadlinesStand, "token 4",
      "UPDATE token SET end_reason = 'idle' WHERE number = 4"),
    RuleDamage("a head ahead of who was admitted", .ticketsAreConsecutive, "head", "UPDATE house SET head = 4"),
    RuleDamage(
      "a person who never came", .recordIsComplete, "user 7", needsRecord: true,
      "INSERT INTO user (name, balance) VALUES ('Nobody', 0)"),
    RuleDamage(
      "a person who is gone", .soundFile, "user", "DELETE FROM ledger WHERE id = 5; DELETE FROM user WHERE id = 5"),
  ]

  static let house = [
    RuleDamage(
      "a real house at a speed", .houseIsAsFounded, "60000", "UPDATE house SET anchor_rate_thousandths = 60000"),
    RuleDamage(
      "a real house that stands still", .houseIsAsFounded, "clock", "UPDATE house SET anchor_rate_thousandths = 0"),
    RuleDamage(
      "a real house turned into a demonstration", .houseIsAsFounded, "event 1",
      "UPDATE house SET kind = 'demonstration'"),
    RuleDamage(
      "admissions counted from elsewhere", .programmeStands, "policy 1",
      "UPDATE house SET admission_epoch_at = admission_epoch_at + 1"),
    RuleDamage(
      "a latest instant that nothing brought", .nothingIsOverdue, "latest",
      "UPDATE house SET latest_at = latest_at + 5"),
    RuleDamage(
      "admissions that are not done", .nothingIsOverdue, "admissions",
      "UPDATE house SET admitted_through_at = admitted_through_at - 30000"),
    RuleDamage(
      "a limit raised without an event", .programmeStands, "policy 1", "UPDATE policy SET max_charge = 9000000"),
    RuleDamage("a cap without an event", .programmeStands, "cap", "UPDATE policy SET max_active = 100"),
    RuleDamage("another retention", .programmeStands, "retention", "UPDATE policy SET event_retention_ms = 86400000"),
    RuleDamage(
      "a second policy without an event", .programmeStands, "policy 2",
      """
      INSERT INTO policy (since_at, activation_period_ms, batch, token_lifetime_ms, idle_limit_ms, hold_duration_ms,
        max_holds_per_user, max_charge, balance_ceiling, event_retention_ms)
      SELECT latest_at, activation_period_ms, 60, token_lifetime_ms, idle_limit_ms, hold_duration_ms,
        max_holds_per_user, max_charge, balance_ceiling, event_retention_ms FROM policy, house
      """),
    RuleDamage(
      "a policy from another instant", .programmeStands, "policy", "UPDATE policy SET since_at = since_at + 1000"),
    RuleDamage(
      "a price that nobody set", .programmeStands, "session 2", needsRecord: true,
      "UPDATE session_price SET price = 1 WHERE session_id = 2 AND tier = 'S'"),
    RuleDamage(
      "a price at which nobody bought", .holdsKeepTheRules, "reservation 2",
      "UPDATE session_price SET price = 40000 WHERE session_id = 1 AND tier = 'R'"),
    RuleDamage(
      "another beginning", .programmeStands, "start", needsRecord: true,
      "UPDATE session SET start_at = start_at + 86400000 WHERE id = 2"),
    RuleDamage(
      "another end of the sale", .programmeStands, "closes", needsRecord: true,
      "UPDATE session SET sale_closes_at = sale_closes_at - 1 WHERE id = 2"),
    RuleDamage(
      "a session that was not announced", .programmeStands, "session 3", needsRecord: true,
      """
      INSERT INTO session (concert_id, hall_id, start_at, sale_opens_at, sale_closes_at)
      SELECT concert_id, hall_id, start_at, sale_opens_at, sale_closes_at FROM session WHERE id = 2
      """),
    RuleDamage(
      "a seat of another tier", .programmeStands, "seats", needsRecord: true,
      "UPDATE seat SET tier = 'R' WHERE id = 40"),
    RuleDamage(
      "a sold seat of another tier", .holdsKeepTheRules, "reservation 2", "UPDATE seat SET tier = 'S' WHERE id = 1"),
    RuleDamage(
      "a seat of another name", .programmeStands, "seats", needsRecord: true,
      "UPDATE seat SET number = '99' WHERE id = 40"),
    RuleDamage(
      "a seat of another hall in a session", .seatsAddUp, "session 1 has seat 41",
      """
      INSERT INTO hall (name_ko, name_en, plan, seat_count, first_seat_id) VALUES ('둘째', 'Second', '{}', 1, 41);
      INSERT INTO seat (hall_id, section, row, number, tier) VALUES (2, '1F', 'A', '1', 'R');
      INSERT INTO session_seat (session_id, seat_id) VALUES (1, 41)
      """),
    RuleDamage(
      "a seat that went to another hall", .seatsAddUp, "session 2 has seat 40",
      """
      INSERT INTO hall (name_ko, name_en, plan, seat_count, first_seat_id) VALUES ('둘째', 'Second', '{}', 1, 40);
      UPDATE seat SET hall_id = 2 WHERE id = 40; UPDATE hall SET seat_count = 39 WHERE id = 1
      """),
  ]

  static let record = [
    RuleDamage(
      "an event of another rule", .recordIsComplete, "event", needsRecord: true,
      "UPDATE event SET rule = 4 WHERE kind = 20"),
    RuleDamage(
      "an event of another price", .recordIsComplete, "reservation 4", needsRecord: true,
      "UPDATE event SET amount = 1 WHERE reservation_id = 4"),
    RuleDamage(
      "an event of another deadline", .recordIsComplete, "reservation 4", needsRecord: true,
      "UPDATE event SET deadline = deadline + 1 WHERE reservation_id = 4"),
    RuleDamage(
      "an action of another's", .recordIsComplete, "event", needsRecord: true,
      "UPDATE event SET user_id = 1 WHERE kind = 12 AND token = 2"),
    RuleDamage(
      "an event that tells too much", .recordIsComplete, "event", needsRecord: true,
      "UPDATE event SET seat_id = 1 WHERE kind = 31"),
    RuleDamage(
      "an event told twice", .recordIsComplete, "event", needsRecord: true,
      """
      INSERT INTO event (at, kind, rule, user_id, amount)
      SELECT latest_at, 31, 7, 4, 10000 FROM house
      """),
    RuleDamage(
      "an end as paid where nothing was", .recordIsComplete, "token 3", needsRecord: true,
      """
      UPDATE event SET reason = 'paid', rule = 6 WHERE kind = 13 AND token = 3;
      UPDATE token SET end_reason = 'paid' WHERE number = 3
      """),
    RuleDamage(
      "what a policy set", .programmeStands, "event 1",
      "UPDATE event SET particulars = replace(particulars, 'batch=50', 'batch=60') WHERE id = 1"),
    RuleDamage(
      "what a session was added as", .programmeStands, "session 1", needsRecord: true,
      "UPDATE event SET particulars = replace(particulars, 'hall=1', 'hall=2') WHERE kind = 2"),
    RuleDamage(
      "a reset in a real house", .houseIsAsFounded, "event",
      "INSERT INTO event (at, kind, rule) SELECT latest_at, 4, 0 FROM house"),
    RuleDamage(
      "a price set in a real house", .houseIsAsFounded, "event",
      """
      INSERT INTO event (at, kind, rule, session_id, seat_id, amount, particulars)
      SELECT latest_at, 5, 0, 2, 40, 1, 'was=30000' FROM house;
      UPDATE session_price SET price = 1 WHERE session_id = 2 AND tier = 'S'
      """),
  ]

  static let schema = [
    RuleDamage(
      "an index that is missing", .schemaIsOurs, "token_live_deadline is missing", "DROP INDEX token_live_deadline"),
    RuleDamage(
      "a unique index that is missing", .schemaIsOurs, "reservation_seat is missing", "DROP INDEX reservation_seat"),
    RuleDamage(
      "an index that is not unique any more", .schemaIsOurs, "token_live_user is defined otherwise",
      "DROP INDEX token_live_user; CREATE INDEX token_live_user ON token (user_id) WHERE ended_at IS NULL"),
    RuleDamage(
      "an index that is not ours", .schemaIsOurs, "index mine", "CREATE INDEX mine ON user (name)"),
    RuleDamage(
      "a trigger", .schemaIsOurs, "trigger thief",
      "CREATE TRIGGER thief AFTER INSERT ON payment BEGIN UPDATE user SET balance = balance + 1 WHERE id = 6; END"),
    RuleDamage("a view", .schemaIsOurs, "view rich", "CREATE VIEW rich AS SELECT * FROM user"),
    RuleDamage("a table", .schemaIsOurs, "table notes", "CREATE TABLE notes (text TEXT)"),
    RuleDamage("a column", .schemaIsOurs, "table user", "ALTER TABLE user ADD COLUMN email TEXT"),
    RuleDamage(
      "a check that is gone", .schemaIsOurs, "table user",
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, ' CHECK (balance >= 0)', '') WHERE name = 'user';
      PRAGMA writable_schema = RESET
      """),
    RuleDamage(
      "a reference that is gone", .schemaIsOurs, "table payment",
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'REFERENCES user (id)', '') WHERE name = 'payment';
      PRAGMA writable_schema = RESET
      """),
    RuleDamage("another program's mark", .schemaIsOurs, "marked", "PRAGMA application_id = 7"),
    RuleDamage("another program's version", .schemaIsOurs, "marked", "PRAGMA user_version = 7"),
    RuleDamage(
      "a migration that was not", .schemaIsOurs, "migration tomorrow's",
      "INSERT INTO grdb_migrations VALUES ('tomorrow''s')"),
    RuleDamage(
      "a migration that is forgotten", .schemaIsOurs, "migration how long events are kept",
      "DELETE FROM grdb_migrations WHERE identifier = 'how long events are kept'"),
  ]
}
