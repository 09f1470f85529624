// What the C library's spawn.h keeps from Swift, for it is behind a macro there.
#include <spawn.h>

// posix_spawn(3), flag POSIX_SPAWN_SETSID: the program gets a session of its own.
static const short spawn_in_new_session = 0x80;

// glibc 2.34 and later: closes every descriptor from the given one upwards.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
