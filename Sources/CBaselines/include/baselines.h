// What the benchmark compares with: the least that the same work costs in C, and what a queue in Redis costs. Times are
// nanoseconds of a clock that never steps. Functions that can fail answer false.
#ifndef BASELINES_H
#define BASELINES_H

#include <stdbool.h>
#include <stdint.h>

// Pins the calling thread to a core.
bool baseline_pin(int core);
// Lets it run on all cores again.
bool baseline_unpin(void);

// Starts a program in a terminal of its own, of which `terminal` is the other end. Answers its process, or -1.
int baseline_spawn(char *const *words, char *const *variables, int columns, int lines, int *terminal);
// Ends it, and waits until it has.
void baseline_end(int process, int terminal);

// Appends 4 KiB to a file and waits until they are on the disk, so many times.
bool baseline_fdatasync(const char *path, int64_t count, int64_t *times);

// Opens a store, prepares a statement once and reads all columns of all its rows, so many times.
bool baseline_query(const char *path, const char *sql, int64_t count, int64_t *times);

// A seat that somebody is to hold, of a session that is on sale, at an instant in milliseconds.
typedef struct {
  int64_t user, token, session, seat, at;
  // The numbers of the kinds of events that a hold and an action leave.
  int64_t held_kind, acted_kind;
} BaselineHold;

// Holds seats, one after another, each as the store does it: the same statements, each prepared once.
bool baseline_hold(const char *path, bool is_durable, const BaselineHold *wishes, int64_t count, int64_t *times);

// A queue in Redis: a sorted set of tokens by their tickets.
typedef struct redisContext redisContext;

// NULL when nobody listens there.
redisContext *baseline_redis_open(const char *socket);
void baseline_redis_close(redisContext *redis);
// Empties it, and has members with the tickets 1 to `count` stand in line.
bool baseline_redis_fill(redisContext *redis, int64_t count);
// Takes members away, every `step`th.
bool baseline_redis_thin(redisContext *redis, int64_t count, int64_t step);
// Asks for the place of members, chosen by a fixed rule among `waiting`.
bool baseline_redis_rank(redisContext *redis, int64_t waiting, int64_t count, int64_t *times);
// Has new members stand in line, one after another, with tickets from `first` on.
bool baseline_redis_join(redisContext *redis, int64_t first, int64_t count, int64_t *times);
// Takes the first 100 and gives each an entry that ends, in two round trips, so many times.
bool baseline_redis_admit(redisContext *redis, int64_t count, int64_t *times);
// Bytes in use.
int64_t baseline_redis_memory(redisContext *redis);

#endif
