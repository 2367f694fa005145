// How often, and how much, this process has asked the C library for memory.
#ifndef IMPRINT_ALLOCATIONS_H
#define IMPRINT_ALLOCATIONS_H

/// Calls of malloc and its relatives since the process began, from every thread.
unsigned long allocation_count(void);
/// Bytes that those calls asked for.
unsigned long allocation_bytes(void);

#endif
