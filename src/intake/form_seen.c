/* A form as it is seen: tables and labelled words, each with its place in the file. */
#include "intake/form_seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void form_view_add_spot(struct form_view *view, const char *path, struct form_seen *seen)
{
    if (!path)
        return;
    view->spots = arena_make_room(view->arena, view->spots, sizeof *view->spots, view->spot_count,
                                  &view->spot_room);
    view->spots[view->spot_count++] = (struct form_spot){path, seen};
}

struct form_seen *form_view_add(struct form_view *view, enum seen_kind kind, const char *path)
{
    struct form_seen *seen = ARENA_NEW(view->arena, struct form_seen);
    *seen = (struct form_seen){.kind = kind, .rest = ""};
    *view->end = seen;
    view->end = &seen->next;
    form_view_add_spot(view, path, seen);
    return seen;
}

static int compare_spots(const void *a, const void *b)
{
    return strcmp(((const struct form_spot *)a)->path, ((const struct form_spot *)b)->path);
}

/* words of other tables, row by row */

static const char *row_text(struct arena *arena, const struct row *row)
{
    struct buffer text = buffer_on(arena);
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        for (const struct block *block = cell->first; block; block = block->next)
            if (block->kind == BLOCK_PARAGRAPH)
                buffer_join(&text, " ", paragraph_text(arena, &block->paragraph));
    return buffer_text(&text);
}

static void read_table(struct form_lines *lines, const struct block *block)
{
    if (form_table_read(lines->view, &block->table)) {
        form_lines_pass_table(lines);
        return;
    }
    for (const struct row *row = NULL; (row = table_next_row(&block->table, row));)
        form_lines_read(lines, row_text(lines->view->arena, row), row->origin.path);
}

struct form_view *form_view_new(struct arena *arena, const struct document *document)
{
    struct form_view *view = ARENA_NEW(arena, struct form_view);
    *view = (struct form_view){.arena = arena, .end = &view->first};
    struct form_lines lines = {.view = view, .words = buffer_on(arena)};
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (block->kind == BLOCK_TABLE)
                read_table(&lines, block);
            else if (block->kind == BLOCK_PARAGRAPH)
                form_lines_read(&lines, paragraph_text(arena, &block->paragraph),
                                block->origin.path);
    form_lines_end(&lines);
    if (view->spot_count)
        qsort(view->spots, view->spot_count, sizeof *view->spots, compare_spots);
    return view;
}

/* The first spot whose path is not before this one. */
static const struct form_spot *spot_from(const struct form_view *view, const char *path)
{
    size_t low = 0, high = view->spot_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(view->spots[middle].path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < view->spot_count ? &view->spots[low] : NULL;
}

struct form_seen *form_view_at(const struct form_view *view, const char *path)
{
    if (!path)
        return NULL;
    for (const char *end = path; (end = strchr(end + 1, '/'));) {
        const char *above = arena_copy_n(view->arena, path, (size_t)(end - path));
        const struct form_spot *spot = spot_from(view, above);
        if (spot && text_equal(spot->path, above))
            return spot->seen;
    }
    const struct form_spot *inside = spot_from(view, arena_printf(view->arena, "%s/", path));
    return inside && text_starts(inside->path, path) ? inside->seen : NULL;
}
