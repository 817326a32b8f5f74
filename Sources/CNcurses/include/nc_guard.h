#ifndef NC_GUARD_H
#define NC_GUARD_H
#include <stdint.h>

// The guard keeps one promise: however the program ends, the terminal is left as it was found.

/// Saves the line settings and installs the signal handlers. Must come before `nc_screen_open`: ncurses leaves a
/// signal alone that already has a handler.
///
/// Returns a descriptor to poll, which yields one byte, the signal's number, for each signal that asks the program to
/// end, and for SIGTSTP, SIGCONT and SIGWINCH; or -1. Calling it again returns the same descriptor.
int32_t nc_guard_install(void);

/// The next signal that arrived through that descriptor; 0 when there is none left.
int32_t nc_guard_next_signal(void);

/// Gives the calling thread a stack of its own for signal handlers, so that even a stack overflow restores the
/// terminal. Returns 0, or -1 when there is no memory for it.
int32_t nc_guard_alternate_stack(void);

/// From now on standard error is kept in memory; it is replayed where it belonged when the terminal is given back.
/// Without this the message of a crash would vanish together with the screen it was written on.
void nc_guard_capture_errors(void);

/// Ends the capture: replays what was written, and standard error is itself again.
void nc_guard_release_errors(void);

/// What is said after a fault beside that there was one: a line, or NULL for nothing.
void nc_guard_say_after(const char *sentence);

/// Ends the process by `signal` with its default action, so that the shell learns what happened.
_Noreturn void nc_guard_die(int32_t signal);

#endif
