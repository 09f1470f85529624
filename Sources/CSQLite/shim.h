// Options of SQLite that are reached through a variadic function, which Swift cannot call.
#include <sqlite3.h>

// Closing the last connection normally checkpoints and removes the write-ahead log: three more
// syncs for every process that handles one message. `reconcile` checkpoints instead.
static inline int csqlite_keep_log_on_close(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
