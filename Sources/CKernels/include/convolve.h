#ifndef CK_CONVOLVE_H
#define CK_CONVOLVE_H
#include <stddef.h>
#include <stdint.h>

// Convolutions and pools of one sample's maps, which stand map after map, row after row: [maps][rows][columns].
//
// What is called a convolution is a correlation, as everywhere in the field: the kernel is not turned round.

/// A convolution of stride 1 whose input already has the border it needs.
typedef struct {
  size_t channels;       // maps that come in
  size_t rows, columns;  // of each, border included
  size_t size;           // of the square kernels; `rows - size + 1` by `columns - size + 1` places come out
  size_t maps;           // maps that go out
  size_t stride;         // maps rounded up to a multiple of 16
} ck_convolution;

/// out[c][r + border][x + border] = in[c][r][x] and zeros around: a border on all four sides.
void ck_surround(size_t channels, size_t rows, size_t columns, size_t border, const float *in, float *out);

/// out[place][m] = bias[m] + Σ over c, i, j of weights[c][i][j][m] · in[c][y + i][x + j], place = (y, x).
///
/// `weights` [channels × size × size × stride]; `bias` [stride] or NULL; `out` [places × stride], the maps of a place side
/// by side.
void ck_convolve(const ck_convolution *shape, const float *in, const float *weights, const float *bias, float *out);

/// The weights' gradients of many samples, for the rows first … first + count of [channels · size · size × stride]:
/// c[(c, i, j)][m] = factor · Σ over samples and places of in[c][y + i][x + j] · delta[place][m] + keep · c.
///
/// Samples are `in_stride` floats apart; the deltas are [samples × places × stride].
void ck_convolve_gradient(const ck_convolution *shape, size_t samples, const float *in, size_t in_stride,
                          const float *delta, size_t first, size_t count, float factor, float keep, float *c);

/// The weights with which the errors of the inputs are a convolution of the errors of the outputs, `size - 1` rows and
/// columns of border around them: turned[m][i][j][c] = weights[c][size − 1 − i][size − 1 − j][m].
///
/// `turned` is [maps × size × size × turned_stride], of which the columns beyond `channels` become zero.
void ck_turn_kernels(const ck_convolution *shape, const float *weights, float *turned, size_t turned_stride);

/// The largest of every `size` × `size` numbers, and which of them it was, counted row by row, the first of several; what
/// does not fill a window is left out. Not-a-number is the largest of all. `winners` may be NULL.
void ck_pool_maximum(size_t maps, size_t rows, size_t columns, size_t size, const float *in, float *out,
                     uint16_t *winners);

/// The errors of the pool's inputs: each window's winner gets the window's error, all others zero.
void ck_pool_back(size_t maps, size_t rows, size_t columns, size_t size, const float *delta, const uint16_t *winners,
                  float *errors);

#endif
