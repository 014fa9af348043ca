/* Stamps: lines "key DIGEST", "made PATH", "from DIGEST PATH". */
#include "flow/stamp.h"

#include <string.h>

#include "archive/digest.h"
#include "base/buffer.h"
#include "base/text.h"

struct known {
    struct known *next;
    const char *path, *digest; /* "": it cannot be read */
};

struct stamps {
    struct arena *arena;
    struct known *known;
};

struct stamps *stamps_new(struct arena *arena)
{
    struct stamps *stamps = ARENA_NEW(arena, struct stamps);
    stamps->arena = arena;
    return stamps;
}

static const char *read_digest(struct arena *arena, const char *path)
{
    struct arena *own = arena_new();
    struct findings findings = findings_on(own);
    struct file file;
    const char *digest = "";
    if (file_read(&findings, path, (struct place){0}, &file))
        digest = digest_of(arena, file.bytes, file.length);
    arena_free(own);
    return digest;
}

static const char *digest_at(struct stamps *stamps, const char *path)
{
    for (const struct known *known = stamps->known; known; known = known->next)
        if (text_equal(known->path, path))
            return known->digest;
    struct known *known = ARENA_NEW(stamps->arena, struct known);
    *known = (struct known){stamps->known, arena_copy(stamps->arena, path),
                            read_digest(stamps->arena, path)};
    stamps->known = known;
    return known->digest;
}

void stamp_add(struct stamps *stamps, struct outputs *outputs, const char *folder, const char *key,
               const struct dependency *dependencies)
{
    struct buffer out = buffer_on(outputs->arena);
    buffer_printf(&out, "key %s\n", digest_of(outputs->arena, key, strlen(key)));
    for (const struct output *output = outputs->first; output; output = output->next)
        buffer_printf(&out, "made %s\n", output->path + strlen(folder) + 1);
    for (const struct dependency *d = dependencies; d; d = d->next)
        buffer_printf(&out, "from %s %s\n", digest_at(stamps, d->path), d->path);
    outputs_add(outputs, path_join(outputs->arena, folder, STAMP_NAME), out.text, out.length);
}

static bool line_holds(struct stamps *stamps, struct arena *arena, const char *folder,
                       const char *key, const char *line)
{
    if (text_starts(line, "key "))
        return text_equal(line + 4, digest_of(arena, key, strlen(key)));
    if (text_starts(line, "made "))
        return file_exists(path_join(arena, folder, line + 5));
    if (!text_starts(line, "from ") || strlen(line) < 5 + DIGEST_CHARACTERS + 1)
        return false;
    const char *digest = digest_at(stamps, line + 5 + DIGEST_CHARACTERS + 1);
    return *digest && text_starts(line + 5, digest);
}

bool stamp_holds(struct stamps *stamps, struct arena *arena, const char *folder, const char *key)
{
    struct findings findings = findings_on(arena);
    struct file file;
    const char *path = path_join(arena, folder, STAMP_NAME);
    if (!file_exists(path) || !file_read_text(&findings, path, (struct place){0}, &file))
        return false;
    bool holds = text_starts(file.bytes, "key ");
    for (const char *line = file.bytes; holds && *line;) {
        size_t length = strcspn(line, "\n");
        holds = line_holds(stamps, arena, folder, key, arena_copy_n(arena, line, length));
        line += length + (line[length] == '\n');
    }
    return holds;
}
