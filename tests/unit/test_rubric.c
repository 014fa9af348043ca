/* data/rubric.c: groups, indicators, sums. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/rubric.h"
#include "support.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static struct rubric *rubric_of(const char *inner)
{
    document = parse_text(&findings, arena_printf(arena, "<rubric>\n%s</rubric>", inner));
    assert_non_null(document);
    return rubric_read(&findings, xml_root(document));
}

static const char scheme[] =
    "<department id='a' name='甲局'/><department id='b' name='乙局'/>\n"
    "<group title='一'><group title='一一' numbered='each'>"
    "<indicator id='i1' points='2' departments='a b'><text>x</text></indicator>"
    "<indicator id='i2' points='0.55' departments='b'><text>x</text></indicator></group>"
    "<group title='一二' numbered='none'>"
    "<indicator id='i3' departments='a'><text>x</text><deduction each='0.5' most='3'/></indicator>"
    "<indicator id='i4'><text>x</text><deduction most='1'/></indicator></group></group>\n"
    "<group title='二'>"
    "<indicator id='i5'><text>x</text><veto result='D级'/></indicator>"
    "<indicator id='i6' points='0.45'><text>x</text></indicator>"
    "<indicator id='i7'><text>x</text></indicator></group>\n";

static void test_groups_in_the_order_of_the_rubric(void **state)
{
    (void)state;
    static const struct {
        const char *title, *parent;
        int level;
        enum numbering numbering;
        points sum;
    } cases[] = {
        {"一", NULL, 1, NUMBER_GROUP, 255},
        {"一一", "一", 2, NUMBER_EACH, 255},
        {"一二", "一", 2, NUMBER_NONE, 0},
        {"二", NULL, 1, NUMBER_GROUP, 45},
    };
    struct rubric *rubric = rubric_of(scheme);
    const struct group *group = rubric->groups;
    for (size_t i = 0; i < 4; i++, group = group->next) {
        assert_string_equal(xml_get(group->node, "title"), cases[i].title);
        assert_int_equal(group->parent != NULL, cases[i].parent != NULL);
        if (cases[i].parent)
            assert_string_equal(xml_get(group->parent->node, "title"), cases[i].parent);
        assert_int_equal(group->level, cases[i].level);
        assert_int_equal(group->numbering, cases[i].numbering);
        assert_int_equal(group->sum, cases[i].sum);
    }
    assert_null(group);
    assert_int_equal(rubric->sum, 300);
    assert_int_equal(findings.count, 0);
}

static void test_kinds_of_indicators(void **state)
{
    (void)state;
    static const struct {
        const char *id, *group;
        enum indicator_kind kind;
        points points, each, most;
    } cases[] = {
        {"i1", "一一", INDICATOR_POINTS, 200, 0, 0},
        {"i2", "一一", INDICATOR_POINTS, 55, 0, 0},
        {"i3", "一二", INDICATOR_DEDUCTION, 0, 50, 300},
        {"i4", "一二", INDICATOR_DEDUCTION, 0, 0, 100},
        {"i5", "二", INDICATOR_VETO, 0, 0, 0},
        {"i6", "二", INDICATOR_POINTS, 45, 0, 0},
        {"i7", "二", INDICATOR_PLAIN, 0, 0, 0},
    };
    struct rubric *rubric = rubric_of(scheme);
    const struct indicator *indicator = rubric->indicators;
    for (size_t i = 0; i < 7; i++, indicator = indicator->next) {
        assert_string_equal(indicator->id, cases[i].id);
        assert_string_equal(xml_get(indicator->group->node, "title"), cases[i].group);
        assert_int_equal(indicator->kind, cases[i].kind);
        assert_int_equal(indicator->points, cases[i].points);
        assert_int_equal(indicator->each, cases[i].each);
        assert_int_equal(indicator->most, cases[i].most);
        assert_ptr_equal(rubric_indicator(rubric, cases[i].id), indicator);
    }
    assert_null(indicator);
    assert_null(rubric_indicator(rubric, "i8"));
}

static void test_sums_of_departments(void **state)
{
    (void)state;
    struct rubric *rubric = rubric_of(scheme);
    assert_int_equal(rubric->departments->points, 200);
    assert_int_equal(rubric->departments->indicators, 2);
    assert_int_equal(rubric->departments->next->points, 255);
    assert_int_equal(rubric->departments->next->indicators, 2);
}

static void test_what_is_wrong(void **state)
{
    (void)state;
    rubric_of(
        "<department id='a' name='甲局'/>\n<department id='a' name='乙局'/>\n"
        "<group title='一'>\n"
        "<indicator id='x' points='1' departments='a c'><text>x</text></indicator>\n"
        "<indicator id='x' points='1'><text>x</text></indicator>\n"
        "<indicator id='y' points='1'><text>x</text><veto result='D级'/></indicator>\n"
        "<indicator id='z' points='1'><text>x</text><deduction most='1'/></indicator></group>");
    assert_string_equal(findings_subjects(&findings),
                        "test.xml:3 id-duplicate a;"
                        "test.xml:5 department-unknown c;"
                        "test.xml:7 indicator-points y;test.xml:8 indicator-points z;"
                        "test.xml:6 id-duplicate x;");
}

static const char *nested(int depth)
{
    struct buffer out = buffer_on(arena);
    for (int i = 0; i < depth; i++)
        buffer_add(&out, "<group title='组'>");
    buffer_add(&out, "<indicator id='x' points='1'><text>x</text></indicator>");
    for (int i = 0; i < depth; i++)
        buffer_add(&out, "</group>");
    return out.text;
}

static void test_the_depth_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct rubric *rubric = rubric_of(nested(LIMIT_GROUP_DEPTH));
    assert_int_equal(findings.count, 0);
    assert_int_equal(rubric->indicators->group->level, LIMIT_GROUP_DEPTH);
    xml_document_free(document);
    rubric = rubric_of(nested(LIMIT_GROUP_DEPTH + 1));
    assert_string_equal(findings_text(&findings),
                        arena_printf(arena, "test.xml:2 group-depth %d;", LIMIT_GROUP_DEPTH));
    assert_null(rubric->indicators);
}

/* So many elements of that name and with ids of their own, inside others. */
static const char *many(const char *before, const char *element, const char *after, int count)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, before);
    for (int i = 0; i < count; i++)
        buffer_printf(&out, element, i);
    buffer_add(&out, after);
    return buffer_text(&out);
}

