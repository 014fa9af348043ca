/* CSV in any encoding: its table, and the scheme in it. */
#include "frame.h"

void fuzz_begin(struct arena *arena)
{
    (void)arena;
}

void fuzz_run(struct fuzz *fuzz)
{
    fuzz_import(fuzz, fuzz_write(fuzz, "scheme.csv", fuzz->input.bytes, fuzz->input.length));
}
