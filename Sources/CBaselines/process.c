// Programs in terminals of their own.
#include "baselines.h"

#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int baseline_spawn(char *const *words, char *const *variables, int columns, int lines, int *terminal) {
  struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
  int process = forkpty(terminal, NULL, NULL, &size);
  if (process != 0) return process;
  execve(words[0], words, variables);
  _exit(127);
}

void baseline_end(int process, int terminal) {
  kill(process, SIGKILL);
  close(terminal);
  waitpid(process, NULL, 0);
}
