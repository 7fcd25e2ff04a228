// ncurses, the tty and signals behind plain C types; curses.h itself stays out of Swift's sight.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint32_t scalar;      // 0 in the second half of a wide character
  uint32_t marks[4];    // what stands on it, up to the first 0
  int16_t foreground;   // -1: the terminal's own
  int16_t background;
  uint8_t attributes;   // CTERMINAL_BOLD and so on
} cterminal_cell;

enum { CTERMINAL_BOLD = 1, CTERMINAL_DIM = 2, CTERMINAL_UNDERLINE = 4, CTERMINAL_REVERSE = 8 };

typedef enum {
  CTERMINAL_OPENED = 0,
  CTERMINAL_NOT_A_TERMINAL,
  CTERMINAL_UNKNOWN_KIND,
  CTERMINAL_CANNOT_MOVE_CURSOR,
  CTERMINAL_NO_KINDS,     // there are no descriptions of terminals at all
  CTERMINAL_FAILED,       // errno says why
} cterminal_outcome;

// Takes the terminal on standard input and output. `kind` is the value of TERM, or another to use instead. Whatever
// size the terminal or the environment tells, ncurses never takes more than `most_width` by `most_height`.
cterminal_outcome cterminal_open(const char *kind, int most_width, int most_height);
// Gives the terminal back as it was. Safe to call more than once.
void cterminal_close(void);
// Gives the terminal back, stops the process group, and takes it again once continued.
void cterminal_suspend(void);
// Takes the terminal again after something else stopped the program.
void cterminal_resume(void);

// Whether the terminal can tell of the mouse.
bool cterminal_has_mouse(void);
// Makes the terminal tell of the mouse, or leaves the mouse to it, as it is at first. Suspending and closing leave it
// to the terminal, resuming takes it again.
void cterminal_use_mouse(bool on);

// How many colours can be asked for by their number in the palette.
int cterminal_colors(void);
// The size that is drawn: what the terminal has now, or is supposed to have where it does not say, up to the most that
// was given on opening.
void cterminal_size(int *width, int *height);
// Takes over the size that `cterminal_size` tells.
void cterminal_resize(void);

void cterminal_put_row(int y, const cterminal_cell *cells, int count);
void cterminal_place_cursor(int y, int x, bool visible);
// Sends what changed since the last time.
void cterminal_flush(void);
// Makes the next flush draw everything anew.
void cterminal_invalidate(void);
// Writes bytes of our own between frames.
void cterminal_write(const char *bytes, size_t count);
// Sets the window's title, where the terminal has one. The text must be clean.
void cterminal_title(const char *text);

// Installs handlers for WINCH, TERM, HUP, INT, QUIT, TSTP and CONT that write the signal's number to a pipe, and gives
// the end to read from; PIPE is ignored. -1 when there is no pipe to be had.
int cterminal_signal_pipe(void);

// From now on standard error is kept, so that it does not disturb the screen; close and the crash handler replay it.
// A crash gives the terminal back, replays, adds the note, and dies of the same signal.
void cterminal_guard_crashes(const char *note);

#endif
