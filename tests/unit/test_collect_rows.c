/* flow/collect_rows.c: a collection for spreadsheets and programs. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "collecting.h"
#include "flow/collect_rows.h"

static struct collecting c;

static int set_up(void **state)
{
    (void)state;
    collecting_begin(&c);
    collecting_form(&c, "x/甲.docx", "a",
                    "i1_score=2分 i1_done==1+1 i1_remark=a,\"b\" i3_score=9 i4_done=x");
    collecting_form(&c, "丙.docx", "c", "i4_done= i5_veto=未发生 filler=张三");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    collecting_end(&c);
    return 0;
}

static void test_csv(void **state)
{
    (void)state;
    struct buffer out = buffer_on(c.arena);
    collection_csv(collecting_done(&c), &out);
    assert_string_equal(
        buffer_text(&out),
        "\xEF\xBB\xBF"
        "部门,领域,指标编号,考核内容,分值,自评得分,扣分,否决情形,原样填写,部署落实情况,备注,问题,"
        "文件\r\n"
        "甲局,一,i1,甲乙共同,2分,2,,,2分,'=1+1,\"a,\"\"b\"\"\",,甲.docx\r\n"
        "乙局,一,i1,甲乙共同,2分,,,,,,,没有报送自评,\r\n"
        "乙局,一,i2,乙的指标,1.5分,,,,,,,没有报送自评,\r\n"
        "甲局,一,i3,甲的扣分,最高扣3分,,,,9,,,“9”高于3分,甲.docx\r\n"
        "甲局,二,i4,大家的,,,,,,x,,,甲.docx\r\n"
        "乙局,二,i4,大家的,,,,,,,,没有报送自评,\r\n"
        "乙局分局,二,i4,大家的,,,,,,,,,丙.docx\r\n"
        "乙局分局,二,i5,丙的否决,否决项,,,未发生,,,,,丙.docx\r\n");
}

static void test_json(void **state)
{
    (void)state;
    struct buffer out = buffer_on(c.arena);
    collection_json(collecting_done(&c), &out);
    static const char *const lines[] = {
        "{\"type\":\"department\",\"department\":\"a\",\"name\":\"甲局\",\"state\":\"answered\","
        "\"file\":\"甲.docx\",\"indicators\":3,\"full\":\"2\",\"score\":\"2\",\"deducted\":\"0\"}"
        "\n",
        "\"filler\":\"张三\"",
        "{\"type\":\"domain\",\"domain\":\"一\",\"indicators\":3,\"full\":\"3.5\",\"score\":\"2\","
        "\"deducted\":\"0\"}\n",
        "{\"type\":\"share\",\"domain\":\"一\",\"department\":\"a\",\"indicators\":2,\"full\":"
        "\"2\",\"score\":\"2\",\"deducted\":\"0\"}\n",
        "\"remark\":\"a,\\\"b\\\"\"",
        "{\"type\":\"problem\",\"topic\":\"score\",\"department\":\"a\",\"indicator\":\"i3\","
        "\"file\":\"甲.docx\",\"reason\":\"“9”高于3分\"}\n",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!strstr(buffer_text(&out), lines[i]))
            fail_msg("%s\nis not in\n%s", lines[i], buffer_text(&out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_csv, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
