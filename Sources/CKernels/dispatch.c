// Which level runs, and the public functions that hand over to it.
#include "level.h"

/// Forced by a test, on its own thread only, so that tests may run side by side. 0: not forced.
static _Thread_local int32_t forced;

static int32_t widest(void) {
#if defined(__x86_64__)
  // The builtin reads what the C runtime found out once at start.
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 4;
  const bool sixteen = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                       __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  return sixteen ? 16 : 8;
#else
  return 4;
#endif
}

int32_t ck_lanes(void) { return forced ? forced : widest(); }

int32_t ck_force_lanes(int32_t lanes) {
  forced = lanes < widest() ? lanes : widest();
  return forced;
}

const ck_level *ck_level_now(void) {
#if defined(__x86_64__)
  switch (ck_lanes()) {
  case 16: return &ck_level_16;
  case 8: return &ck_level_8;
  default: return &ck_level_4;
  }
#else
  return &ck_level_4;
#endif
}

void ck_activate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *bias, float *a,
                 float *z) {
  ck_level_now()->activate(f, slope, rows, units, stride, bias, a, z);
}

double ck_differentiate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *a,
                        const float *z, float *delta) {
  return ck_level_now()->differentiate(f, slope, rows, units, stride, a, z, delta);
}

double ck_output_delta(ck_loss loss, ck_activation f, float slope, size_t rows, size_t units, size_t stride,
                       const ck_targets *targets, const float *a, const float *z, float scale, float *delta,
                       ck_tally *tally) {
  return ck_level_now()->output_delta(loss, f, slope, rows, units, stride, targets, a, z, scale, delta, tally);
}

void ck_update(const ck_rule *rule, size_t count, float *w, const float *gradient, float *m, float *v, float *alive) {
  ck_level_now()->update(rule, count, w, gradient, m, v, alive);
}

void ck_average(size_t count, float share, const float *w, float *average) {
  ck_level_now()->average(count, share, w, average);
}

void ck_gather_bytes(const uint8_t *bytes, size_t columns, const uint32_t *order, size_t first, size_t rows,
                     float scale, float shift, float *out, size_t stride) {
  ck_level_now()->gather_bytes(bytes, columns, order, first, rows, scale, shift, out, stride);
}

void ck_gather_floats(const float *floats, size_t columns, const uint32_t *order, size_t first, size_t rows, float *out,
                      size_t stride) {
  ck_level_now()->gather_floats(floats, columns, order, first, rows, out, stride);
}

void ck_column_sums(size_t rows, size_t columns, size_t stride, const float *m, float scale, float keep, float *sums) {
  ck_level_now()->column_sums(rows, columns, stride, m, scale, keep, sums);
}

void ck_dropout(float rate, ck_dropout_place place, size_t first_row, size_t rows, size_t units, size_t stride,
                const float *in, float *out) {
  const uint64_t key = ck_mixed(ck_mixed(ck_mixed(place.seed) + place.step) + place.layer);
  ck_level_now()->dropout(ck_dropped(rate), 1 / (1 - rate), key, first_row, rows, units, stride, in, out);
}

int32_t ck_all_finite(size_t count, const float *values) { return ck_level_now()->all_finite(count, values); }

void ck_multiply(size_t rows, size_t columns, size_t inner, float factor, ck_matrix a, ck_matrix b, float keep,
                 float *c, size_t c_stride) {
  ck_level_now()->multiply(rows, columns, inner, factor, a, b, keep, c, c_stride);
}

void ck_convolve(const ck_convolution *shape, const float *in, const float *weights, const float *bias, float *out) {
  ck_level_now()->convolve(shape, in, weights, bias, out);
}

void ck_convolve_gradient(const ck_convolution *shape, size_t samples, const float *in, size_t in_stride,
                          const float *delta, size_t first, size_t count, float factor, float keep, float *c) {
  ck_level_now()->convolve_gradient(shape, samples, in, in_stride, delta, first, count, factor, keep, c);
}

void ck_pool_maximum(size_t maps, size_t rows, size_t columns, size_t size, const float *in, float *out,
                     uint16_t *winners) {
  ck_level_now()->pool_maximum(maps, rows, columns, size, in, out, winners);
}

void ck_pool_back(size_t maps, size_t rows, size_t columns, size_t size, const float *delta, const uint16_t *winners,
                  float *errors) {
  ck_level_now()->pool_back(maps, rows, columns, size, delta, winners, errors);
}

void ck_moments(size_t rows, size_t stride, const float *z, double *means, double *squares) {
  ck_level_now()->moments(rows, stride, z, means, squares);
}

void ck_normalize(size_t rows, size_t stride, const float *mean, const float *inverse, const float *gamma,
                  const float *beta, float *z, float *normalized) {
  ck_level_now()->normalize(rows, stride, mean, inverse, gamma, beta, z, normalized);
}

void ck_normalized_sums(size_t rows, size_t stride, const float *delta, const float *normalized, double *sums,
                        double *dots) {
  ck_level_now()->normalized_sums(rows, stride, delta, normalized, sums, dots);
}

void ck_normalize_back(size_t rows, size_t stride, const float *factor, const float *a, const float *b,
                       const float *normalized, float *delta) {
  ck_level_now()->normalize_back(rows, stride, factor, a, b, normalized, delta);
}
