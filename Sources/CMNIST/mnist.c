#include "CMNIST.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t train_images[] = {
#embed "data/train-images-idx3-ubyte.gz"
};
static const uint8_t train_labels[] = {
#embed "data/train-labels-idx1-ubyte.gz"
};
static const uint8_t test_images[] = {
#embed "data/t10k-images-idx3-ubyte.gz"
};
static const uint8_t test_labels[] = {
#embed "data/t10k-labels-idx1-ubyte.gz"
};

const cmnist_file cmnist_train_images = {train_images, sizeof train_images};
const cmnist_file cmnist_train_labels = {train_labels, sizeof train_labels};
const cmnist_file cmnist_test_images = {test_images, sizeof test_images};
const cmnist_file cmnist_test_labels = {test_labels, sizeof test_labels};
