/* SHA-256 (FIPS 180-4). Nettle stays behind this header. */
#ifndef ARCHIVE_DIGEST_H
#define ARCHIVE_DIGEST_H

#include <stddef.h>

#include "base/arena.h"

enum { DIGEST_CHARACTERS = 64 };

/* 64 hexadecimal digits in small letters, as sha256sum prints them. */
char *digest_of(struct arena *arena, const char *bytes, size_t length);

#endif
