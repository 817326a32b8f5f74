// Four lanes: SSE2 on x86-64, NEON on arm64. Every CPU has them.
#include "level.h"
#define VL 4
#include "lanes/level.inc"

const ck_level ck_level_4 = KERNELS;
