#include "CTerminal.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int signal_pipe[2] = {-1, -1};
static int kept_errors = -1;   // the file that standard error goes to meanwhile
static int real_errors = -1;   // where it really goes
static char crash_note[1024];

static void tell(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = before;
}

int cterminal_signal_pipe(void) {
  if (pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tell;
  action.sa_flags = SA_RESTART;
  static const int told[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) sigaction(told[i], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  return signal_pipe[0];
}

void cterminal_stop_group(void) {
  struct sigaction action, previous;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &previous);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &previous, NULL);
}

void cterminal_replay_errors(void) {
  if (kept_errors < 0) return;
  char buffer[4096];
  ssize_t count;
  lseek(kept_errors, 0, SEEK_SET);
  while ((count = read(kept_errors, buffer, sizeof buffer)) > 0) {
    if (write(real_errors, buffer, (size_t)count) != count) break;
  }
  dup2(real_errors, STDERR_FILENO);
  close(kept_errors);
  kept_errors = -1;
}

static void crash(int number) {
  cterminal_restore_in_crash();
  cterminal_replay_errors();
  ssize_t ignored = write(STDERR_FILENO, crash_note, strlen(crash_note));
  (void)ignored;
  signal(number, SIG_DFL);
  raise(number);
}

void cterminal_guard_crashes(const char *note) {
  strncpy(crash_note, note, sizeof crash_note - 1);
  // In memory: there may be no folder for temporary files.
  int file = memfd_create("boxoffice-errors", MFD_CLOEXEC);
  if (file >= 0) {
    real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_errors >= 0) {
      kept_errors = file;
      dup2(file, STDERR_FILENO);
    } else {
      close(file);
    }
  }
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}
