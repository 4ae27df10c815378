// SHA-256's block function with the SHA-2 instructions of arm64 (Arm ARM: SHA256H, SHA256H2, SHA256SU0, SHA256SU1).
#include "blocks.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#define WITH_SHA __attribute__((target("sha2")))
#define INLINE static inline __attribute__((always_inline)) WITH_SHA

typedef struct {
  uint32x4_t abcd, efgh;
} lanes;

INLINE lanes from_words(const uint32_t state[8]) { return (lanes){vld1q_u32(state), vld1q_u32(state + 4)}; }

INLINE void to_words(lanes value, uint32_t state[8]) {
  vst1q_u32(state, value.abcd);
  vst1q_u32(state + 4, value.efgh);
}

// Four big-endian words of a block.
INLINE uint32x4_t load(const uint8_t *bytes) { return vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes))); }

// The four schedule words after the sixteen w0 w1 w2 w3.
INLINE uint32x4_t next_words(uint32x4_t w0, uint32x4_t w1, uint32x4_t w2, uint32x4_t w3) {
  return vsha256su1q_u32(vsha256su0q_u32(w0, w1), w2, w3);
}

// Four rounds.
INLINE void rounds(lanes *state, uint32x4_t words, int group) {
  uint32x4_t sum = vaddq_u32(words, vld1q_u32(csha256_constants + 4 * group));
  uint32x4_t before = state->abcd;
  state->abcd = vsha256hq_u32(before, state->efgh, sum);
  state->efgh = vsha256h2q_u32(state->efgh, before, sum);
}

INLINE lanes plus(lanes left, lanes right) {
  return (lanes){vaddq_u32(left.abcd, right.abcd), vaddq_u32(left.efgh, right.efgh)};
}

WITH_SHA void csha256_one_arm64(uint32_t state[8], const uint8_t *blocks, size_t count) {
  lanes sum = from_words(state);
  for (; count > 0; count--, blocks += 64) {
    lanes now = sum;
    uint32x4_t words[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      uint32x4_t *at = &words[group & 3];
      *at = group < 4 ? load(blocks + 16 * group)
                      : next_words(*at, words[(group + 1) & 3], words[(group + 2) & 3], words[(group + 3) & 3]);
      rounds(&now, *at, group);
    }
    sum = plus(sum, now);
  }
  to_words(sum, state);
}

WITH_SHA void csha256_two_arm64(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks, size_t count) {
  lanes sum = from_words(first), other_sum = from_words(second);
  for (; count > 0; count--, first_blocks += 64, second_blocks += 64) {
    lanes now = sum, other = other_sum;
    uint32x4_t words[4], other_words[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      int at = group & 3, after = (group + 1) & 3, later = (group + 2) & 3, last = (group + 3) & 3;
      if (group < 4) {
        words[at] = load(first_blocks + 16 * group);
        other_words[at] = load(second_blocks + 16 * group);
      } else {
        words[at] = next_words(words[at], words[after], words[later], words[last]);
        other_words[at] = next_words(other_words[at], other_words[after], other_words[later], other_words[last]);
      }
      rounds(&now, words[at], group);
      rounds(&other, other_words[at], group);
    }
    sum = plus(sum, now);
    other_sum = plus(other_sum, other);
  }
  to_words(sum, first);
  to_words(other_sum, second);
}
#else
typedef int csha256_not_arm64;
#endif
