/* From a Word file to the values of a form. */
#include "intake/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/read.h"
#include "intake/form_plan.h"
#include "intake/form_table.h"

struct filling {
    struct findings *findings;
    const struct form_plan *plan;
    struct arena *keep;
    struct form *form;
    const struct docx_read *word;
    const struct form_place **found; /* of each field of the file; NULL: not ours */
};

static const char *keep_value(const struct filling *filling, const char *name, const char *value)
{
    const char *end = value;
    for (size_t count = 0; *end && count < LIMIT_FORM_VALUE; count++)
        text_next(&end);
    if (*end)
        REPORT(filling->findings, RULE_FORM_VALUE, ((struct place){filling->form->path, 0, 0}),
               name, arena_printf(filling->findings->arena, "%d", LIMIT_FORM_VALUE));
    return arena_copy_n(filling->keep, value, (size_t)(end - value));
}

/* The first that is filled in counts. */
static void fill(const struct filling *filling, const struct form_place *place, const char *value)
{
    struct form *form = filling->form;
    const char **slot = place->item == FORM_HEAD ? &form->head[place->part]
                                                 : &form->items[place->item].value[place->part];
    if (!*slot || (!**slot && *value))
        *slot = keep_value(filling, place->name, value);
}

/* What was typed behind a field: all up to the line in which the form goes on with an indicator. */
static const char *typed_behind(struct arena *arena, const char *after)
{
    const char *printed = strstr(after, "考核内容");
    size_t length = printed ? (size_t)(printed - after) : strlen(after);
    while (printed && length > 0 && after[length - 1] != '\n')
        length--;
    return text_strip(arena, arena_copy_n(arena, after, length));
}

/* LibreOffice leaves behind a field what was typed at its end, and all but the first of several
 * paragraphs. In the scoring table the row tells it. */
static const char *whole_value(const struct filling *filling, const struct form_place *place,
                               const struct read_field *field)
{
    struct arena *arena = filling->findings->arena;
    bool is_open = place->item == FORM_HEAD || place->part == FORM_DONE;
    const char *behind = is_open ? typed_behind(arena, field->after) : "";
    if (!*behind)
        return field->value;
    return *field->value ? arena_printf(arena, "%s\n%s", field->value, behind) : behind;
}

static void fill_all(const struct filling *filling, bool by_bookmark)
{
    for (size_t i = 0; i < filling->word->field_count; i++) {
        const struct read_field *field = &filling->word->fields[i];
        const struct form_place *place = by_bookmark
                                             ? form_place_marked(filling->plan, field->bookmark)
                                             : form_place_tagged(filling->plan, field->id);
        if (!place)
            continue;
        fill(filling, place, whole_value(filling, place, field));
        filling->found[i] = place;
    }
}

static void keep_strays(const struct filling *filling)
{
    struct form_stray **end = &filling->form->strays;
    for (size_t i = 0; i < filling->word->field_count; i++) {
        const struct read_field *field = &filling->word->fields[i];
        const char *name = field->id ? field->id : field->bookmark;
        if (filling->found[i] || !name || !form_part_is_named(name))
            continue;
        *end = ARENA_NEW(filling->keep, struct form_stray);
        (*end)->name = arena_copy(filling->keep, name);
        end = &(*end)->next;
    }
}

/* rows of the scoring table */

/* A row, and the indicator that it is of. */
struct scored_row {
    const struct form_row *row;
    struct form_item *item; /* NULL: not known */
};

struct scored_rows {
    struct scored_row *row; /* sorted by path */
    size_t count;
};

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const struct scored_row *)a)->row->path,
                  ((const struct scored_row *)b)->row->path);
}

static struct scored_rows sort_rows(struct arena *arena, const struct form_row *rows)
{
    struct scored_rows sorted = {0};
    for (const struct form_row *row = rows; row; row = row->next)
        sorted.count++;
    sorted.row = ARENA_ARRAY(arena, struct scored_row, sorted.count);
    for (size_t i = 0; rows; rows = rows->next)
        sorted.row[i++].row = rows;
    if (sorted.count)
        qsort(sorted.row, sorted.count, sizeof *sorted.row, compare_rows);
    return sorted;
}

/* The row of an element above that of the path. */
static struct scored_row *row_above(struct arena *arena, const struct scored_rows *rows,
                                    const char *path)
{
    struct scored_row *found = NULL;
    for (const char *end = path ? strchr(path, '/') : NULL; end && !found && rows->count;
         end = strchr(end + 1, '/')) {
        struct form_row row = {.path = arena_copy_n(arena, path, (size_t)(end - path))};
        struct scored_row key = {.row = &row};
        found = bsearch(&key, rows->row, rows->count, sizeof key, compare_rows);
    }
    return found;
}