static void test_counts_at_the_cap_and_past_it(void **state)
{
    (void)state;
    static const struct {
        const char *name, *before, *element, *after;
        int most;
    } cases[] = {
        {"department", "", "<department id='d%d' name='局'/>", "", STANDARD_DEPARTMENTS},
        {"group", "", "<group title='%d'/>", "", STANDARD_GROUPS},
        {"indicator", "<group title='一'>", "<indicator id='i%d'><text>x</text></indicator>",
         "</group>", STANDARD_INDICATORS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *element = cases[i].element;
        rubric_of(many(cases[i].before, element, cases[i].after, cases[i].most));
        assert_int_equal(findings.count, 0);
        xml_document_free(document);
        rubric_of(many(cases[i].before, element, cases[i].after, cases[i].most + 2));
        assert_string_equal(
            findings_text(&findings),
            arena_printf(arena, "test.xml:2 data-count %d|%s;", cases[i].most, cases[i].name));
        xml_document_free(document);
        document = NULL;
        findings = findings_on(arena);
    }
}

/* Characters, not bytes. */
static struct rubric *rubric_with_id(int characters)
{
    struct buffer id = buffer_on(arena);
    for (int i = 0; i < characters; i++)
        buffer_add(&id, "质");
    return rubric_of(arena_printf(
        arena, "<group title='一'><indicator id='%s'><text>x</text></indicator></group>", id.text));
}

static void test_an_id_at_the_cap_and_past_it(void **state)
{
    (void)state;
    rubric_with_id(LIMIT_INDICATOR_ID);
    assert_int_equal(findings.count, 0);
    xml_document_free(document);
    struct rubric *rubric = rubric_with_id(LIMIT_INDICATOR_ID + 1);
    assert_string_equal(findings_text(&findings),
                        arena_printf(arena, "test.xml:2 indicator-id %s|%d;",
                                     rubric->indicators->id, LIMIT_INDICATOR_ID));
}

static void test_everything_knows_its_position(void **state)
{
    (void)state;
    struct rubric *rubric = rubric_of(scheme);
    size_t department = 0, group = 0, indicator = 0;
    for (struct department *d = rubric->departments; d; d = d->next)
        assert_int_equal(d->index, department++);
    for (struct group *g = rubric->groups; g; g = g->next)
        assert_int_equal(g->index, group++);
    for (struct indicator *i = rubric->indicators; i; i = i->next)
        assert_int_equal(i->index, indicator++);
    assert_int_equal(rubric->group_count, group);
    assert_int_equal(rubric->indicator_count, indicator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_groups_in_the_order_of_the_rubric, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kinds_of_indicators, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sums_of_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_depth_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_counts_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_id_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_everything_knows_its_position, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
