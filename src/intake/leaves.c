/* Rows become indicators. */
#include "intake/leaves.h"

#include <string.h>

#include "base/text.h"
#include "intake/texts.h"

struct cursor {
    const struct reading *reading;
    struct leaves *leaves;
    const struct scheme_row *row;
    struct leaf *last;   /* NULL: none yet */
    points since;        /* the sum since the last subtotal */
    const char *waiting; /* a remark for the first indicator; NULL */
};

static const char *in_one_line(const struct cursor *cursor, const char *text)
{
    return text ? text_in_one_line(cursor->reading->arena, text) : NULL;
}

static const char *number(const struct cursor *cursor, size_t value)
{
    return arena_printf(cursor->reading->arena, "%zu", value);
}

static const char *print(const struct cursor *cursor, points value)
{
    return points_print(cursor->reading->arena, value);
}

/* what is added to an indicator */

static void add_words(const struct cursor *cursor, const char **words, const char *more,
                      const char *between)
{
    if (more && *more)
        *words =
            *words ? arena_printf(cursor->reading->arena, "%s%s%s", *words, between, more) : more;
}

static void add_remark(struct cursor *cursor, const char *words)
{
    add_words(cursor, cursor->last ? &cursor->last->remark : &cursor->waiting,
              in_one_line(cursor, words), "；");
}

static void add_headed(struct cursor *cursor, const char *header, const char *words)
{
    if (*header)
        words = arena_printf(cursor->reading->arena, "%s：%s", header, words);
    add_remark(cursor, words);
}

/* Words for which no place was found are named, and kept. */
static void keep(struct cursor *cursor, enum field field, const char *words)
{
    const struct column *column = column_of_field(cursor->row->columns, field);
    const char *header = column ? column->header : "";
    REPORT_ROW(cursor->reading, cursor->row, RULE_SCHEME_UNPLACED, header,
               in_one_line(cursor, words));
    add_headed(cursor, header, words);
}

static void keep_row(struct cursor *cursor)
{
    REPORT_ROW(cursor->reading, cursor->row, RULE_SCHEME_ROW,
               in_one_line(cursor, cursor->row->words));
    add_remark(cursor, cursor->row->words);
}

static void keep_departments(struct cursor *cursor, enum field field, struct department_use **list)
{
    const char *cell = cursor->row->value[field], *refused = NULL;
    if (cell)
        refused = departments_split(cursor->reading, &cursor->leaves->departments, cell,
                                    field == FIELD_PARTNERS, list);
    if (refused)
        keep(cursor, field, refused);
}

static void add_loose(struct cursor *cursor)
{
    for (const struct loose *loose = cursor->row->loose; loose; loose = loose->next) {
        if (loose->covered)
            REPORT(cursor->reading->unplaced, RULE_SCHEME_COVERED, cursor->row->place,
                   number(cursor, cursor->row->columns->grid->number),
                   number(cursor, loose->covered), loose->header,
                   in_one_line(cursor, loose->words));
        add_headed(cursor, loose->header, loose->words);
    }
}

/* What a row has beside text and points. Columns that are not known are reported as a whole. */
static void add_rest(struct cursor *cursor)
{
    const char *const *value = cursor->row->value;
    struct leaf *leaf = cursor->last;
    keep_departments(cursor, FIELD_DEPARTMENTS, &leaf->departments);
    keep_departments(cursor, FIELD_PARTNERS, &leaf->departments);
    add_words(cursor, &leaf->evidence, value[FIELD_EVIDENCE], "\n");
    add_words(cursor, &leaf->method, in_one_line(cursor, value[FIELD_METHOD]), "；");
    add_words(cursor, &leaf->focus, in_one_line(cursor, value[FIELD_FOCUS]), "；");
    add_words(cursor, &leaf->remark, in_one_line(cursor, value[FIELD_REMARK]), "；");
    if (value[FIELD_UNKNOWN])
        keep(cursor, FIELD_SERIAL, value[FIELD_UNKNOWN]);
    add_loose(cursor);
}

/* what an indicator is worth */

/* Below a title as 减分项, 否决项. */
static bool is_below(const struct scheme_row *row, const char *const *words)
{
    for (size_t level = 0; level <= LIMIT_GROUP_DEPTH; level++)
        if (row->group[level].title && text_has_any(row->group[level].title, words))
            return true;
    return false;
}

