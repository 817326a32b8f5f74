#ifndef PRESETS_H
#define PRESETS_H
#include <stddef.h>
#include <stdint.h>

/// One piece that ships inside the program: a lecture, an experiment, a model's file.
typedef struct {
  const char *_Nonnull name;
  const uint8_t *_Nonnull bytes;
  size_t count;
} preset_text;

extern const size_t preset_lecture_count;
/// The lecture at `index`, in the order of the course.
preset_text preset_lecture(size_t index);

extern const size_t preset_experiment_count;
/// The experiment at `index`, in the order in which they are listed.
preset_text preset_experiment(size_t index);

extern const size_t preset_model_count;
/// The trained network at `index`, a .safetensors file.
preset_text preset_model(size_t index);

#endif
