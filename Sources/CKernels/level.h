#ifndef CK_LEVEL_H
#define CK_LEVEL_H
#include "CKernels.h"
#include "rooms.h"
#include "turned.h"
#include <math.h>
#include <string.h>

/// The kernels compiled for one number of lanes. The functions are those of the public headers.
typedef struct {
  void (*activate)(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *bias, float *a,
                   float *z);
  double (*differentiate)(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *a,
                          const float *z, float *delta);
  double (*output_delta)(ck_loss loss, ck_activation f, float slope, size_t rows, size_t units, size_t stride,
                         const ck_targets *targets, const float *a, const float *z, float scale, float *delta,
                         ck_tally *tally);
  void (*update)(const ck_rule *rule, size_t count, float *w, const float *gradient, float *m, float *v, float *alive);
  void (*average)(size_t count, float share, const float *w, float *average);
  void (*gather_bytes)(const uint8_t *bytes, size_t columns, const uint32_t *order, size_t first, size_t rows,
                       float scale, float shift, float *out, size_t stride);
  void (*gather_floats)(const float *floats, size_t columns, const uint32_t *order, size_t first, size_t rows,
                        float *out, size_t stride);
  void (*column_sums)(size_t rows, size_t columns, size_t stride, const float *m, float scale, float keep, float *sums);
  void (*dropout)(uint32_t dropped, float kept_scale, uint64_t key, size_t first_row, size_t rows, size_t units,
                  size_t stride, const float *in, float *out);
  bool (*all_finite)(size_t count, const float *values);
  void (*multiply)(size_t rows, size_t columns, size_t inner, float factor, ck_matrix a, ck_matrix b, float keep,
                   float *c, size_t c_stride);
  void (*convolve)(const ck_convolution *shape, const float *in, const float *weights, const float *bias, float *out);
  void (*convolve_gradient)(const ck_convolution *shape, size_t samples, const float *in, size_t in_stride,
                            const float *delta, size_t first, size_t count, float factor, float keep, float *c);
  void (*pool_maximum)(size_t maps, size_t rows, size_t columns, size_t size, const float *in, float *out,
                       uint16_t *winners);
  void (*pool_back)(size_t maps, size_t rows, size_t columns, size_t size, const float *delta, const uint16_t *winners,
                    float *errors);
  void (*moments)(size_t rows, size_t stride, const float *z, double *means, double *squares);
  void (*normalize)(size_t rows, size_t stride, const float *mean, const float *inverse, const float *gamma,
                    const float *beta, float *z, float *normalized);
  void (*normalized_sums)(size_t rows, size_t stride, const float *delta, const float *normalized, double *sums,
                          double *dots);
  void (*normalize_back)(size_t rows, size_t stride, const float *factor, const float *a, const float *b,
                         const float *normalized, float *delta);
  void (*small_train)(const ck_small_network *network, ck_small_state *state, const ck_samples *samples, size_t first,
                      size_t count, size_t batch, bool carry, ck_tally *tally);
  void (*small_gradient)(const ck_small_network *network, ck_small_state *state, const ck_samples *samples,
                         size_t first, size_t count, ck_tally *tally);
  void (*small_evaluate)(const ck_small_network *network, const float *parameters, float *workspace,
                         const ck_samples *samples, size_t first, size_t count, ck_tally *tally);
  void (*small_grid)(const ck_small_network *network, const float *parameters, float *workspace, const float *points,
                     size_t count, float *units);
} ck_level;

extern const ck_level ck_level_4;
#if defined(__x86_64__)
extern const ck_level ck_level_8, ck_level_16;
#endif

/// The level for this CPU, or the one a test has forced on this thread.
const ck_level *ck_level_now(void);

/// The finaliser of splitmix64: every bit of x moves about half the bits of the result.
static inline uint64_t ck_mixed(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/// A rate of dropout as the masks take it: so many of 2²⁴.
static inline uint32_t ck_dropped(float rate) { return (uint32_t)lrintf(rate * 16777216.0f); }

#endif
