#ifndef CK_POOL_H
#define CK_POOL_H
#include <stdint.h>

// Threads that work in step: one call runs a job on all of them, and inside the job a barrier keeps them together.
// They wait by spinning for a few microseconds and then sleep (futex), so that a thread with something to show gets its
// turn.

typedef struct ck_pool ck_pool;

/// What the threads do; `thread` counts from 0, which is the thread that called `ck_pool_run`.
typedef void (*ck_pool_job)(void *context, int32_t thread);

/// A pool of `threads` threads, the caller's counted in; the others start now, with its priority, and take no signals.
/// Fewer start where the system refuses; `ck_pool_threads` tells. NULL without memory.
ck_pool *ck_pool_create(int32_t threads);

/// Waits for the threads to end and frees the pool.
void ck_pool_destroy(ck_pool *pool);

/// The number of threads, the caller's counted in.
int32_t ck_pool_threads(const ck_pool *pool);

/// Runs the job on every thread and returns when all are done.
void ck_pool_run(ck_pool *pool, ck_pool_job job, void *context);

/// Inside a job: waits until every thread is here.
void ck_pool_barrier(ck_pool *pool);

/// Inside a job: the next piece of work, counted from 0 since the job began or the last barrier.
uint32_t ck_pool_claim(ck_pool *pool);

#endif
