/* fill/outside.c: what looks like a tag where none is worked out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

#define STAYS(tag, place)                                                                          \
    "t.docx: paragraph 1: warning: \"" tag "\" stays as it is: no tag is worked out in " place     \
    " [fill-outside]\n"
#define RUN(inside) "<w:p><w:r>" inside "</w:r></w:p>"

static void test_outside(void **state)
{
    (void)state;
    static const struct {
        const char *body, *told;
    } cases[] = {
        {RUN("<m:oMath><m:r><m:t>{{ title }}</m:t></m:r></m:oMath>"),
         STAYS("{{ title }}", "a formula")},
        {RUN("<w:instrText> HYPERLINK {{ @name }} x</w:instrText>"),
         STAYS("{{ @name }}", "the code of a field")},
        {RUN("<w:ruby><w:rt>" R("{{ title }}") "</w:rt></w:ruby>"),
         STAYS("{{ title }}", "a phonetic guide or the like")},
        {RUN("<w:drawing><wp:docPr id='1' descr='a {{ title }} {{ x'/></w:drawing>"),
         STAYS("{{ title }}", "a property, as the text in place of a picture")
             STAYS("{{ x'/>", "a property, as the text in place of a picture")},
        {P("｛｛ title ｝｝ a ｛｛ b") P("{{ title }}"),
         STAYS("｛｛ title ｝｝", "full-width braces") STAYS("｛｛ b", "full-width braces")},
        {P("｛｛ title ｝｝"), STAYS("｛｛ title ｝｝", "full-width braces")},
        /* what is gone, and what is no tag */
        {RUN("<w:delText>{{ x }}</w:delText>"), ""},
        {"<w:p><w:moveFrom><w:r>" T("{{ x }}") "</w:r></w:moveFrom></w:p>", ""},
        {P("｛ {{ title }} ｝"), ""},
        {"<w:p><w:sdt><w:sdtContent><w:ins>" R(
             "{{ title }}") "</w:ins></w:sdtContent></w:sdt></w:p>",
         ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct filled filled = fill_with(cases[i].body, (struct word_parts){0}, data_text);
        assert_non_null(filled.package.bytes);
        assert_string_equal(findings_messages(&filled.findings), cases[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_outside, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
