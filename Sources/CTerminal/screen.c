#include "CTerminal.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#define MODES_ON "\033[?2004h"
#define MODES_OFF "\033[?2004l"
// Presses of buttons and turns of the wheel, in the form that has no limit to columns.
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define TITLE_SAVE "\033[22;2t"
#define TITLE_RESTORE "\033[23;2t"

static SCREEN *screen;
static bool is_open;
static bool has_modes;
static bool wants_mouse;
static volatile sig_atomic_t is_mouse_on;
static bool is_cursor_shown;
static bool is_cursor_wanted;
static struct termios saved_termios;
static int most_columns = 80;
static int most_lines = 24;
static char restore_text[512];
static size_t restore_length;

static void append_restore(const char *text) {
  if (text == NULL || text == (char *)-1) return;
  // Terminfo may ask for delays in $<…>, which nothing of our time needs.
  for (; *text != 0 && restore_length + 1 < sizeof restore_text; text++) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end != NULL) { text = end; continue; }
    }
    restore_text[restore_length++] = *text;
  }
}

// Whether the terminal speaks the control sequences of xterm beyond what terminfo says.
static bool is_xterm_like(const char *kind) {
  static const char *const families[] = {"xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty",
                                         "wezterm", "konsole", "gnome", "vte", "st-", "ghostty", "contour"};
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (strncmp(kind, families[i], strlen(families[i])) == 0) return true;
  return false;
}

void cterminal_write(const char *bytes, size_t count) {
  fflush(stdout);
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void write_text(const char *text) { cterminal_write(text, strlen(text)); }

static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

// Sent again where the terminal may have forgotten it.
static void take_mouse(void) {
  if (!has_modes || !wants_mouse) return;
  is_mouse_on = true;
  write_text(MOUSE_ON);
}

static void give_mouse(void) {
  if (!is_mouse_on) return;
  write_text(MOUSE_OFF);
  is_mouse_on = false;
}

static void take_modes(void) {
  if (has_modes) write_text(TITLE_SAVE MODES_ON);
  take_mouse();
}

static void give_modes(void) {
  give_mouse();
  if (has_modes) write_text(MODES_OFF TITLE_RESTORE);
}

static cterminal_outcome look_up(const char *kind) {
  int error = 0;
  if (setupterm(kind, STDOUT_FILENO, &error) == OK) return CTERMINAL_OPENED;
  return error < 0 ? CTERMINAL_NO_KINDS : CTERMINAL_UNKNOWN_KIND;
}

// A kind with direct colours takes the number of a colour for a shade of blue. Its sibling of 256 colours, or xterm's,
// has the same palette; all terminals with direct colours know its sequences.
static const char *with_palette(const char *kind) {
  static char sibling[128];
  const char *end = strstr(kind, "-direct");
  int length = end == NULL ? 0 : (int)(end - kind);
  if (length > 0 && length < 100) {
    snprintf(sibling, sizeof sibling, "%.*s-256color", length, kind);
    if (look_up(sibling) == CTERMINAL_OPENED) return sibling;
  }
  return look_up("xterm-256color") == CTERMINAL_OPENED ? "xterm-256color" : kind;
}

// A length that a terminal tells, or else the environment, or else what its kind usually has.
static int length(int told, const char *variable, const char *capability, int usual, int most) {
  const char *text = getenv(variable);
  long number = told;
  if (number <= 0 && text != NULL) number = strtol(text, NULL, 10);
  if (number <= 0) number = tigetnum(capability);
  if (number <= 0) number = usual;
  return number < most ? (int)number : most;
}

void cterminal_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size.ws_col = size.ws_row = 0;
  *width = length(size.ws_col, "COLUMNS", "cols", 80, most_columns);
  *height = length(size.ws_row, "LINES", "lines", 24, most_lines);
}

// Sets a variable of the environment, or takes it away.
static void set(const char *variable, const char *value) {
  if (value != NULL) setenv(variable, value, 1); else unsetenv(variable);
}

// Starts ncurses in the size that is drawn. What it would look up by itself has no limit, and the environment is the only
// way to tell it another; it is as before afterwards.
static SCREEN *start(const char *kind) {
  static const char *const variables[] = {"COLUMNS", "LINES"};
  int lengths[2];
  char *before[2], text[16];
  cterminal_size(&lengths[0], &lengths[1]);
  for (int i = 0; i < 2; i++) {
    const char *value = getenv(variables[i]);
    before[i] = value == NULL ? NULL : strdup(value);
    snprintf(text, sizeof text, "%d", lengths[i]);
    set(variables[i], text);
  }
  errno = 0;
  SCREEN *started = newterm(kind, stdout, stdin);
  int error = errno;
  for (int i = 0; i < 2; i++) {
    set(variables[i], before[i]);
    free(before[i]);
  }
  errno = error;
  return started;
}

