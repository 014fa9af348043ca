/* SHA-256 by Nettle. */
#include "archive/digest.h"

#include <nettle/sha2.h>

#include "base/buffer.h"

struct digest {
    struct arena *arena;
    struct sha256_ctx context;
};

struct digest *digest_begin(struct arena *arena)
{
    struct digest *digest = ARENA_NEW(arena, struct digest);
    digest->arena = arena;
    sha256_init(&digest->context);
    return digest;
}

void digest_add(struct digest *digest, const char *bytes, size_t length)
{
    sha256_update(&digest->context, length, (const uint8_t *)bytes);
}

char *digest_end(struct digest *digest)
{
    uint8_t bytes[SHA256_DIGEST_SIZE];
    struct buffer out = buffer_on(digest->arena);
    sha256_digest(&digest->context, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        buffer_printf(&out, "%02x", bytes[i]);
    return out.text;
}

char *digest_of(struct arena *arena, const char *bytes, size_t length)
{
    struct digest *digest = digest_begin(arena);
    digest_add(digest, bytes, length);
    return digest_end(digest);
}
