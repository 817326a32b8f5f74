#ifndef CK_TRANSPOSE_H
#define CK_TRANSPOSE_H
#include <stddef.h>

/// out[c][r] = in[r][c]: [rows × stride] becomes [columns × out_stride], without its padding.
void ck_transpose(size_t rows, size_t columns, const float *in, size_t stride, float *out, size_t out_stride);

#endif
