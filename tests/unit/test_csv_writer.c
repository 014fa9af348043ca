/* sheet/csv_writer.c: rows for a spreadsheet. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/csv_writer.h"

static void expect_row(const char *const *cells, size_t count, const char *expected)
{
    struct arena *arena = arena_new();
    struct buffer out = buffer_on(arena);
    csv_row(&out, cells, count);
    assert_string_equal(buffer_text(&out), expected);
    arena_free(arena);
}

static void test_what_needs_quotation_marks(void **state)
{
    (void)state;
    const char *const cells[] = {"质量", "a,b", "他说\"好\"", "一\n二", "", NULL};
    expect_row(cells, 6, "质量,\"a,b\",\"他说\"\"好\"\"\",\"一\n二\",,\r\n");
}

static void test_formulas(void **state)
{
    (void)state;
    const char *const cells[] = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "＝1", "1-2", "=a,b"};
    expect_row(cells, 8, "'=1+1,'+86,'-1,'@SUM(A1),'\t=1,'＝1,1-2,\"'=a,b\"\r\n");
}

static void test_mark(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer out = buffer_on(arena);
    csv_begin(&out);
    assert_string_equal(buffer_text(&out), "\xEF\xBB\xBF");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_needs_quotation_marks),
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
