/* What the fuzz targets share: each run has memory of its own, a folder, and findings, which are
 * printed at its end in one of the ways that the program prints them. The programs run in the
 * project folder. */
#ifndef FRAME_H
#define FRAME_H

#include "base/finding.h"
#include "base/file.h"

#define SHARE "templates"

struct fuzz {
    struct arena *arena;
    struct findings findings;
    const char *folder;          /* empty, and this process's alone; emptied after the run */
    struct package_store *store; /* of the parts that most runs pack */
    struct file input;           /* its path leads nowhere */
};

/* What a target is: called once before all runs, on memory that stays; and for each input. */
void fuzz_begin(struct arena *arena);
void fuzz_run(struct fuzz *fuzz);

/* Ends the program, which the fuzzer tells as a crash. */
void fuzz_fail(const char *why);

/* Writes folder/name, with the folders between, and returns its path. */
const char *fuzz_write(struct fuzz *fuzz, const char *name, const char *bytes, size_t length);

/* `gongwen import` of a file; a rubric that it gives is one that the program takes. */
void fuzz_import(struct fuzz *fuzz, const char *path);

#endif
