// The public functions of small networks, handed over to the level at hand.
#include "level.h"

void ck_small_train(const ck_small_network *network, ck_small_state *state, const ck_samples *samples, size_t first,
                    size_t count, size_t batch, bool carry, ck_tally *tally) {
  ck_level_now()->small_train(network, state, samples, first, count, batch, carry, tally);
}

void ck_small_gradient(const ck_small_network *network, ck_small_state *state, const ck_samples *samples, size_t first,
                       size_t count, ck_tally *tally) {
  ck_level_now()->small_gradient(network, state, samples, first, count, tally);
}

void ck_small_evaluate(const ck_small_network *network, const float *parameters, float *workspace,
                       const ck_samples *samples, size_t first, size_t count, ck_tally *tally) {
  ck_level_now()->small_evaluate(network, parameters, workspace, samples, first, count, tally);
}

void ck_small_grid(const ck_small_network *network, const float *parameters, float *workspace, const float *points,
                   size_t count, float *units) {
  ck_level_now()->small_grid(network, parameters, workspace, points, count, units);
}
