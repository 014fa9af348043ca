/* docx/printed.c: a block that stands in many documents looks in each as if it stood there alone.
 * Runs in the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "writing.h"

enum { KEPT = 4, LINES_MOST = 40 };

static struct block *rows_block(int rows)
{
    static const int width[] = {5000, 10000};
    struct block *block = table_new(arena, nowhere);
    block->table.columns = 2;
    block->table.width = width;
    for (int i = 0; i < rows; i++) {
        struct row *row = table_add_row(arena, block, nowhere);
        for (int j = 0; j < 2; j++)
            cell_add_block(row_add_cell(arena, row), text_block(ROLE_TABLE_TEXT, "甲乙丙丁"));
        row->first->merge = i ? MERGE_CONTINUED : MERGE_START;
        row->first->rows = i ? 1 : rows;
    }
    return block;
}

static void make_blocks(struct block **blocks)
{
    blocks[0] = text_block(ROLE_HEADING_1, "一、总体要求");
    blocks[1] = text_block(ROLE_BODY, "各地各部门要高度重视，认真组织实施。");
    blocks[2] = rows_block(30);
    blocks[3] = text_block(ROLE_BODY, "以上事项，请认真落实。");
}

/* A document that begins with so many lines; copies of the blocks follow, in this order. */
static const char *written(struct block *const *blocks, const char *order, int lines, bool is_kept)
{
    document.first = document.last = NULL;
    section = document_add_section(arena, &document, "notice");
    for (int i = 0; i < lines; i++)
        add(ROLE_BODY, "先写的段落");
    for (; *order; order++) {
        struct block *copy = ARENA_NEW(arena, struct block);
        *copy = *blocks[*order - '0'];
        copy->keeper = is_kept ? copy->keeper : NULL;
        section_add_block(section, copy);
    }
    return body_written();
}

static const char *const orders[] = {"0123", "1032", "2", "22", "021", "210", "12"};

static void assert_same(struct block *const *blocks, int lines)
{
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        assert_string_equal(written(blocks, orders[i], lines, true),
                            written(blocks, orders[i], lines, false));
}

static void wherever_it_stands(void **state)
{
    (void)state;
    struct block *blocks[KEPT];
    make_blocks(blocks);
    for (int i = 0; i < KEPT; i++) {
        blocks[i]->keeper = ARENA_NEW(arena, struct keeper);
        blocks[i]->keeper->arena = arena;
    }
    for (int times = 0; times < 2; times++)
        for (int lines = 0; lines < LINES_MOST; lines++)
            assert_same(blocks, lines);
    for (int i = 0; i < KEPT; i++)
        assert_non_null(blocks[i]->keeper->printed);
}

/* Printed once, it is there to be taken: also when the block says something else by now, which it
 * never does. */
static void it_is_printed_once(void **state)
{
    (void)state;
    struct block *blocks[KEPT];
    make_blocks(blocks);
    blocks[1]->keeper = ARENA_NEW(arena, struct keeper);
    blocks[1]->keeper->arena = arena;
    const char *first = written(blocks, "013", 1, true);
    blocks[1]->paragraph.first->text = "别的话";
    assert_string_equal(written(blocks, "013", 1, true), first);
    assert_holds(written(blocks, "103", 1, true), "别的话");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wherever_it_stands, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_printed_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
