/* SHA-256 by Nettle. */
#include "archive/digest.h"

#include <nettle/sha2.h>

#include "base/buffer.h"

char *digest_of(struct arena *arena, const char *bytes, size_t length)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct buffer out = buffer_on(arena);
    sha256_init(&context);
    sha256_update(&context, length, (const uint8_t *)bytes);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        buffer_printf(&out, "%02x", digest[i]);
    return out.text;
}
