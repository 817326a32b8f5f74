#ifndef CK_ROOMS_H
#define CK_ROOMS_H
#include "small.h"

/// Points handled at once by the grid.
enum { ck_grid_points = 64 };

/// Where a small network's intermediate results stand in the workspace. There is room for rows of the layers' own
/// strides; the kernels use shorter ones where these hold all units.
typedef struct {
  struct {
    float *a, *z, *delta;  // [rows × stride]
    float *seen;           // the same: outputs after dropout, where there is any
  } layers[ck_small_depth];
  float *inputs;      // [rows × inputs], gathered
  float *wanted;      // [rows × stride of the output layer], targets
  float *transposed;  // [units of a layer × stride of the layer before]
  float *points;      // [inputs × ck_grid_points]
  float *maps;        // [all units × ck_grid_points]
  size_t size;
} ck_rooms;

/// Lays the rooms out one behind the other; with a NULL workspace only `size` means something.
ck_rooms ck_lay_out(const ck_small_network *network, float *workspace);

#endif
