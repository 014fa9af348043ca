/* libzip has no hook for memory: that there is none it tells by an error. */
#ifndef ZIP_MEMORY_H
#define ZIP_MEMORY_H

#include <zip.h>

/* Ends the program, as memory_ended does, if that is what the error says. */
void zip_check_memory(const zip_error_t *error);

#endif
