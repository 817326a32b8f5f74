#ifndef CNCURSES_H
#define CNCURSES_H
#include <stdint.h>
int32_t nc_placeholder(void);
#endif
