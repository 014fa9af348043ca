/* A file that libzip writes a package into. Within the room. */
#ifndef ZIP_DRAIN_H
#define ZIP_DRAIN_H

#include <sys/types.h>
#include <zip.h>

struct drain {
    int fd;
    off_t at;   /* where the next byte goes */
    int reason; /* errno of the first failure; 0: none */
    zip_error_t error;
};

/* Borrows the drain and its file, which is empty. NULL with the error set if there is no memory. */
zip_source_t *drain_source(struct drain *drain, zip_error_t *error);

#endif
