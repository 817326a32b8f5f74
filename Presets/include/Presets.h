#ifndef PRESETS_H
#define PRESETS_H
#include <stddef.h>
#include <stdint.h>

/// One text that ships inside the program: a lecture or a preset.
typedef struct {
  const char *_Nonnull name;
  const uint8_t *_Nonnull bytes;
  size_t count;
} preset_text;

extern const size_t preset_lecture_count;
/// The lecture at `index`, in the order of the course.
preset_text preset_lecture(size_t index);

#endif
