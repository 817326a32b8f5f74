#include "CNcurses.h"
int32_t nc_placeholder(void) { return 4; }
