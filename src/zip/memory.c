/* When memory ends, a package is neither broken nor packed. */
#include "zip/memory.h"

#include <errno.h>

#include "base/arena.h"

void zip_watch_memory(void)
{
    errno = 0;
}

void zip_check_memory(const zip_error_t *error)
{
    enum { ZLIB_MEMORY = -4 }; /* Z_MEM_ERROR */
    int code = zip_error_code_zip(error);
    if (errno == ENOMEM || code == ZIP_ER_MEMORY ||
        (code == ZIP_ER_ZLIB && zip_error_code_system(error) == ZLIB_MEMORY))
        memory_ended();
}
