/* sheet/formats.c: which formats show a day, an hour or a percentage. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/formats.h"
#include "support.h"

static void codes_show_parts_of_a_moment(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        unsigned shows;
    } cases[] = {
        {"General", 0},
        {"GENERAL\"分\"", 0},
        {"G/通用格式", 0},
        {"0.00", 0},
        {"#,##0.00;[Red]-#,##0.00", 0},
        {"0.00E+00", 0},
        {"0\"分\"", 0},
        {"@", 0},
        {"\"day\"0", 0},
        {"\\d0_d", 0},
        {"0%", SHOWS_PERCENT},
        {"0.00%;-0.00%", SHOWS_PERCENT},
        {"0;0%", 0},
        {"yyyy/m/d", SHOWS_DATE},
        {"yyyy\"年\"m\"月\"d\"日\"", SHOWS_DATE},
        {"[$-804]yyyy\"年\"m\"月\"d\"日\";@", SHOWS_DATE},
        {"yyyy\"年\"m\"月\"", SHOWS_YEAR | SHOWS_MONTH},
        {"m\"月\"d\"日\"", SHOWS_MONTH | SHOWS_DAY},
        {"e/m/d", SHOWS_DATE},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", SHOWS_DATE},
        {"aaaa", SHOWS_DATE},
        {"h:mm", SHOWS_TIME},
        {"mm:ss.0", SHOWS_TIME},
        {"h\"时\"mm\"分\"", SHOWS_TIME},
        {"上午/下午h:mm", SHOWS_TIME},
        {"h:mm AM/PM", SHOWS_TIME},
        {"YYYY-MM-DD HH:MM:SS", SHOWS_DATE | SHOWS_TIME},
        {"[h]:mm:ss", SHOWS_TIME | SHOWS_ELAPSED},
        {"[Red][h", 0},
        {"\"open", 0},
        {"\\", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (format_shows(cases[i].code) != cases[i].shows)
            fail_msg("%s: %u, not %u", cases[i].code, format_shows(cases[i].code), cases[i].shows);
}

static void cells_refer_to_formats_by_their_place(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct findings findings = findings_on(arena);
    struct xml_document *styles = parse_text(
        &findings, "<styleSheet><numFmts>"
                   "<numFmt numFmtId='177' formatCode='0%'/><numFmt numFmtId='176'/>"
                   "<numFmt numFmtId='14' formatCode='0.0'/></numFmts><cellStyleXfs><xf/>"
                   "</cellStyleXfs><cellXfs><xf/><xf numFmtId='177'/><xf numFmtId='14'/>"
                   "<xf numFmtId='31'/><xf numFmtId='176'/><xf numFmtId='58'/><xf numFmtId='x'/>"
                   "</cellXfs></styleSheet>");
    size_t count;
    const unsigned *formats = formats_read(arena, styles, &count);
    const unsigned expected[] = {0, SHOWS_PERCENT, 0, SHOWS_DATE, 0, SHOWS_MONTH | SHOWS_DAY, 0};
    assert_int_equal(count, 7);
    assert_memory_equal(formats, expected, sizeof expected);
    xml_document_free(styles);
    arena_free(arena);
}

static void styles_without_formats_have_none(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct findings findings = findings_on(arena);
    struct xml_document *styles = parse_text(&findings, "<styleSheet/>");
    size_t count;
    formats_read(arena, styles, &count);
    assert_int_equal(count, 0);
    xml_document_free(styles);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_show_parts_of_a_moment),
        cmocka_unit_test(cells_refer_to_formats_by_their_place),
        cmocka_unit_test(styles_without_formats_have_none),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
