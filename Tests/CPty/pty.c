#include "CPty.h"
int32_t cpty_placeholder(void) { return 4; }
