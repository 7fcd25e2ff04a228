// The least that a question to a store costs: SQLite's C interface, with a statement that is prepared once.
#include "baselines.h"
#include "clock.h"

#include <sqlite3.h>

// What was read is used, so that no compiler leaves it out.
static volatile int64_t sum;

static bool read_all(sqlite3_stmt *statement) {
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int column = sqlite3_column_count(statement) - 1; column >= 0; column--) {
      switch (sqlite3_column_type(statement, column)) {
      case SQLITE_INTEGER: sum += sqlite3_column_int64(statement, column); break;
      case SQLITE_TEXT: sum += sqlite3_column_text(statement, column)[0]; break;
      case SQLITE_BLOB: sum += sqlite3_column_bytes(statement, column); break;
      default: break;
      }
    }
  }
  return code == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
}

bool baseline_query(const char *path, const char *sql, int64_t count, int64_t *times) {
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  bool is_well = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
                 sqlite3_exec(db, "PRAGMA wal_autocheckpoint = 0", NULL, NULL, NULL) == SQLITE_OK &&
                 sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK;
  for (int64_t i = 0; i < count && is_well; i++) {
    int64_t start = now_ns();
    is_well = read_all(statement);
    times[i] = now_ns() - start;
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return is_well;
}
