// What the C library keeps from Swift, for it is behind a macro there.
#include <spawn.h>

// posix_spawn(3), flag POSIX_SPAWN_SETSID: the program gets a session of its own.
static const short spawn_in_new_session = 0x80;

// glibc 2.34 and later: closes every descriptor from the given one upwards.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

// memfd_create(2), flag MFD_CLOEXEC: programs that are started do not inherit it.
static const unsigned int memory_file_closes_on_exec = 1;

// A file in memory alone.
extern int memfd_create(const char *, unsigned int);
