/* scheme/marking.c: two versions of a text in one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "scheme/marking.h"
#include "on_arena.h"
#include "standard.h"

/* With [-…-] for <del> and {+…+} for <ins>. */
static const char *marked(enum grain grain, const char *old, const char *new)
{
    struct xml_document *document = xml_document_new("field");
    struct xml_node *root = xml_root(document);
    struct buffer out = buffer_on(arena);
    const char *text;
    mark_versions(root, grain, old, new);
    for (struct xml_node *part = NULL; (part = xml_next_part(root, part, &text));)
        if (text)
            buffer_add(&out, text);
        else
            buffer_printf(&out, xml_is(part, "del") ? "[-%s-]" : "{+%s+}",
                          xml_raw_content(arena, part));
    xml_document_free(document);
    return buffer_text(&out);
}

static void test_words_are_marked(void **state)
{
    (void)state;
    static const struct {
        const char *old, *new, *marked;
    } cases[] = {
        {"", "", ""},
        {"开展质量提升行动。", "开展质量提升行动。", "开展质量提升行动。"},
        {"", "开展质量提升行动。", "{+开展质量提升行动。+}"},
        {"开展质量提升行动。", "", "[-开展质量提升行动。-]"},
        {"开展质量监测活动。", "开展质量检查活动。", "开展质量[-监测-]{+检查+}活动。"},
        {"开展质量活动。", "深入开展质量活动。", "{+深入+}开展质量活动。"},
        {"开展质量活动，成效明显。", "开展质量活动。", "开展质量活动[-，成效明显-]。"},
        {"全年开展2次。", "全年开展12次。", "全年开展[-2-]{+12+}次。"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(marked(GRAIN_WORD, cases[i].old, cases[i].new), cases[i].marked);
}

/* One character between two replacements would only disturb. */
static void test_what_is_hardly_apart_is_one_change(void **state)
{
    (void)state;
    assert_string_equal(marked(GRAIN_WORD, "市场的监测。", "学校的检查。"),
                        "[-市场的监测-]{+学校的检查+}。");
    assert_string_equal(marked(GRAIN_WORD, "市场，监测。", "市场监管，监测结果。"),
                        "市场{+监管+}，监测{+结果+}。");
}

static void test_names_of_a_list(void **state)
{
    (void)state;
    assert_string_equal(marked(GRAIN_NAME, "公安局、教育局", "公安局、体育局"),
                        "公安局、[-教育局-]{+体育局+}");
    assert_string_equal(marked(GRAIN_NAME, "公安局", "公安局、水利局"), "公安局{+、水利局+}");
    assert_string_equal(marked(GRAIN_NAME, "公安局、水利局", "水利局"), "[-公安局、-]水利局");
}

static void test_what_is_replaced_whole(void **state)
{
    (void)state;
    assert_string_equal(marked(GRAIN_ALL, "2分", "3分"), "[-2分-]{+3分+}");
    assert_string_equal(marked(GRAIN_ALL, "2分", "2分"), "2分");
}

/* So many names, all of them others than those of another letter but for one in the middle. Of n
 * names and the commas between them there are 2n - 1 words. */
static const char *names(const char *before, char letter, int count)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, before);
    for (int i = 0; i < count; i++)
        if (i == count / 2)
            buffer_add(&out, "、同局");
        else
            buffer_printf(&out, "%s%c%d", i ? "、" : "", letter, i);
    return buffer_text(&out);
}

static void test_words_at_the_cap_and_past_it(void **state)
{
    (void)state;
    enum { HALF = STANDARD_WORDS_COMPARED / 2 };
    const char *within = marked(GRAIN_NAME, names("、", 'a', HALF), names("", 'b', HALF));
    assert_non_null(strstr(within, "}、同局、["));
    const char *old = names("", 'a', HALF + 1), *new = names("", 'b', HALF);
    assert_string_equal(marked(GRAIN_NAME, old, new),
                        arena_printf(arena, "[-%s-]{+%s+}", old, new));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_words_are_marked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_hardly_apart_is_one_change, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names_of_a_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_replaced_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_at_the_cap_and_past_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
