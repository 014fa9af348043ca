/* scheme/match.c and groups.c: which department and which group is which. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scheme/match.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *documents[SIDES];

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The old index of each new thing, - for none, with blanks between. */
static const char *partners_of(const struct pairing *pairing)
{
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < pairing->count[SIDE_NEW]; i++) {
        long partner = pairing->partner[SIDE_NEW][i];
        buffer_add(&out, i ? " " : "");
        buffer_add(&out, partner < 0 ? "-" : arena_printf(arena, "%ld", partner));
    }
    return buffer_text(&out);
}

static struct match match_of(const char *old, const char *new)
{
    const char *const texts[] = {old, new};
    const struct rubric *rubrics[SIDES];
    for (int side = 0; side < SIDES; side++) {
        documents[side] =
            parse_text(&findings, arena_printf(arena, "<rubric>%s</rubric>", texts[side]));
        rubrics[side] = rubric_read(&findings, xml_root(documents[side]));
    }
    assert_int_equal(findings.count, 0);
    return scheme_match(arena, rubrics[SIDE_OLD], rubrics[SIDE_NEW]);
}

static const char *departments(const char *old, const char *new)
{
    struct match match = match_of(old, new);
    const char *partners = partners_of(&match.of_departments);
    xml_document_free(documents[SIDE_OLD]);
    xml_document_free(documents[SIDE_NEW]);
    return partners;
}

static const char *groups(const char *old, const char *new)
{
    struct match match = match_of(old, new);
    const char *partners = partners_of(&match.of_groups);
    xml_document_free(documents[SIDE_OLD]);
    xml_document_free(documents[SIDE_NEW]);
    return partners;
}

static void test_departments(void **state)
{
    (void)state;
    static const char old[] = "<department id='d1' name='公安局'/>"
                              "<department id='d2' name='市场监督管理局'><short>市监局</short>"
                              "</department>";
    static const struct {
        const char *new, *partners;
    } cases[] = {
        {"<department id='d1' name='公安局'/><department id='d2' name='质量监督局'/>", "0 1"},
        {"<department id='d1' name='市场监督管理局'/><department id='d2' name='公安局'/>", "1 0"},
        {"<department id='x' name='市监局'/><department id='y' name='市场监管局'/>", "1 -"},
        {"<department id='x' name='市场监管局'/><department id='y' name='水利局'/>", "1 -"},
        {"<department id='x' name='体育局'/>", "-"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(departments(old, cases[i].new), cases[i].partners);
}

#define A "<indicator id='a'><text>开展质量提升行动。</text></indicator>"
#define B "<indicator id='b'><text>配备首席质量官。</text></indicator>"
#define C "<indicator id='c'><text>推行绿色认证。</text></indicator>"

static void test_groups(void **state)
{
    (void)state;
    static const char old[] = "<group title='质量'><group title='行动'>" A "</group></group>"
                              "<group title='其他'>" B C "</group>";
    static const struct {
        const char *new, *partners;
    } cases[] = {
        {"<group title='质量'><group title='行动'>" A "</group></group>"
         "<group title='其他'>" B C "</group>",
         "0 1 2"},
        {"<group title='保障'>" B C "</group><group title='质量'><group title='行动'>" A
         "</group></group>",
         "2 0 1"},
        {"<group title='质量'><group title='措施'>" A "</group></group>"
         "<group title='其他'>" B "</group><group title='认证'>" C "</group>",
         "0 1 2 -"},
        {"<group title='其他'/><group title='全新'/>", "2 -"},
        {"<group title='总'><group title='质量'><group title='行动'>" A "</group></group></group>",
         "- 0 1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(groups(old, cases[i].new), cases[i].partners);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_groups, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
