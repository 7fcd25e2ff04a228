// Programs in terminals of their own.
#include "baselines.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// Without a copy of this program's memory, which would cost more than some programs take to start.
int baseline_spawn(char *const *words, char *const *variables, int columns, int lines, int *terminal) {
  struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
  char name[64];
  int other;
  if (openpty(terminal, &other, name, NULL, &size) != 0) return -1;
  fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  // What a session's first process opens first becomes its terminal.
  posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  posix_spawn_file_actions_addclose(&actions, other);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t process = -1;
  int code = posix_spawn(&process, words[0], &actions, &attributes, words, variables);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(other);
  if (code == 0) return process;
  close(*terminal);
  return -1;
}

void baseline_end(int process, int terminal) {
  kill(process, SIGKILL);
  close(terminal);
  waitpid(process, NULL, 0);
}
