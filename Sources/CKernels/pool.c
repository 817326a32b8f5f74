#include "pool.h"
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#else
#include <sched.h>
#endif

#if defined(__x86_64__)
#define PAUSE() __builtin_ia32_pause()
#elif defined(__aarch64__)
#define PAUSE() __asm__ volatile("yield")
#else
#define PAUSE() ((void)0)
#endif

// About 50 µs: longer than one thread is ever ahead of another in a step of any size that is worth two threads.
enum { SPINS = 1500 };

// A number that threads wait on. Its own cache line: the waiting ones read it all the time.
typedef struct {
  _Alignas(64) _Atomic uint32_t value;
  _Atomic uint32_t sleepers;
} signal_word;

struct ck_pool {
  signal_word job_number, barrier_number;
  _Alignas(64) _Atomic uint32_t arrived;
  _Alignas(64) _Atomic uint32_t claimed;
  _Alignas(64) ck_pool_job job;
  void *context;
  bool stopping;
  int32_t threads;
  pthread_t *helpers;
};

typedef struct {
  ck_pool *pool;
  int32_t thread;
} helper_start;

static void sleep_while(signal_word *word, uint32_t old) {
#ifdef __linux__
  syscall(SYS_futex, &word->value, FUTEX_WAIT_PRIVATE, old, NULL, NULL, 0);
#else
  (void)word, (void)old;
  sched_yield();
#endif
}

static void wait_while(signal_word *word, uint32_t old) {
  for (int i = 0; i < SPINS; i++) {
    if (atomic_load_explicit(&word->value, memory_order_acquire) != old) return;
    PAUSE();
  }
  atomic_fetch_add(&word->sleepers, 1);
  while (atomic_load(&word->value) == old) sleep_while(word, old);
  atomic_fetch_sub(&word->sleepers, 1);
}

static void advance(signal_word *word) {
  atomic_fetch_add(&word->value, 1);
#ifdef __linux__
  if (atomic_load(&word->sleepers)) syscall(SYS_futex, &word->value, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
#endif
}

static void *help(void *argument) {
  helper_start start = *(helper_start *)argument;
  free(argument);
  ck_pool *pool = start.pool;
  for (uint32_t number = 0;; number++) {
    wait_while(&pool->job_number, number);
    if (pool->stopping) return NULL;
    pool->job(pool->context, start.thread);
    ck_pool_barrier(pool);
  }
}

static void start_helpers(ck_pool *pool, int32_t threads) {
  // Helpers read the number of threads only after the first job is published, when it is final.
  while (pool->threads < threads) {
    helper_start *start = malloc(sizeof *start);
    if (!start) break;
    *start = (helper_start){pool, pool->threads};
    if (pthread_create(&pool->helpers[pool->threads], NULL, help, start)) {
      free(start);
      break;
    }
    pool->threads++;
  }
}

// A thread inherits the mask of its maker. Faults stay: a blocked one would end the program without its handler.
static sigset_t all_but_faults(void) {
  const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  sigset_t signals;
  sigfillset(&signals);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&signals, faults[i]);
  return signals;
}

ck_pool *ck_pool_create(int32_t threads) {
  ck_pool *pool = NULL;
  if (posix_memalign((void **)&pool, 64, sizeof *pool)) return NULL;
  *pool = (ck_pool){.threads = 1};
  if (threads < 2) return pool;
  pool->helpers = calloc((size_t)threads, sizeof *pool->helpers);
  if (!pool->helpers) return pool;
  sigset_t blocked = all_but_faults(), before;
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  start_helpers(pool, threads);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return pool;
}

void ck_pool_destroy(ck_pool *pool) {
  pool->stopping = true;
  advance(&pool->job_number);
  for (int32_t i = 1; i < pool->threads; i++) pthread_join(pool->helpers[i], NULL);
  free(pool->helpers);
  free(pool);
}

int32_t ck_pool_threads(const ck_pool *pool) { return pool->threads; }

void ck_pool_run(ck_pool *pool, ck_pool_job job, void *context) {
  pool->job = job;
  pool->context = context;
  advance(&pool->job_number);
  job(context, 0);
  ck_pool_barrier(pool);
}

void ck_pool_barrier(ck_pool *pool) {
  if (pool->threads == 1) {
    atomic_store_explicit(&pool->claimed, 0, memory_order_relaxed);
    return;
  }
  uint32_t number = atomic_load_explicit(&pool->barrier_number.value, memory_order_relaxed);
  if (atomic_fetch_add(&pool->arrived, 1) + 1 < (uint32_t)pool->threads) {
    wait_while(&pool->barrier_number, number);
    return;
  }
  atomic_store_explicit(&pool->arrived, 0, memory_order_relaxed);
  atomic_store_explicit(&pool->claimed, 0, memory_order_relaxed);
  advance(&pool->barrier_number);
}

uint32_t ck_pool_claim(ck_pool *pool) { return atomic_fetch_add_explicit(&pool->claimed, 1, memory_order_relaxed); }
