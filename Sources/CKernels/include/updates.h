#ifndef CK_UPDATES_H
#define CK_UPDATES_H
#include <stddef.h>
#include <stdint.h>

/// How parameters follow their gradients; the definitions are PyTorch's, the constants those of `ck_rule_begin`.
typedef enum __attribute__((enum_extensibility(closed))) : int32_t {
  ck_optimizer_sgd,       // w −= η g
  ck_optimizer_momentum,  // m = β₁ m + g, w −= η m
  ck_optimizer_nesterov,  // m = β₁ m + g, w −= η (g + β₁ m)
  ck_optimizer_adagrad,   // v += g², w −= η g / (√v + ε)
  ck_optimizer_rmsprop,   // v = β₂ v + (1 − β₂) g², w −= η g / (√v + ε)
  ck_optimizer_adam,      // m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g², w −= η m̂ / (√v̂ + ε)
  ck_optimizer_adamW,     // adam after w −= η λ w
} ck_optimizer;

/// One update's rule. m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) at the t-th step.
typedef struct {
  ck_optimizer optimizer;
  float learning_rate;
  float l2;            // g + l2 · w takes the gradient's place
  float weight_decay;  // w −= η · weight_decay · w before the step, whatever the optimiser; 0 for biases
  float l1;            // TensorFlow Playground's, after the step; where `alive` is given
  double beta1;    // β₁, the share of m that stays: 0.9, about ten steps are remembered
  double beta2;    // β₂, the share of v that stays: 0.999 of adam, 0.99 of rmsprop, a thousand and a hundred steps
  double epsilon;  // ε, so that a gradient that was always zero divides nothing by zero: 1e-8, 1e-10 of adagrad
  double decay;    // λ, the share η λ of every parameter that adamW takes away: 0.01
  double beta1_power, beta2_power;  // β₁ᵗ, β₂ᵗ of adam and adamW
} ck_rule;

/// A rule before its first step (t = 0), with its optimiser's constants, which are PyTorch's.
ck_rule ck_rule_begin(ck_optimizer optimizer, float learning_rate, float l2, float l1);

/// Counts a step of adam or adamW, whose t it moves on: call once before the updates of each step.
void ck_rule_advance(ck_rule *rule);

/// Updates `count` parameters from their mean gradients.
/// `m` and `v` are the optimiser's memory, zero before the first step, NULL where the optimiser keeps none.
/// `alive` is NULL or [count], 1 for a living link, 0 for a dead one, which stays 0 for ever. With `alive` and l1 > 0:
/// w″ = w′ − η l1 sign(w before the step); a link with w′ · w″ < 0 dies. Without `alive` there is no l1 (biases).
void ck_update(const ck_rule *rule, size_t count, float *w, const float *gradient, float *m, float *v, float *alive);

/// average += share · (w − average), [count].
void ck_average(size_t count, float share, const float *w, float *average);

/// Whether the optimiser keeps `m`, and `v`.
int32_t ck_optimizer_keeps_m(ck_optimizer optimizer);
int32_t ck_optimizer_keeps_v(ck_optimizer optimizer);

#endif
