#include "turned.h"
#include <string.h>

static size_t up_to(size_t count, size_t step) { return (count + step - 1) / step * step; }

/// Takes the next `count` floats of the workspace, and keeps what follows aligned.
static float *take(size_t count, float *workspace, size_t *used) {
  float *room = workspace ? workspace + *used : NULL;
  *used += up_to(count, 16);
  return room;
}

size_t ck_turned_row(int32_t units, size_t tree) {
  for (size_t row = 1; row < tree; row *= 2)
    if ((size_t)units <= row) return row;
  return up_to((size_t)units, tree);
}

/// Where a layer's parameters stand in the packed arrays, from `place` on; moves `place` to their end.
static void place_parameters(const ck_layer *layer, size_t tree, size_t *place, ck_turned_layer *packed) {
  packed->activation = layer->activation;
  packed->leak = layer->leak;
  packed->sources = layer->sources;
  packed->units = layer->units;
  packed->row = ck_turned_row(layer->units, tree);
  packed->weights = *place;
  packed->slope = *place + up_to(((size_t)layer->sources + 1) * packed->row, 16);
  packed->end = packed->slope + (layer->activation == ck_activation_prelu ? 16 : 0);
  *place = packed->end;
}

void ck_turn(const ck_small_network *network, float *workspace, size_t vector, size_t tree, ck_turned *turned) {
  const size_t lanes = up_to((size_t)network->rows, vector);
  const size_t inputs = (size_t)network->layers[0].sources, outputs = (size_t)network->layers[network->depth - 1].units;
  size_t used = 0;
  turned->depth = network->depth;
  turned->lanes = lanes;
  turned->count = 0;
  for (int32_t l = 0; l < network->depth; l++) {
    ck_turned_layer *layer = &turned->layers[l];
    place_parameters(&network->layers[l], tree, &turned->count, layer);
    const size_t units = (size_t)layer->units;
    layer->a = take((units + ck_turned_tail) * lanes, workspace, &used);
    layer->seen = network->dropout > 0 ? take((units + ck_turned_tail) * lanes, workspace, &used) : layer->a;
    layer->kept = network->dropout > 0 ? take(units * lanes, workspace, &used) : NULL;
    layer->z = take(units * lanes, workspace, &used);
    layer->delta = take(layer->row * lanes, workspace, &used);
  }
  for (int i = 0; i < ck_turned_ahead; i++) {
    turned->inputs[i] = take((inputs + ck_turned_tail) * lanes, workspace, &used);
    turned->wanted[i] = take(outputs * lanes, workspace, &used);
  }
  turned->parameters = take(turned->count, workspace, &used);
  turned->gradient = take(turned->count, workspace, &used);
  turned->m = take(turned->count, workspace, &used);
  turned->v = take(turned->count, workspace, &used);
  turned->alive = take(turned->count, workspace, &used);
  turned->size = used;
}

/// Copies a packed row's length: what it has beyond the units is zero on either side.
static void copy_row(size_t row, const float *from, float *to) {
  size_t u = 0;
  for (; u + 4 <= row; u += 4) memcpy(to + u, from + u, 4 * sizeof *to);
  for (; u < row; u++) to[u] = from[u];
}

void ck_pack(const ck_small_network *network, const ck_turned *turned, const float *from, float *packed) {
  for (int32_t l = 0; l < network->depth; l++) {
    const ck_layer *layer = &network->layers[l];
    const ck_turned_layer *here = &turned->layers[l];
    float *to = packed + here->weights;
    for (size_t i = 0; i < (size_t)layer->sources; i++, to += here->row) {
      copy_row(here->row, from + layer->weights + i * (size_t)layer->stride, to);
    }
    copy_row(here->row, from + layer->biases, to);
    if (layer->activation == ck_activation_prelu) packed[here->slope] = from[layer->slope];
  }
}

void ck_unpack(const ck_small_network *network, const ck_turned *turned, const float *packed, float *to) {
  for (int32_t l = 0; l < network->depth; l++) {
    const ck_layer *layer = &network->layers[l];
    const ck_turned_layer *here = &turned->layers[l];
    const float *from = packed + here->weights;
    for (size_t i = 0; i < (size_t)layer->sources; i++, from += here->row) {
      copy_row(here->row, from, to + layer->weights + i * (size_t)layer->stride);
    }
    copy_row(here->row, from, to + layer->biases);
    if (layer->activation == ck_activation_prelu) to[layer->slope] = packed[here->slope];
  }
}
