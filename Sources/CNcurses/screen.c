// The screen: one window, stdscr, into which finished cells are put.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "nc_screen.h"
#include "internal.h"
#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

const uint32_t nc_bold = 1, nc_dim = 2, nc_underline = 4, nc_reverse = 8;

static SCREEN *screen;
static char modes_on[128], modes_off[128];

static void write_text(const char *text) { nc_screen_write((const uint8_t *)text, (int32_t)strlen(text)); }

bool nc_screen_open(bool colors, const char *modes, const char *undo) {
  if (screen) return true;
  snprintf(modes_on, sizeof modes_on, "%s", modes);
  snprintf(modes_off, sizeof modes_off, "%s", undo);
  nc_guard_arm(modes_off);
  screen = newterm(nc_terminfo_name(), stdout, stdin);
  if (!screen) {
    nc_guard_disarm();
    return false;
  }
  set_term(screen);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  typeahead(-1);           // a frame is short: finish it even if keys are waiting
  leaveok(stdscr, TRUE);   // the cursor is hidden: no bytes to put it anywhere
  curs_set(0);
  if (colors && has_colors()) {
    start_color();
    use_default_colors();
    nc_pairs_start();
  }
  nc_screen_resize();
  write_text(modes_on);
  return true;
}

void nc_screen_close(void) {
  if (!screen) return;
  write_text(modes_off);
  // endwin leaves the alternate screen, on which whoever waits starts to type: nothing may be flushed after it.
  nc_guard_restore_line();
  endwin();
  nc_guard_disarm();
  delscreen(screen);
  screen = NULL;
}

/// Re-enters ncurses after endwin.
static void enter(void) {
  reset_prog_mode();
  nc_screen_resize();
  doupdate();
  write_text(modes_on);
}

bool nc_screen_suspend(void) {
  if (!screen) return false;
  // A shell with job control gives every job a process group of its own. In the session leader's own group there is
  // nobody who could type `fg`, and stopping would be for ever.
  if (getpgrp() == getsid(0)) return false;
  write_text(modes_off);
  nc_guard_restore_line();
  endwin();
  nc_guard_disarm();
  struct sigaction ignore = {.sa_handler = SIG_IGN}, usual;
  sigaction(SIGCONT, &ignore, &usual);  // this return is expected: it needs no event
  kill(0, SIGSTOP);                     // the whole group, so that a wrapping script stops as well
  sigaction(SIGCONT, &usual, NULL);
  nc_guard_save_line();
  nc_guard_arm(modes_off);
  enter();
  return true;
}

void nc_screen_reclaim(void) {
  if (!screen) return;
  endwin();
  enter();
}

void nc_screen_resize(void) {
  struct winsize size;
  if (!screen) return;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resize_term(size.ws_row, size.ws_col);
  }
  nc_screen_redraw();
}

int32_t nc_screen_rows(void) { return screen ? LINES : 0; }
int32_t nc_screen_columns(void) { return screen ? COLS : 0; }

int32_t nc_glyph_width(uint32_t glyph) {
  if (glyph < 0x20 || glyph > 0x10ffff) return -1;
  return wcwidth((wchar_t)glyph);
}

static attr_t attributes_of(uint32_t style) {
  attr_t attributes = 0;
  if (style & nc_bold) attributes |= WA_BOLD;
  if (style & nc_dim) attributes |= WA_DIM;
  if (style & nc_underline) attributes |= WA_UNDERLINE;
  if (style & nc_reverse) attributes |= WA_REVERSE;
  return attributes;
}

void nc_screen_put(
  int32_t row, int32_t column, uint32_t glyph, uint32_t accent, uint32_t style, int32_t foreground, int32_t background
) {
  if (!screen) return;
  attr_t attributes = attributes_of(style);
  if (COLORS > 0 && COLORS <= 8 && foreground >= 8) attributes |= WA_BOLD;
  const wchar_t text[3] = {(wchar_t)glyph, (wchar_t)accent, 0};
  // The pair travels through the last argument: the one of the attributes has room for 255 only.
  int pair = nc_pair(foreground, background);
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvadd_wch(row, column, &cell);
}

void nc_screen_redraw(void) {
  if (screen) clearok(curscr, TRUE);
}

void nc_screen_flush(void) {
  if (!screen) return;
  wnoutrefresh(stdscr);
  doupdate();
}

int32_t nc_screen_held(void) {
  int bytes = 0;
  return ioctl(STDOUT_FILENO, TIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

void nc_screen_write(const uint8_t *bytes, int32_t count) {
  const char *rest = (const char *)bytes;
  size_t left = count > 0 ? (size_t)count : 0;
  while (left > 0) {
    size_t written = nc_write(STDOUT_FILENO, rest, left);
    rest += written;
    left -= written;
    if (left == 0 || errno != EAGAIN) return;
    // Whoever started us left the terminal in the mode that does not wait.
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    poll(&terminal, 1, -1);
  }
}
