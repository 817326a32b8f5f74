#include "transpose.h"

typedef float four __attribute__((vector_size(16)));
typedef float four_anywhere __attribute__((vector_size(16), aligned(4), may_alias));

// Four rows of four become four columns: two rounds of interleaving.
static inline void transpose_square(const float *in, size_t stride, float *out, size_t out_stride) {
  const four a = *(const four_anywhere *)in, b = *(const four_anywhere *)(in + stride);
  const four c = *(const four_anywhere *)(in + 2 * stride), d = *(const four_anywhere *)(in + 3 * stride);
  const four ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5), ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const four cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5), cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  *(four_anywhere *)out = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  *(four_anywhere *)(out + out_stride) = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  *(four_anywhere *)(out + 2 * out_stride) = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  *(four_anywhere *)(out + 3 * out_stride) = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

void ck_transpose(size_t rows, size_t columns, const float *in, size_t stride, float *out, size_t out_stride) {
  const size_t whole_rows = rows / 4 * 4, whole_columns = columns / 4 * 4;
  for (size_t c = 0; c < whole_columns; c += 4)
    for (size_t r = 0; r < whole_rows; r += 4)
      transpose_square(in + r * stride + c, stride, out + c * out_stride + r, out_stride);
  for (size_t r = 0; r < rows; r++)
    for (size_t c = r < whole_rows ? whole_columns : 0; c < columns; c++) out[c * out_stride + r] = in[r * stride + c];
}
