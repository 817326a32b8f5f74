#ifndef CK_TURNED_H
#define CK_TURNED_H
#include "small.h"

/// So many passes' samples are turned at once, before the first of them is learnt: a vector that is read while its parts
/// are on their way to the cache has to wait for them, and a step is a chain in which every wait counts.
enum { ck_turned_ahead = 8 };

/// A layer of a small network whose samples lie across the lanes. Its matrices are turned: a row is a unit, a column a
/// sample. Places are offsets into the packed parameters.
typedef struct {
  ck_activation activation;
  int32_t sources, units;
  size_t row;      // from a source's weights to the next one's: units rounded up, see ck_turned_row
  size_t weights;  // [sources × row], and behind them [row] biases
  size_t slope;    // one float; prelu layers only
  float leak;      // the slope of leakyReLU
  size_t end;      // from the biases to here stand parameters that are not regularised
  float *a;        // [units + ck_turned_tail × lanes]: outputs, then a row of ones, then zeros
  float *seen;     // the same, what dropout has left of them; `a` itself without dropout
  float *kept;     // [units × lanes]: dropout's factors
  float *z;        // [units × lanes]: pre-activations, where they are needed
  float *delta;    // [row × lanes]: errors, zeros beyond the units
} ck_turned_layer;

/// A small network, turned: where everything stands in the workspace.
typedef struct {
  int32_t depth;
  size_t lanes;       // columns of a matrix: the rows that go through together, rounded up to whole vectors
  ck_turned_layer layers[ck_small_depth];
  float *inputs[ck_turned_ahead];   // [inputs + ck_turned_tail × lanes] for each of the passes that come next
  float *wanted[ck_turned_ahead];   // [outputs × lanes]: targets, likewise
  size_t count;       // packed parameters
  float *parameters, *gradient, *m, *v, *alive;  // [count] each
  size_t size;        // of all this in the workspace
} ck_turned;

/// Behind the outputs of a layer stands a row of ones, whose weights are the biases; a tree of eight rows may end there
/// and takes up to seven more, of zeros.
enum { ck_turned_tail = 8 };

/// The length of a packed row of parameters: a power of two up to `tree`, then a multiple of it. So one vector holds
/// whole rows, or a row whole vectors.
size_t ck_turned_row(int32_t units, size_t tree);

/// Lays the rooms out for vectors of `vector` lanes and trees of `tree`; with a NULL workspace only `size` means
/// something, which is largest for 16 and 8.
void ck_turn(const ck_small_network *network, float *workspace, size_t vector, size_t tree, ck_turned *turned);

/// Copies the network's numbers from the parameters' layout to the packed one.
void ck_pack(const ck_small_network *network, const ck_turned *turned, const float *from, float *packed);

/// Copies them back.
void ck_unpack(const ck_small_network *network, const ck_turned *turned, const float *packed, float *to);

#endif
