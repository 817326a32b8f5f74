#ifndef CK_NORMALIZE_H
#define CK_NORMALIZE_H
#include <stddef.h>

// Batch normalisation of the columns of matrices, [rows × stride] with a stride that is a multiple of 16. What a row has
// beyond its units is treated like them, and stays zero where the vectors are zero there.

/// The mean of each column and the sum of squared distances from it: [stride] each.
void ck_moments(size_t rows, size_t stride, const float *z, double *means, double *squares);

/// x̂ = (z − mean) · inverse and z = γ x̂ + β.
void ck_normalize(size_t rows, size_t stride, const float *mean, const float *inverse, const float *gamma,
                  const float *beta, float *z, float *normalized);

/// Σ δ and Σ δ x̂ of each column: [stride] each.
void ck_normalized_sums(size_t rows, size_t stride, const float *delta, const float *normalized, double *sums,
                        double *dots);

/// δ = factor · (δ − a − x̂ b), all vectors [stride].
void ck_normalize_back(size_t rows, size_t stride, const float *factor, const float *a, const float *b,
                       const float *normalized, float *delta);

#endif
