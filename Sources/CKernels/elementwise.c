#include "CKernels.h"
#include <math.h>
#include <string.h>

static void softmax(size_t units, float *a) {
  float largest = a[0], sum = 0;
  for (size_t j = 1; j < units; j++) largest = fmaxf(largest, a[j]);
  for (size_t j = 0; j < units; j++) sum += a[j] = expf(a[j] - largest);
  for (size_t j = 0; j < units; j++) a[j] /= sum;
}

void ck_activate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *bias, float *a,
                 float *z) {
  for (size_t r = 0; r < rows; r++, a += stride, z = z ? z + stride : NULL) {
    if (bias) for (size_t j = 0; j < units; j++) a[j] += bias[j];
    memset(a + units, 0, (stride - units) * sizeof *a);
    if (z) memcpy(z, a, stride * sizeof *a);
    if (f == ck_activation_softmax) softmax(units, a);
    else for (size_t j = 0; j < units; j++) a[j] = (float)ck_activation_value(f, slope, a[j]);
  }
}

static float derivative(ck_activation f, float slope, float a, float z) {
  switch (f) {
  case ck_activation_sigmoid: return a - a * a;
  case ck_activation_tanh: return 1 - a * a;
  case ck_activation_elu: return a > 0 ? 1 : a + 1;
  case ck_activation_relu:
  case ck_activation_leakyReLU: return (float)ck_activation_derivative(f, slope, a);
  default: return (float)ck_activation_derivative(f, slope, z);
  }
}

double ck_differentiate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *a,
                        const float *z, float *delta) {
  double slopeGradient = 0;
  for (size_t r = 0; r < rows; r++, a += stride, delta += stride, z = z ? z + stride : NULL) {
    float dot = 0;
    if (f == ck_activation_softmax) for (size_t j = 0; j < units; j++) dot += delta[j] * a[j];
    for (size_t j = 0; j < units; j++) {
      if (f == ck_activation_prelu) slopeGradient += (double)delta[j] * fminf(z[j], 0);
      if (f == ck_activation_softmax) delta[j] = a[j] * (delta[j] - dot);
      else delta[j] *= derivative(f, slope, a[j], z ? z[j] : 0);
    }
    memset(delta + units, 0, (stride - units) * sizeof *delta);
  }
  return slopeGradient;
}

static float target(const ck_targets *t, size_t units, size_t sample, size_t unit) {
  if (t->classes) return t->classes[sample] == unit ? t->on : t->off;
  return t->values[sample * units + unit];
}

static size_t largest(size_t units, const float *a) {
  size_t best = 0;
  for (size_t j = 1; j < units; j++) if (a[j] > a[best]) best = j;
  return best;
}

static size_t target_class(const ck_targets *t, size_t units, size_t sample) {
  return t->classes ? t->classes[sample] : largest(units, t->values + sample * units);
}

static double log_sum_exp(size_t units, const float *z) {
  float top = z[largest(units, z)];
  double sum = 0;
  for (size_t j = 0; j < units; j++) sum += exp(z[j] - top);
  return top + log(sum);
}

static double unit_loss(ck_loss loss, float t, float a, float z, double logSumExp) {
  switch (loss) {
  case ck_loss_squaredError:
  case ck_loss_perceptron: return 0.5 * (a - t) * (a - t);
  case ck_loss_sigmoidCrossEntropy: return ck_activation_value(ck_activation_softplus, 0, z) - (double)t * z;
  case ck_loss_softmaxCrossEntropy: return t == 0 ? 0 : t * (logSumExp - z);
  }
}

double ck_output_delta(ck_loss loss, ck_activation f, float slope, size_t rows, size_t units, size_t stride,
                       const ck_targets *targets, const float *a, const float *z, float scale, float *delta,
                       ck_tally *tally) {
  const float *firstA = a, *firstZ = z;
  float *firstDelta = delta;
  for (size_t r = 0; r < rows; r++, a += stride, z = z ? z + stride : NULL) {
    size_t sample = targets->order ? targets->order[targets->first + r] : targets->first + r;
    double total = loss == ck_loss_softmaxCrossEntropy ? log_sum_exp(units, z) : 0;
    for (size_t j = 0; j < units; j++) {
      float t = target(targets, units, sample, j);
      tally->loss += unit_loss(loss, t, a[j], z ? z[j] : 0, total);
      if (delta) delta[j] = (a[j] - t) * scale;
    }
    if (units == 1) tally->correct += (a[0] >= targets->middle) == (target(targets, 1, sample, 0) >= targets->middle);
    else tally->correct += largest(units, a) == target_class(targets, units, sample);
    if (!delta) continue;
    memset(delta + units, 0, (stride - units) * sizeof *delta);
    delta += stride;
  }
  if (!delta || loss != ck_loss_squaredError) return 0;
  return ck_differentiate(f, slope, rows, units, stride, firstA, firstZ, firstDelta);
}

