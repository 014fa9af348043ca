/* What tests of rules share: a document built by hand, as a Word file gives it, and what a family
 * of rules finds in it. Included after cmocka.h. */
#ifndef CHECKING_H
#define CHECKING_H

#include "check/families.h"
#include "support.h"

struct checked {
    struct arena *arena;
    struct findings trouble, found;
    struct document document;
    struct section *section;
    struct block *table;
};

static inline struct checked checked_new(void)
{
    struct checked c = {.arena = arena_new()};
    c.trouble = findings_on(c.arena);
    c.found = findings_on(c.arena);
    return c;
}

static inline void checked_section(struct checked *c, const char *name)
{
    c->section = document_add_section(c->arena, &c->document, name);
}

static inline struct block *checked_words(struct checked *c, enum role role, const char *words)
{
    struct block *block = paragraph_new(c->arena, role, (struct origin){0});
    paragraph_add_text(c->arena, block, role, 0, words, (struct origin){0});
    return block;
}

static inline void checked_paragraph(struct checked *c, enum role role, const char *words)
{
    section_add_block(c->section, checked_words(c, role, words));
}

static inline void checked_table(struct checked *c, int columns)
{
    c->table = section_add_block(c->section, table_new(c->arena, (struct origin){0}));
    c->table->table.columns = columns;
}

/* "3:words" covers three rows, "^" continues the cell above, "=words" goes across the table, a line
 * feed parts paragraphs. */
static inline void checked_cell(struct checked *c, struct row *row, int column, const char *words)
{
    struct cell *cell = row_add_cell(c->arena, row);
    *cell = (struct cell){.column = column, .span = 1, .rows = 1};
    if (words[0] == '^') {
        cell->merge = MERGE_CONTINUED;
        return;
    }
    if (words[0] == '=') {
        cell->span = c->table->table.columns;
        words++;
    } else if (words[0] >= '1' && words[0] <= '9' && words[1] == ':') {
        cell->rows = words[0] - '0';
        cell->merge = MERGE_START;
        words += 2;
    }
    char *text = arena_copy(c->arena, words), *rest = NULL;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        cell_add_block(cell, checked_words(c, ROLE_TABLE_TEXT, line));
}

/* Cells are parted by |. */
static inline void checked_row(struct checked *c, const char *cells)
{
    struct row *row = table_add_row(c->arena, c->table, (struct origin){0});
    int column = 0;
    for (size_t length; *cells; cells += length + (cells[length] == '|')) {
        length = strcspn(cells, "|");
        checked_cell(c, row, column++, arena_copy_n(c->arena, cells, length));
    }
}

/* What the family finds, as findings_text tells it; then all is freed. */
static inline void assert_found(struct checked *c, void (*family)(struct subject *),
                                const char *expected)
{
    struct checking checking = {.document = &c->document};
    struct patterns *patterns = patterns_new(&c->trouble);
    struct subject subject = subject_of(&c->found, patterns, &checking);
    family(&subject);
    patterns_free(patterns);
    findings_sort(&c->found);
    assert_string_equal(findings_text(&c->trouble), "");
    assert_string_equal(findings_text(&c->found), expected);
    arena_free(c->arena);
}

#endif
