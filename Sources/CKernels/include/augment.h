#ifndef CK_AUGMENT_H
#define CK_AUGMENT_H
#include <stddef.h>
#include <stdint.h>

/// How far chance may move a picture; each number is drawn evenly from −limit to +limit, but for `elastic`. Zeros: not
/// at all.
typedef struct {
  int32_t flips;    // 1: half of the pictures are mirrored, left for right
  int32_t shift;    // whole pixels, across and down
  float rotation;   // radians
  float scale;      // 0.1: from 9/10 to 11/10, across and down by themselves
  float shear;      // 0.1: a row moves across by so much of its height over the middle
  float elastic;    // pixels: the deviation of the corners of a grid, between which the rest follows
} ck_augmentation;

/// A picture as the network has it: channel after channel, row after row, and the number outside it.
typedef struct {
  size_t channels, rows, columns;
  float outside;
} ck_picture;

/// Moves a picture in place. What chance does is a hash of seed, step and row: the same place gives the same move,
/// whatever the thread. Between pixels the four neighbours are mixed. `scratch` has room for the picture.
///
/// Elastic: a grid of 6 × 6 corners is moved by numbers of about normal distribution (after Simard and others 2003).
void ck_augment(const ck_augmentation *how, const ck_picture *shape, uint64_t seed, uint64_t step, size_t row,
                float *picture, float *scratch);

#endif
