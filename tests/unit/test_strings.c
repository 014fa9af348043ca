/* sheet/strings.c: the texts of cells, whatever runs and escapes they are made of. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/strings.h"
#include "on_arena.h"

static void texts_are_cleaned(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {" \n\xE3\x80\x80", ""},
        {" a b ", "a b"},
        {"　\u00A0a　b\u00A0", "a　b"},
        {"a\r\nb\rc\nd\r", "a\nb\nc\nd"},
        {"a_x000D_\nb_x000D_c", "a\nb\nc"},
        {"a_x000a_b_x0009_c", "a\nb\tc"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x4E2D_", "中"},
        {"a_x0007_b_xD800_c_xFFFF_d_x0000_e", "a b c d e"},
        {"_x00D_ _x000G_ _x_ __x0041_", "_x00D_ _x000G_ _x_ _A"},
        {"_", "_"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(string_of_cell(arena, cases[i][0]), cases[i][1]);
}

static void runs_are_joined_without_readings(void **state)
{
    (void)state;
    static const char *const texts[] = {"一", "", "（2 分）"};
    struct xml_document *shared = parse_text(
        &findings, "<sst><si><t>一</t></si><si/><si><r><rPr><b/></rPr><t xml:space='preserve'>（2 "
                   "</t></r><r><t>分）</t></r><r/><rPh sb='0' eb='1'><t>fen</t></rPh>"
                   "<phoneticPr/></si></sst>");
    struct buffer runs = buffer_on(arena);
    struct xml_node *node = xml_first(xml_root(shared));
    for (size_t i = 0; i < 3; i++, node = xml_next(node))
        assert_string_equal(string_read(&runs, node), texts[i]);
    assert_null(node);
    xml_document_free(shared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_are_cleaned, set_up, tear_down),
        cmocka_unit_test_setup_teardown(runs_are_joined_without_readings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
