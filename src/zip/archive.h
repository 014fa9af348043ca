/* A package that is read: a ZIP file in memory, whose every word is mistrusted. */
#ifndef ZIP_ARCHIVE_H
#define ZIP_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct archive;

/* Opens a file read by file_read, whose bytes are borrowed until archive_free. Reports and gives
 * NULL if it is no ZIP file, contradicts itself, is larger than the limits, or has an entry that is
 * encrypted, has an unsafe name or shares its name or its bytes with another. */
struct archive *archive_open(struct findings *findings, const struct file *file);
void archive_free(struct archive *archive);

/* Whether it looks like a package, or like what is kept in its stead: archive_open says more. */
bool archive_is_package(const struct file *file);

/* The names of all entries, in the order of the package. */
size_t archive_count(const struct archive *archive);
const char *archive_name(const struct archive *archive, size_t index);
bool archive_has(const struct archive *archive, const char *name);

/* Inflates an entry; its path is that of the package and its name. The bytes are the arena's.
 * Counts what is really inflated, of this entry and of all read so far. False and reported if there
 * is no such entry, it is damaged, or a limit is exceeded. */
bool archive_read(struct archive *archive, const char *name, struct file *part);
struct deflated;
/* An entry as it is, for package_repack: the length that it says to have, and what it deflated to,
 * which is not inflated. False, and nothing is reported, if it is kept in another way. */
bool archive_take(struct archive *archive, const char *name, size_t *length,
                  struct deflated *deflated);

#endif
