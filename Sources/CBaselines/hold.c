// The least that holding a seat costs: the statements of a hold through SQLite's C interface, each prepared once.
#include "baselines.h"
#include "clock.h"

#include <sqlite3.h>
#include <stdio.h>

enum {
  BEGIN, REQUEST, TOKEN, SESSION, SEAT, HELD, RELEASED, RESERVE, HOLD, EVENT, TOUCH, ANSWER, RESERVATION, LATEST, COMMIT,
  STATEMENTS
};

static const char *const texts[STATEMENTS] = {
  [BEGIN] = "BEGIN IMMEDIATE",
  [REQUEST] = "SELECT contents, answer FROM request WHERE user_id = ?1 AND use_case = 'hold' AND key = ?2",
  [TOKEN] = "SELECT number, secret, user_id, issued_at, activated_at, last_action_at, lifetime_deadline, "
            "idle_deadline, ended_at, end_reason FROM token WHERE number = ?1",
  [SESSION] = "SELECT id, concert_id, hall_id, start_at, sale_opens_at, sale_closes_at FROM session WHERE id = ?1",
  [SEAT] = "SELECT state.reservation_id, state.sold, price.price, state.version FROM session_seat AS state "
           "JOIN seat ON seat.id = state.seat_id JOIN session_price AS price "
           "ON price.session_id = state.session_id AND price.tier = seat.tier "
           "WHERE state.session_id = ?1 AND state.seat_id = ?2",
  [HELD] = "SELECT COUNT(*) FROM reservation WHERE user_id = ?1 AND status = 'held'",
  [RELEASED] = "SELECT MAX(deadline) FROM reservation "
               "WHERE user_id = ?1 AND session_id = ?2 AND seat_id = ?3 AND status = 'released'",
  [RESERVE] = "INSERT INTO reservation (user_id, token, session_id, seat_id, price, held_at, deadline, status) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'held')",
  [HOLD] = "UPDATE session_seat SET reservation_id = ?1, version = version + 1 "
           "WHERE session_id = ?2 AND seat_id = ?3 AND reservation_id IS NULL AND version = ?4",
  [EVENT] = "INSERT INTO event (at, kind, rule, user_id, token, session_id, seat_id, reservation_id, amount, deadline, "
            "reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL)",
  [TOUCH] = "UPDATE token SET last_action_at = ?1, idle_deadline = ?2, live_deadline = "
            "CASE WHEN lifetime_deadline < ?2 THEN lifetime_deadline ELSE ?2 END "
            "WHERE number = ?3 AND live_deadline IS NOT NULL",
  [ANSWER] = "INSERT INTO request (user_id, use_case, key, contents, answer, answered_at) "
             "VALUES (?1, 'hold', ?2, ?3, ?4, ?5)",
  [RESERVATION] = "SELECT id, user_id, token, session_id, seat_id, price, held_at, deadline, status, ended_at "
                  "FROM reservation WHERE id = ?1",
  [LATEST] = "UPDATE house SET latest_at = ?1, admitted_through_at = ?1 WHERE id = 1",
  [COMMIT] = "COMMIT",
};

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *statements[STATEMENTS];
  bool is_well;
} Store;

// Runs a statement with whole numbers from its first value on; answers the first column of its first row, or 0.
static int64_t run(Store *store, int which, int count, const int64_t *values) {
  sqlite3_stmt *statement = store->statements[which];
  for (int i = 0; i < count; i++) sqlite3_bind_int64(statement, i + 1, values[i]);
  int64_t answer = 0;
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) {
    answer = sqlite3_column_int64(statement, 0);
    code = sqlite3_step(statement);
  }
  store->is_well = store->is_well && code == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
  return answer;
}

#define RUN(store, which, ...) \
  run(store, which, sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t), (int64_t[]){__VA_ARGS__})

static void bind_text(Store *store, int which, int position, const char *text) {
  sqlite3_bind_text(store->statements[which], position, text, -1, SQLITE_TRANSIENT);
}

static void hold(Store *store, const BaselineHold *wish) {
  const int64_t at = wish->at, deadline = at + 300000;
  char key[40], contents[80], answer[24];
  snprintf(key, sizeof key, "c%lld", (long long)wish->seat);
  snprintf(contents, sizeof contents, "%lld/%lld/%lld", (long long)wish->token, (long long)wish->session,
           (long long)wish->seat);
  run(store, BEGIN, 0, NULL);
  bind_text(store, REQUEST, 2, key);
  RUN(store, REQUEST, wish->user);
  RUN(store, TOKEN, wish->token);
  RUN(store, SESSION, wish->session);
  int64_t price = 0, version = 0;
  sqlite3_stmt *seat = store->statements[SEAT];
  sqlite3_bind_int64(seat, 1, wish->session);
  sqlite3_bind_int64(seat, 2, wish->seat);
  if (sqlite3_step(seat) == SQLITE_ROW) {
    price = sqlite3_column_int64(seat, 2);
    version = sqlite3_column_int64(seat, 3);
  }
  sqlite3_reset(seat);
  RUN(store, HELD, wish->user);
  RUN(store, RELEASED, wish->user, wish->session, wish->seat);
  RUN(store, RESERVE, wish->user, wish->token, wish->session, wish->seat, price, at, deadline);
  int64_t reservation = sqlite3_last_insert_rowid(store->db);
  RUN(store, HOLD, reservation, wish->session, wish->seat, version);
  store->is_well = store->is_well && sqlite3_changes(store->db) == 1;
  RUN(store, EVENT, at, wish->held_kind, 5, wish->user, wish->token, wish->session, wish->seat, reservation, price,
      deadline);
  RUN(store, TOUCH, at, deadline, wish->token);
  RUN(store, EVENT, at, wish->acted_kind, 9, wish->user, wish->token, 0, 0, 0, 0, deadline);
  snprintf(answer, sizeof answer, "%lld", (long long)reservation);
  bind_text(store, ANSWER, 2, key);
  bind_text(store, ANSWER, 3, contents);
  bind_text(store, ANSWER, 4, answer);
  sqlite3_bind_int64(store->statements[ANSWER], 5, at);
  RUN(store, ANSWER, wish->user);
  RUN(store, RESERVATION, reservation);
  RUN(store, LATEST, at);
  run(store, COMMIT, 0, NULL);
}

bool baseline_hold(const char *path, bool is_durable, const BaselineHold *wishes, int64_t count, int64_t *times) {
  Store store = {.is_well = true};
  const char *settings = is_durable ? "PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL"
                                    : "PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL";
  store.is_well = sqlite3_open_v2(path, &store.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
                  sqlite3_exec(store.db, settings, NULL, NULL, NULL) == SQLITE_OK;
  for (int i = 0; i < STATEMENTS && store.is_well; i++)
    store.is_well = sqlite3_prepare_v3(store.db, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &store.statements[i], NULL) ==
                    SQLITE_OK;
  for (int64_t i = 0; i < count && store.is_well; i++) {
    int64_t start = now_ns();
    hold(&store, &wishes[i]);
    times[i] = now_ns() - start;
  }
  for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(store.statements[i]);
  sqlite3_close(store.db);
  return store.is_well;
}
