/* Cutting and joining paragraphs. */
#include "docx/reshape.h"

#include <string.h>

#include "docx/wording.h"

/* headings that run in */

/* The rest of a run's text, as a run of its own. */
static void cut_run(struct arena *arena, struct worn_run *worn, size_t length)
{
    struct run *rest = ARENA_NEW(arena, struct run);
    struct worn_run *added = ARENA_NEW(arena, struct worn_run);
    *rest = *worn->run;
    rest->text += length;
    *added = (struct worn_run){worn->next, rest, worn->wear};
    worn->run->text = arena_copy_n(arena, worn->run->text, length);
    worn->run->next = rest;
    worn->next = added;
}

/* The run that the first sentence ends with; NULL if it does not end. */
static struct worn_run *cut_sentence(struct arena *arena, struct passage *passage)
{
    for (struct worn_run *worn = passage->first; worn; worn = worn->next) {
        size_t length = worn->run->kind == RUN_TEXT ? sentence_length(worn->run->text) : 0;
        if (!length)
            continue;
        if (worn->run->text[length])
            cut_run(arena, worn, length);
        return worn;
    }
    return NULL;
}

void passage_run_in(struct arena *arena, struct passage *heading)
{
    const struct worn_run *end = cut_sentence(arena, heading);
    for (struct worn_run *worn = end ? end->next : NULL; worn; worn = worn->next) {
        worn->run->face = ROLE_BODY;
        heading->last = worn;
        heading->block->paragraph.last = worn->run;
    }
}

/* titles of several lines */

bool passage_goes_on_title(const struct passage *title, const struct passage *line)
{
    return is_paragraph(title) && title->block->paragraph.role == ROLE_TITLE &&
           line->block->paragraph.role == ROLE_TITLE && title->role == ROLE_COUNT &&
           line->role == ROLE_COUNT && !line->starts_page;
}

void passage_join_title(struct arena *arena, struct passage *title, struct passage *line)
{
    struct paragraph *upper = &title->block->paragraph, *lower = &line->block->paragraph;
    struct run *line_break = ARENA_NEW(arena, struct run);
    struct worn_run *worn = ARENA_NEW(arena, struct worn_run);
    *line_break = (struct run){
        .kind = RUN_BREAK, .face = ROLE_TITLE, .origin = line->block->origin, .next = lower->first};
    *worn = (struct worn_run){line->first, line_break, title->last->wear};
    upper->last->next = line_break;
    upper->last = lower->last;
    title->last->next = worn;
    title->last = line->last;
    title->next = line->next;
}

/* records in a table */

static bool is_of_record(enum role role)
{
    return role == ROLE_COPY_TO || role == ROLE_PRINTING;
}

/* ROLE_COUNT: something else, or one more line of it. */
static enum role record_role(struct arena *arena, const struct passage *passage)
{
    const char *text = passage_text(arena, passage);
    if (passage->role != ROLE_COUNT)
        return passage->role;
    return is_copy_text(text) ? ROLE_COPY_TO : is_printing_text(text) ? ROLE_PRINTING : ROLE_COUNT;
}

bool is_record_table(struct arena *arena, const struct passage *table)
{
    enum { PARAGRAPHS_MOST = 8 };
    int count = 0, known = 0;
    for (const struct passage *passage = table->inside.first; passage; passage = passage->next) {
        bool is_ours = is_paragraph(passage) && passage->role != ROLE_COUNT;
        if (!is_paragraph(passage) || (is_ours && !is_of_record(passage->role)))
            return false;
        if (!is_ours && ++count > PARAGRAPHS_MOST)
            return false;
        known += is_of_record(record_role(arena, passage));
    }
    return known > 0;
}

/* Other lines name the office that prints, or more of those who get a copy. */
static void take_out(struct arena *arena, struct passage *passage, enum role above)
{
    enum role role = record_role(arena, passage);
    if (passage->role == ROLE_COUNT)
        for (struct run *run = passage->block->paragraph.first; run; run = run->next)
            run->face = ROLE_COUNT;
    bool is_office =
        is_paragraph(passage->next) && record_role(arena, passage->next) == ROLE_PRINTING;
    passage->role = role != ROLE_COUNT ? role : is_office ? ROLE_PRINTING : above;
    passage->block->next = NULL;
}

struct passage *flow_unwrap(struct arena *arena, struct flow *flow, struct passage *previous,
                            struct passage *table)
{
    struct flow *inside = &table->inside;
    enum role above = ROLE_COPY_TO;
    for (struct passage *passage = inside->first; passage; passage = passage->next) {
        take_out(arena, passage, above);
        passage->part = table->part;
        passage->starts_page = table->starts_page && passage == inside->first;
        above = passage->role;
    }
    inside->last->next = table->next;
    if (previous)
        previous->next = inside->first;
    else
        flow->first = inside->first;
    return inside->first;
}
