// Eight lanes: AVX2 with fused multiply-add.
#if defined(__x86_64__)
#include "level.h"
#define VL 8
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "lanes/level.inc"
#pragma clang attribute pop

const ck_level ck_level_8 = KERNELS;
#endif
