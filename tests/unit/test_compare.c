/* scheme/compare.c: what differs between two rubrics, told as lines of text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/schemas.h"
#include "base/text.h"
#include "flow/differences.h"
#include "scheme/scheme.h"
#include "on_arena.h"

static struct xml_document *rubric_document(const char *inner)
{
    struct xml_document *document = parse_text(
        &findings, arena_printf(arena, "<rubric id='r' title='方案'>%s</rubric>", inner));
    assert_non_null(document);
    schema_check(&findings, &rubric_schema, document);
    assert_string_equal(findings_text(&findings), "");
    return document;
}

/* The lines of text but for the last, which counts them; and the XML obeys its schema. */
static const char *compared(const char *old, const char *new)
{
    struct xml_document *a = rubric_document(old), *b = rubric_document(new);
    struct xml_document *result = scheme_compare(arena, rubric_read(&findings, xml_root(a)),
                                                 rubric_read(&findings, xml_root(b)));
    struct buffer out = buffer_on(arena);
    schema_check(&findings, &diff_schema, result);
    assert_string_equal(findings_text(&findings), "");
    differences_text(&out, xml_root(result), LANGUAGE_ENGLISH);
    xml_document_free(a);
    xml_document_free(b);
    xml_document_free(result);
    const char *text = buffer_text(&out), *last = text_back(text, text + out.length);
    while (last > text && last[-1] != '\n')
        last--;
    return arena_copy_n(arena, text, (size_t)(last - text));
}

#define DEPARTMENTS                                                                                \
    "<department id='ga' name='公安局'/><department id='jy' name='教育局'/>"                 \
    "<department id='all' name='各相关部门' group='true'/>"
#define TEXT "开展质量提升行动。"
#define OTHER "配备首席质量官。"
#define HEAD DEPARTMENTS "<group title='质量发展' marks='5'><group title='提升'>"
#define FIRST "<indicator id='a' points='2' departments='ga'><text>" TEXT "</text></indicator>"
#define SECOND                                                                                     \
    "<indicator id='b' points='3' departments='ga jy'><text>" OTHER                                \
    "</text><evidence>文件</evidence><remark>一次性</remark></indicator>"
#define MIDDLE "</group></group><group title='质量安全'>"
#define THIRD                                                                                      \
    "<indicator id='c' departments='all'><text>发生重大质量事故。</text>"                 \
    "<deduction each='1' most='2'/></indicator>"
#define TAIL "</group>"
#define SCHEME HEAD FIRST SECOND MIDDLE THIRD TAIL

static void test_a_scheme_is_the_same_as_itself(void **state)
{
    (void)state;
    assert_string_equal(compared(SCHEME, SCHEME), "");
}

static void test_what_is_no_difference(void **state)
{
    (void)state;
    assert_string_equal(
        compared(SCHEME, HEAD "\n<!-- a --><indicator points='2.00' departments=' ga '\n id='a'>"
                              "<text>\n " TEXT "\n</text>\n</indicator>" SECOND MIDDLE THIRD TAIL),
        "");
}

