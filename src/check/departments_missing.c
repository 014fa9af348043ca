/* Indicators without a department, where others have one. */
#include "base/text.h"
#include "check/column.h"
#include "check/departments.h"

/* So many rows with a department make a column that is meant to be filled. */
enum { FILLED_LEAST = 3 };

/* Who judges a veto may be left open. */
static bool needs_department(const struct indicator *indicator)
{
    return indicator->kind != INDICATOR_VETO;
}

static void check_rubric(struct subject *subject, const struct rubric *rubric)
{
    size_t with = 0, without = 0;
    for (const struct indicator *i = rubric->indicators; i; i = i->next) {
        with += i->departments != NULL;
        without += !i->departments && needs_department(i);
    }
    if (with <= without)
        return;
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        if (!i->departments && needs_department(i))
            FOUND(subject, RULE_DEPARTMENT_MISSING, spot_of_node(subject, i->node), NULL);
}

/* Whether it is no sum. */
static bool is_indicator(const struct subject *subject, const struct passage *passage)
{
    return !matches(subject, "^\\s*(?:[合总小]\\s*计|[备備]注|说明|总分)", passage->text);
}

/* The first words of the next row of the table, outside the column that the header heads; NULL
 * ends. Start with the header itself. */
static const struct passage *row_next(const struct passage *header, const struct passage *previous)
{
    for (const struct passage *p = previous->next; p && p->table; p = p->next)
        if (p->table == header->table && p->row != header->row && p->row != previous->row &&
            p->cell->column != header->cell->column && !text_is_blank(p->text))
            return p;
    return NULL;
}

static const struct cell *cell_in_column(const struct passage *header, const struct row *row)
{
    const struct cell *cell = row->first;
    while (cell && cell->column != header->cell->column)
        cell = cell->next;
    return cell;
}

static bool is_blank(const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_FIELD || (run->kind == RUN_TEXT && !text_is_blank(run->text)))
            return false;
    return true;
}

/* Word files have no paragraph in an empty cell, where what is composed has one. */
static bool is_empty(const struct cell *cell)
{
    const struct block *only = cell->first;
    return cell->merge != MERGE_CONTINUED && cell->first == cell->last &&
           (!only || (only->kind == BLOCK_PARAGRAPH && is_blank(&only->paragraph)));
}

static bool lacks_department(const struct subject *subject, const struct passage *header,
                             const struct passage *indicator)
{
    const struct cell *cell = cell_in_column(header, indicator->row);
    return cell && is_empty(cell) && is_indicator(subject, indicator);
}

static void check_column(struct subject *subject, const struct passage *header)
{
    size_t with = 0, without = 0;
    for (const struct passage *p = header; (p = column_next(header, p));)
        with += !text_is_blank(p->text);
    for (const struct passage *p = header; (p = row_next(header, p));)
        without += lacks_department(subject, header, p);
    if (with < FILLED_LEAST || with <= without)
        return;
    for (const struct passage *p = header; (p = row_next(header, p));)
        if (lacks_department(subject, header, p))
            FOUND(subject, RULE_DEPARTMENT_MISSING, spot_of(subject, p), NULL);
}

static bool is_header(const struct passage *passage)
{
    return passage->row->header || passage->row == table_next_row(passage->table, NULL);
}

void check_indicators_without(struct subject *subject)
{
    if (subject->what->rubric) {
        check_rubric(subject, subject->what->rubric);
        return;
    }
    for (const struct passage *p = NULL; (p = column_of_departments(subject, p));)
        if (is_header(p))
            check_column(subject, p);
}
