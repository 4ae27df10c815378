#include "CMemory.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void cmemory_take_large_pieces(void) {
#if defined(__GLIBC__)
  // Setting any of them turns off that the second adapts itself, so it is set as well, to the most that glibc takes.
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}
