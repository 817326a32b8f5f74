#define _GNU_SOURCE
#include "CAllocations.h"
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <dlfcn.h>
#include <link.h>

// An executable's own malloc comes before the C library's for everything it loads, oneDNN and the Swift runtime
// included.
static _Thread_local uint64_t count;

// Where the code of oneDNN stands in memory. Its products take and return one block a call, which is not ours to avoid.
static uintptr_t library_start, library_end;

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void note(const void *caller) {
  const uintptr_t address = (uintptr_t)caller;
  if (address < library_start || address >= library_end) count++;
}

#define NOTE() note(__builtin_return_address(0))

void *malloc(size_t size) {
  NOTE();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  NOTE();
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  NOTE();
  return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
  NOTE();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  NOTE();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  NOTE();
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}

static int find(struct dl_phdr_info *object, size_t size, void *function) {
  (void)size;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const uintptr_t start = object->dlpi_addr + object->dlpi_phdr[i].p_vaddr;
    const uintptr_t end = start + object->dlpi_phdr[i].p_memsz;
    if (object->dlpi_phdr[i].p_type != PT_LOAD || (uintptr_t)function < start || (uintptr_t)function >= end) continue;
    library_start = start;
    library_end = end;
    return 1;
  }
  return 0;
}

__attribute__((constructor)) static void find_library(void) {
  void *function = dlsym(RTLD_DEFAULT, "dnnl_sgemm");
  if (function) dl_iterate_phdr(find, function);
}

uint64_t allocation_count(void) { return count; }
bool allocations_are_counted(void) { return library_end > 0; }

#else

uint64_t allocation_count(void) { return 0; }
bool allocations_are_counted(void) { return false; }

#endif