static void test_single_changes(void **state)
{
    (void)state;
    static const struct {
        const char *name, *new, *said;
    } cases[] = {
        {"reworded",
         HEAD "<indicator id='a' points='2' departments='ga'><text>开展质量检查行动。</text>"
              "</indicator>" SECOND MIDDLE THIRD TAIL,
         "~ indicator a reworded: 开展质量[-提升-]{+检查+}行动。\n"},
        {"rescored",
         HEAD "<indicator id='a' points='2.5' departments='ga'><text>" TEXT
              "</text></indicator>" SECOND MIDDLE THIRD TAIL,
         "~ indicator a (" TEXT ") rescored: [-2分-]{+2.5分+}\n"
         "~ points of domain 质量发展: [-5-]{+5.5+} (+0.5)\n"
         "~ points of department 公安局: [-5-]{+5.5+} (+0.5)\n"},
        {"another kind",
         HEAD FIRST SECOND MIDDLE "<indicator id='c' departments='all'><text>发生重大质量事故。"
                                  "</text><veto result='D级'/></indicator>" TAIL,
         "~ indicator c (发生重大质量事故。) rescored: "
         "[-每项扣1分，最高扣2分-]{+一票否决：D级+}\n"},
        {"reassigned",
         HEAD FIRST
         "<indicator id='b' points='3' departments='ga'><text>" OTHER
         "</text><evidence>文件</evidence><remark>一次性</remark></indicator>" MIDDLE THIRD TAIL,
         "~ indicator b (" OTHER ") reassigned: 公安局[-、教育局-]\n"
         "~ points of department 教育局: [-3-]{+0+} (-3)\n"},
        {"another order of departments",
         HEAD FIRST
         "<indicator id='b' points='3' departments='jy ga'><text>" OTHER
         "</text><evidence>文件</evidence><remark>一次性</remark></indicator>" MIDDLE THIRD TAIL,
         "~ indicator b (" OTHER ") relabelled: [-公安局、-]教育局{+、公安局+}\n"},
        {"another wording of a department",
         HEAD "<indicator id='a' points='2'><text>" TEXT
              "</text><dept ref='ga' as='公安分局'/></indicator>" SECOND MIDDLE THIRD TAIL,
         "~ indicator a (" TEXT ") relabelled: [-公安局-]{+公安分局+}\n"},
        {"moved", HEAD SECOND MIDDLE FIRST THIRD TAIL,
         "~ indicator a (" TEXT ") moved: [-质量发展—提升-]{+质量安全+}\n"
         "~ points of domain 质量发展: [-5-]{+3+} (-2)\n"
         "~ points of domain 质量安全: [-0-]{+2+} (+2)\n"},
        {"removed", HEAD FIRST MIDDLE THIRD TAIL,
         "- indicator b: " OTHER " | 3分 | 公安局、教育局 | 质量发展—提升 | 文件 | 一次性\n"
         "~ points of domain 质量发展: [-5-]{+2+} (-3)\n"
         "~ points of department 公安局: [-5-]{+2+} (-3)\n"
         "~ points of department 教育局: [-3-]{+0+} (-3)\n"},
        {"added",
         SCHEME "<group title='群众满意'><indicator id='d'><text>群众满意度调查。</text>"
                "</indicator></group>",
         "+ group: 群众满意 | 领域\n"
         "+ indicator d: 群众满意度调查。 | 群众满意\n"},
        {"evidence and remark",
         HEAD FIRST "<indicator id='b' points='3' departments='ga jy'><text>" OTHER
                    "</text><evidence>文件</evidence><evidence>照片</evidence><method>抽查</method>"
                    "</indicator>" MIDDLE THIRD TAIL,
         "~ indicator b (" OTHER ") evidence: 文件{+ 照片+}\n"
         "~ indicator b (" OTHER ") method: {+抽查+}\n"
         "~ indicator b (" OTHER ") remark: [-一次性-]\n"},
        {"a group renamed and scored anew",
         DEPARTMENTS "<group title='质量提升发展' marks='6'><group title='提升'>" FIRST SECOND
             MIDDLE THIRD TAIL,
         "~ group renamed: 质量{+提升+}发展\n"
         "~ group (质量提升发展) rescored: [-5分-]{+6分+}\n"},
        {"layout",
         HEAD "<indicator id='a' points='2' departments='ga'><text>开展质量<mark/>提升行动。</text>"
              "</indicator>" SECOND MIDDLE THIRD TAIL,
         "~ indicator a (" TEXT ") layout: [-不与前一条同格，分值印在末尾-]"
         "{+不与前一条同格，分值印在“开展质量”后+}\n"},
        {"numbering",
         DEPARTMENTS "<group title='质量发展' marks='5'><group title='提升' "
                     "numbered='each'>" FIRST SECOND MIDDLE THIRD TAIL,
         "~ group (提升) layout: [-全组一个序号-]{+每条指标一个序号+}\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].name);
        assert_string_equal(compared(SCHEME, cases[i].new), cases[i].said);
    }
}

static void test_several_changes_of_one_indicator(void **state)
{
    (void)state;
    assert_string_equal(
        compared(SCHEME, HEAD SECOND MIDDLE THIRD
                 "<indicator id='a' points='1' departments='jy'><text>开展质量检查行动。</text>"
                 "</indicator>" TAIL),
        "~ indicator a reworded: 开展质量[-提升-]{+检查+}行动。\n"
        "~ indicator a (开展质量检查行动。) rescored: [-2分-]{+1分+}\n"
        "~ indicator a (开展质量检查行动。) reassigned: [-公安局-]{+教育局+}\n"
        "~ indicator a (开展质量检查行动。) moved: [-质量发展—提升-]{+质量安全+}\n"
        "~ points of domain 质量发展: [-5-]{+3+} (-2)\n"
        "~ points of domain 质量安全: [-0-]{+1+} (+1)\n"
        "~ points of department 公安局: [-5-]{+3+} (-2)\n"
        "~ points of department 教育局: [-3-]{+4+} (+1)\n");
}

/* Not a reassignment of all that it bears. */
static void test_a_renamed_department(void **state)
{
    (void)state;
    assert_string_equal(
        compared(SCHEME, "<department id='ga' name='公安分局'/><department id='jy' name='教育局'/>"
                         "<department id='all' name='各相关部门' group='true'/>"
                         "<group title='质量发展' marks='5'><group title='提升'>" FIRST SECOND
                             MIDDLE THIRD TAIL),
        "~ department ga renamed: [-公安局-]{+公安分局+}\n");
}

static void test_departments_keep_their_names_when_ids_shift(void **state)
{
    (void)state;
    static const char scheme[] = "<group title='甲'><indicator id='i1' departments='d1 d2'>"
                                 "<text>" TEXT "</text></indicator></group>";
    static const char shifted[] = "<group title='甲'><indicator id='i1' departments='d2 d3'>"
                                  "<text>" TEXT "</text></indicator></group>";
    const char *old = arena_printf(arena, "%s%s",
                                   "<department id='d1' name='公安局'/>"
                                   "<department id='d2' name='教育局'/>",
                                   scheme);
    const char *new = arena_printf(arena, "%s%s",
                                   "<department id='d1' name='水利局'/>"
                                   "<department id='d2' name='公安局'/>"
                                   "<department id='d3' name='教育局'/>",
                                   shifted);
    assert_string_equal(compared(old, new), "~ scheme r (方案) ids: 2个部门\n"
                                            "+ department d1: 水利局\n");
}

/* An id that was given to something else. */
static void test_the_same_id_is_not_enough(void **state)
{
    (void)state;
    assert_string_equal(
        compared(SCHEME,
                 HEAD "<indicator id='a' points='2' departments='ga'>"
                      "<text>群众对此表示满意。</text></indicator>" SECOND MIDDLE THIRD TAIL),
        "- indicator a: " TEXT " | 2分 | 公安局 | 质量发展—提升\n"
        "+ indicator a: 群众对此表示满意。 | 2分 | 公安局 | 质量发展—提升\n");
}

/* One more at the beginning, and every id is one higher: each but the new one had another id. */
static void test_numbers_as_ids(void **state)
{
    (void)state;
    static const char *const texts[] = {"开展质量提升行动。", "配备首席质量官。", "建立标准体系。",
                                        "完善计量服务。"};
    struct buffer old = buffer_on(arena), new = buffer_on(arena);
    buffer_add(&old, "<group title='甲'>");
    buffer_add(&new,
               "<group title='甲'><indicator id='i1'><text>推行绿色认证。</text></indicator>");
    for (int i = 0; i < 4; i++) {
        buffer_printf(&old, "<indicator id='i%d'><text>%s</text></indicator>", i + 1, texts[i]);
        buffer_printf(&new, "<indicator id='i%d'><text>%s</text></indicator>", i + 2, texts[i]);
    }
    buffer_add(&old, "</group>");
    buffer_add(&new, "</group>");
    assert_string_equal(compared(buffer_text(&old), buffer_text(&new)),
                        "~ scheme r (方案) ids: 4条指标\n"
                        "+ indicator i1: 推行绿色认证。 | 甲\n");
}

static void test_neighbours_that_change_places(void **state)
{
    (void)state;
    assert_string_equal(compared(SCHEME "<group title='群众满意'/>", DEPARTMENTS
                                 "<group title='群众满意'/><group title='质量发展' marks='5'>"
                                 "<group title='提升'>" SECOND FIRST MIDDLE THIRD TAIL),
                        "~ group (群众满意) moved: [-领域（第3组）-]{+领域（第1组）+}\n"
                        "~ indicator b (" OTHER
                        ") moved: [-质量发展—提升（第2条）-]{+质量发展—提升（第1条）+}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_scheme_is_the_same_as_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_difference, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_single_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_several_changes_of_one_indicator, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_renamed_department, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_departments_keep_their_names_when_ids_shift, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_the_same_id_is_not_enough, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_as_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_neighbours_that_change_places, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
