#include "CAllocations.h"
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#ifdef __GLIBC__

// An executable's own malloc comes before the C library's for everything it loads, the Swift runtime included.
static _Thread_local uint64_t count;

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count++;
  return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  count++;
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}

uint64_t allocation_count(void) { return count; }
bool allocations_are_counted(void) { return true; }

#else

uint64_t allocation_count(void) { return 0; }
bool allocations_are_counted(void) { return false; }

#endif
