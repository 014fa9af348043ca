/* How a text is kept on one line, and at its distance from the type area's top. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/fit.h"

/* The mark's characters are CHARACTER wide, five of them fill a line; its ink begins a tenth of
 * them below the top of the line. */
enum {
    SIZE = 40,
    CHARACTER = 400,
    INK = 10,
    LINE = 500,
    BEFORE = 2000,
    AFTER = 300,
    WIDTH = 5 * CHARACTER,
    LINE_ABOVE = 600,
};

static struct arena *arena;
static struct style style;
static struct document document;
static struct section *section;
static const struct origin nowhere;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    style = (struct style){0};
    for (int i = 0; i < ROLE_COUNT; i++)
        style.role[i] = (struct role_style){.size = SIZE, .line = LINE_ABOVE, .joins = ROLE_COUNT};
    style.role[ROLE_ISSUER_MARK] = (struct role_style){
        .size = SIZE,
        .line = LINE,
        .before = BEFORE,
        .after = AFTER,
        .from_top = true,
        .ink = INK,
        .narrowest = 50,
        .joins = ROLE_COUNT,
    };
    document = (struct document){.lang = "zh-CN"};
    section = document_add_section(arena, &document, "notice");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct block *paragraph_of(enum role role, const char *text)
{
    struct block *block = paragraph_new(arena, role, nowhere);
    paragraph_add_text(arena, block, role, 0, text, nowhere);
    return block;
}

static struct block *add(enum role role, const char *text)
{
    return section_add_block(section, paragraph_of(role, text));
}

/* A table whose first cell begins with a block. */
static struct block *add_table(struct block *first)
{
    struct block *table = table_new(arena, nowhere);
    struct cell *cell = row_add_cell(arena, table_add_row(arena, table, nowhere));
    if (first)
        cell_add_block(cell, first);
    return section_add_block(section, table);
}

static void add_run(struct block *block, enum run_kind kind)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .face = block->paragraph.role, .text = "十个字宽的提示不算"};
    paragraph_add_run(block, run);
}

static struct fit fit_in_section(const struct block *block)
{
    return fit_of(&style, section->first, block, WIDTH);
}

static void assert_fit(struct fit fit, struct fit expected)
{
    assert_int_equal(fit.size, expected.size);
    assert_int_equal(fit.scale, expected.scale);
    assert_int_equal(fit.line, expected.line);
    assert_int_equal(fit.before, expected.before);
    assert_int_equal(fit.after, expected.after);
}

/* The ink of a character of that size begins at `before` below the type area's top. */
static long below_top(long size)
{
    return BEFORE - size * 10 * INK / 100;
}

static void what_fits_keeps_its_size(void **state)
{
    static const char *const texts[] = {"", "机关", "某市质监局", "2025年质量", "1234567890"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct block *block = paragraph_of(ROLE_ISSUER_MARK, texts[i]);
        assert_fit(fit_of(&style, block, block, WIDTH),
                   (struct fit){SIZE, 100, LINE, below_top(SIZE), AFTER});
    }
}

static void what_does_not_fit_is_condensed(void **state)
{
    static const struct {
        const char *text;
        long scale;
    } cases[] = {
        {"某市质监局1", 90},
        {"某市质监局局", 83},
        {"某某市质量领导小", 62},
        {"某某市质量领导小组办", 50},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct block *block = paragraph_of(ROLE_ISSUER_MARK, cases[i].text);
        assert_fit(fit_of(&style, block, block, WIDTH),
                   (struct fit){SIZE, cases[i].scale, LINE, below_top(SIZE), AFTER});
    }
}

/* Sixteen characters of 12.5 pt, half as wide, are five of 20 pt. Their smaller ink begins nearer
 * to the top of their line. */
static void what_is_narrowest_is_made_smaller(void **state)
{
    enum { SMALLER = 25 };
    (void)state;
    struct block *block = add(ROLE_ISSUER_MARK, "某某市质量强市领导小组办公室文件");
    assert_fit(fit_in_section(block),
               (struct fit){SMALLER, 50, LINE * SMALLER / SIZE, below_top(SMALLER), AFTER});
}

static void only_text_is_measured(void **state)
{
    (void)state;
    struct block *block = add(ROLE_ISSUER_MARK, "某市质监局");
    add_run(block, RUN_BREAK);
    add_run(block, RUN_FIELD);
    assert_fit(fit_in_section(block), (struct fit){SIZE, 100, LINE, below_top(SIZE), AFTER});
}

static void lines_above_count_for_the_distance(void **state)
{
    (void)state;
    add(ROLE_COPY_NUMBER, "000012");
    struct block *block = add(ROLE_ISSUER_MARK, "机关");
    add(ROLE_DOCUMENT_NUMBER, "某发〔2025〕1号");
    assert_int_equal(fit_in_section(block).before, below_top(SIZE) - LINE_ABOVE);
}

static void more_lines_than_the_distance_leave_no_space(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++)
        add(ROLE_COPY_NUMBER, "000012");
    assert_int_equal(fit_in_section(add(ROLE_ISSUER_MARK, "机关")).before, 0);
}

static void without_from_top_the_space_is_that_of_the_role(void **state)
{
    (void)state;
    style.role[ROLE_ISSUER_MARK].from_top = false;
    add(ROLE_COPY_NUMBER, "000012");
    assert_fit(fit_in_section(add(ROLE_ISSUER_MARK, "机关")),
               (struct fit){SIZE, 100, LINE, BEFORE, AFTER});
}

/* The space is the table's. */
static void in_a_cell_there_is_no_space(void **state)
{
    (void)state;
    struct block *block = paragraph_of(ROLE_ISSUER_MARK, "某某市质量领导小");
    assert_fit(fit_of(&style, NULL, block, WIDTH), (struct fit){SIZE, 62, LINE, 0, 0});
}

static void other_roles_wrap(void **state)
{
    (void)state;
    struct block *body = add(ROLE_BODY, "比一行更长的正文照旧回行");
    assert_fit(fit_in_section(body), (struct fit){0});
    assert_fit(fit_in_section(add_table(NULL)), (struct fit){0});
}

static void assert_space(const struct block *block, long above, long below)
{
    struct table_space space = table_space_of(&style, section->first, block);
    assert_int_equal(space.above, above);
    assert_int_equal(space.below, below);
}

static void a_table_of_marks_keeps_their_distance(void **state)
{
    (void)state;
    add(ROLE_COPY_NUMBER, "000012");
    assert_space(add_table(paragraph_of(ROLE_ISSUER_MARK, "机关")), below_top(SIZE) - LINE_ABOVE,
                 AFTER);
}

static void other_tables_have_no_space(void **state)
{
    (void)state;
    assert_space(add_table(NULL), 0, 0);
    assert_space(add_table(paragraph_of(ROLE_TABLE_TEXT, "机关")), 0, 0);
    assert_space(add_table(table_new(arena, nowhere)), 0, 0);
    assert_space(add(ROLE_ISSUER_MARK, "机关"), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_fits_keeps_its_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_does_not_fit_is_condensed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_narrowest_is_made_smaller, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_text_is_measured, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_above_count_for_the_distance, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_lines_than_the_distance_leave_no_space, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(without_from_top_the_space_is_that_of_the_role, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(in_a_cell_there_is_no_space, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_roles_wrap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_of_marks_keeps_their_distance, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_tables_have_no_space, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
