/* fill/merge.c: cells that go on the cell above. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

#define WIDTH "<w:tcW w:w=\"9\"/>"
#define CELL(text) "<w:tc><w:tcPr>" WIDTH "<w:shd/></w:tcPr>" P(text) "</w:tc>"
#define START(text)                                                                                \
    "<w:tc><w:tcPr>" WIDTH "<w:vMerge w:val=\"restart\"/><w:shd/></w:tcPr>" PP(text) "</w:tc>"
#define GOES_ON "<w:tc><w:tcPr>" WIDTH "<w:vMerge/><w:shd/></w:tcPr><w:p></w:p></w:tc>"
#define PLAIN(text) "<w:tc><w:tcPr>" WIDTH "<w:shd/></w:tcPr>" PP(text) "</w:tc>"
#define BARE(merge, blocks) "<w:tc><w:tcPr>" merge "</w:tcPr>" blocks "</w:tc>"

static void test_merge(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        /* equal texts, within the cell of the first column that merges */
        {TBL(TR(CELL("{{# row }}{{= @g }}{{ @g }}") CELL("{{= @h }}{{ @h }}")
                    CELL("{{ . }}{{/}}"))),
         TBL(TR(START("1") START("x") PLAIN("r1")) TR(GOES_ON GOES_ON PLAIN("r2"))
                 TR(START("2") START("x") PLAIN("r3")))},
        /* elements; the cell has the element as context */
        {TBL(TR(TC(P("{{# group/leaf }}{{= .. }}{{ @name }}")) TC(P("{{ . }}{{/}}")))),
         TBL(TR(BARE("<w:vMerge w:val=\"restart\"/>", PP("G")) TC(PP("l1")))
                 TR(BARE("<w:vMerge/>", "<w:p></w:p>") TC(PP("l2")))
                     TR(BARE("<w:vMerge w:val=\"restart\"/>", PP("H")) TC(PP("l3"))))},
        /* a row of another kind between them ends it */
        {TBL(TR(TC(P("{{# row }}{{= @h }}{{ @h }}"))) TR(TC(P("-{{/}}")))),
         TBL(TR(BARE("<w:vMerge w:val=\"restart\"/>", PP("x"))) TR(TC(PP("-")))
                 TR(BARE("<w:vMerge w:val=\"restart\"/>", PP("x"))) TR(TC(PP("-")))
                     TR(BARE("<w:vMerge w:val=\"restart\"/>", PP("x"))) TR(TC(PP("-"))))},
        /* inside a content control */
        {TBL(TR(TC("<w:sdt><w:sdtContent>" P(
             "{{# row }}{{= @g }}{{ @g }}") "</w:sdtContent></w:sdt>") TC(P("{{ . }}{{/}}")))),
         TBL(TR(BARE("<w:vMerge w:val=\"restart\"/>",
                     "<w:sdt><w:sdtContent>" PP("1") "</w:sdtContent></w:sdt>")
                    TC(PP("r1"))) TR(BARE("<w:vMerge/>", "<w:p></w:p>") TC(PP("r2")))
                 TR(BARE("<w:vMerge w:val=\"restart\"/>",
                         "<w:sdt><w:sdtContent>" PP("2") "</w:sdtContent></w:sdt>") TC(PP("r3"))))},
        {P("{{= title }}"),
         "t.docx: paragraph 1: error: the tag \"{{= title }}\" is not understood [tag-syntax]\n"},
    };
    assert_filled(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_merge, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
