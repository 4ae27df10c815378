#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

/// How many blocks of memory this process has asked for so far, by malloc, calloc, realloc and their aligned kin, on all
/// threads.
long allocation_count(void);

#endif
