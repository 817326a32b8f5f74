// Pictures moved by chance: one affine map and one grid of corners for each.
#include "augment.h"
#include "level.h"

enum { corners = 6 };

/// A stream of numbers from a place: a counter, and a hash of it.
typedef struct {
  uint64_t counter;
} Chance;

static Chance chance_at(uint64_t seed, uint64_t step, size_t row) {
  // Apart from the masks of dropout, which hash the same numbers with the number of a layer.
  const uint64_t picture = 0x9e3779b97f4a7c15u;
  return (Chance){ck_mixed(ck_mixed(ck_mixed(seed ^ picture) + step) + row)};
}

/// The next number, evenly from −1 to 1.
static float next(Chance *chance) {
  chance->counter += 0x9e3779b97f4a7c15u;
  return (float)(ck_mixed(chance->counter) >> 40) * 0x1p-23f - 1;
}

/// Of mean 0 and deviation 1, and never beyond 3: three even ones.
static float next_normal(Chance *chance) { return next(chance) + next(chance) + next(chance); }

/// Where the pixel of a place comes from: x′ = across · (x, y, 1), y′ = down · (x, y, 1), from the picture's middle.
typedef struct {
  float across[3], down[3];
} Affine;

static Affine affine_of(const ck_augmentation *how, Chance *chance) {
  const float angle = how->rotation * next(chance), shear = how->shear * next(chance);
  const float wide = 1 + how->scale * next(chance), high = 1 + how->scale * next(chance);
  const float steps = (float)(2 * how->shift + 1);
  const float left = floorf((next(chance) + 1) / 2 * steps) - (float)how->shift;
  const float up = floorf((next(chance) + 1) / 2 * steps) - (float)how->shift;
  const float mirrored = how->flips && next(chance) < 0 ? -1 : 1;
  const float c = cosf(angle), s = sinf(angle);
  return (Affine){
      .across = {mirrored * c / wide, mirrored * (shear * c - s) / wide, left},
      .down = {s / high, (shear * s + c) / high, up},
  };
}

/// How far each corner of the grid moves, across and down.
typedef struct {
  float across[corners][corners], down[corners][corners];
} Grid;

static void draw_grid(float deviation, Chance *chance, Grid *grid) {
  for (int r = 0; r < corners; r++) {
    for (int c = 0; c < corners; c++) {
      grid->across[r][c] = deviation * next_normal(chance);
      grid->down[r][c] = deviation * next_normal(chance);
    }
  }
}

/// A place between two corners: the first of them, and how much of the way is gone, smoothly at both ends.
typedef struct {
  int cell;
  float part;
} Between;

static Between between(size_t place, size_t count) {
  const float position = count > 1 ? (float)place * (corners - 1) / (float)(count - 1) : 0;
  const int cell = position < corners - 2 ? (int)position : corners - 2;
  const float t = position - (float)cell;
  return (Between){cell, t * t * (3 - 2 * t)};
}

/// One row of the grid, between those above and below.
static void row_of(const float grid[corners][corners], Between down, float row[corners]) {
  for (int c = 0; c < corners; c++) {
    row[c] = grid[down.cell][c] + down.part * (grid[down.cell + 1][c] - grid[down.cell][c]);
  }
}

static float along(const float row[corners], Between across) {
  return row[across.cell] + across.part * (row[across.cell + 1] - row[across.cell]);
}

/// A number of a map, or the one outside.
static float at(const ck_picture *shape, const float *map, long x, long y) {
  const bool inside = x >= 0 && y >= 0 && x < (long)shape->columns && y < (long)shape->rows;
  return inside ? map[y * (long)shape->columns + x] : shape->outside;
}

/// A number between the pixels of a map.
static float mixed_at(const ck_picture *shape, const float *map, float x, float y) {
  const float left = floorf(x), top = floorf(y), right = x - left, low = y - top;
  const long i = (long)left, j = (long)top;
  const float upper = at(shape, map, i, j) * (1 - right) + at(shape, map, i + 1, j) * right;
  const float lower = at(shape, map, i, j + 1) * (1 - right) + at(shape, map, i + 1, j + 1) * right;
  return upper * (1 - low) + lower * low;
}

void ck_augment(const ck_augmentation *how, const ck_picture *shape, uint64_t seed, uint64_t step, size_t row,
                float *picture, float *scratch) {
  Chance chance = chance_at(seed, step, row);
  const Affine affine = affine_of(how, &chance);
  Grid grid;
  if (how->elastic > 0) draw_grid(how->elastic, &chance, &grid);
  const size_t area = shape->rows * shape->columns;
  memcpy(scratch, picture, shape->channels * area * sizeof(float));
  const float middle_x = (float)(shape->columns - 1) / 2, middle_y = (float)(shape->rows - 1) / 2;
  for (size_t r = 0; r < shape->rows; r++) {
    float across[corners], down[corners];
    if (how->elastic > 0) {
      row_of(grid.across, between(r, shape->rows), across);
      row_of(grid.down, between(r, shape->rows), down);
    }
    const float y = (float)r - middle_y;
    for (size_t c = 0; c < shape->columns; c++) {
      const float x = (float)c - middle_x;
      float from_x = affine.across[0] * x + affine.across[1] * y + affine.across[2] + middle_x;
      float from_y = affine.down[0] * x + affine.down[1] * y + affine.down[2] + middle_y;
      if (how->elastic > 0) {
        const Between place = between(c, shape->columns);
        from_x += along(across, place);
        from_y += along(down, place);
      }
      for (size_t channel = 0; channel < shape->channels; channel++) {
        picture[channel * area + r * shape->columns + c] = mixed_at(shape, scratch + channel * area, from_x, from_y);
      }
    }
  }
}
