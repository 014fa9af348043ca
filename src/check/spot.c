/* Where the words of a paragraph come from. */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "check/subject.h"

/* How many lines a paragraph of prose may stretch over in its file, and a text in the data; how
 * many characters are shown around what is wrong. */
enum { PROSE_LINES = 60, DATA_LINES = 4, AROUND = 16 };

/* How many characters before and after a place are looked for, the surest first. Fewer than
 * WORDS_LEAST may stand anywhere. */
static const struct {
    long before, after;
} surroundings[] = {{8, 8}, {4, 8}, {0, 8}, {8, 1}, {4, 4}, {4, 1}, {2, 2}, {0, 3}, {2, 1}};
enum { WORDS_LEAST = 3 };

const struct run *run_in(const struct passage *passage, size_t *offset)
{
    size_t least = 0, most = passage->run_count;
    while (least + 1 < most) {
        size_t middle = least + (most - least) / 2;
        if (passage->runs[middle].start <= *offset)
            least = middle;
        else
            most = middle;
    }
    const struct run_start *at = passage->run_count ? &passage->runs[least] : NULL;
    if (!at || *offset - at->start >= strlen(at->run->text))
        return NULL;
    *offset -= at->start;
    return at->run;
}

static const char *skip(const char *text, long characters)
{
    while (characters-- > 0 && text_next(&text))
        continue;
    return text;
}

static const char *back(const char *start, const char *at, long characters)
{
    while (characters-- > 0 && at > start)
        at = text_back(start, at);
    return at;
}

/* The byte at `at` of a run, in the lines of its file from `line` on; column 0 if it is not sure
 * where. */
static struct place search(const struct subject *subject, struct place from, long lines,
                           const char *run, const char *at)
{
    for (size_t i = 0; i < sizeof surroundings / sizeof *surroundings; i++) {
        const char *start = back(run, at, surroundings[i].before);
        const char *end = skip(at, surroundings[i].after);
        char *words = arena_copy_n(subject->arena, start, (size_t)(end - start));
        if (text_count(words) < WORDS_LEAST && (start > run || *end))
            continue;
        struct place place = sources_find(subject->sources, from, lines, words);
        if (!place.line)
            continue;
        words[at - start] = '\0';
        place.column += (long)text_count(words);
        return place;
    }
    return from;
}

/* Computed runs, as the number of a heading, come from where the next one comes from. */
static const struct run *first_with_origin(const struct run *run)
{
    while (run && !run->origin.file && run->next)
        run = run->next;
    return run;
}

static const struct origin *origin_of(const struct passage *passage, const struct run *known)
{
    return known && known->origin.file ? &known->origin : &passage->block->origin;
}

static struct place place_of_origin(const struct origin *origin)
{
    return origin->data.file ? origin->data : (struct place){origin->file, origin->line, 0};
}

struct place source_in(const struct passage *passage, size_t offset)
{
    const struct run *known = first_with_origin(run_in(passage, &offset));
    return place_of_origin(origin_of(passage, known));
}

static struct place place_of(const struct subject *subject, const struct passage *passage,
                             size_t offset)
{
    const struct run *run = run_in(passage, &offset);
    const struct run *known = first_with_origin(run);
    const struct origin *origin = origin_of(passage, known);
    struct place place = place_of_origin(origin);
    place.column = 0;
    if (!place.file || place.line <= 0 || !run || run != known)
        return place;
    return search(subject, place, origin->data.file ? DATA_LINES : PROSE_LINES, run->text,
                  run->text + offset);
}

static const char *path_of(const struct passage *passage, size_t offset)
{
    const struct run *run = run_in(passage, &offset);
    return run && run->origin.path ? run->origin.path : passage->block->origin.path;
}

/* What is wrong, with some words around it. */
static const char *quote_of(const struct subject *subject, const char *text, size_t start,
                            size_t end)
{
    const char *from = back(text, text + start, AROUND);
    const char *to = skip(text + (end > start ? end : start), AROUND);
    size_t most = strlen(text);
    if ((size_t)(to - text) > most)
        to = text + most;
    return arena_printf(subject->arena, "%s%.*s%s", from > text ? "…" : "", (int)(to - from), from,
                        *to ? "…" : "");
}

struct spot spot_in(const struct subject *subject, const struct passage *passage, size_t start,
                    size_t end)
{
    return (struct spot){
        .place = place_of(subject, passage, start),
        .path = path_of(passage, start),
        .quote = quote_of(subject, passage->text, start, end),
        .node = passage->block,
        .rank = passage->rank,
    };
}

struct spot spot_of(const struct subject *subject, const struct passage *passage)
{
    return spot_in(subject, passage, 0, 0);
}

static bool prints(const struct passage *passage, const char *path)
{
    size_t length = strlen(path);
    for (const struct run *run = passage->block->paragraph.first; run; run = run->next)
        if (run->origin.path && strncmp(run->origin.path, path, length) == 0 &&
            (run->origin.path[length] == '\0' || run->origin.path[length] == '/'))
            return true;
    return false;
}

struct spot spot_of_node(const struct subject *subject, struct xml_node *node)
{
    struct spot spot = {.place = xml_place(node), .path = xml_path(subject->arena, node)};
    const struct passage *p = subject->passages;
    while (p && !prints(p, spot.path))
        p = p->next;
    spot.node = p ? p->block : NULL;
    spot.rank = p ? p->rank : 0;
    return spot;
}
