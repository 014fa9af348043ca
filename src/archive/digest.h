/* SHA-256 (FIPS 180-4). Nettle stays behind this header. */
#ifndef ARCHIVE_DIGEST_H
#define ARCHIVE_DIGEST_H

#include <stddef.h>

#include "base/arena.h"

enum { DIGEST_CHARACTERS = 64 };

/* Of bytes that come piece by piece. */
struct digest;
struct digest *digest_begin(struct arena *arena);
void digest_add(struct digest *digest, const char *bytes, size_t length);
/* 64 hexadecimal digits in small letters, as sha256sum prints them, on that arena. */
char *digest_end(struct digest *digest);

/* The same of bytes that are there. */
char *digest_of(struct arena *arena, const char *bytes, size_t length);

#endif
