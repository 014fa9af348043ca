/* The document as a list of paragraphs. */
#include "check/subject.h"

#include <string.h>

#include "base/file.h"

/* Builds the list. */
struct listing {
    struct arena *arena;
    const struct passage *first;
    struct passage *last;
    long count;
};

static const char *text_of(struct arena *arena, const struct paragraph *paragraph)
{
    struct buffer text = buffer_on(arena);
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_TEXT)
            buffer_add(&text, run->text);
    return buffer_text(&text);
}

static void list_runs(struct arena *arena, const struct paragraph *paragraph,
                      struct passage *passage)
{
    size_t room = 0, start = 0;
    for (const struct run *run = paragraph->first; run; run = run->next)
        room += run->kind == RUN_TEXT && *run->text;
    struct run_start *runs = ARENA_ARRAY(arena, struct run_start, room);
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_TEXT && *run->text) {
            runs[passage->run_count++] = (struct run_start){run, start};
            start += strlen(run->text);
        }
    passage->runs = runs;
}

static bool has_field(const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_FIELD)
            return true;
    return false;
}

static void add_passage(struct listing *listing, struct passage at, const struct block *block)
{
    struct passage *passage = ARENA_NEW(listing->arena, struct passage);
    *passage = at;
    passage->block = block;
    passage->role = block->paragraph.role;
    passage->text = text_of(listing->arena, &block->paragraph);
    list_runs(listing->arena, &block->paragraph, passage);
    passage->has_field = has_field(&block->paragraph);
    passage->rank = ++listing->count;
    if (listing->last)
        listing->last->next = passage;
    else
        listing->first = passage;
    listing->last = passage;
}

static void add_blocks(struct listing *listing, struct passage at, const struct block *block);

static void add_table(struct listing *listing, struct passage at, const struct table *table)
{
    at.table = table;
    for (at.row = NULL; (at.row = table_next_row(table, at.row));)
        for (at.cell = at.row->first; at.cell; at.cell = at.cell->next)
            add_blocks(listing, at, at.cell->first);
}

/* Tables in cells are as deep as the reader or composer let them be. */
static void add_blocks(struct listing *listing, struct passage at, const struct block *block)
{
    for (; block; block = block->next) {
        if (block->kind == BLOCK_TABLE)
            add_table(listing, at, &block->table);
        else if (block->kind == BLOCK_PARAGRAPH)
            add_passage(listing, at, block);
    }
}

struct subject subject_of(struct findings *found_here, struct patterns *patterns,
                          const struct checking *checking)
{
    struct listing listing = {.arena = found_here->arena};
    const struct section *section = checking->document ? checking->document->first : NULL;
    for (; section; section = section->next)
        add_blocks(&listing, (struct passage){.section = section}, section->first);
    return (struct subject){
        .arena = found_here->arena,
        .found = found_here,
        .patterns = patterns,
        .sources = sources_new(found_here->arena),
        .what = checking,
        .passages = listing.first,
    };
}

const struct passage *passage_next(const struct subject *subject, const struct passage *previous,
                                   enum role role)
{
    const struct passage *p = previous ? previous->next : subject->passages;
    while (p && p->role != role)
        p = p->next;
    return p;
}

const struct passage *passage_with(const struct subject *subject, const char *words, size_t *start)
{
    for (const struct passage *p = subject->passages; p; p = p->next) {
        const char *at = strstr(p->text, words);
        if (at) {
            *start = (size_t)(at - p->text);
            return p;
        }
    }
    return NULL;
}

void found(struct subject *subject, enum rule rule, struct spot spot, const char *const *values)
{
    if (!subject->what->off || !subject->what->off[rule])
        finding_add_spot(subject->found, rule, &spot, values);
}

bool matches(const struct subject *subject, const char *expression, const char *text)
{
    struct match match;
    return pattern_find(subject->patterns, expression, text, 0, &match);
}

char *words_in(const struct subject *subject, const struct passage *passage, size_t start,
               size_t end)
{
    return arena_copy_n(subject->arena, passage->text + start, end - start);
}

char *number_text(const struct subject *subject, long number)
{
    return arena_printf(subject->arena, "%ld", number);
}
