#ifndef CK_LOSSES_H
#define CK_LOSSES_H
#include "activations.h"

/// What is minimised.
typedef enum __attribute__((enum_extensibility(closed))) : int32_t {
  ck_loss_squaredError,         // ½ Σ (a − t)²; delta (a − t) · f′
  ck_loss_sigmoidCrossEntropy,  // Σ ln(1 + eᶻ) − t z, for a sigmoid output; delta a − t
  ck_loss_softmaxCrossEntropy,  // −Σ t ln a, for a softmax output and Σ t = 1; delta a − t
  ck_loss_perceptron,           // ½ Σ (a − t)², Rosenblatt's rule: delta a − t, without f′
} ck_loss;

/// Where the targets of a batch stand: either `values` or `classes`, the other NULL.
typedef struct {
  const float *values;     // [samples × units], rows without padding
  const uint8_t *classes;  // [samples]; unit k's target is `on` where the class is k, else `off`
  const uint32_t *order;   // row r is sample order[first + r]; NULL: sample first + r
  size_t first;
  float off, on;           // 0 and 1, or −1 and 1
  float middle;            // with one output: outputs and targets ≥ middle are one side, those below the other
  float smoothing;         // ε: losses and deltas take (1 − ε) t + ε ∕ units for t; answers and squares take t itself
} ck_targets;

/// Sums over samples; the functions add to them.
typedef struct {
  double loss;          // summed, not divided
  double squares;       // Σ (a − t)²
  uint64_t correct;     // one output: same side of the middle as the target; several: the same first largest unit
  uint64_t *confusion;  // NULL, or how often class `row` was taken for class `column`: [classes × classes], where one
                        // output is two classes, below and above the middle
  int32_t *answers;     // NULL, or where the next sample's class as the network sees it goes; moves on
  float *outputs;       // NULL, or where the next sample's outputs go, [units]; moves on
} ck_tally;

/// Writes the output layer's deltas, dLoss/dz · scale, and adds to the tally.
/// `z` (the output layer's pre-activations) is needed by both cross-entropies, and by squaredError where
/// `ck_derivative_needs_z` says so; it may be NULL otherwise. `delta` may be NULL: only the tally is wanted.
/// Returns prelu's gradient (times scale) when the output is prelu, else 0.
double ck_output_delta(ck_loss loss, ck_activation f, float slope, size_t rows, size_t units, size_t stride,
                       const ck_targets *targets, const float *a, const float *z, float scale, float *delta,
                       ck_tally *tally);

#endif
