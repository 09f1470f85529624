// What the C library keeps from Swift, for it is behind a macro there.
#include <stddef.h>

// memmem(3): where a run of octets first stands in another.
extern void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