static void settle_worth(struct cursor *cursor, const struct wording *wording, struct worth *worth)
{
    static const char *const deducting[] = {"减分", "扣分", NULL};
    static const char *const vetoing[] = {"否决", NULL};
    struct worth veto;
    if (worth->kind == INDICATOR_POINTS && is_below(cursor->row, deducting))
        *worth = (struct worth){.kind = INDICATOR_DEDUCTION, .most = worth->points};
    if (worth->kind == INDICATOR_PLAIN &&
        (veto_read(cursor->reading, wording->text, &veto) || is_below(cursor->row, vetoing)))
        *worth = veto;
    if (worth->words)
        add_remark(cursor, worth->words);
    if (wording->has_more)
        REPORT_ROW(cursor->reading, cursor->row, RULE_SCHEME_POINTS_MORE, wording->text);
    cursor->leaves->sum += worth->points;
    cursor->since += worth->points;
}

/* indicators */

/* Those that its text names, where no column does. */
static void take_departments(struct cursor *cursor, struct leaf *leaf)
{
    const char *words = NULL, *refused = NULL;
    if (!cursor->row->value[FIELD_DEPARTMENTS])
        words = departments_cut(cursor->reading, &leaf->wording.text);
    if (words)
        refused = departments_split(cursor->reading, &cursor->leaves->departments, words, false,
                                    &leaf->departments);
    if (leaf->wording.mark != MATCH_NONE && leaf->wording.mark >= strlen(leaf->wording.text))
        leaf->wording.mark = MATCH_NONE;
    if (refused)
        keep(cursor, FIELD_DEPARTMENTS, refused);
}

/* Without the number in front of its text. */
static void add_leaf(struct cursor *cursor, const struct wording *wording)
{
    struct leaf *leaf = ARENA_NEW(cursor->reading->arena, struct leaf);
    leaf->row = cursor->row;
    leaf->wording = *wording;
    leaf->wording.text = without_number(cursor->reading->arena, wording->text);
    size_t cut = strlen(wording->text) - strlen(leaf->wording.text);
    if (wording->mark != MATCH_NONE)
        leaf->wording.mark -= cut < wording->mark ? cut : wording->mark;
    leaf->remark = cursor->waiting;
    cursor->waiting = NULL;
    *cursor->leaves->end = leaf;
    cursor->leaves->end = &leaf->next;
    cursor->leaves->count++;
    cursor->last = leaf;
    take_departments(cursor, leaf);
    settle_worth(cursor, &leaf->wording, &leaf->wording.worth);
}

/* The first of several in one cell has what stands beside it; departments are those of all. */
static void add_leaves(struct cursor *cursor, const char *text)
{
    struct texts texts;
    texts_read(cursor->reading, cursor->row, text, &texts);
    add_leaf(cursor, &texts.item[0]);
    add_rest(cursor);
    if (texts.unread)
        keep(cursor, FIELD_POINTS, texts.unread);
    for (size_t i = 1; i < texts.count; i++) {
        struct department_use *departments = cursor->last->departments;
        add_leaf(cursor, &texts.item[i]);
        cursor->last->joined = true;
        if (!cursor->last->departments)
            cursor->last->departments = departments;
    }
}

/* rows without a text of their own */

static const char *deepest_title(const struct scheme_row *row)
{
    size_t level = LIMIT_GROUP_DEPTH;
    while (level > 0 && !row->group[level].title)
        level--;
    return row->group[level].title;
}

static bool has_values(const struct scheme_row *row)
{
    static const enum field fields[] = {FIELD_POINTS, FIELD_EVIDENCE, FIELD_METHOD,
                                        FIELD_FOCUS,  FIELD_REMARK,   FIELD_UNKNOWN};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (row->value[fields[i]])
            return true;
    return row->has_departments || row->loose;
}

/* What the row has belongs to the indicator above. */
static void add_to_last(struct cursor *cursor)
{
    if (cursor->row->value[FIELD_POINTS])
        keep(cursor, FIELD_POINTS, cursor->row->value[FIELD_POINTS]);
    add_rest(cursor);
}

