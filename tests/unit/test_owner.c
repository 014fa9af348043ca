/* intake/owner.c and intake/collection.c: whose form it is, and which one counts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "collecting.h"

static struct collecting c;

static int set_up(void **state)
{
    (void)state;
    collecting_begin(&c);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    collecting_end(&c);
    return 0;
}

/* The paths of the forms that count, by department; - for none. */
static const char *counted(const struct collection *collection)
{
    struct buffer out = buffer_on(c.arena);
    for (size_t i = 0; i < collection->seat_count; i++) {
        const struct form *form = collection->seats[i].form;
        buffer_printf(&out, "%s%s", i ? " " : "", form ? form->path : "-");
    }
    return buffer_text(&out);
}

static void test_what_the_properties_say(void **state)
{
    (void)state;
    collecting_form(&c, "1", " b\tc ", "");
    collecting_form(&c, "2", "a x", "");
    const struct collection *done = collecting_done(&c);
    assert_string_equal(counted(done), "2 1 1");
    assert_non_null(strstr(problems_text(done), "scheme 2 方案里没有“x”这个部门;"));
    assert_int_equal(done->answered, 3);
}

static void test_what_indicators_it_has(void **state)
{
    (void)state;
    collecting_form(&c, "1", NULL, "i1_score= i2_score= i4_done=");
    collecting_form(&c, "2", NULL, "i1_score= i3_score=");
    collecting_form(&c, "3", NULL, "i4_done= i5_veto=");
    assert_string_equal(counted(collecting_done(&c)), "2 1 3");
}

static void test_what_the_title_names(void **state)
{
    (void)state;
    collecting_form(&c, "1", NULL, "i1_score=")->title = "某市乙自评报告";
    collecting_form(&c, "2", NULL, "i1_score=")->title = "某市乙局分局\n自评报告";
    assert_string_equal(counted(collecting_done(&c)), "- 1 2");
}

static void test_nobody(void **state)
{
    (void)state;
    collecting_form(&c, "1", NULL, "i1_score=")->title = "甲局、乙局自评报告";
    const struct collection *done = collecting_done(&c);
    assert_string_equal(counted(done), "- - -");
    assert_string_equal(problems_text(done), "file 1 看不出是哪个部门的表;missing a 没有报送自评;"
                                             "missing b 没有报送自评;missing c 没有报送自评;");
}

static void test_another_scheme(void **state)
{
    (void)state;
    collecting_form(&c, "1", "a", "i1_score=2")->scheme = "s-2020";
    collecting_form(&c, "2", "b c", "");
    const struct collection *done = collecting_done(&c);
    assert_string_equal(counted(done), "- 2 2");
    assert_string_equal(done->seats[0].older->path, "1");
    assert_non_null(
        strstr(problems_text(done), "scheme a 1 表是按另一方案“s-2020”填的，不计入汇总;"));
}

static void test_twice(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *counted, *problem;
    } cases[] = {
        {"", "", "2 - -", "file a 1 还有一份表，采用“2”;"},
        {"date=2022年1月12日", "date=2022-01-11", "1 - -", "file a 2 还有一份表，采用“1”;"},
        {"date=2022年1月12日", "date=2022.1.12", "2 - -", "file a 1 还有一份表，采用“2”;"},
        {"date=2022.1.2", "date=某日", "1 - -", "file a 2 还有一份表，采用“1”;"},
        {"date=2022.2.30", "date=", "2 - -", "file a 1 还有一份表，采用“2”;"},
        {"date=99999999999999999999年1月1日", "", "2 - -", "file a 1 还有一份表，采用“2”;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        c.first = NULL;
        c.end = &c.first;
        collecting_form(&c, "1", "a", cases[i].first);
        collecting_form(&c, "2", "a", cases[i].second);
        const struct collection *done = collecting_done(&c);
        assert_string_equal(counted(done), cases[i].counted);
        if (!strstr(problems_text(done), cases[i].problem))
            fail_msg("%s", problems_text(done));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_the_properties_say, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_indicators_it_has, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_the_title_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nobody, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_another_scheme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_twice, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