ck_rule ck_rule_begin(ck_optimizer optimizer, float learning_rate, float l2, float l1) {
  return (ck_rule){optimizer, learning_rate, l2, l1, 1, 1};
}

void ck_rule_advance(ck_rule *rule) {
  rule->beta1_power *= 0.9;
  rule->beta2_power *= 0.999;
}

int32_t ck_optimizer_keeps_m(ck_optimizer o) {
  return o == ck_optimizer_momentum || o == ck_optimizer_nesterov || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}

int32_t ck_optimizer_keeps_v(ck_optimizer o) {
  return o == ck_optimizer_adagrad || o == ck_optimizer_rmsprop || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}

void ck_update(const ck_rule *rule, size_t count, float *w, const float *gradient, float *m, float *v, float *alive) {
  const float eta = rule->learning_rate;
  const float step = (float)(eta / (1 - rule->beta1_power)), root = (float)(1 / sqrt(1 - rule->beta2_power));
  for (size_t i = 0; i < count; i++) {
    const float before = w[i], g = gradient[i] + rule->l2 * before;
    float now = before;
    switch (rule->optimizer) {
    case ck_optimizer_sgd: now -= eta * g; break;
    case ck_optimizer_momentum: now -= eta * (m[i] = 0.9f * m[i] + g); break;
    case ck_optimizer_nesterov: m[i] = 0.9f * m[i] + g; now -= eta * (g + 0.9f * m[i]); break;
    case ck_optimizer_adagrad: v[i] += g * g; now -= eta * g / (sqrtf(v[i]) + 1e-10f); break;
    case ck_optimizer_rmsprop: v[i] = 0.99f * v[i] + 0.01f * g * g; now -= eta * g / (sqrtf(v[i]) + 1e-8f); break;
    case ck_optimizer_adamW: now -= eta * 0.01f * now;  // falls through
      __attribute__((fallthrough));
    case ck_optimizer_adam:
      m[i] = 0.9f * m[i] + 0.1f * g;
      v[i] = 0.999f * v[i] + 0.001f * g * g;
      now -= step * m[i] / (sqrtf(v[i]) * root + 1e-8f);
    }
    if (rule->l1 > 0) {
      const float after = now - eta * rule->l1 * (float)((before > 0) - (before < 0));
      if (alive && now * after < 0) alive[i] = 0;
      now = after;
    }
    w[i] = alive && alive[i] == 0 ? 0 : now;
  }
}

static size_t sample_at(const uint32_t *order, size_t position) { return order ? order[position] : position; }

void ck_gather_bytes(const uint8_t *bytes, size_t columns, const uint32_t *order, size_t first, size_t rows,
                     float scale, float shift, float *out, size_t stride) {
  for (size_t r = 0; r < rows; r++, out += stride) {
    const uint8_t *row = bytes + sample_at(order, first + r) * columns;
    for (size_t c = 0; c < columns; c++) out[c] = (float)row[c] * scale + shift;
    memset(out + columns, 0, (stride - columns) * sizeof *out);
  }
}

void ck_gather_floats(const float *floats, size_t columns, const uint32_t *order, size_t first, size_t rows, float *out,
                      size_t stride) {
  for (size_t r = 0; r < rows; r++, out += stride) {
    memcpy(out, floats + sample_at(order, first + r) * columns, columns * sizeof *out);
    memset(out + columns, 0, (stride - columns) * sizeof *out);
  }
}

void ck_column_sums(size_t rows, size_t columns, size_t stride, const float *m, float scale, float keep, float *sums) {
  for (size_t c = 0; c < columns; c++) {
    float sum = 0;
    for (size_t r = 0; r < rows; r++) sum += m[r * stride + c];
    sums[c] = (keep == 0 ? 0 : keep * sums[c]) + scale * sum;
  }
}

static uint64_t mix(uint64_t x) {  // the finaliser of splitmix64
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

void ck_dropout(float rate, ck_dropout_place place, size_t first_row, size_t rows, size_t units, size_t stride,
                const float *in, float *out) {
  const uint64_t key = mix(mix(mix(place.seed) + place.step) + place.layer);
  const uint32_t dropped = (uint32_t)(rate * 16777216.0f);
  const float keep = 1 / (1 - rate);
  for (size_t r = 0; r < rows; r++, in += stride, out += stride) {
    const uint64_t row = mix(key + first_row + r);
    for (size_t j = 0; j < units; j++) out[j] = mix(row + j) >> 40 < dropped ? 0 : in[j] * keep;
    memset(out + units, 0, (stride - units) * sizeof *out);
  }
}

int32_t ck_all_finite(size_t count, const float *values) {
  for (size_t i = 0; i < count; i++) if (!isfinite(values[i])) return 0;
  return 1;
}

int32_t ck_lanes(void) { return 4; }
