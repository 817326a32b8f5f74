// Sixteen lanes: AVX-512.
#if defined(__x86_64__)
#include "level.h"
#define VL 16
#define AVX512 "avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"
#pragma clang attribute push(__attribute__((target(AVX512))), apply_to = function)
#include "lanes/level.inc"
#pragma clang attribute pop

const ck_level ck_level_16 = KERNELS;
#endif