/* A row is that of the first field in it. */
static void assign_by_fields(const struct filling *filling, const struct scored_rows *rows)
{
    for (size_t i = 0; i < filling->word->field_count; i++) {
        const struct form_place *place = filling->found[i];
        if (!place || place->item == FORM_HEAD)
            continue;
        struct scored_row *row =
            row_above(filling->findings->arena, rows, filling->word->fields[i].origin.path);
        if (row && !row->item)
            row->item = &filling->form->items[place->item];
    }
}

static struct form_item *item_by_text(const struct filling *filling, const struct form_row *row)
{
    const char *text = row->cell[COLUMN_TEXT];
    const char *key = text_without_blanks(filling->findings->arena, text ? text : "");
    for (size_t i = 0; i < filling->plan->count; i++)
        if (text_equal(filling->plan->keys[i], key))
            return &filling->form->items[i];
    return NULL;
}

static void keep_cell(const struct filling *filling, struct form_item *item, enum form_part part,
                      const char *cell)
{
    const char *value = item->value[part];
    if (cell && *cell && (!value || !*value))
        item->value[part] = keep_value(filling, item->indicator->id, cell);
}

static void keep_print(const struct filling *filling, struct form_item *item,
                       const struct form_row *row)
{
    struct arena *arena = filling->findings->arena;
    const char *text = row->cell[COLUMN_TEXT], *marks = row->cell[COLUMN_POINTS];
    const char *key = filling->plan->keys[item - filling->form->items];
    if (text && *text && !text_equal(text_without_blanks(arena, text), key))
        item->other_text = keep_value(filling, item->indicator->id, text);
    if (marks && *marks)
        item->points = keep_value(filling, item->indicator->id, marks);
}

/* Of an indicator without points the column holds a dash at most. */
static void keep_row(const struct filling *filling, struct form_item *item,
                     const struct form_row *row)
{
    enum form_part part = form_answer_part(item->indicator);
    keep_print(filling, item, row);
    keep_cell(filling, item, FORM_REMARK, row->cell[COLUMN_REMARK]);
    if (item->indicator->kind == INDICATOR_PLAIN)
        return;
    keep_cell(filling, item, part, row->cell[COLUMN_SCORE]);
    if (!item->value[part])
        item->value[part] = "";
}

static void keep_rows(const struct filling *filling, const struct form_row *table)
{
    struct scored_rows rows = sort_rows(filling->findings->arena, table);
    assign_by_fields(filling, &rows);
    for (size_t i = 0; i < rows.count; i++) {
        struct scored_row *row = &rows.row[i];
        if (!row->item)
            row->item = item_by_text(filling, row->row);
        if (row->item)
            keep_row(filling, row->item, row->row);
    }
}

/* the whole */

static const char *title_of(struct arena *arena, const struct document *document)
{
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (block->kind == BLOCK_PARAGRAPH && block->paragraph.role == ROLE_TITLE)
                return paragraph_text(arena, &block->paragraph);
    return "";
}

static const char *keep_property(const struct filling *filling, const char *name)
{
    const char *value = property_named(filling->word->properties, name);
    return value && !text_is_blank(value) ? text_strip(filling->keep, value) : NULL;
}

static struct form *form_new(const struct filling *filling, const char *path)
{
    struct arena *keep = filling->keep;
    struct form *form = ARENA_NEW(keep, struct form);
    *form = (struct form){
        .path = path,
        .title = arena_copy(keep, title_of(filling->findings->arena, filling->word->document)),
        .scheme = keep_property(filling, "考核方案"),
        .departments = keep_property(filling, "考核部门"),
        .items = ARENA_ARRAY(keep, struct form_item, filling->plan->count),
    };
    if (!form->departments)
        form->departments = keep_property(filling, "部门");
    for (size_t i = 0; i < filling->plan->count; i++)
        form->items[i].indicator = filling->plan->indicators[i];
    return form;
}

static bool fill_form(struct filling *filling)
{
    const struct docx_read *word = filling->word;
    struct arena *arena = filling->findings->arena;
    const struct form_row *rows = form_rows(arena, word->document);
    bool any = rows != NULL;
    filling->found = ARENA_ARRAY(arena, const struct form_place *, word->field_count);
    fill_all(filling, false);
    fill_all(filling, true);
    keep_strays(filling);
    keep_rows(filling, rows);
    for (size_t i = 0; i < word->field_count; i++)
        any |= filling->found[i] != NULL;
    for (int head = 0; head < FORM_HEADS; head++)
        if (!filling->form->head[head])
            filling->form->head[head] = "";
    return any || filling->form->strays;
}

struct form *form_read(struct findings *findings, const struct file *file,
                       const struct form_plan *plan, struct arena *keep)
{
    struct docx_read word;
    if (!docx_read(findings, file, NULL, &word))
        return NULL;
    struct filling filling = {.findings = findings, .plan = plan, .keep = keep, .word = &word};
    filling.form = form_new(&filling, file->path);
    if (fill_form(&filling))
        return filling.form;
    REPORT(findings, RULE_FORM_NONE, ((struct place){file->path, 0, 0}), NULL);
    return NULL;
}
