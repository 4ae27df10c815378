// The block functions behind `csha256_compress`: one file for each way. Private to this target.
#ifndef LIGGARE_CSHA256_BLOCKS_H
#define LIGGARE_CSHA256_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/// K of FIPS 180-4 section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
extern const uint32_t csha256_constants[64];

/// Digests `count` blocks into one state.
typedef void csha256_one(uint32_t state[8], const uint8_t *blocks, size_t count);
/// Digests `count` blocks into each of two states that have nothing to do with each other.
typedef void csha256_two(
    uint32_t first[8], const uint8_t *first_blocks, uint32_t second[8], const uint8_t *second_blocks, size_t count);

csha256_one csha256_one_portable;
csha256_two csha256_two_portable;

#if defined(__x86_64__)
csha256_one csha256_one_x86;
csha256_two csha256_two_x86;
#elif defined(__aarch64__)
csha256_one csha256_one_arm64;
csha256_two csha256_two_arm64;
#endif

#endif
