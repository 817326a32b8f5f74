#ifndef CKERNELS_H
#define CKERNELS_H

// The engine's arithmetic in C, where the lanes of the CPU at hand can be used.
//
// Conventions
// - Matrices are row-major, a row a sample: [rows × stride] floats. `stride` is the number of units rounded up to a
//   multiple of 16, or more; the columns from `units` to `stride` are padding, and every function that writes a matrix writes
//   zeros there.
// - Nothing here allocates, locks or keeps state.
// - Functions that take rows may be called by several threads on different rows.

#include "activations.h"
#include "losses.h"
#include "updates.h"
#include "augment.h"
#include "batches.h"
#include "scalars.h"
#include "pool.h"
#include "transpose.h"
#include "multiply.h"
#include "convolve.h"
#include "normalize.h"
#include "small.h"

/// The number of float lanes the kernels use on this CPU: 4, 8 or 16, decided once.
int32_t ck_lanes(void);

/// For tests: makes this thread use that many lanes (4, 8, 16), or the most the CPU has if it has fewer; returns how
/// many it is. 0 goes back to the CPU's own.
int32_t ck_force_lanes(int32_t lanes);

#endif
