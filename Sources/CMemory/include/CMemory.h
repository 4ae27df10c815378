/// How the C library takes memory from the system.
#ifndef LIGGARE_CMEMORY_H
#define LIGGARE_CMEMORY_H

/// Has memory taken in large pieces and kept, for a process that answers one question and ends: `mallopt(3)`.
///
/// By default the heap of each thread grows by 128 KiB at a time, a call to the system that holds up every other thread, and what is
/// freed at its end goes back. Where two threads make and drop states this is a fifth of the work. Untouched memory costs nothing. To be
/// called before anything else; where the C library is another one than glibc, nothing happens.
void cmemory_take_large_pieces(void);

#endif
