/* libzip has no hook for memory. That there is none it tells by an error, or by an error of
 * something else (the file then has no end, for it did not fit), or by nothing: but errno keeps
 * what malloc told. */
#ifndef ZIP_MEMORY_H
#define ZIP_MEMORY_H

#include <zip.h>

/* Before what may fail. */
void zip_watch_memory(void);

/* After it failed: ends the program, as memory_ended does, if there was no memory. */
void zip_check_memory(const zip_error_t *error);

#endif
