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

static const preset_text lectures[] = {
    {"perceptron", perceptron, sizeof perceptron},
    {"xor", xor_, sizeof xor_},
    {"mlp", mlp, sizeof mlp},
};
const size_t preset_lecture_count = sizeof lectures / sizeof *lectures;
preset_text preset_lecture(size_t index) { return lectures[index]; }
