/* Lines are filled as word processors do: Latin words stay whole, and marks that close or open stay
 * with the character that they belong to. */
#include "docx/height.h"

#include "base/text.h"
#include "docx/chart_size.h"

/* A character, and what is asked about it more than once. */
struct sign {
    uint32_t code; /* 0: none */
    bool han, wide;
    bool in_word; /* of letters or digits that stay together */
};

/* A line being filled. */
struct filling {
    long width;
    long used;
    long glued; /* at the end of what is used: does not part from what follows */
    long lines; /* before this one */
    struct sign last;
};

/* GB/T 15834: what stands at no line's start, and what at no line's end. */
#define CLOSING "，。、；：？！）》〉」』】〕”’％…—,.;:?!)]%"
#define OPENING "（《〈「『【〔“‘(["

static struct sign sign_of(uint32_t code)
{
    bool wide = code_is_wide(code);
    return (struct sign){code, code_is_han(code), wide, !wide && code > ' '};
}

/* Neither Han nor letters are among the marks, as most characters are. */
static bool is_mark(struct sign sign, const char *marks)
{
    return !sign.han && !code_is_latin(sign.code) && code_is_one_of(sign.code, marks);
}

static bool is_glued(struct sign before, struct sign sign)
{
    return (before.in_word && sign.in_word) || is_mark(sign, CLOSING) || is_mark(before, OPENING);
}

static void add_sign(struct filling *filling, struct sign sign, long advance)
{
    if (!filling->last.code || !is_glued(filling->last, sign))
        filling->glued = 0;
    if (filling->used + advance > filling->width && filling->used > 0) {
        bool moves = filling->glued < filling->used; /* else it is longer than a line */
        filling->used = moves ? filling->glued : 0;
        filling->glued = filling->used;
        filling->lines++;
    }
    filling->used += advance;
    filling->glued += advance;
    filling->last = sign;
}

enum { WIDE = 100, LETTER = 60, DIGIT = 50, GAP = 20 };

/* In 1/100 of a character's size. Chinese faces have digits of half a character, and so are most of
 * their letters; those of Western faces that stand in for them are rather wider. LibreOffice leaves
 * a gap between them and Han characters, even where it is told not to. */
static long advance_of(struct sign before, struct sign sign)
{
    long advance = sign.wide ? WIDE : code_is_digit(sign.code) ? DIGIT : LETTER;
    bool meets = (before.han && sign.in_word) || (before.in_word && sign.han);
    return meets ? advance + GAP : advance;
}

/* Han after Han, as most characters are: lines may part between them. */
static void add_han(struct filling *filling, uint32_t code, long advance)
{
    if (filling->used + advance > filling->width && filling->used > 0) {
        filling->used = 0;
        filling->lines++;
    }
    filling->used += advance;
    filling->glued = advance;
    filling->last.code = code;
}

static void add_text(struct filling *filling, const struct role_style *face, const char *text)
{
    const long wide = role_chars(face, WIDE);
    for (uint32_t code; (code = text_next(&text));) {
        if (filling->last.han && code_is_han(code)) {
            add_han(filling, code, wide);
            continue;
        }
        struct sign sign = sign_of(code);
        add_sign(filling, sign, role_chars(face, advance_of(filling->last, sign)));
    }
}

static void add_break(struct filling *filling)
{
    *filling = (struct filling){.width = filling->width, .lines = filling->lines + 1};
}

static void add_run(struct filling *filling, const struct style *style, const struct run *run,
                    const struct role_style *role)
{
    if (run->kind == RUN_TEXT)
        add_text(filling, &style->role[run->face], run->text);
    else if (run->kind == RUN_FIELD)
        filling->used += role_chars(role, role->blank);
    else
        add_break(filling);
}

static long line_height(const struct role_style *role)
{
    return role->line ? role->line : single_line(role->size, 0);
}

static long lines_height(const struct style *style, const struct paragraph *paragraph, long width)
{
    const struct role_style *role = &style->role[paragraph->role];
    struct filling filling = {.width = width - role_chars(role, role->left + role->right),
                              .used = role_chars(role, role->first_line)};
    for (const struct run *run = paragraph->first; run; run = run->next)
        add_run(&filling, style, run, role);
    return (filling.lines + 1) * line_height(role);
}

/* Whether two blocks stand without space between them. */
static bool is_close(const struct style *style, const struct block *above,
                     const struct block *below)
{
    if (!above || !below || above->kind != BLOCK_PARAGRAPH || below->kind != BLOCK_PARAGRAPH)
        return false;
    enum role role = above->paragraph.role;
    return below->paragraph.role == role || style->role[below->paragraph.role].joins == role;
}

/* w:sz of a border is in 1/8 pt; w:space is in points. */
static long rule_height(const struct rule_style *rule)
{
    return rule->size ? rule->size * 20 / 8 + rule->space * 20 : 0;
}

static long table_height(const struct style *style, const struct table *table, long width)
{
    long height = 0;
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        long tallest = 0;
        for (const struct cell *cell = row->first; cell; cell = cell->next) {
            long own = cell_height(style, table, cell, width);
            tallest = own > tallest ? own : tallest;
        }
        height += tallest;
    }
    return height;
}

long block_height(const struct style *style, const struct block *previous,
                  const struct block *block, long width)
{
    if (block->kind == BLOCK_TABLE)
        return table_height(style, &block->table, width);
    if (block->kind == BLOCK_CHART)
        return chart_height(style, &block->chart, width) + chart_space(style);
    const struct role_style *role = &style->role[block->paragraph.role];
    long height = lines_height(style, &block->paragraph, width);
    if (!is_close(style, previous, block))
        height += role->before + rule_height(&role->above);
    if (!is_close(style, block, block->next))
        height += role->after;
    return height + rule_height(&role->below);
}

long columns_width(const struct table *table, long width, int first, int count)
{
    enum { WHOLE = 10000 };
    long sum = 0;
    for (int i = first; i < first + count && i < table->columns; i++)
        sum += table->width[i] * width / WHOLE;
    if (first + count < table->columns)
        return sum;
    return width - columns_width(table, width, 0, first);
}

/* A text that keeps its distance from the type area's top has none from its neighbours in a cell.
 */
static long inner_height(const struct style *style, const struct block *previous,
                         const struct block *block, long width)
{
    if (block->kind == BLOCK_PARAGRAPH && style->role[block->paragraph.role].from_top)
        return style->role[block->paragraph.role].line;
    return block_height(style, previous, block, width);
}

long cell_height(const struct style *style, const struct table *table, const struct cell *cell,
                 long width)
{
    long inside = columns_width(table, width, cell->column, cell->span) - 2 * style->table.margin;
    long height = 0;
    const struct block *previous = NULL;
    for (const struct block *block = cell->first; block; previous = block, block = block->next)
        height += inner_height(style, previous, block, inside);
    return height > 0 ? height : line_height(&style->role[ROLE_TABLE_TEXT]);
}
