// The least that a screen costs: a program of ncurses alone, which the benchmark runs beside boxoffice.
//   hello           a word, until a key comes
//   pictures FILE   the file's pictures, each key the next; R draws the present one anew
//   poll            nothing, once a second
#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// As the benchmark writes them: the size, how many there are, and the cells of each, row by row.
typedef struct {
  uint32_t scalar; // 0 in the second half of a wide character
  int16_t foreground, background; // -1: the terminal's own
  uint32_t attributes; // 1 bold, 2 dim, 4 underlined, 8 reversed
} Cell;

typedef struct {
  int32_t width, height, count;
} Head;

static short pairs[258][258];
static short last_pair;

static short pair(int foreground, int background) {
  if (foreground < 0 && background < 0) return 0;
  short *known = &pairs[foreground + 1][background + 1];
  if (*known == 0) {
    *known = ++last_pair;
    init_pair(*known, (short)foreground, (short)background);
  }
  return *known;
}

// Draws what is not the same in the picture that is on the screen; all of it where there is none.
static void draw(const Cell *cells, const Cell *shown, Head head) {
  for (int y = 0; y < head.height; y++) {
    for (int x = 0; x < head.width; x++) {
      Cell cell = cells[y * head.width + x];
      if (cell.scalar == 0) continue;
      if (shown != NULL && memcmp(&cells[y * head.width + x], &shown[y * head.width + x], sizeof cell) == 0) continue;
      attr_t attributes = (cell.attributes & 1 ? A_BOLD : 0) | (cell.attributes & 2 ? A_DIM : 0) |
                          (cell.attributes & 4 ? A_UNDERLINE : 0) | (cell.attributes & 8 ? A_REVERSE : 0);
      wchar_t text[2] = {(wchar_t)cell.scalar, 0};
      cchar_t sign;
      setcchar(&sign, text, attributes, pair(cell.foreground, cell.background), NULL);
      mvadd_wch(y, x, &sign);
    }
  }
  refresh();
}

static void begin(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  start_color();
  use_default_colors();
  curs_set(0);
}

static int show(const char *path) {
  FILE *file = fopen(path, "rb");
  Head head;
  if (file == NULL || fread(&head, sizeof head, 1, file) != 1) return 1;
  size_t size = (size_t)head.width * (size_t)head.height;
  Cell *cells = malloc(size * (size_t)head.count * sizeof *cells);
  if (cells == NULL || fread(cells, sizeof *cells, size * (size_t)head.count, file) != size * (size_t)head.count) return 1;
  fclose(file);
  begin();
  int now = 0;
  draw(cells, NULL, head);
  for (int key; (key = getch()) != 'q' && key != ERR;) {
    const Cell *shown = cells + size * (size_t)now;
    if (key == 'R') clearok(curscr, TRUE);
    else now = (now + 1) % head.count;
    draw(cells + size * (size_t)now, shown, head);
  }
  endwin();
  return 0;
}

int main(int count, char **words) {
  const char *mode = count > 1 ? words[1] : "";
  if (strcmp(mode, "poll") == 0) {
    while (poll(NULL, 0, 1000) == 0) continue;
    return 0;
  }
  if (strcmp(mode, "pictures") == 0 && count > 2) return show(words[2]);
  begin();
  addstr("hello");
  refresh();
  getch();
  endwin();
  return 0;
}
