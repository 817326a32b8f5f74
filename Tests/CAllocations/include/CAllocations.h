#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H
#include <stdbool.h>
#include <stdint.h>

/// Blocks of memory that the calling thread has asked for since it began.
uint64_t allocation_count(void);

/// Whether asking is seen here at all: only where the C library is glibc, whose own functions the counting ones call.
bool allocations_are_counted(void);

#endif