cterminal_outcome cterminal_open(const char *kind, int most_width, int most_height) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CTERMINAL_NOT_A_TERMINAL;
  if (kind == NULL || *kind == 0) return CTERMINAL_UNKNOWN_KIND;
  most_columns = most_width;
  most_lines = most_height;
  use_utf8();
  if (tcgetattr(STDIN_FILENO, &saved_termios) != 0) return CTERMINAL_FAILED;
  cterminal_outcome known = look_up(kind);
  if (known != CTERMINAL_OPENED) return known;
  const char *move = tigetstr("cup");
  if (move == NULL || move == (char *)-1) return CTERMINAL_CANNOT_MOVE_CURSOR;
  if (tigetnum("colors") > 256) kind = with_palette(kind);
  // Without ESCDELAY, key translation or type-ahead: the bytes of the keyboard are read and decoded elsewhere.
  screen = start(kind);
  if (screen == NULL) return CTERMINAL_FAILED;
  is_open = true;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  curs_set(0);

  has_modes = is_xterm_like(kind);
  restore_length = 0;
  if (has_modes) append_restore(MODES_OFF TITLE_RESTORE);
  append_restore(tigetstr("sgr0"));
  append_restore(tigetstr("op"));
  append_restore(tigetstr("cnorm"));
  append_restore(tigetstr("rmcup"));
  append_restore("\r");
  refresh();
  take_modes();
  // Where is the cursor after a box line? Column 3 means that the terminal draws such characters two cells wide.
  if (has_modes) write_text("\r\xE2\x94\x80\033[6n\r\033[K");
  return CTERMINAL_OPENED;
}

void cterminal_close(void) {
  if (!is_open) return;
  is_open = false;
  give_modes();
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
  cterminal_replay_errors();
}

// For the crash handler: only what is safe inside a signal.
void cterminal_restore_in_crash(void) {
  if (!is_open) return;
  is_open = false;
  ssize_t ignored;
  if (is_mouse_on) ignored = write(STDOUT_FILENO, MOUSE_OFF, sizeof MOUSE_OFF - 1);
  ignored = write(STDOUT_FILENO, restore_text, restore_length);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
}

void cterminal_suspend(void) {
  give_modes();
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
  cterminal_stop_group();
  // The shell may have changed the modes that it gives us back.
  tcgetattr(STDIN_FILENO, &saved_termios);
  cterminal_resume();
}

void cterminal_resume(void) {
  reset_prog_mode();
  take_modes();
  curs_set(0);
  is_cursor_shown = false;
  clearok(curscr, TRUE);
}

bool cterminal_has_mouse(void) { return has_modes; }

void cterminal_use_mouse(bool on) {
  if (on == wants_mouse) return;
  wants_mouse = on;
  if (on) take_mouse(); else give_mouse();
}

// The first eight are in the palette everywhere.
int cterminal_colors(void) { return !has_colors() ? 0 : COLORS > 256 ? 8 : COLORS; }

void cterminal_resize(void) {
  int width, height;
  cterminal_size(&width, &height);
  resizeterm(height, width);
  clearok(curscr, TRUE);
}

// A letter and its marks, as ncurses takes them. What the C library has another width for than the picture, or none, would
// put the row out of line: a question mark stands for it. Returns whether it did.
static bool spell(const cterminal_cell *cell, int width, wchar_t text[CCHARW_MAX + 1]) {
  int length = 0;
  bool fits = cell->scalar < 0x7F || wcwidth((wchar_t)cell->scalar) == width;
  text[length++] = fits ? (wchar_t)cell->scalar : L'?';
  for (int i = 0; fits && i < 4 && cell->marks[i] != 0 && length < CCHARW_MAX; i++)
    if (wcwidth((wchar_t)cell->marks[i]) == 0) text[length++] = (wchar_t)cell->marks[i];
  text[length] = 0;
  return !fits;
}

void cterminal_put_row(int y, const cterminal_cell *cells, int count) {
  cchar_t *row = malloc(sizeof(cchar_t) * (size_t)(count > 0 ? count : 1));
  if (row == NULL) return;
  int used = 0;
  for (int i = 0; i < count; i++) {
    if (cells[i].scalar == 0) continue;
    int width = i + 1 < count && cells[i + 1].scalar == 0 ? 2 : 1;
    wchar_t text[CCHARW_MAX + 1];
    bool is_replaced = spell(&cells[i], width, text);
    attr_t attributes = A_NORMAL;
    if (cells[i].attributes & CTERMINAL_BOLD) attributes |= A_BOLD;
    if (cells[i].attributes & CTERMINAL_DIM) attributes |= A_DIM;
    if (cells[i].attributes & CTERMINAL_UNDERLINE) attributes |= A_UNDERLINE;
    if (cells[i].attributes & CTERMINAL_REVERSE) attributes |= A_REVERSE;
    int pair = 0;
    if (cells[i].foreground >= 0 && has_colors()) {
      pair = alloc_pair(cells[i].foreground, cells[i].background);
      if (pair < 0) pair = 0;
    }
    setcchar(&row[used++], text, attributes, 0, &pair);
    if (is_replaced && width == 2) setcchar(&row[used++], L" ", attributes, 0, &pair);
  }
  mvwadd_wchnstr(stdscr, y, 0, row, used);
  free(row);
}

void cterminal_place_cursor(int y, int x, bool visible) {
  wmove(stdscr, y, x);
  // Hidden or not, it follows what is chosen: input methods, magnifiers and screen readers go by it.
  is_cursor_wanted = visible;
}

// The cursor is never seen running over what is drawn.
void cterminal_flush(void) {
  if (is_cursor_shown) curs_set(0);
  wnoutrefresh(stdscr);
  doupdate();
  if (is_cursor_wanted) curs_set(1);
  is_cursor_shown = is_cursor_wanted;
}

void cterminal_invalidate(void) { clearok(curscr, TRUE); }

void cterminal_title(const char *text) {
  if (!has_modes) return;
  write_text("\033]2;");
  write_text(text);
  write_text("\a");
}
