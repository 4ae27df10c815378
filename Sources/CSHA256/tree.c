// The choice between the ways, and the hashes of leaves and nodes.
#include "CSHA256.h"
#include "blocks.h"

#include <stdatomic.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

// MARK: The choice

int csha256_has(csha256_way way) {
  switch (way) {
  case csha256_best:
  case csha256_portable: return 1;
  case csha256_x86: {
#if defined(__x86_64__)
    unsigned a, b, c, d;
    // Leaf 7: SHA is bit 29 of EBX. Leaf 1: SSSE3 is bit 9 and SSE4.1 bit 19 of ECX (Intel SDM volume 2, CPUID).
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b >> 29 & 1)) return 0;
    return __get_cpuid(1, &a, &b, &c, &d) && (c >> 9 & 1) && (c >> 19 & 1);
#else
    return 0;
#endif
  }
  case csha256_arm64:
#if defined(__aarch64__) && defined(__linux__)
    // HWCAP_SHA2 of the kernel's arm64 ABI.
    return (int)(getauxval(AT_HWCAP) >> 6 & 1);
#elif defined(__aarch64__) && defined(__APPLE__)
    return 1;
#else
    return 0;
#endif
  }
  return 0;
}

csha256_way csha256_chosen(void) {
  static _Atomic int kept = csha256_best;
  int way = atomic_load_explicit(&kept, memory_order_relaxed);
  // Two threads that find out at once find out the same.
  if (way == csha256_best) {
    way = csha256_has(csha256_x86) ? csha256_x86 : csha256_has(csha256_arm64) ? csha256_arm64 : csha256_portable;
    atomic_store_explicit(&kept, way, memory_order_relaxed);
  }
  return (csha256_way)way;
}

static csha256_one *one(csha256_way way) {
  switch (way == csha256_best ? csha256_chosen() : way) {
#if defined(__x86_64__)
  case csha256_x86: return csha256_one_x86;
#elif defined(__aarch64__)
  case csha256_arm64: return csha256_one_arm64;
#endif
  default: return csha256_one_portable;
  }
}

static csha256_two *two(csha256_way way) {
  switch (way == csha256_best ? csha256_chosen() : way) {
#if defined(__x86_64__)
  case csha256_x86: return csha256_two_x86;
#elif defined(__aarch64__)
  case csha256_arm64: return csha256_two_arm64;
#endif
  default: return csha256_two_portable;
  }
}

void csha256_compress(csha256_way way, uint32_t state[8], const uint8_t *blocks, size_t count) {
  if (count > 0) one(way)(state, blocks, count);
}

// MARK: Messages

