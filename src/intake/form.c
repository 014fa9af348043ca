/* From a Word file to the values of a form. */
#include "intake/form.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/read.h"
#include "intake/form_plan.h"
#include "intake/form_seen.h"

/* What was filled in for one place. */
struct filled {
    bool is_there; /* the form has the place */
    struct buffer words;
};

struct filling {
    struct findings *findings;
    const struct form_plan *plan;
    struct arena *keep;
    struct form *form;
    const struct docx_read *word;
    const struct form_view *view;
    struct filled *filled; /* of each part of each indicator, then of the head */
    struct form_stray **strays, **extras;
    bool is_form; /* it has more than remarks */
};

/* values */

static struct filled *filled_at(const struct filling *filling, long item, int part)
{
    size_t row = item == FORM_HEAD ? filling->plan->count : (size_t)item;
    return &filling->filled[row * FORM_PARTS + (size_t)part];
}

static const char *past_blanks(const char *text)
{
    for (const char *next = text; code_is_one_of(text_next(&next), " \t\r\n\u3000"); text = next)
        ;
    return text;
}

static bool is_same(const char *a, const char *b)
{
    while (*(a = past_blanks(a)) == *(b = past_blanks(b)) && *a) {
        a++;
        b++;
    }
    return *a == *b;
}

/* What stands in several places is put together, unless it is the same: a score then is no number,
 * and told. */
static void fill(struct filling *filling, long item, int part, const char *value)
{
    enum { BYTES_MOST = 4 }; /* of a character */
    struct filled *filled = filled_at(filling, item, part);
    filled->is_there = true;
    if (!*value || filled->words.length > BYTES_MOST * LIMIT_FORM_VALUE->now ||
        is_same(buffer_text(&filled->words), value))
        return;
    buffer_join(&filled->words, "\n", value);
}

static const char *keep_value(const struct filling *filling, const char *name, const char *value)
{
    const char *end = text_after(value, LIMIT_FORM_VALUE->now);
    if (*end)
        finding_add_limit(filling->findings, RULE_FORM_VALUE,
                          (struct place){filling->form->path, 0, 0}, LIMIT_FORM_VALUE, name);
    return arena_copy_n(filling->keep, value, (size_t)(end - value));
}

static const char *kept(const struct filling *filling, long item, int part)
{
    const struct filled *filled = filled_at(filling, item, part);
    const char *name = form_place_name(filling->plan, filling->findings->arena, item, part);
    return filled->is_there ? keep_value(filling, name, buffer_text(&filled->words)) : NULL;
}

/* A form that asks what was done asks it of each indicator: what lacks the place is empty. */
static void expect_done(const struct filling *filling)
{
    bool is_asked = false;
    for (size_t i = 0; i < filling->plan->count; i++)
        is_asked |= filled_at(filling, (long)i, FORM_DONE)->is_there;
    for (size_t i = 0; i < filling->plan->count; i++) {
        int answer = (int)form_answer_part(filling->plan->indicators[i]);
        filled_at(filling, (long)i, FORM_DONE)->is_there |=
            is_asked && filled_at(filling, (long)i, answer)->is_there;
    }
}

static void keep_all(const struct filling *filling)
{
    struct form *form = filling->form;
    for (size_t i = 0; i < filling->plan->count; i++)
        for (int part = 0; part < FORM_PARTS; part++)
            form->items[i].value[part] = kept(filling, (long)i, part);
    for (int head = 0; head < FORM_HEADS; head++) {
        const char *value = kept(filling, FORM_HEAD, head);
        form->head[head] = value ? value : "";
    }
}

static void keep_stray(const struct filling *filling, struct form_stray ***end, const char *text)
{
    **end = ARENA_NEW(filling->keep, struct form_stray);
    (**end)->text = arena_copy(filling->keep, text);
    *end = &(**end)->next;
}

static void keep_extra(struct filling *filling, const char *text)
{
    struct arena *arena = filling->findings->arena;
    keep_stray(filling, &filling->extras, text_cut(arena, text, LIMIT_FORM_VALUE->now));
}

