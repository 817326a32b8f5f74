#ifndef CPTY_H
#define CPTY_H
#include <stdint.h>
int32_t cpty_placeholder(void);
#endif
