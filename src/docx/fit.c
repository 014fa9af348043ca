/* A text that must stay on one line: first it is condensed, then made smaller. */
#include "docx/fit.h"

#include "base/text.h"

enum { WHOLE = 100, TWIPS_IN_HALF_POINT = 10 };

/* Twips of a text at a size: a wide character takes a cell, every other half of one. */
static long text_width(const struct paragraph *paragraph, long size)
{
    long halves = 0;
    for (const struct run *run = paragraph->first; run; run = run->next)
        halves += run->kind == RUN_TEXT ? (long)text_halves(run->text) : 0;
    return halves * size * TWIPS_IN_HALF_POINT / 2;
}

static void fit_width(struct fit *fit, const struct role_style *role,
                      const struct paragraph *paragraph, long width)
{
    long natural = text_width(paragraph, role->size);
    if (natural <= 0 || natural <= width)
        return;
    fit->scale = WHOLE * width / natural;
    if (fit->scale >= role->narrowest)
        return;
    fit->scale = role->narrowest;
    fit->size = role->size * (WHOLE * width / role->narrowest) / natural;
    fit->line = role->line * fit->size / role->size;
}

/* Twips that the lines above take. */
static long height_above(const struct style *style, const struct block *above,
                         const struct block *block)
{
    long height = 0;
    for (; above && above != block; above = above->next)
        if (above->kind == BLOCK_PARAGRAPH)
            height += style->role[above->paragraph.role].line;
    return height;
}

static long space_above(const struct style *style, const struct role_style *role, long size,
                        const struct block *top, const struct block *block)
{
    long space = role->before - height_above(style, top, block) -
                 role->ink * size * TWIPS_IN_HALF_POINT / WHOLE;
    return space > 0 ? space : 0;
}

struct fit fit_of(const struct style *style, const struct block *top, const struct block *block,
                  long width)
{
    struct fit fit = {0};
    if (block->kind != BLOCK_PARAGRAPH)
        return fit;
    const struct role_style *role = &style->role[block->paragraph.role];
    if (!role->narrowest)
        return fit;
    fit = (struct fit){role->size, WHOLE, role->line, role->before, role->after};
    fit_width(&fit, role, &block->paragraph, width);
    if (role->from_top)
        fit.before = top ? space_above(style, role, fit.size, top, block) : 0;
    if (!top)
        fit.after = 0;
    return fit;
}

static const struct block *first_of_table(const struct block *block)
{
    const struct row *row = block->kind == BLOCK_TABLE ? table_next_row(&block->table, NULL) : NULL;
    const struct block *first = row && row->first ? row->first->first : NULL;
    return first && first->kind == BLOCK_PARAGRAPH ? first : NULL;
}

struct table_space table_space_of(const struct style *style, const struct block *top,
                                  const struct block *table)
{
    const struct block *first = first_of_table(table);
    const struct role_style *role = first ? &style->role[first->paragraph.role] : NULL;
    if (!role || !role->from_top)
        return (struct table_space){0, 0};
    return (struct table_space){space_above(style, role, role->size, top, table), role->after};
}
