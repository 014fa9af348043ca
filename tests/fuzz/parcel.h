/* Several files in one input: a line "%%% name" before the bytes of each. So the fuzzer changes the
 * parts of a package, and the package around them stays whole. */
#ifndef PARCEL_H
#define PARCEL_H

#include "frame.h"
#include "zip/package.h"

struct parcel {
    struct package_part *parts;
    size_t count; /* 0: the input is no parcel */
};

struct parcel parcel_read(struct fuzz *fuzz);

/* The parts as a ZIP file; of an input that is no parcel, its bytes. */
struct file parcel_pack(struct fuzz *fuzz);

#endif
