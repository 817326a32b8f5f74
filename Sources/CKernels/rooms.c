#include "rooms.h"
#include "turned.h"

static size_t padded(size_t count) { return (count + 15) / 16 * 16; }

/// Takes the next `count` floats of the workspace, and keeps what follows aligned.
static float *take(size_t count, float *workspace, size_t *used) {
  float *room = workspace ? workspace + *used : NULL;
  *used += padded(count);
  return room;
}

ck_rooms ck_lay_out(const ck_small_network *network, float *workspace) {
  ck_rooms rooms = {0};
  const size_t rows = (size_t)network->rows, inputs = (size_t)network->layers[0].sources;
  size_t transposed = 0, units = 0;
  for (int32_t l = 0; l < network->depth; l++) {
    const ck_layer *layer = &network->layers[l];
    const size_t stride = (size_t)layer->stride;
    rooms.layers[l].a = take(rows * stride, workspace, &rooms.size);
    rooms.layers[l].delta = take(rows * stride, workspace, &rooms.size);
    rooms.layers[l].z = take(rows * stride, workspace, &rooms.size);
    if (network->dropout > 0) rooms.layers[l].seen = take(rows * stride, workspace, &rooms.size);
    const size_t turned = l > 0 ? stride * (size_t)network->layers[l - 1].stride : 0;
    if (turned > transposed) transposed = turned;
    units += (size_t)layer->units;
  }
  rooms.wanted = take(rows * (size_t)network->layers[network->depth - 1].stride, workspace, &rooms.size);
  rooms.transposed = take(transposed, workspace, &rooms.size);
  rooms.inputs = take(rows * inputs, workspace, &rooms.size);
  rooms.points = take(inputs * ck_grid_points, workspace, &rooms.size);
  rooms.maps = take(units * ck_grid_points, workspace, &rooms.size);
  return rooms;
}

size_t ck_small_workspace(const ck_small_network *network) {
  const size_t units = ck_lay_out(network, NULL).size;
  if (network->layout == ck_layout_units) return units;
  ck_turned turned;
  ck_turn(network, NULL, 16, 8, &turned);
  return turned.size > units ? turned.size : units;
}
