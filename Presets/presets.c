#include "Presets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t perceptron[] = {
#embed "lectures/perceptron.md"
};
static const uint8_t xor_[] = {
#embed "lectures/xor.md"
};
static const uint8_t mlp[] = {
#embed "lectures/mlp.md"
};
static const uint8_t activations[] = {
#embed "lectures/activations.md"
};
static const uint8_t losses[] = {
#embed "lectures/losses.md"
};
static const uint8_t backprop[] = {
#embed "lectures/backprop.md"
};
static const uint8_t descent[] = {
#embed "lectures/descent.md"
};
static const uint8_t overfitting[] = {
#embed "lectures/overfitting.md"
};
static const uint8_t approximation[] = {
#embed "lectures/approximation.md"
};
static const uint8_t measures[] = {
#embed "lectures/measures.md"
};
static const uint8_t digits_linear[] = {
#embed "lectures/digits-linear.md"
};
static const uint8_t digits_mlp[] = {
#embed "lectures/digits-mlp.md"
};
static const uint8_t convolution[] = {
#embed "lectures/convolution.md"
};
static const uint8_t architectures[] = {
#embed "lectures/architectures.md"
};
static const uint8_t slips[] = {
#embed "lectures/slips.md"
};

static const preset_text lectures[] = {
    {"perceptron", perceptron, sizeof perceptron},
    {"xor", xor_, sizeof xor_},
    {"mlp", mlp, sizeof mlp},
    {"activations", activations, sizeof activations},
    {"losses", losses, sizeof losses},
    {"backprop", backprop, sizeof backprop},
    {"descent", descent, sizeof descent},
    {"overfitting", overfitting, sizeof overfitting},
    {"approximation", approximation, sizeof approximation},
    {"measures", measures, sizeof measures},
    {"digits-linear", digits_linear, sizeof digits_linear},
    {"digits-mlp", digits_mlp, sizeof digits_mlp},
    {"convolution", convolution, sizeof convolution},
    {"architectures", architectures, sizeof architectures},
    {"slips", slips, sizeof slips},
};
const size_t preset_lecture_count = sizeof lectures / sizeof *lectures;
preset_text preset_lecture(size_t index) { return lectures[index]; }

static const uint8_t mnist_linear[] = {
#embed "experiments/mnist-linear.yaml"
};
static const uint8_t mnist_linear_features[] = {
#embed "experiments/mnist-linear-features.yaml"
};
static const uint8_t mnist_15[] = {
#embed "experiments/mnist-15.yaml"
};
static const uint8_t mnist_relu_mse[] = {
#embed "experiments/mnist-relu-mse.yaml"
};
static const uint8_t mnist_mlp[] = {
#embed "experiments/mnist-mlp.yaml"
};
static const uint8_t mnist_perceptron_995[] = {
#embed "experiments/mnist-perceptron-995.yaml"
};
static const uint8_t mnist_lenet[] = {
#embed "experiments/mnist-lenet.yaml"
};
static const uint8_t pen[] = {
#embed "experiments/pen.yaml"
};
static const uint8_t fashion_mlp[] = {
#embed "experiments/fashion-mlp.yaml"
};
static const uint8_t fashion_lenet[] = {
#embed "experiments/fashion-lenet.yaml"
};
static const uint8_t cifar_lenet[] = {
#embed "experiments/cifar-lenet.yaml"
};

static const preset_text experiments[] = {
    {"mnist-linear", mnist_linear, sizeof mnist_linear},
    {"mnist-linear-features", mnist_linear_features, sizeof mnist_linear_features},
    {"mnist-15", mnist_15, sizeof mnist_15},
    {"mnist-relu-mse", mnist_relu_mse, sizeof mnist_relu_mse},
    {"mnist-mlp", mnist_mlp, sizeof mnist_mlp},
    {"mnist-perceptron-995", mnist_perceptron_995, sizeof mnist_perceptron_995},
    {"mnist-lenet", mnist_lenet, sizeof mnist_lenet},
    {"pen", pen, sizeof pen},
    {"fashion-mlp", fashion_mlp, sizeof fashion_mlp},
    {"fashion-lenet", fashion_lenet, sizeof fashion_lenet},
    {"cifar-lenet", cifar_lenet, sizeof cifar_lenet},
};
const size_t preset_experiment_count = sizeof experiments / sizeof *experiments;
preset_text preset_experiment(size_t index) { return experiments[index]; }

static const uint8_t reader[] = {
#embed "models/reader.safetensors"
};

static const preset_text models[] = {
    {"reader", reader, sizeof reader},
};
const size_t preset_model_count = sizeof models / sizeof *models;
preset_text preset_model(size_t index) { return models[index]; }
