#ifndef CPTY_H
#define CPTY_H
#include <stdint.h>

/// How many numbers describe a terminal's line.
enum { cpty_line_count = 40 };

/// Opens a terminal. Its line is set in ways that no program would choose by itself, so that one which leaves "usual"
/// settings behind instead of those it found is found out.
///
/// Returns the descriptor of our end, which never blocks and is not handed on to other programs, and the program's end
/// in `*inner`; or -1.
int32_t cpty_open(uint16_t rows, uint16_t columns, int32_t *inner);

/// Starts a program on the terminal whose inner end is given, and closes that end for us.
///
/// `argv[0]` is the program's path; `argv` and `envp` end with NULL. Every signal has its default action and none is
/// blocked. Returns the program's process id, or -1.
int32_t cpty_start(int32_t inner, const char *const *argv, const char *const *envp);

/// Gives the terminal another size; its program gets SIGWINCH. Returns 0, or -1.
int32_t cpty_resize(int32_t descriptor, uint16_t rows, uint16_t columns);

/// Fills `numbers` with everything `stty` could show of the terminal's line: its flags and its special characters.
/// Returns 0, or -1.
int32_t cpty_line_settings(int32_t descriptor, uint32_t numbers[cpty_line_count]);

#endif
