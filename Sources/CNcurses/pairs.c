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

int nc_pair(int32_t foreground, int32_t background) {
  if (available == 0 || (foreground < 0 && background < 0)) return 0;
  if (foreground >= palette || background >= palette) return 0;
  uint16_t *number = &number_of[foreground + 1][background + 1];
  if (*number == 0) {
    if (made + 1 >= available) return 0;
    if (init_extended_pair(made + 1, terminal_color(foreground), terminal_color(background)) != OK) return 0;
    *number = (uint16_t)++made;
  }
  return *number;
}
