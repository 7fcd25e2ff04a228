// What the machine itself costs: its disk.
#include "baselines.h"
#include "clock.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

bool baseline_pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  return sched_setaffinity(0, sizeof set, &set) == 0;
}

bool baseline_unpin(void) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int core = 0; core < CPU_SETSIZE; core++) CPU_SET(core, &set);
  return sched_setaffinity(0, sizeof set, &set) == 0;
}

bool baseline_fdatasync(const char *path, int64_t count, int64_t *times) {
  char page[4096];
  memset(page, 'x', sizeof page);
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return false;
  bool is_well = true;
  for (int64_t i = 0; i < count && is_well; i++) {
    int64_t start = now_ns();
    is_well = write(file, page, sizeof page) == sizeof page && fdatasync(file) == 0;
    times[i] = now_ns() - start;
  }
  close(file);
  unlink(path);
  return is_well;
}
