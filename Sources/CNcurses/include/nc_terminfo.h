#ifndef NC_TERMINFO_H
#define NC_TERMINFO_H
#include <stdint.h>

/// What came of looking the terminal up.
extern const int32_t nc_terminfo_found;
extern const int32_t nc_terminfo_unknown;       // no description under that name, or no database
extern const int32_t nc_terminfo_not_a_screen;  // it cannot place the cursor: dumb, a printer

/// Looks `name` up in the terminfo database, without writing anything to the terminal.
int32_t nc_terminfo_load(const char *name);

/// The number of colours of the terminal last loaded; 0 if it has none.
int32_t nc_terminfo_colors(void);

#endif
