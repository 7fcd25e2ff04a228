// A queue as other implementations have it: a sorted set in Redis, over a Unix socket.
#include "baselines.h"
#include "clock.h"

#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

redisContext *baseline_redis_open(const char *socket) {
  redisContext *redis = redisConnectUnix(socket);
  if (redis != NULL && redis->err) {
    redisFree(redis);
    return NULL;
  }
  return redis;
}

void baseline_redis_close(redisContext *redis) { redisFree(redis); }

static bool is_done(void *answer) {
  redisReply *reply = answer;
  bool is_well = reply != NULL && reply->type != REDIS_REPLY_ERROR;
  if (reply != NULL) freeReplyObject(reply);
  return is_well;
}

// Takes so many answers of commands that were sent together.
static bool take(redisContext *redis, int64_t count) {
  bool is_well = true;
  for (int64_t i = 0; i < count; i++) {
    void *reply = NULL;
    is_well = redisGetReply(redis, &reply) == REDIS_OK && is_done(reply) && is_well;
  }
  return is_well;
}

// A token, as those are that cannot be guessed: a UUID, made from a number so that it is found again.
static const char *token(int64_t number) {
  static char text[37];
  uint64_t words[2];
  for (int i = 0; i < 2; i++) {
    uint64_t word = (uint64_t)number * 2 + (uint64_t)i + UINT64_C(0x9E3779B97F4A7C15);
    word = (word ^ word >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    word = (word ^ word >> 27) * UINT64_C(0x94D049BB133111EB);
    words[i] = word ^ word >> 31;
  }
  snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx", (unsigned)(words[0] >> 32),
           (unsigned)(words[0] >> 16 & 0xFFFF), (unsigned)(words[0] & 0xFFF), (unsigned)(words[1] >> 52),
           (unsigned long long)(words[1] & UINT64_C(0xFFFFFFFFFFFF)));
  return text;
}

// Commands of a filling that are sent together.
static const int64_t piece = 10000;

bool baseline_redis_fill(redisContext *redis, int64_t count) {
  if (!is_done(redisCommand(redis, "FLUSHALL"))) return false;
  for (int64_t done = 0; done < count; done += piece) {
    int64_t part = count - done < piece ? count - done : piece;
    for (int64_t i = done + 1; i <= done + part; i++) {
      redisAppendCommand(redis, "ZADD queue %lld %s", (long long)i, token(i));
    }
    if (!take(redis, part)) return false;
  }
  return true;
}

bool baseline_redis_thin(redisContext *redis, int64_t count, int64_t step) {
  int64_t sent = 0;
  for (int64_t i = step; i <= count; i += step) {
    redisAppendCommand(redis, "ZREM queue %s", token(i));
    if (++sent == piece) {
      if (!take(redis, sent)) return false;
      sent = 0;
    }
  }
  return take(redis, sent);
}

bool baseline_redis_rank(redisContext *redis, int64_t waiting, int64_t count, int64_t *times) {
  for (int64_t i = 0; i < count; i++) {
    const char *member = token(1 + i * INT64_C(7919) % waiting);
    int64_t start = now_ns();
    bool is_well = is_done(redisCommand(redis, "ZRANK queue %s", member));
    times[i] = now_ns() - start;
    if (!is_well) return false;
  }
  return true;
}

bool baseline_redis_join(redisContext *redis, int64_t first, int64_t count, int64_t *times) {
  for (int64_t i = 0; i < count; i++) {
    const char *member = token(first + i);
    int64_t start = now_ns();
    bool is_well = is_done(redisCommand(redis, "ZADD queue %lld %s", (long long)(first + i), member));
    times[i] = now_ns() - start;
    if (!is_well) return false;
  }
  return true;
}

bool baseline_redis_admit(redisContext *redis, int64_t count, int64_t *times) {
  for (int64_t i = 0; i < count; i++) {
    int64_t start = now_ns();
    redisReply *popped = redisCommand(redis, "ZPOPMIN queue 100");
    if (popped == NULL || popped->type != REDIS_REPLY_ARRAY) return false;
    int64_t sent = 0;
    for (size_t j = 0; j + 1 < popped->elements; j += 2) {
      redisAppendCommand(redis, "SET active:%s 1 EX 600", popped->element[j]->str);
      sent++;
    }
    freeReplyObject(popped);
    if (!take(redis, sent)) return false;
    times[i] = now_ns() - start;
  }
  return true;
}

int64_t baseline_redis_memory(redisContext *redis) {
  redisReply *reply = redisCommand(redis, "INFO memory");
  if (reply == NULL || reply->str == NULL) return -1;
  const char *line = strstr(reply->str, "used_memory:");
  int64_t bytes = line == NULL ? -1 : atoll(line + strlen("used_memory:"));
  freeReplyObject(reply);
  return bytes;
}
