#ifndef CLIMITS_H
#define CLIMITS_H

// Gradient descent for one network alone, 2-4-2-1 with tanh and batches of ten, squared errors: the loops that somebody
// would write who needs no other network. They keep no account of losses and know no other shape, so they are a limit for
// kernels that do: `nnplay bench` runs both in turn.

enum { cl_batch = 10, cl_columns = 16 };

/// The parameters: w[source][unit], biases b.
typedef struct {
  float w1[2][4], b1[4];
  float w2[4][2], b2[2];
  float w3[2], b3;
} cl_network;

/// One epoch, sample by sample. `points` are [10 · batches × 2], `targets` [10 · batches].
void cl_train_plain(cl_network *network, int batches, const float *points, const float *targets, float rate);

/// One epoch, the ten samples of a batch across the lanes of one vector of sixteen. `columns` are [batches × 3 × 16]: the
/// first inputs of a batch, its second inputs, its targets; six lanes of each are not used.
void cl_train_across(cl_network *network, int batches, const float *columns, float rate);

#endif
