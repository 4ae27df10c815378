/// SHA-256 (FIPS 180-4) by the processor's own instructions where it has them, and the two hashes of an RFC 6962 tree.
///
/// Nothing here allocates, and nothing is copied but the first 63 and the last 55 or fewer bytes of a message. Every
/// function may be called from any thread. Lengths are in bytes unless they say blocks.
#ifndef LIGGARE_CSHA256_H
#define LIGGARE_CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// A way to digest blocks; all give the same digests.
typedef enum {
  /// The fastest that this machine has.
  csha256_best = 0,
  /// C without special instructions.
  csha256_portable = 1,
  /// x86-64 with SHA-NI, SSSE3 and SSE4.1.
  csha256_x86 = 2,
  /// arm64 with the SHA-2 instructions of the cryptographic extension.
  csha256_arm64 = 3,
} csha256_way;

/// Whether this machine has a way; 1 or 0. `csha256_best` and `csha256_portable` are everywhere.
int csha256_has(csha256_way way);

/// Which way `csha256_best` stands for: found out with cpuid or getauxval at the first call, then kept.
csha256_way csha256_chosen(void);

/// A digest: its bytes 0..<8, 8..<16, 16..<24 and 24..<32, each read as one big-endian number.
typedef struct {
  uint64_t words[4];
} csha256_digest;

/// Digests `count` whole blocks of 64 bytes, in order, into the eight working words of FIPS 180-4 section 6.2.
/// Requires a way that the machine has, here and below.
void csha256_compress(csha256_way way, uint32_t state[8], const uint8_t *blocks, size_t count);

/// SHA-256(0x00 || data): the hash of a leaf (RFC 6962 section 2.1). `data` may be null where `count` is 0.
csha256_digest csha256_leaf(csha256_way way, const uint8_t *data, size_t count);

/// SHA-256(0x01 || left || right): the hash of an inner node.
csha256_digest csha256_node(csha256_way way, csha256_digest left, csha256_digest right);

/// The leaf hashes of `count` leaves that lie in one buffer, the i-th at bytes ranges[2i]..<ranges[2i + 1].
///
/// Two leaves are digested side by side, so that one's instructions run while the other's wait for their results.
void csha256_leaves(
    csha256_way way, const uint8_t *base, const size_t *ranges, size_t count, csha256_digest *digests);

/// The hashes of `pairs` nodes, the i-th over children[2i] and children[2i + 1], two nodes side by side. `nodes` may be
/// the same memory as `children`: a node is written only where its children have been read.
void csha256_nodes(csha256_way way, const csha256_digest *children, size_t pairs, csha256_digest *nodes);

#endif
