#ifndef CMNIST_H
#define CMNIST_H
#include <stddef.h>
#include <stdint.h>
#include "md5.h"

/// The four gzipped files of MNIST as they were published, compiled into the program.
/// Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} cmnist_file;

extern const cmnist_file cmnist_train_images;
extern const cmnist_file cmnist_train_labels;
extern const cmnist_file cmnist_test_images;
extern const cmnist_file cmnist_test_labels;

#endif