/* fields */

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
 * paragraphs. */
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

static const struct form_place *place_of(const struct filling *filling,
                                         const struct read_field *field)
{
    const struct form_place *place = form_place_tagged(filling->plan, field->id);
    return place ? place : form_place_marked(filling->plan, field->bookmark);
}

/* Whether what is seen there is the value of the field. */
static bool is_shown(const struct filling *filling, const struct form_seen *seen,
                     const struct form_place *place)
{
    if (!seen || seen->kind == SEEN_HEAD)
        return seen && place->item == FORM_HEAD && place->part == (int)seen->head;
    if (place->item == FORM_HEAD || seen->item != &filling->form->items[place->item])
        return false;
    if (seen->kind == SEEN_DONE)
        return place->part == FORM_DONE;
    return place->part == FORM_REMARK ? seen->remark != NULL : place->part != FORM_DONE;
}

/* What is seen around it is taken, or told, as a whole. */
static void keep_unknown(struct filling *filling, const struct read_field *field,
                         const struct form_seen *seen)
{
    const char *name = field->id ? field->id : field->bookmark;
    if (!name || !form_part_is_named(name))
        return;
    filling->is_form |= !text_ends(name, "_remark");
    keep_stray(filling, &filling->strays, name);
    if (*field->value && !seen)
        keep_extra(filling, arena_printf(filling->findings->arena, "%s：%s", name, field->value));
}

static void fill_from_fields(struct filling *filling)
{
    for (size_t i = 0; i < filling->word->field_count; i++) {
        const struct read_field *field = &filling->word->fields[i];
        const struct form_place *place = place_of(filling, field);
        const struct form_seen *seen = form_view_at(filling->view, field->origin.path);
        filling->is_form |= place && (place->item == FORM_HEAD || place->part != FORM_REMARK);
        if (!place)
            keep_unknown(filling, field, seen);
        else if (!is_shown(filling, seen, place))
            fill(filling, place->item, place->part, whole_value(filling, place, field));
    }
}

/* rows and labelled words */

/* What is seen is of the indicator of the first field in it. */
static void assign_by_fields(const struct filling *filling)
{
    for (size_t i = 0; i < filling->word->field_count; i++) {
        const struct read_field *field = &filling->word->fields[i];
        const struct form_place *place = place_of(filling, field);
        struct form_seen *seen = form_view_at(filling->view, field->origin.path);
        if (!place || place->item == FORM_HEAD || !seen || seen->item || seen->kind == SEEN_HEAD)
            continue;
        if ((seen->kind == SEEN_DONE) == (place->part == FORM_DONE))
            seen->item = &filling->form->items[place->item];
    }
}

/* How much of what is printed is the indicator's text, in bytes. Behind it, points and other
 * departments may be printed above 部署落实情况. */
static size_t likeness_to(const struct filling *filling, const struct form_seen *seen,
                          const char *text, size_t item)
{
    const struct form_plan *plan = filling->plan;
    const char *key = seen->kind == SEEN_DONE ? plan->starts[item] : plan->keys[item];
    bool is_it = seen->kind == SEEN_DONE ? text_starts(text, key) : text_equal(text, key);
    return is_it ? strlen(key) : 0;
}

static bool is_filled(const struct filling *filling, const struct form_seen *seen, size_t item)
{
    enum form_part answer = form_answer_part(filling->plan->indicators[item]);
    return filled_at(filling, (long)item, (int)(seen->kind == SEEN_DONE ? FORM_DONE : answer))
        ->is_there;
}

/* Of indicators with the same text, the first that has nothing yet. */
static struct form_item *item_by_text(const struct filling *filling, const struct form_seen *seen)
{
    const char *text = text_without_blanks(filling->findings->arena, seen->text ? seen->text : "");
    size_t most = 0, found = 0;
    for (size_t i = 0; i < filling->plan->count; i++) {
        size_t length = likeness_to(filling, seen, text, i);
        if (length > most || (length && length == most && is_filled(filling, seen, found) &&
                              !is_filled(filling, seen, i)))
            found = i;
        most = length > most ? length : most;
    }
    return most ? &filling->form->items[found] : NULL;
}

