#ifndef CMNIST_MD5_H
#define CMNIST_MD5_H
#include <stddef.h>
#include <stdint.h>

/// The MD5 digest (R. Rivest, RFC 1321) in the making: data sets are published with it. It tells a published file from
/// a damaged one, and is good for nothing else. In C so that 55 MB take no time in a debug build either.
typedef struct {
  uint32_t state[4];
  uint64_t count;
  uint8_t pending[64];
} cmd5;

/// A digest of no bytes yet.
cmd5 cmd5_start(void);

/// Takes in `count` more bytes.
void cmd5_update(cmd5 *_Nonnull md5, const void *_Nullable bytes, size_t count);

/// Writes the digest of all bytes taken in; `md5` is used up.
void cmd5_finish(cmd5 *_Nonnull md5, uint8_t digest[_Nonnull 16]);

#endif
