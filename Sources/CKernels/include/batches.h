#ifndef CK_BATCHES_H
#define CK_BATCHES_H
#include <stddef.h>
#include <stdint.h>

// Row r of a batch is sample order[first + r], or sample first + r where `order` is NULL.

/// out[r][c] = bytes[sample][c] · scale + shift, [rows × stride]; columns beyond `columns` become zero.
void ck_gather_bytes(const uint8_t *bytes, size_t columns, const uint32_t *order, size_t first, size_t rows,
                     float scale, float shift, float *out, size_t stride);

/// out[r][c] = floats[sample][c], [rows × stride]; columns beyond `columns` become zero.
void ck_gather_floats(const float *floats, size_t columns, const uint32_t *order, size_t first, size_t rows, float *out,
                      size_t stride);

/// sums[c] = keep · sums[c] + scale · Σ over rows of m[r][c], for `columns` columns of a matrix of that stride.
/// Threads may share a matrix by columns: pass m + c0, sums + c0 and the number of columns.
void ck_column_sums(size_t rows, size_t columns, size_t stride, const float *m, float scale, float keep, float *sums);

/// Where a dropout mask stands: the same place gives the same mask.
typedef struct {
  uint64_t seed, step;
  uint32_t layer;
} ck_dropout_place;

/// Inverted dropout: out = in / (1 − rate) where the mask keeps the element, else 0. The mask of element (row, unit) is
/// a hash of place, first_row + row and unit, so it does not depend on how threads share the rows. Apply it to the
/// outputs on the way forward and, with the same place, to the deltas on the way back. `in` and `out` may be the same.
void ck_dropout(float rate, ck_dropout_place place, size_t first_row, size_t rows, size_t units, size_t stride,
                const float *in, float *out);

/// The largest magnitude is finite: false if any of the numbers is infinite or not a number.
int32_t ck_all_finite(size_t count, const float *values);

#endif
