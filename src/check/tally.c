/* Places of one kind, a finding a file. */
#include "check/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct tally_place {
    const struct passage *passage;
    size_t start, end;
    struct place source;
    const char *path; /* where the source has no lines, as in a Word file */
    const char *run;  /* what is printed in one piece, and where in it the place is */
    size_t offset;
};

void tally_add(struct tally *tally, const struct passage *passage, size_t start, size_t end)
{
    size_t offset = start;
    const struct run *run = run_in(passage, &offset);
    struct place source = source_in(passage, start);
    tally->places = arena_make_room(tally->subject->arena, tally->places, sizeof *tally->places,
                                    tally->count, &tally->room);
    tally->places[tally->count++] = (struct tally_place){
        .passage = passage,
        .start = start,
        .end = end,
        .source = source,
        .path = source.line > 0 ? NULL : passage->block->origin.path,
        .run = run ? run->text : passage->text,
        .offset = offset,
    };
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Equal if they print the same byte of the same source. */
static int compare_sources(const struct tally_place *a, const struct tally_place *b)
{
    int order = compare_texts(a->source.file, b->source.file);
    if (!order)
        order = (a->source.line > b->source.line) - (a->source.line < b->source.line);
    if (!order)
        order = compare_texts(a->path, b->path);
    if (!order)
        order = compare_texts(a->run, b->run);
    return order ? order : compare_sizes(a->offset, b->offset);
}

static int compare(const void *left, const void *right)
{
    const struct tally_place *a = left, *b = right;
    int order = compare_sources(a, b);
    if (!order)
        order = (a->passage->rank > b->passage->rank) - (a->passage->rank < b->passage->rank);
    return order ? order : compare_sizes(a->start, b->start);
}

static bool is_before(const struct tally_place *a, const struct tally_place *b)
{
    return a->passage->rank < b->passage->rank ||
           (a->passage->rank == b->passage->rank && a->start < b->start);
}

static void report(const struct tally *tally, enum rule rule, const struct tally_place *first,
                   long count, const char *remedy)
{
    struct subject *subject = tally->subject;
    const char *text = first->passage->text;
    char *words = words_in(subject, first->passage, first->start, first->end);
    size_t start =
        tally->at_end ? (size_t)(text_back(text, text + first->end) - text) : first->start;
    FOUND(subject, rule, spot_in(subject, first->passage, start, first->end), words,
          number_text(subject, count), remedy);
}

/* Reports the places from `place` on that are in one file, and returns how many they are. */
static size_t report_file(struct tally *tally, enum rule rule, size_t place, const char *remedy)
{
    const struct tally_place *at = tally->places + place, *first = at;
    size_t many = 0, left = tally->count - place;
    long distinct = 0;
    for (; many < left && compare_texts(at[many].source.file, at->source.file) == 0; many++) {
        distinct += many == 0 || compare_sources(&at[many - 1], &at[many]) != 0;
        first = is_before(&at[many], first) ? &at[many] : first;
    }
    report(tally, rule, first, distinct, remedy);
    return many;
}

void tally_report(struct tally *tally, enum rule rule, const char *remedy)
{
    if (tally->count)
        qsort(tally->places, tally->count, sizeof *tally->places, compare);
    for (size_t place = 0; place < tally->count;)
        place += report_file(tally, rule, place, remedy);
}
