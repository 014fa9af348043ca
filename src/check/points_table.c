/* Points printed in tables: a merged cell bears the sum of what it covers, and the cells of the
 * first level together the full marks. */
#include <limits.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "check/points.h"

enum entry_kind {
    ENTRY_BLANK,
    ENTRY_PLAIN,   /* words without points */
    ENTRY_OUTSIDE, /* deductions, vetoes, the row of the total */
    ENTRY_MARKED,
    ENTRY_UNCLEAR, /* several points in one paragraph, or points and deductions */
};

/* A cell. A cell across the whole table is the head of the rows below it. */
struct entry {
    struct entry *next;
    const struct passage *first;   /* of its paragraphs; NULL if all are blank */
    const struct passage *passage; /* where its points stand, else the first */
    long row, rows;
    int column; /* from 1; COLUMN_HEAD across the table */
    enum entry_kind kind;
    points value;
};

enum { COLUMN_HEAD, COLUMNS = LIMIT_GRID_COLUMNS + 1 };

struct sheet {
    struct subject *subject;
    const struct table *table;
    struct entry *first, **end, *head;
    bool grouping[COLUMNS]; /* columns whose cells bear the points of others */
    long marked[COLUMNS], plain[COLUMNS];
};

/* The cells of the first level of all tables in one annex. */
struct total {
    const char *annex;
    const struct passage *passage;
    points sum, parts; /* of the cells, and of what they cover */
    long groups;
    bool unclear;
};

static bool tells_total(const char *text)
{
    static const char *const words[] = {"合计", "总计", "总分", "小计", NULL};
    return text_starts_any(text, words);
}

static void read_words(const struct sheet *sheet, struct entry *entry,
                       const struct passage *passage, bool *outside)
{
    struct mark mark;
    int count = mark_count(sheet->subject, passage->text, &mark);
    if (text_is_blank(passage->text))
        return;
    *outside = *outside || mark_is_outside(passage->text) || tells_total(passage->text);
    if (!entry->first)
        entry->first = passage;
    if (!entry->passage || (count && entry->kind == ENTRY_PLAIN))
        entry->passage = passage;
    if (count > 1)
        entry->kind = ENTRY_UNCLEAR;
    else if (entry->kind != ENTRY_UNCLEAR && (count || entry->kind == ENTRY_BLANK))
        entry->kind = count ? ENTRY_MARKED : ENTRY_PLAIN;
    entry->value += count ? mark.value : 0;
}

/* Reads the paragraphs of one cell; returns the paragraph after them. */
static const struct passage *read_cell(struct sheet *sheet, const struct passage *p, long row)
{
    const struct cell *cell = p->cell;
    struct entry *entry = ARENA_NEW(sheet->subject->arena, struct entry);
    bool across = cell->span == sheet->table->columns;
    bool outside = false;
    entry->row = row;
    entry->rows = across ? LONG_MAX - row : cell->rows;
    entry->column = across ? COLUMN_HEAD : cell->column + 1;
    for (; p && p->cell == cell; p = p->next)
        read_words(sheet, entry, p, &outside);
    if (outside)
        entry->kind = entry->kind >= ENTRY_MARKED ? ENTRY_UNCLEAR : ENTRY_OUTSIDE;
    if (across && sheet->head)
        sheet->head->rows = row - sheet->head->row;
    if (across)
        sheet->head = entry;
    *sheet->end = entry;
    sheet->end = &entry->next;
    return p;
}

/* The next table of the section that stands in no cell; NULL if there is none. */
static const struct table *table_after(const struct section *section, const struct table *table)
{
    bool after = false;
    for (const struct block *block = section->first; block; block = block->next) {
        if (after && block->kind == BLOCK_TABLE)
            return &block->table;
        after = after || (block->kind == BLOCK_TABLE && &block->table == table);
    }
    return NULL;
}

/* Cells that continue the one above have no paragraphs. Tables in cells are left out. Returns the
 * paragraph after the table. */
static const struct passage *read_table(struct sheet *sheet, const struct passage *p)
{
    const struct section *section = p->section;
    const struct table *after = table_after(section, sheet->table);
    const struct row *row = table_next_row(sheet->table, NULL);
    long number = 0;
    while (p && p->section == section && p->table && p->table != after) {
        if (p->table != sheet->table || p->row->header) {
            p = p->next;
            continue;
        }
        for (; row != p->row; row = table_next_row(sheet->table, row))
            number++;
        p = read_cell(sheet, p, number);
    }
    return p;
}

/* Words in the first row may be a head that is not marked as one. */
static bool counts(const struct entry *entry)
{
    return entry->row > 0 || entry->kind == ENTRY_MARKED;
}

static void survey(struct sheet *sheet)
{
    for (const struct entry *e = sheet->first; e; e = e->next) {
        if (e->kind == ENTRY_MARKED && e->rows > 1)
            sheet->grouping[e->column] = true;
        if (counts(e)) {
            sheet->marked[e->column] += e->kind == ENTRY_MARKED;
            sheet->plain[e->column] += e->kind == ENTRY_PLAIN;
        }
    }
}

static bool is_below(const struct entry *entry, const struct entry *group)
{
    return entry && entry->row < group->row + group->rows;
}

/* The nearest column right of the group's that has points beside it; COLUMNS if there is none. */
static int column_of_parts(const struct entry *group)
{
    int column = COLUMNS;
    for (const struct entry *e = group->next; is_below(e, group); e = e->next)
        if (e->kind >= ENTRY_MARKED && e->column > group->column && e->column < column)
            column = e->column;
    return column;
}

/* False where something is not clear; also where a part alone has all of the points: then the parts
 * are steps of a scale, one of which is given. */
