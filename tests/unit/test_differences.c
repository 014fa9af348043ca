/* flow/differences.c: a comparison as text and as JSON. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "flow/differences.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;

static const char comparison[] =
    "<diff old-id='r' old-title='甲' old-sum='5' new-id='s' new-title='乙' new-sum='6'>"
    "<item what='group' change='changed' old-line='4' line='5'>"
    "<field name='title' change='renamed' words='名称修改'>质量<ins>提升</ins></field>"
    "<field name='points'>5分</field></item>"
    "<item what='indicator' change='changed' old-id='a' id='b' line='9'>"
    "<field name='text'>开展“质量月”活动，每年不少于两次，全员参加。</field>"
    "<field name='points' change='rescored' words='分值调整'><del>1分</del><ins>2分</ins></field>"
    "<field name='evidence' change='evidence' words='印证材料修改'>文件<ins>\n照片</ins></field>"
    "</item>"
    "<item what='indicator' change='removed' old-id='c'>"
    "<field name='text'><del>删去的。</del></field></item>"
    "<domain name='质量' old='5' new='6' shift='1'/><domain name='安全' old='0' new='0' shift='0'/>"
    "<department name='公安局' id='ga' old='3' new='2.5' shift='-0.5'/>"
    "</diff>";

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document = parse_text(&findings, comparison);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static void test_text_in_english(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    differences_text(&out, xml_root(document), LANGUAGE_ENGLISH);
    assert_string_equal(buffer_text(&out),
                        "~ group renamed: 质量{+提升+}\n"
                        "~ indicator b (开展“质量月”活动，每年不少于两…) rescored: [-1分-]{+2分+}\n"
                        "~ indicator b (开展“质量月”活动，每年不少于两…) evidence: 文件{+ 照片+}\n"
                        "- indicator c: 删去的。\n"
                        "~ points of domain 质量: [-5-]{+6+} (+1)\n"
                        "~ points of department 公安局: [-3-]{+2.5+} (-0.5)\n"
                        "0 added, 1 removed, 2 changed; points 5 -> 6\n");
}

static void test_text_in_chinese(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    differences_text(&out, xml_root(document), LANGUAGE_CHINESE);
    assert_string_equal(buffer_text(&out),
                        "~ 指标组 名称修改：质量{+提升+}\n"
                        "~ 指标 b（开展“质量月”活动，每年不少于两…） 分值调整：[-1分-]{+2分+}\n"
                        "~ 指标 b（开展“质量月”活动，每年不少于两…） 印证材料修改：文件{+ 照片+}\n"
                        "- 指标 c：删去的。\n"
                        "~ 领域分值 质量：[-5-]{+6+} (+1)\n"
                        "~ 部门分值 公安局：[-3-]{+2.5+} (-0.5)\n"
                        "新增0处，删去1处，修改2处；合计5分→6分\n");
}

static void test_json(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    differences_json(&out, xml_root(document));
    assert_string_equal(
        buffer_text(&out),
        "{\"what\":\"group\",\"change\":\"renamed\",\"field\":\"title\",\"old\":\"质量\","
        "\"new\":\"质量提升\",\"marked\":\"质量{+提升+}\",\"old-line\":4,\"line\":5}\n"
        "{\"what\":\"indicator\",\"change\":\"rescored\",\"id\":\"b\",\"old-id\":\"a\","
        "\"field\":\"points\",\"text\":\"开展“质量月”活动，每年不少于两次，全员参加。\","
        "\"old\":\"1分\",\"new\":\"2分\",\"marked\":\"[-1分-]{+2分+}\",\"line\":9}\n"
        "{\"what\":\"indicator\",\"change\":\"evidence\",\"id\":\"b\",\"old-id\":\"a\","
        "\"field\":\"evidence\",\"text\":\"开展“质量月”活动，每年不少于两次，全员参加。\","
        "\"old\":\"文件\",\"new\":\"文件\\u000a照片\",\"marked\":\"文件{+\\u000a照片+}\","
        "\"line\":9}\n"
        "{\"what\":\"indicator\",\"change\":\"removed\",\"id\":\"c\",\"text\":\"删去的。\"}\n"
        "{\"what\":\"domain\",\"change\":\"shifted\",\"name\":\"质量\",\"old\":\"5\","
        "\"new\":\"6\",\"shift\":\"1\"}\n"
        "{\"what\":\"department\",\"change\":\"shifted\",\"id\":\"ga\",\"name\":\"公安局\","
        "\"old\":\"3\",\"new\":\"2.5\",\"shift\":\"-0.5\"}\n"
        "{\"what\":\"summary\",\"old-id\":\"r\",\"new-id\":\"s\",\"old-title\":\"甲\","
        "\"new-title\":\"乙\",\"old-sum\":\"5\",\"new-sum\":\"6\",\"removed\":1,\"changed\":2}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_text_in_english, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_in_chinese, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
