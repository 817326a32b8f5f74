#ifndef CNCURSES_H
#define CNCURSES_H

// The terminal, as Swift sees it: plain integers and bytes. <curses.h> and the signal handlers stay inside the .c
// files, because their macros, globals and callbacks do not pass Swift's concurrency checking.

#include "nc_terminfo.h"
#include "nc_guard.h"
#include "nc_screen.h"

#endif
