/* Finding ids in the text of a part. */
#include "docx/ids.h"

#include <stdlib.h>
#include <string.h>

static void note(struct ids *ids, long number)
{
    ids->number =
        arena_make_room(ids->arena, ids->number, sizeof *ids->number, ids->count, &ids->room);
    ids->number[ids->count++] = number;
}

void ids_note(struct ids *ids, const char *part)
{
    static const char *const before[] = {" id=\"", " w:id=\"", "<w:id w:val=\""};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (const char *at = part; (at = strstr(at, before[i]));) {
            at += strlen(before[i]);
            note(ids, strtol(at, NULL, 10));
        }
}

static int compare(const void *a, const void *b)
{
    const long *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

void ids_sort(struct ids *ids)
{
    size_t kept = 0;
    if (ids->count)
        qsort(ids->number, ids->count, sizeof *ids->number, compare);
    for (size_t i = 0; i < ids->count; i++)
        if (i == 0 || ids->number[i] != ids->number[kept - 1])
            ids->number[kept++] = ids->number[i];
    ids->count = kept;
}

bool ids_have(const struct ids *ids, long number)
{
    return ids->count && bsearch(&number, ids->number, ids->count, sizeof *ids->number, compare);
}
