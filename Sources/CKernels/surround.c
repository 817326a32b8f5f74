#include "convolve.h"
#include <string.h>

void ck_surround(size_t channels, size_t rows, size_t columns, size_t border, const float *in, float *out) {
  if (border == 0) {
    memcpy(out, in, channels * rows * columns * sizeof *out);
    return;
  }
  const size_t wide = columns + 2 * border;
  for (size_t c = 0; c < channels; c++) {
    memset(out, 0, border * wide * sizeof *out);
    out += border * wide;
    for (size_t r = 0; r < rows; r++, in += columns, out += wide) {
      for (size_t x = 0; x < border; x++) out[x] = out[border + columns + x] = 0;
      memcpy(out + border, in, columns * sizeof *out);
    }
    memset(out, 0, border * wide * sizeof *out);
    out += border * wide;
  }
}

void ck_turn_kernels(const ck_convolution *shape, const float *weights, float *turned, size_t turned_stride) {
  const size_t area = shape->size * shape->size;
  memset(turned, 0, shape->maps * area * turned_stride * sizeof *turned);
  for (size_t c = 0; c < shape->channels; c++)
    for (size_t k = 0; k < area; k++)
      for (size_t m = 0; m < shape->maps; m++)
        turned[(m * area + area - 1 - k) * turned_stride + c] = weights[(c * area + k) * shape->stride + m];
}
