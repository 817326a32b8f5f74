#include "nc_terminfo.h"
#include "internal.h"
#include <curses.h>
#include <stdio.h>
#include <term.h>
#include <unistd.h>

const int32_t nc_terminfo_found = 0;
const int32_t nc_terminfo_unknown = 1;
const int32_t nc_terminfo_not_a_screen = 2;

static char loaded[64];

const char *nc_terminfo_name(void) { return loaded; }

int32_t nc_terminfo_load(const char *name) {
  snprintf(loaded, sizeof loaded, "%s", name);
  int found = 0;
  // `found` is 1 also for a printing terminal, which setupterm itself refuses.
  if (setupterm(name, STDOUT_FILENO, &found) != OK) {
    return found == 1 ? nc_terminfo_not_a_screen : nc_terminfo_unknown;
  }
  const char *cursor_address_string = tigetstr("cup");
  return cursor_address_string && cursor_address_string != (char *)-1 ? nc_terminfo_found : nc_terminfo_not_a_screen;
}

int32_t nc_terminfo_colors(void) {
  int colors = tigetnum("colors");
  return colors > 0 ? colors : 0;
}
