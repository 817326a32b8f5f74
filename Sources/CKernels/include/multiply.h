#ifndef CK_MULTIPLY_H
#define CK_MULTIPLY_H
#include <stdbool.h>
#include <stddef.h>

/// One factor of a product: a row-major matrix, `stride` floats from row to row, or its transpose.
typedef struct {
  const float *start;
  size_t stride;
  bool is_transposed;
} ck_matrix;

/// C ← factor · op(A) · op(B) + keep · C, where op(A) is [rows × inner], op(B) [inner × columns], C [rows × columns].
///
/// Nothing is read or written beyond these, no memory is asked for, and C is not read where `keep` is 0. An element's
/// sum is taken in an order that depends on the number of lanes and of inner indices alone, and, for an A as it stands
/// with a B transposed, on whether the rows are at most `ck_multiply_few_rows`.
void ck_multiply(size_t rows, size_t columns, size_t inner, float factor, ck_matrix a, ck_matrix b, float keep,
                 float *c, size_t c_stride);

/// Up to so many rows A·Bᵀ is computed by dot products.
enum { ck_multiply_few_rows = 12 };

#endif
