// What the .c files tell each other; Swift does not see it.
#ifndef NC_INTERNAL_H
#define NC_INTERNAL_H
#include <stddef.h>
#include <stdint.h>

/// Writes bytes, retrying when interrupted, and returns how many went out: fewer than `count` on an error, which is
/// then in errno. Safe in a signal handler.
size_t nc_write(int descriptor, const char *bytes, size_t count);

/// From now on a crash writes `undo` and the terminal's own leaving sequences, and restores the line settings.
void nc_guard_arm(const char *undo);

/// The terminal has been given back in the ordinary way: a crash need do nothing more.
void nc_guard_disarm(void);

/// Puts the line settings back that `nc_guard_install` found.
void nc_guard_restore_line(void);

/// Adopts the present line settings as those to leave behind: the shell may have changed them meanwhile.
void nc_guard_save_line(void);

/// Forgets all colour pairs and looks how many this terminal has.
void nc_pairs_start(void);

/// The pair of two palette numbers (-1: the terminal's own), made on first use; 0 where there are no colours.
int nc_pair(int32_t foreground, int32_t background);

/// The name under which the terminal was looked up last; TERM may have another.
const char *nc_terminfo_name(void);

#endif
