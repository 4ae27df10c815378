// SHA-256's block function with the SHA extensions of x86-64 (Intel SDM volume 2: SHA256RNDS2, SHA256MSG1, SHA256MSG2).
#include "blocks.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))
#define INLINE static inline __attribute__((always_inline)) WITH_SHA

// The instructions want the working words as two vectors, from the highest lane down: a b e f and c d g h.
typedef struct {
  __m128i abef, cdgh;
} lanes;

INLINE lanes from_words(const uint32_t state[8]) {
  __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
  return (lanes){_mm_alignr_epi8(badc, efgh, 8), _mm_blend_epi16(efgh, badc, 0xf0)};
}

INLINE void to_words(lanes value, uint32_t state[8]) {
  __m128i feba = _mm_shuffle_epi32(value.abef, 0x1b);
  __m128i dchg = _mm_shuffle_epi32(value.cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

// Four big-endian words of a block.
INLINE __m128i load(const uint8_t *bytes) {
  const __m128i reverse = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes), reverse);
}

// The four schedule words after the sixteen w0 w1 w2 w3.
INLINE __m128i next_words(__m128i w0, __m128i w1, __m128i w2, __m128i w3) {
  __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4));
  return _mm_sha256msg2_epu32(sum, w3);
}

// Four rounds.
INLINE void rounds(lanes *state, __m128i words, int group) {
  __m128i sum = _mm_add_epi32(words, _mm_load_si128((const __m128i *)csha256_constants + group));
  state->cdgh = _mm_sha256rnds2_epu32(state->cdgh, state->abef, sum);
  state->abef = _mm_sha256rnds2_epu32(state->abef, state->cdgh, _mm_shuffle_epi32(sum, 0x0e));
}

INLINE lanes plus(lanes left, lanes right) {
  return (lanes){_mm_add_epi32(left.abef, right.abef), _mm_add_epi32(left.cdgh, right.cdgh)};
}

WITH_SHA void csha256_one_x86(uint32_t state[8], const uint8_t *blocks, size_t count) {
  lanes sum = from_words(state);
  for (; count > 0; count--, blocks += 64) {
    lanes now = sum;
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      __m128i *at = &words[group & 3];
      *at = group < 4 ? load(blocks + 16 * group)
                      : next_words(*at, words[(group + 1) & 3], words[(group + 2) & 3], words[(group + 3) & 3]);
      rounds(&now, *at, group);
    }
    sum = plus(sum, now);
  }
  to_words(sum, state);
}

WITH_SHA void csha256_two_x86(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks, size_t count) {
  lanes sum = from_words(first), other_sum = from_words(second);
  for (; count > 0; count--, first_blocks += 64, second_blocks += 64) {
    lanes now = sum, other = other_sum;
    __m128i words[4], other_words[4];
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
typedef int csha256_not_x86;
#endif
