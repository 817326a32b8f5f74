// Calls of the system that fail as on a full or broken disk: loaded ahead of the C library (LD_PRELOAD) into a program.
//
// FAIL_CALL is open, write, fsync or rename; FAIL_AT which of these calls fails, counted from 1; FAIL_UNDER the folder whose
// files are meant: no other call is counted.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

static bool fails(const char *call, const char *path) {
  const char *chosen = getenv("FAIL_CALL"), *under = getenv("FAIL_UNDER"), *at = getenv("FAIL_AT");
  if (!chosen || !under || !at || !path || strcmp(call, chosen) || strncmp(path, under, strlen(under))) return false;
  if (atomic_fetch_add(&calls, 1) + 1 != atoi(at)) return false;
  errno = ENOSPC;
  return true;
}

static bool fails_at(const char *call, int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
  return fails(call, path);
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  if (fails("open", path)) return -1;
  int (*next)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  return next(path, flags, mode);
}

static mode_t mode_of(int flags, va_list more) {
  return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? (mode_t)va_arg(more, int) : 0;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  return opened("open64", path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (fails_at("write", descriptor)) return -1;
  ssize_t (*next)(int, const void *, size_t) = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  return next(descriptor, bytes, count);
}

int fsync(int descriptor) {
  if (fails_at("fsync", descriptor)) return -1;
  int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return next(descriptor);
}

int rename(const char *from, const char *to) {
  if (fails("rename", from)) return -1;
  int (*next)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  return next(from, to);
}
