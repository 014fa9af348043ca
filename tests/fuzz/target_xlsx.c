/* A workbook: its sheets, and the scheme in them. */
#include "parcel.h"

void fuzz_begin(struct arena *arena)
{
    (void)arena;
}

void fuzz_run(struct fuzz *fuzz)
{
    struct file file = parcel_pack(fuzz);
    fuzz_import(fuzz, fuzz_write(fuzz, "scheme.xlsx", file.bytes, file.length));
}
