// The loops, for the vectors that every processor of its kind has, and on x86-64 for those of AVX2 and of AVX-512.
#include "CLimits.h"
#include <stddef.h>
#include <string.h>

// How vectors pass from function to function is nobody's business here: all of them are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define V NAME(vector)
#define VI NAME(mask)

// Two rounds within groups of four lanes, two more across them: see lanes/tree.inc of the kernels.
#define PAIR(A, B, FIRST, LAST) (__builtin_shufflevector(A, B, FIRST) + __builtin_shufflevector(A, B, LAST))
#define LOW1 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29
#define HIGH1 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31
#define LOW2 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29
#define HIGH2 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31
#define LOW3 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27
#define HIGH3 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31
#define LOW(I) __builtin_shufflevector(low, low, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I)
#define HIGH(I) __builtin_shufflevector(high, high, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I)

#define NAME(x) x##_everywhere
#include "limits.inc"
#undef NAME

#if defined(__x86_64__)
#define NAME(x) x##_avx2
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "limits.inc"
#pragma clang attribute pop
#undef NAME

#define NAME(x) x##_avx512
#define AVX512 "avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"
#pragma clang attribute push(__attribute__((target(AVX512))), apply_to = function)
#include "limits.inc"
#pragma clang attribute pop
#undef NAME

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
}
static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

#define WIDEST(FUNCTION) (has_avx512() ? FUNCTION##_avx512 : has_avx2() ? FUNCTION##_avx2 : FUNCTION##_everywhere)
#else
#define WIDEST(FUNCTION) FUNCTION##_everywhere
#endif

void cl_train_plain(cl_network *network, int batches, const float *points, const float *targets, float rate) {
  WIDEST(train_plain)(network, batches, points, targets, rate);
}

void cl_train_across(cl_network *network, int batches, const float *columns, float rate) {
  WIDEST(train_across)(network, batches, columns, rate);
}
