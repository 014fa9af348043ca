/* Stamps: lines "key DIGEST", "made PATH", "from DIGEST PATH", or "sole DIGEST PATH" for a file
 * that nothing is laid over. */
#include "flow/stamp.h"

#include <string.h>

#include "archive/digest.h"
#include "base/buffer.h"
#include "base/pieces.h"
#include "base/text.h"

enum {
    PIECE = 64 * 1024, /* bytes of a file that are read at once */
    KNOWN_MOST = 256   /* digests that are kept: those that many records share come first */
};

struct known {
    struct known *next;
    const char *path, *digest;
};

struct stamps {
    struct arena *arena;
    struct known *known;
    size_t count;
};

struct stamps *stamps_new(struct arena *arena)
{
    struct stamps *stamps = ARENA_NEW(arena, struct stamps);
    stamps->arena = arena;
    return stamps;
}

/* NULL and reported if the file cannot be read; it may be larger than memory. */
static const char *read_digest(struct arena *arena, struct findings *findings, const char *path)
{
    char piece[PIECE];
    size_t length = 1;
    struct pieces pieces;
    if (!pieces_begin(findings, path, (struct place){0}, &pieces))
        return NULL;
    struct digest *digest = digest_begin(arena);
    for (off_t at = 0; length > 0; at += (off_t)length) {
        if (!pieces_read(findings, &pieces, at, piece, sizeof piece, &length))
            return NULL;
        digest_add(digest, piece, length);
    }
    return digest_end(digest);
}

static const char *digest_at(struct stamps *stamps, struct findings *findings, const char *path)
{
    for (const struct known *known = stamps->known; known; known = known->next)
        if (text_equal(known->path, path))
            return known->digest;
    bool keeps = stamps->count < KNOWN_MOST;
    const char *digest = read_digest(keeps ? stamps->arena : findings->arena, findings, path);
    if (!digest || !keeps)
        return digest;
    stamps->count++;
    struct known *known = ARENA_NEW(stamps->arena, struct known);
    *known = (struct known){stamps->known, arena_copy(stamps->arena, path), digest};
    stamps->known = known;
    return digest;
}

/* Whether the project has a template now that stands before that of the program. */
static bool is_overlaid(const struct project *project, struct arena *arena, const char *path)
{
    if (!project->share)
        return false;
    const char *share = path_clean(arena, project->share);
    size_t length = strlen(share);
    return text_starts(path, share) && path[length] == '/' &&
           file_exists(arena_printf(arena, "%s/templates%s", project->root, path + length));
}

static bool add_sources(struct stamps *stamps, struct findings *findings, struct buffer *out,
                        const struct project *project, const struct dependency *dependencies)
{
    for (const struct dependency *d = dependencies; d; d = d->next) {
        const char *digest = digest_at(stamps, findings, d->path);
        if (!digest)
            return false;
        buffer_printf(out, "%s %s %s\n",
                      is_overlaid(project, findings->arena, d->path) ? "from" : "sole", digest,
                      d->path);
    }
    return true;
}

bool stamp_add(struct stamps *stamps, struct findings *findings, struct outputs *outputs,
               const char *folder, const char *key, const struct project *project)
{
    struct arena *arena = outputs->arena;
    struct buffer out = buffer_on(arena);
    buffer_printf(&out, "key %s\n", digest_of(arena, key, strlen(key)));
    for (const struct output *output = outputs->first; output; output = output->next)
        buffer_printf(&out, "made %s\n", output->path + strlen(folder) + 1);
    if (!add_sources(stamps, findings, &out, project, project->dependencies) ||
        !add_sources(stamps, findings, &out, project, project->passing))
        return false;
    outputs->seal = path_join(arena, folder, STAMP_NAME);
    outputs_add(outputs, outputs->seal, out.text, out.length);
    return true;
}

static bool source_holds(struct stamps *stamps, struct arena *arena, const char *text)
{
    struct findings findings = findings_on(arena);
    if (strlen(text) <= DIGEST_CHARACTERS)
        return false;
    const char *path = text + DIGEST_CHARACTERS + 1;
    const char *digest = digest_at(stamps, &findings, path);
    return digest && text_starts(text, digest);
}

static bool line_holds(struct stamps *stamps, const struct project *project, struct arena *arena,
                       const char *folder, const char *key, const char *line)
{
    if (text_starts(line, "key "))
        return text_equal(line + 4, digest_of(arena, key, strlen(key)));
    if (text_starts(line, "made "))
        return file_exists(path_join(arena, folder, line + 5));
    bool is_sole = text_starts(line, "sole ");
    return (is_sole || text_starts(line, "from ")) && source_holds(stamps, arena, line + 5) &&
           !(is_sole && is_overlaid(project, arena, line + 5 + DIGEST_CHARACTERS + 1));
}

bool stamp_holds(struct stamps *stamps, const struct project *project, struct arena *arena,
                 const char *folder, const char *key)
{
    struct findings findings = findings_on(arena);
    struct file file;
    const char *path = path_join(arena, folder, STAMP_NAME);
    if (!file_exists(path) || !file_read_text(&findings, path, (struct place){0}, &file))
        return false;
    bool holds = text_starts(file.bytes, "key ");
    for (const char *line = file.bytes; holds && *line;) {
        size_t length = strcspn(line, "\n");
        holds = line_holds(stamps, project, arena, folder, key, arena_copy_n(arena, line, length));
        line += length + (line[length] == '\n');
    }
    return holds;
}