static bool sum_of_parts(const struct entry *group, points *sum)
{
    int column = column_of_parts(group);
    long count = 0;
    bool scale = false;
    *sum = 0;
    for (const struct entry *e = group->next; is_below(e, group); e = e->next) {
        if (e->column != column)
            continue;
        if (e->kind == ENTRY_PLAIN || e->kind == ENTRY_UNCLEAR)
            return false;
        count += e->kind == ENTRY_MARKED;
        scale = scale || (e->kind == ENTRY_MARKED && e->value >= group->value);
        *sum += e->value;
    }
    return count > 0 && !(scale && count > 1);
}

/* Without points and the number in front. */
static const char *name_of(const struct sheet *sheet, const char *text)
{
    struct mark mark;
    struct match match;
    struct subject *subject = sheet->subject;
    if (mark_find(subject, text, 0, &mark))
        text = arena_copy_n(subject->arena, text, mark.start);
    if (pattern_find(subject->patterns,
                     "^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", text, 0, &match))
        text += match.end[0];
    return text_trim(subject->arena, text);
}

static struct spot spot_of_mark(const struct sheet *sheet, const struct passage *passage)
{
    struct mark mark;
    if (mark_find(sheet->subject, passage->text, 0, &mark))
        return spot_in(sheet->subject, passage, mark.start, mark.end);
    return spot_in(sheet->subject, passage, 0, strlen(passage->text));
}

static void check_group(const struct sheet *sheet, const struct entry *group)
{
    struct subject *subject = sheet->subject;
    points sum;
    if (sum_of_parts(group, &sum) && sum != group->value)
        FOUND(subject, RULE_POINTS_GROUP_SUM, spot_of_mark(sheet, group->passage),
              name_of(sheet, group->first->text), points_print(subject->arena, group->value),
              points_print(subject->arena, sum));
}

/* Whether so many cells of the column have points that the others must have some too: half where
 * they bear the points of groups, elsewhere four of five. */
static bool wants_points(const struct sheet *sheet, int column)
{
    long marked = sheet->marked[column], plain = sheet->plain[column];
    return sheet->grouping[column] ? marked >= 2 && marked >= plain
                                   : marked >= 4 && marked >= 4 * plain;
}

static void check_entry(const struct sheet *sheet, const struct entry *entry)
{
    if (entry->kind == ENTRY_MARKED && sheet->grouping[entry->column])
        check_group(sheet, entry);
    if (entry->kind == ENTRY_PLAIN && counts(entry) && entry->column != COLUMN_HEAD &&
        wants_points(sheet, entry->column))
        FOUND(sheet->subject, RULE_POINTS_MISSING, spot_of_mark(sheet, entry->passage),
              name_of(sheet, entry->first->text));
}

static void add_to_total(const struct sheet *sheet, struct total *total)
{
    int column = 0;
    while (column < COLUMNS && !sheet->grouping[column])
        column++;
    for (const struct entry *e = sheet->first; e; e = e->next) {
        if (e->column != column || !counts(e))
            continue;
        total->unclear = total->unclear || e->kind == ENTRY_PLAIN || e->kind == ENTRY_UNCLEAR;
        if (e->kind != ENTRY_MARKED)
            continue;
        points parts;
        total->sum += e->value;
        total->parts += sum_of_parts(e, &parts) ? parts : e->value;
        total->groups++;
        if (!total->passage)
            total->passage = e->passage;
    }
}

/* The full marks that the document tells; 100 if it tells none; 0 if it tells several. */
static points full_marks(const struct subject *subject)
{
    static const char told[] =
        "(?:满分|总分值?|合计|总计|共计)[为是：:]*\\s*([0-9]{1,5}(?:\\.[0-9]{1,2})?)\\s*分";
    enum { CUSTOMARY = 100 * 100 };
    points full = 0, value;
    struct match match;
    for (const struct passage *p = subject->passages; p; p = p->next) {
        if (!strstr(p->text, "分") || !pattern_find(subject->patterns, told, p->text, 0, &match) ||
            !points_read(match_text(subject->arena, p->text, &match, 1), &value))
            continue;
        if (full && full != value)
            return 0;
        full = value;
    }
    return full ? full : CUSTOMARY;
}

/* A sum that is far off is none of the whole scheme. Where the parts add up to the full marks, a
 * cell is at fault and reported. */
static void check_total(struct subject *subject, const struct total *total)
{
    points sum = total->sum;
    if (total->groups < 2 || total->unclear)
        return;
    points full = full_marks(subject);
    bool near = sum * 10 >= full * 9 && sum * 10 <= full * 11;
    if (!near || sum == full || total->parts == full)
        return;
    FOUND(subject, RULE_POINTS_TOTAL, spot_of(subject, total->passage),
          points_print(subject->arena, sum), points_print(subject->arena, full));
}

static const struct passage *check_table(struct subject *subject, const struct passage *p,
                                         struct total *total)
{
    struct sheet sheet = {.subject = subject, .table = p->table, .end = &sheet.first};
    p = read_table(&sheet, p);
    survey(&sheet);
    for (const struct entry *e = sheet.first; e; e = e->next)
        check_entry(&sheet, e);
    add_to_total(&sheet, total);
    return p;
}

void check_table_points(struct subject *subject)
{
    struct total total = {0};
    for (const struct passage *p = subject->passages; p;) {
        if (!text_equal(p->section->name, total.annex)) {
            check_total(subject, &total);
            total = (struct total){.annex = p->section->name};
        }
        p = p->table ? check_table(subject, p, &total) : p->next;
    }
    check_total(subject, &total);
}
