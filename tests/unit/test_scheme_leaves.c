/* scheme/leaves.c: which indicator is which. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "scheme/match.h"
#include "on_arena.h"

/* The old index of each new indicator, - for none, with blanks between. */
static const char *partners(const char *old, const char *new)
{
    struct xml_document *a = parse_text(&findings, arena_printf(arena, "<rubric>%s</rubric>", old));
    struct xml_document *b = parse_text(&findings, arena_printf(arena, "<rubric>%s</rubric>", new));
    struct match match = scheme_match(arena, rubric_read(&findings, xml_root(a)),
                                      rubric_read(&findings, xml_root(b)));
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < match.of_leaves.count[SIDE_NEW]; i++) {
        long partner = match.of_leaves.partner[SIDE_NEW][i];
        buffer_add(&out, i ? " " : "");
        buffer_add(&out, partner < 0 ? "-" : arena_printf(arena, "%ld", partner));
    }
    assert_int_equal(findings.count, 0);
    xml_document_free(a);
    xml_document_free(b);
    return buffer_text(&out);
}

static const char *leaf(const char *id, const char *text)
{
    return arena_printf(arena, "<indicator id='%s'><text>%s</text></indicator>", id, text);
}

static const char *group(const char *title, const char *inner)
{
    return arena_printf(arena, "<group title='%s'>%s</group>", title, inner);
}

static const char *both(const char *a, const char *b)
{
    return arena_printf(arena, "%s%s", a, b);
}

static void test_without_indicators(void **state)
{
    (void)state;
    assert_string_equal(partners(group("甲", ""), group("甲", "")), "");
    assert_string_equal(partners(group("甲", ""), group("甲", leaf("a", "甲"))), "-");
}

/* Though the first of the old ones is nearest to both. */
static void test_the_whole_scheme_counts(void **state)
{
    (void)state;
    const char *old = group(
        "甲", both(leaf("a", "开展农产品质量安全监测。"), leaf("b", "开展农产品质量抽检工作。")));
    const char *new = group("甲", both(leaf("x", "开展农产品质量安全抽检。"),
                                       leaf("y", "开展农产品质量安全监测工作。")));
    assert_string_equal(partners(old, new), "1 0");
}

/* The same words, told apart by group or order alone. */
static void test_equal_texts(void **state)
{
    (void)state;
    const char *one = leaf("a", "无。"), *two = leaf("b", "无。");
    assert_string_equal(
        partners(both(group("甲", one), group("乙", two)),
                 both(group("乙", leaf("x", "无。")), group("甲", leaf("y", "无。")))),
        "1 0");
    assert_string_equal(partners(group("甲", both(one, two)),
                                 group("甲", both(leaf("x", "无。"), leaf("y", "无。")))),
                        "0 1");
}

/* Marks alone: there is nothing to compare but the text itself. */
static void test_texts_without_words(void **state)
{
    (void)state;
    assert_string_equal(partners(group("甲", leaf("a", "……")), group("甲", leaf("b", "……"))), "0");
    assert_string_equal(partners(group("甲", leaf("a", "……")), group("甲", leaf("a", "——"))), "-");
}

/* All are as like the old one; only the last has its points, too. */
static const char *as_like(int count)
{
    struct buffer out = buffer_on(arena);
    for (int i = 0; i < count; i++)
        buffer_printf(&out,
                      "<indicator id='x%d' points='%d'><text>质量提升行动第%c。</text></indicator>",
                      i, i + 1 == count ? 2 : 1, 'A' + i);
    return group("甲", buffer_text(&out));
}

static void test_likely_ones_at_the_cap_and_past_it(void **state)
{
    (void)state;
    const char *old = group("甲", "<indicator id='a' points='2'><text>质量提升行动第。</text>"
                                  "</indicator>");
    assert_string_equal(partners(old, as_like(LIMIT_LIKELY)), "- - - - - - - - - - - 0");
    assert_string_equal(partners(old, as_like(LIMIT_LIKELY + 1)), "0 - - - - - - - - - - - -");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_without_indicators, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_whole_scheme_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_texts_without_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_likely_ones_at_the_cap_and_past_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
