#ifndef CKERNELS_H
#define CKERNELS_H
#include <stdint.h>
int32_t ck_lanes(void);
#endif