/* Nothing above that the row could belong to. */
static void keep_values(struct cursor *cursor)
{
    const struct scheme_row *row = cursor->row;
    for (int field = 0; field < FIELD_COUNT; field++)
        if (row->value[field] && field != FIELD_SERIAL)
            keep(cursor, field == FIELD_UNKNOWN ? FIELD_SERIAL : (enum field)field,
                 row->value[field]);
    add_loose(cursor);
}

/* Begins groups, which need an indicator only if no row below has one. */
static void read_groups_alone(struct cursor *cursor)
{
    const struct scheme_row *row = cursor->row;
    const char *title = deepest_title(row);
    bool is_filled = row->next && row->next->kind == ROW_PLAIN && row_is_in_groups(row->next, row);
    if (!title)
        keep_values(cursor);
    if (!title || (is_filled && !has_values(row)))
        return;
    REPORT_ROW(cursor->reading, cursor->row, RULE_SCHEME_TITLE_AS_TEXT, in_one_line(cursor, title));
    add_leaves(cursor, title);
}

static void read_plain(struct cursor *cursor)
{
    const struct scheme_row *row = cursor->row;
    if (row->value[FIELD_TEXT])
        add_leaves(cursor, row->value[FIELD_TEXT]);
    else if (cursor->last && row_is_in_groups(cursor->last->row, row))
        add_to_last(cursor);
    else
        read_groups_alone(cursor);
}

/* rows that are no indicators */

static bool read_total(const struct cursor *cursor, points *total)
{
    struct worth worth;
    const char *cell = cursor->row->value[FIELD_POINTS], *text = cursor->row->value[FIELD_TEXT];
    if (cell && worth_read(cursor->reading, cell, &worth) && worth.kind == INDICATOR_POINTS) {
        *total = worth.points;
        return true;
    }
    return total_read(cursor->reading, cursor->row->words, total) ||
           (text && worth_read(cursor->reading, text, &worth) && (*total = worth.points));
}

static void check_total(struct cursor *cursor)
{
    bool is_part = text_starts(cursor->row->words, "小计");
    points total, sum = is_part ? cursor->since : cursor->leaves->sum;
    cursor->since = 0;
    if (!read_total(cursor, &total)) {
        keep_row(cursor);
        return;
    }
    if (cursor->last && total != sum)
        REPORT_ROW(cursor->reading, cursor->row, RULE_SCHEME_TOTAL, print(cursor, total),
                   print(cursor, sum));
    if (!is_part)
        cursor->leaves->full = total;
}

static void read_heading(struct cursor *cursor)
{
    points full;
    if (total_read(cursor->reading, cursor->row->words, &full))
        cursor->leaves->full = full;
    else if (!cursor->row->next || cursor->row->next->kind != ROW_PLAIN)
        keep_row(cursor);
}

/* What stands beside the words of such a row. */
static void keep_beside(struct cursor *cursor)
{
    static const enum field fields[] = {FIELD_DEPARTMENTS, FIELD_PARTNERS, FIELD_EVIDENCE,
                                        FIELD_METHOD,      FIELD_FOCUS,    FIELD_REMARK};
    const struct scheme_row *row = cursor->row;
    for (size_t i = row->has_departments ? 0 : 2; i < sizeof fields / sizeof *fields; i++)
        if (row->value[fields[i]])
            keep(cursor, fields[i], row->value[fields[i]]);
    add_loose(cursor);
}

void leaves_read(const struct reading *reading, const struct scheme_rows *rows,
                 struct leaves *leaves)
{
    static void (*const read[])(struct cursor *) = {
        [ROW_PLAIN] = read_plain,
        [ROW_TOTAL] = check_total,
        [ROW_HEADING] = read_heading,
        [ROW_NOTE] = keep_row,
    };
    struct cursor cursor = {.reading = reading, .leaves = leaves};
    leaves->end = &leaves->first;
    for (cursor.row = rows->first; cursor.row && leaves->count <= LIMIT_INDICATORS->now;
         cursor.row = cursor.row->next) {
        read[cursor.row->kind](&cursor);
        if (cursor.row->kind != ROW_PLAIN)
            keep_beside(&cursor);
    }
}
