#include "md5.h"
#include <string.h>

enum { block_size = 64, length_size = 8 };

cmd5 cmd5_start(void) {
  return (cmd5){.state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}};
}

// floor(2³² · |sin(i + 1)|), as the standard defines them.
static const uint32_t sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

#define TURN(x, n) ((x) << (n) | (x) >> (32 - (n)))
#define STEP(mix, a, b, c, d, word, i, n) \
  a += mix(b, c, d) + words[(word) & 15] + sines[i]; \
  a = b + TURN(a, n)
#define ROUND(mix, factor, offset, first, n0, n1, n2, n3) \
  for (int i = first; i < first + 16; i += 4) { \
    STEP(mix, a, b, c, d, factor * i + offset, i, n0); \
    STEP(mix, d, a, b, c, factor * (i + 1) + offset, i + 1, n1); \
    STEP(mix, c, d, a, b, factor * (i + 2) + offset, i + 2, n2); \
    STEP(mix, b, c, d, a, factor * (i + 3) + offset, i + 3, n3); \
  }
#define CHOOSE(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define CHOOSE_BY_LAST(x, y, z) CHOOSE(z, x, y)
#define PARITY(x, y, z) ((x) ^ (y) ^ (z))
#define CROSS(x, y, z) ((y) ^ ((x) | ~(z)))

static void mix_block(uint32_t state[4], const uint8_t *bytes) {
  uint32_t words[16];
  for (int i = 0; i < 16; i++) {
    const uint8_t *word = bytes + 4 * i;
    words[i] = (uint32_t)word[0] | (uint32_t)word[1] << 8 | (uint32_t)word[2] << 16 | (uint32_t)word[3] << 24;
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  ROUND(CHOOSE, 1, 0, 0, 7, 12, 17, 22)
  ROUND(CHOOSE_BY_LAST, 5, 1, 16, 5, 9, 14, 20)
  ROUND(PARITY, 3, 5, 32, 4, 11, 16, 23)
  ROUND(CROSS, 7, 0, 48, 6, 10, 15, 21)
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

void cmd5_update(cmd5 *md5, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  size_t held = md5->count % block_size;
  md5->count += count;
  if (held > 0) {
    size_t step = block_size - held < count ? block_size - held : count;
    memcpy(md5->pending + held, next, step);
    next += step;
    count -= step;
    if (held + step < block_size) return;
    mix_block(md5->state, md5->pending);
  }
  for (; count >= block_size; next += block_size, count -= block_size) mix_block(md5->state, next);
  if (count > 0) memcpy(md5->pending, next, count);
}

void cmd5_finish(cmd5 *md5, uint8_t digest[16]) {
  uint8_t padding[block_size + length_size] = {0x80};
  uint64_t bits = md5->count * 8;
  size_t held = md5->count % block_size;
  size_t room = held < block_size - length_size ? block_size : 2 * block_size;
  size_t count = room - held - length_size;
  for (int i = 0; i < length_size; i++) padding[count + (size_t)i] = (uint8_t)(bits >> 8 * i);
  cmd5_update(md5, padding, count + length_size);
  for (int i = 0; i < 16; i++) digest[i] = (uint8_t)(md5->state[i / 4] >> 8 * (i % 4));
}