// The state before the first block (FIPS 180-4 section 5.3.3).
static const uint32_t initial[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static csha256_digest digest(const uint32_t state[8]) {
  csha256_digest value;
  for (int index = 0; index < 4; index++) {
    value.words[index] = (uint64_t)state[2 * index] << 32 | state[2 * index + 1];
  }
  return value;
}

static void store(uint8_t *bytes, uint64_t word) {
  for (int index = 0; index < 8; index++) bytes[index] = (uint8_t)(word >> (56 - 8 * index));
}

// A message that begins with one byte of its own and goes on with bytes that lie elsewhere, as up to three runs of
// blocks: a first one, made here; those that are read where they lie; one or two last ones, made here.
typedef struct {
  uint32_t state[8];
  const uint8_t *next;
  // Blocks that remain in the run at `next`.
  size_t count;
  const uint8_t *middle;
  size_t middle_count, last_count;
  uint8_t first[64];
  uint8_t last[128];
} message;

static void begin_leaf(message *leaf, const uint8_t *data, size_t count) {
  memcpy(leaf->state, initial, sizeof initial);
  size_t rest = count;
  leaf->first[0] = 0x00;
  leaf->next = leaf->first;
  leaf->count = 0;
  leaf->middle = data;
  leaf->middle_count = 0;
  size_t begun = 1;
  if (count >= 63) {
    memcpy(leaf->first + 1, data, 63);
    leaf->count = 1;
    leaf->middle = data + 63;
    leaf->middle_count = (count - 63) / 64;
    rest = (count - 63) % 64;
    begun = 0;
  }
  // What is left of the message, the end mark, zeros, and the length in bits.
  leaf->last_count = begun + rest + 9 > 64 ? 2 : 1;
  uint8_t *last = leaf->last;
  size_t end = 64 * leaf->last_count;
  last[0] = 0x00;
  if (rest > 0) memcpy(last + begun, data + count - rest, rest);
  last[begun + rest] = 0x80;
  memset(last + begun + rest + 1, 0, end - 8 - (begun + rest + 1));
  store(last + end - 8, ((uint64_t)count + 1) * 8);
}

// Goes to the next run that has blocks; 0 where the message has ended.
static int advance(message *leaf) {
  if (leaf->middle_count > 0) {
    leaf->next = leaf->middle;
    leaf->count = leaf->middle_count;
    leaf->middle_count = 0;
    return 1;
  }
  leaf->next = leaf->last;
  leaf->count = leaf->last_count;
  leaf->last_count = 0;
  return leaf->count > 0;
}

static csha256_digest finish(csha256_one *one, message *leaf) {
  do {
    if (leaf->count > 0) one(leaf->state, leaf->next, leaf->count);
  } while (advance(leaf));
  return digest(leaf->state);
}

csha256_digest csha256_leaf(csha256_way way, const uint8_t *data, size_t count) {
  message leaf;
  begin_leaf(&leaf, data, count);
  return finish(one(way), &leaf);
}

// Where a leaf lies and whose digest it becomes.
typedef struct {
  const uint8_t *base;
  const size_t *ranges;
  size_t count;
  // The leaves before this one are begun.
  size_t next;
} queue;

// Begins the queue's next leaf; 0 where there is none.
static int take(queue *leaves, message *leaf, size_t *index) {
  if (leaves->next == leaves->count) return 0;
  *index = leaves->next++;
  const size_t *range = leaves->ranges + 2 * *index;
  begin_leaf(leaf, leaves->base + range[0], range[1] - range[0]);
  if (leaf->count == 0) advance(leaf);
  return 1;
}

void csha256_leaves(
    csha256_way way, const uint8_t *base, const size_t *ranges, size_t count, csha256_digest *digests) {
  csha256_two *both = two(way);
  queue leaves = {base, ranges, count, 0};
  message lanes[2];
  size_t index[2];
  int busy[2] = {take(&leaves, &lanes[0], &index[0]), take(&leaves, &lanes[1], &index[1])};
  // Leaves differ in length: each step goes as far as the shorter run, and a lane whose leaf has ended takes the next.
  while (busy[0] && busy[1]) {
    size_t step = lanes[0].count < lanes[1].count ? lanes[0].count : lanes[1].count;
    both(lanes[0].state, lanes[0].next, lanes[1].state, lanes[1].next, step);
    for (int lane = 0; lane < 2; lane++) {
      message *leaf = &lanes[lane];
      leaf->count -= step;
      leaf->next += 64 * step;
      if (leaf->count > 0 || advance(leaf)) continue;
      digests[index[lane]] = digest(leaf->state);
      busy[lane] = take(&leaves, leaf, &index[lane]);
    }
  }
  for (int lane = 0; lane < 2; lane++) {
    if (busy[lane]) digests[index[lane]] = finish(one(way), &lanes[lane]);
  }
}

static void write_node(uint8_t blocks[128], const csha256_digest *left, const csha256_digest *right) {
  blocks[0] = 0x01;
  for (int index = 0; index < 4; index++) {
    store(blocks + 1 + 8 * index, left->words[index]);
    store(blocks + 33 + 8 * index, right->words[index]);
  }
}

// The end mark and the length of every node's message: 65 bytes.
static void pad_node(uint8_t blocks[128]) {
  blocks[65] = 0x80;
  memset(blocks + 66, 0, 54);
  store(blocks + 120, 65 * 8);
}

csha256_digest csha256_node(csha256_way way, csha256_digest left, csha256_digest right) {
  uint8_t blocks[128];
  uint32_t state[8];
  memcpy(state, initial, sizeof initial);
  write_node(blocks, &left, &right);
  pad_node(blocks);
  one(way)(state, blocks, 2);
  return digest(state);
}

void csha256_nodes(csha256_way way, const csha256_digest *children, size_t pairs, csha256_digest *nodes) {
  csha256_two *both = two(way);
  uint8_t blocks[2][128];
  pad_node(blocks[0]);
  pad_node(blocks[1]);
  size_t pair = 0;
  for (; pair + 2 <= pairs; pair += 2) {
    uint32_t state[2][8];
    memcpy(state[0], initial, sizeof initial);
    memcpy(state[1], initial, sizeof initial);
    write_node(blocks[0], &children[2 * pair], &children[2 * pair + 1]);
    write_node(blocks[1], &children[2 * pair + 2], &children[2 * pair + 3]);
    both(state[0], blocks[0], state[1], blocks[1], 2);
    nodes[pair] = digest(state[0]);
    nodes[pair + 1] = digest(state[1]);
  }
  if (pair < pairs) nodes[pair] = csha256_node(way, children[2 * pair], children[2 * pair + 1]);
}
