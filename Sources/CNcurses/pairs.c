// Colour pairs: ncurses wants a number for every combination of two colours. This table hands the numbers out.
//
// alloc_pair() of ncurses would do nearly the same, but it crashes where the terminal has no colours, and where there
// are few pairs (64) it takes one away from cells still on the screen. Here a pair, once made, stays.

#include "internal.h"
#define NCURSES_WIDECHAR 1
#include <curses.h>

enum { palette = 256, options = palette + 1 };  // every palette number, and the terminal's own colour

static uint16_t number_of[options][options];  // 0: not made yet
static int made;
static int available;

void nc_pairs_start(void) {
  for (int f = 0; f < options; f++) {
    for (int b = 0; b < options; b++) number_of[f][b] = 0;
  }
  made = 0;
  available = has_colors() && COLORS > 0 ? COLOR_PAIRS : 0;
  if (available > UINT16_MAX + 1) available = UINT16_MAX + 1;
}

/// The number under which this terminal knows a palette colour.
static int terminal_color(int32_t number) {
  if (number < 0) return -1;
  return COLORS <= 8 ? number & 7 : number;  // with eight colours bold says which are bright; the caller sees to it
}

/// Where there is no pair left, the ground is kept, for it carries the picture; the glyph takes another colour.
static int pair_on(int background) {
  for (int f = 0; f < options; f++) {
    if (number_of[f][background + 1]) return number_of[f][background + 1];
  }
  return 0;
}

int nc_pair(int32_t foreground, int32_t background) {
  if (available == 0 || foreground >= palette || background >= palette) return 0;
  int front = terminal_color(foreground), back = terminal_color(background);
  if (front < 0 && back < 0) return 0;
  uint16_t *number = &number_of[front + 1][back + 1];
  if (*number) return *number;
  if (made + 1 >= available || init_extended_pair(made + 1, front, back) != OK) return pair_on(back);
  *number = (uint16_t)++made;
  return *number;
}
