#ifndef CK_SMALL_H
#define CK_SMALL_H
#include "losses.h"
#include "updates.h"

// Small networks: the whole training step in registers and level-1 cache, many mini-batches a call. All activations,
// losses, optimisers, l1, l2 and dropout; no batch normalisation.

enum {
  ck_small_depth = 32,   // layers at most
  ck_small_width = 256,  // units of a layer at most; inputs may be any number
  ck_small_rows = 128,   // samples at once at most; longer mini-batches are added up in pieces
};

/// A dense layer; the places are offsets into the parameters, which gradient and optimiser's memory share.
typedef struct {
  int32_t sources, units;
  int32_t stride;  // units rounded up to a multiple of 16
  ck_activation activation;
  size_t weights;  // [sources × stride], input-major
  size_t biases;   // [stride]
  size_t slope;    // one float; prelu layers only
  size_t end;      // from `biases` to `end` stand parameters that are not regularised
  float leak;      // the slope of leakyReLU
} ck_layer;

/// What lies across the lanes of a vector while a network is trained.
typedef enum __attribute__((enum_extensibility(closed))) : int32_t {
  ck_layout_units,    // the units of a layer; each input is broadcast to them
  ck_layout_samples,  // the samples of a mini-batch; each weight is broadcast to them
} ck_layout;

typedef struct {
  const ck_layer *layers;
  int32_t depth;
  int32_t rows;  // samples at once: min(batch, ck_small_rows) is right
  ck_loss loss;
  float dropout;  // the share of hidden units left out of each sample in training, as ck_dropout leaves them out
  ck_layout layout;  // of training and its workspace; what looks only forward has units across the lanes
} ck_small_network;

/// Inputs, [samples × inputs] without padding, and targets. Either `floats` or `bytes`, which stand for
/// byte · scale + shift; the other is NULL. `targets.order` orders both; `targets.first` is not used.
typedef struct {
  const float *floats;
  const uint8_t *bytes;
  float scale, shift;
  ck_targets targets;
} ck_samples;

/// What training changes. All arrays are as long as the parameters, 64-byte aligned where speed matters.
typedef struct {
  float *parameters;
  float *gradient;        // sums; all zero except while samples are carried
  float *m, *v, *alive;   // as for ck_update; NULL where not used
  float *workspace;       // ck_small_workspace floats, for training zero before the first call
  ck_rule rule;
  size_t carried;         // samples whose gradients wait in `gradient` for the next update
  size_t updates;         // counted up
  uint64_t seed;          // of the dropout masks
  uint64_t batches;       // counted up: mini-batches, whether or not an update came of them
} ck_small_state;

/// The floats of a workspace: for training in the network's layout, and for gradients, evaluation and grid.
size_t ck_small_workspace(const ck_small_network *network);

/// Trains on samples first … first + count of the order, an update after every `batch`. A shorter last batch is
/// averaged by its own size; with `carry` it waits for the next call's first batch instead. Adds the losses and
/// answers met on the way to `tally`, unless it is NULL.
void ck_small_train(const ck_small_network *network, ck_small_state *state, const ck_samples *samples, size_t first,
                    size_t count, size_t batch, bool carry, ck_tally *tally);

/// Adds the gradients of samples first … first + count, summed, to state->gradient and counts them as carried; with
/// units across the lanes.
void ck_small_gradient(const ck_small_network *network, ck_small_state *state, const ck_samples *samples, size_t first,
                       size_t count, ck_tally *tally);

/// Adds loss and answers of samples first … first + count to `tally`.
void ck_small_evaluate(const ck_small_network *network, const float *parameters, float *workspace,
                       const ck_samples *samples, size_t first, size_t count, ck_tally *tally);

/// Every unit of every layer on `count` points: points [inputs × count] to units [all units × count], both row-major
/// with the points side by side.
void ck_small_grid(const ck_small_network *network, const float *parameters, float *workspace, const float *points,
                   size_t count, float *units);

#endif
