#ifndef NC_SCREEN_H
#define NC_SCREEN_H
#include <stdbool.h>
#include <stdint.h>

/// Styles of a cell; they combine.
extern const uint32_t nc_bold;
extern const uint32_t nc_dim;
extern const uint32_t nc_underline;
extern const uint32_t nc_reverse;

/// Takes the terminal last loaded with `nc_terminfo_load`: raw keys, no echo, the alternate screen, no cursor.
/// `modes` are further bytes that switch modes on (mouse, paste), `undo` those that switch them off again on any way
/// out. Returns false if ncurses refuses.
bool nc_screen_open(bool colors, const char *modes, const char *undo);

/// Gives the terminal back. May be called at any time, any number of times.
void nc_screen_close(void);

/// Gives the terminal back, stops this process group as the shell's Ctrl-Z would, and takes the terminal again when
/// continued. Does nothing, and returns false, where no shell waits that could continue it.
bool nc_screen_suspend(void);

/// Takes the terminal again after someone else had it, and forgets what it showed.
void nc_screen_reclaim(void);

/// Asks the terminal for its size and adopts it. Everything must be drawn anew.
void nc_screen_resize(void);

/// The size in cells that ncurses draws to.
int32_t nc_screen_rows(void);
int32_t nc_screen_columns(void);

/// How many columns a glyph takes: 0 (it is set over the glyph before), 1, 2, or -1 if it cannot be shown.
int32_t nc_glyph_width(uint32_t glyph);

/// Puts one cell into ncurses' picture of the screen: a glyph with an accent over it (0: none), a style, and two
/// palette numbers, of which -1 is the terminal's own colour.
void nc_screen_put(
  int32_t row, int32_t column, uint32_t glyph, uint32_t accent, uint32_t style, int32_t foreground, int32_t background);

/// The next flush draws every cell, whatever the terminal is believed to show.
void nc_screen_redraw(void);

/// Sends what differs to the terminal, in one go.
void nc_screen_flush(void);

/// How many bytes the system holds that the terminal has not taken yet; 0 also where it does not say (pseudo-terminals).
int32_t nc_screen_held(void);

/// Writes bytes past ncurses, all of them, waiting for a slow terminal. Colours and styles must end as they began.
void nc_screen_write(const uint8_t *bytes, int32_t count);

#endif
