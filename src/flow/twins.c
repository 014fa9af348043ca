/* Ids that stand more than once. */
#include "flow/twins.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/limits.h"
#include "base/text.h"

enum { ROOM = 1024 };

struct twins twins_on(struct arena *arena)
{
    return (struct twins){.arena = arena};
}

void twins_free(struct twins *twins)
{
    free(twins->hash);
    twins->hash = NULL;
    twins->count = twins->room = 0;
}

/* As strcasecmp sees the id, which is no longer than the name of a folder. */
static uint64_t hash_of(const char *id)
{
    char small[LIMIT_FOLDER_NAME + 1];
    size_t length = 0;
    for (; id[length] && length < LIMIT_FOLDER_NAME; length++)
        small[length] = (char)tolower((unsigned char)id[length]);
    small[length] = '\0';
    return text_hash(small);
}

void twins_note(struct twins *twins, const char *id)
{
    if (twins->count == twins->room) {
        twins->room = twins->room ? 2 * twins->room : ROOM;
        twins->hash = memory_resize(twins->hash, twins->room * sizeof *twins->hash);
    }
    twins->hash[twins->count++] = hash_of(id);
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Of the hashes those stay that stand more than once, each once. */
bool twins_suspected(struct twins *twins)
{
    uint64_t *hash = twins->hash;
    size_t kept = 0;
    if (twins->count)
        qsort(hash, twins->count, sizeof *hash, compare_hashes);
    for (size_t i = 1; i < twins->count; i++)
        if (hash[i] == hash[i - 1] && (kept == 0 || hash[kept - 1] != hash[i]))
            hash[kept++] = hash[i];
    twins->count = kept;
    return kept > 0;
}

void twins_look(struct twins *twins, const char *id, size_t row, struct place place)
{
    uint64_t hash = hash_of(id);
    if (!bsearch(&hash, twins->hash, twins->count, sizeof hash, compare_hashes))
        return;
    twins->suspect = arena_make_room(twins->arena, twins->suspect, sizeof *twins->suspect,
                                     twins->suspects, &twins->suspect_room);
    twins->suspect[twins->suspects++] = (struct suspect){arena_copy(twins->arena, id), row, place};
}

/* By their ids, then as they stand in the list. */
static int compare_suspects(const void *a, const void *b)
{
    const struct suspect *x = a, *y = b;
    int order = strcasecmp(x->id, y->id);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static int compare_rows(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

void twins_settle(struct twins *twins,
                  void (*call)(void *context, const struct suspect *twin,
                               const struct suspect *first),
                  void *context)
{
    struct suspect *suspect = twins->suspect;
    twins->row = ARENA_ARRAY(twins->arena, size_t, twins->suspects);
    if (twins->suspects)
        qsort(suspect, twins->suspects, sizeof *suspect, compare_suspects);
    for (size_t i = 1, first = 0; i < twins->suspects; i++) {
        if (strcasecmp(suspect[first].id, suspect[i].id) != 0) {
            first = i;
            continue;
        }
        twins->row[twins->rows++] = suspect[i].row;
        call(context, &suspect[i], &suspect[first]);
    }
    if (twins->rows)
        qsort(twins->row, twins->rows, sizeof *twins->row, compare_rows);
}

bool twins_has(const struct twins *twins, size_t row)
{
    return twins->rows && bsearch(&row, twins->row, twins->rows, sizeof row, compare_rows);
}