static void keep_print(const struct filling *filling, const struct form_seen *seen)
{
    struct form_item *item = seen->item;
    const char *key = filling->plan->keys[item - filling->form->items];
    if (seen->text && *seen->text &&
        !text_equal(text_without_blanks(filling->findings->arena, seen->text), key))
        item->other_text = keep_value(filling, item->indicator->id, seen->text);
    if (seen->points && *seen->points)
        item->points = keep_value(filling, item->indicator->id, seen->points);
}

static bool is_dash(const char *text)
{
    static const char *const dashes[] = {"", "—", "——", "－", "-", "/", "无"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_equal(text, dashes[i]))
            return true;
    return false;
}

static const char *row_words(struct arena *arena, const struct form_seen *seen)
{
    const char *const words[] = {seen->text, seen->points, seen->answer, seen->remark, seen->rest};
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i] && *words[i])
            buffer_join(&out, " | ", words[i]);
    return buffer_text(&out);
}

/* Of an indicator without points the column holds a dash at most. */
static void fill_from_row(struct filling *filling, const struct form_seen *seen)
{
    long item = (long)(seen->item - filling->form->items);
    const char *answer = seen->answer ? seen->answer : "";
    bool is_scored = seen->item->indicator->kind != INDICATOR_PLAIN;
    keep_print(filling, seen);
    if (seen->remark)
        fill(filling, item, FORM_REMARK, seen->remark);
    if (is_scored)
        fill(filling, item, (int)form_answer_part(seen->item->indicator), answer);
    if (*seen->rest || (!is_scored && !is_dash(answer)))
        keep_extra(filling, row_words(filling->findings->arena, seen));
}

static void fill_from(struct filling *filling, const struct form_seen *seen)
{
    const char *words = row_words(filling->findings->arena, seen);
    if (seen->kind == SEEN_HEAD) {
        fill(filling, FORM_HEAD, (int)seen->head, seen->answer);
    } else if (!seen->item) {
        if (seen->kind == SEEN_ROW ? *words : *seen->answer)
            keep_extra(filling, words);
    } else if (seen->kind == SEEN_ROW) {
        fill_from_row(filling, seen);
    } else {
        fill(filling, (long)(seen->item - filling->form->items), FORM_DONE, seen->answer);
        filling->is_form = true;
    }
}

static void fill_from_view(struct filling *filling)
{
    assign_by_fields(filling);
    for (struct form_seen *seen = filling->view->first; seen; seen = seen->next) {
        if (!seen->item && seen->kind != SEEN_HEAD)
            seen->item = item_by_text(filling, seen);
        fill_from(filling, seen);
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

static void fill_form(struct filling *filling)
{
    struct arena *arena = filling->findings->arena;
    size_t count = (filling->plan->count + 1) * FORM_PARTS + FORM_HEADS;
    filling->view = form_view_new(arena, filling->word->document);
    filling->filled = ARENA_ARRAY(arena, struct filled, count);
    for (size_t i = 0; i < count; i++)
        filling->filled[i].words = buffer_on(arena);
    filling->is_form = filling->view->has_table;
    fill_from_view(filling);
    fill_from_fields(filling);
    expect_done(filling);
    keep_all(filling);
}

struct form *form_read(struct findings *findings, const struct file *file,
                       const struct form_plan *plan, struct arena *keep)
{
    struct docx_read word;
    if (!docx_read(findings, file, NULL, &word))
        return NULL;
    struct filling filling = {.findings = findings, .plan = plan, .keep = keep, .word = &word};
    filling.form = form_new(&filling, file->path);
    filling.strays = &filling.form->strays;
    filling.extras = &filling.form->extras;
    fill_form(&filling);
    if (filling.is_form)
        return filling.form;
    REPORT(findings, RULE_FORM_NONE, ((struct place){file->path, 0, 0}), NULL);
    return NULL;
}
