#ifndef CK_ACTIVATIONS_H
#define CK_ACTIVATIONS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The functions between a unit's pre-activation z and its output a.
typedef enum __attribute__((enum_extensibility(closed))) : int32_t {
  ck_activation_step,       // z ≥ 0 → 1, else 0; derivative 0
  ck_activation_linear,     // z
  ck_activation_sigmoid,    // 1 / (1 + e⁻ᶻ)
  ck_activation_tanh,       // tanh z
  ck_activation_relu,       // max(0, z); derivative at 0 is 0
  ck_activation_leakyReLU,  // z, slope · z below 0, with a slope from 0 to 1
  ck_activation_prelu,      // the same with a slope that is learnt
  ck_activation_elu,        // z, eᶻ − 1 below 0
  ck_activation_swish,      // z · sigmoid z
  ck_activation_softplus,   // ln(1 + eᶻ)
  ck_activation_gelu,       // z · Φ(z), Φ the normal distribution's integral (exact, by erf)
  ck_activation_softmax,    // eᶻ / Σ eᶻ over the units of a row
} ck_activation;

/// Whether the derivative of `f` is taken from z (prelu, swish, softplus, gelu) rather than from a.
static inline bool ck_derivative_needs_z(ck_activation f) {
  return f == ck_activation_prelu || f == ck_activation_swish || f == ck_activation_softplus || f == ck_activation_gelu;
}

/// Adds the bias and applies the activation, in place: a ← f(a + bias).
/// `bias` is [stride] or NULL, `slope` is leakyReLU's or prelu's, `z` is NULL or receives the pre-activations, [rows × stride].
void ck_activate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *bias, float *a,
                 float *z);

/// Multiplies deltas by the activation's derivative: delta ← delta · f′, [rows × stride].
/// `z` may be NULL where `ck_derivative_needs_z` says no. For softmax: δⱼ ← aⱼ (δⱼ − Σₖ δₖ aₖ).
/// Returns prelu's gradient Σ delta · min(z, 0) over the rows given, 0 for the others.
double ck_differentiate(ck_activation f, float slope, size_t rows, size_t units, size_t stride, const float *a,
                        const float *z, float *delta);

/// f(z) in double precision, for one unit (softmax alone in its row is 1).
double ck_activation_value(ck_activation f, double slope, double z);

/// f′(z) in double precision, for one unit (softmax alone in its row: 0).
double ck_activation_derivative(ck_activation f, double slope, double z);

#endif
