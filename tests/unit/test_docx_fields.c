/* docx/fields.c and docx/slot.c: what was filled in, whatever program saved it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "reading.h"
#include "standard.h"

static struct reading_test t;

static int set_up(void **state)
{
    (void)state;
    reading_begin(&t, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    reading_end(&t);
    return 0;
}

/* Every field as tag/bookmark=value, - where there is none, | between lines. */
static const char *fields_of(const char *body)
{
    struct buffer out = buffer_on(t.arena);
    body_read(&t, body);
    for (size_t i = 0; i < t.read.field_count; i++) {
        const struct read_field *field = &t.read.fields[i];
        buffer_printf(&out, "%s/%s=", field->id ? field->id : "-",
                      field->bookmark ? field->bookmark : "-");
        for (const char *at = field->value; *at; at++)
            buffer_add_char(&out, *at == '\n' ? '|' : *at);
        buffer_add_char(&out, ';');
    }
    return buffer_text(&out);
}

#define IN_P(runs) "<w:p>" runs "</w:p>"
#define CELL(blocks) "<w:tc>" blocks "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define CONTROL(properties, content)                                                               \
    "<w:sdt><w:sdtPr>" properties "</w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define TAG(id) "<w:alias w:val=\"填写\"/><w:tag w:val=\"" id "\"/>"
#define HINT "<w:showingPlcHdr/>"
#define START(number, name) "<w:bookmarkStart w:id=\"" number "\" w:name=\"" name "\"/>"
#define END(number) "<w:bookmarkEnd w:id=\"" number "\"/>"
#define BLANK T("　　　")

struct sample {
    const char *body, *fields;
};

#define ASSERT_FIELDS(samples)                                                                     \
    for (size_t i = 0; i < sizeof(samples) / sizeof *(samples); i++)                               \
    assert_string_equal(fields_of((samples)[i].body), (samples)[i].fields)

static void as_they_are_sent(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {IN_P(START("1", "f_a__score") CONTROL(TAG("a_score"), BLANK) END("1")),
         "a_score/f_a__score=;"},
        {IN_P(START("1", "f_y") CONTROL(TAG("y"), BLANK) END("1") START("2", "f_m")
                  CONTROL(TAG("m"), BLANK) END("2")),
         "y/f_y=;m/f_m=;"},
        {"", ""},
        {P("一") IN_P(START("1", "_Toc1") T("二") END("1")), ""},
    };
    ASSERT_FIELDS(samples);
}

static void filled_in_by_word(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        /* in its place, over the blanks or among them */
        {IN_P(START("1", "f_a") CONTROL(TAG("a"), T("9") T(".5")) END("1")), "a/f_a=9.5;"},
        {IN_P(START("1", "f_a") CONTROL(TAG("a"), T("　　9 分　")) END("1")), "a/f_a=9 分;"},
        {IN_P(CONTROL(TAG("a"), T("一") "<w:r><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t>"
                                        "<w:noBreakHyphen/><w:t>四</w:t></w:r>")),
         "a/-=一|二\t三-四;"},
        /* a hint is not filled in */
        {IN_P(START("1", "f_a") CONTROL(TAG("a") HINT, T("单击此处")) END("1")), "a/f_a=;"},
        {IN_P(CONTROL(TAG("a") "<w:showingPlcHdr w:val=\"0\"/>", T("9"))), "a/-=9;"},
        /* the control was moved around its paragraphs, and the bookmark stayed, or is gone */
        {IN_P(START("1", "f_a") END("1")) CONTROL(TAG("a"), P("一") P("二") P("")), "a/f_a=一|二;"},
        {START("1", "f_a") CONTROL(TAG("a"), P("一") P("二")) END("1"), "a/f_a=一|二;"},
        {CONTROL(TAG("a"), IN_P(START("1", "f_a") T("一")) IN_P(T("二") END("1"))), "a/f_a=一|二;"},
        /* around a cell, and around a row */
        {"<w:tbl>" ROW(CELL(P("甲")) CONTROL(TAG("a"), CELL(P("9")))) "</w:tbl>", "a/-=9;"},
        {"<w:tbl>" CONTROL("<w:id w:val=\"7\"/>", ROW(CELL(P("9")))) "</w:tbl>", "-/-=9;"},
        /* beside the control, in the bookmark */
        {IN_P(START("1", "f_a") CONTROL(TAG("a"), BLANK) T("9") END("1")), "a/f_a=9;"},
        /* changes that were tracked */
        {IN_P(CONTROL(TAG("a"), "<w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins>" T(
                                    "9") "</w:ins>")),
         "a/-=9;"},
    };
    ASSERT_FIELDS(samples);
}

#define LISTED                                                                                     \
    TAG("a")                                                                                       \
    "<w:dropDownList><w:listItem w:displayText=\"未发生\" w:value=\"1\"/></w:dropDownList>"
#define DATED(day) TAG("a") "<w:date w:fullDate=\"" day "\"><w:lid w:val=\"zh-CN\"/></w:date>"

static void choices_and_dates(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {IN_P(CONTROL(LISTED, T("未发生"))), "a/-=未发生;"},
        {IN_P(CONTROL(LISTED, BLANK)), "a/-=;"},
        {IN_P(CONTROL(DATED("2022-09-26T00:00:00Z"), T("2022年9月26日"))), "a/-=2022年9月26日;"},
        {IN_P(CONTROL(DATED("2022-09-26T00:00:00Z"), BLANK)), "a/-=2022-09-26;"},
        {IN_P(CONTROL(DATED("2022"), "")), "a/-=;"},
        {IN_P(CONTROL(DATED("2022-09-26T00:00:00Z") HINT, T("选择"))), "a/-=;"},
    };
    ASSERT_FIELDS(samples);
}

#define NAMELESS(content) CONTROL("", content)

static void saved_by_libreoffice(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {IN_P(NAMELESS(START("0", "f_a") "<w:r/>" BLANK) END("0")), "-/f_a=;"},
        {IN_P(NAMELESS(START("0", "f_a") T("9")) END("0")), "-/f_a=9;"},
        {IN_P(START("0", "f_a") T("9") END("0")), "-/f_a=9;"},
        {IN_P(START("0", "f_a") T("9")) IN_P(T("及") END("0") T("说明")), "-/f_a=9|及;"},
        {IN_P(START("0", "f_a") BLANK END("0")), "-/f_a=;"},
        {IN_P(START("0", "f_a") END("0") T("9")), "-/f_a=;"},
        {IN_P(START("0", "f_a") T("9")), "-/f_a=;"},
        /* typed behind the bookmark, in the control */
        {IN_P(NAMELESS(START("0", "f_a") BLANK END("0") T("9")) T("分")), "-/f_a=9;"},
        {IN_P(START("0", "f_a") NAMELESS(BLANK END("0") T("9")) T("分")), "-/f_a=9;"},
        {IN_P(START("0", "f_a") NAMELESS(T("9")) T("分") END("0")), "-/f_a=9分;"},
        /* side by side */
        {IN_P(NAMELESS(START("0", "f_y") BLANK) END("0") NAMELESS(START("1", "f_m") BLANK)
                  END("1")),
         "-/f_y=;-/f_m=;"},
        /* over cells */
        {"<w:tbl>" ROW(CELL(IN_P(START("0", "f_a") T("甲")))
                           CELL(IN_P(T("乙") END("0")))) "</w:tbl>",
         "-/f_a=甲|乙;"},
    };
    ASSERT_FIELDS(samples);
}

static void what_is_nested_doubled_or_foreign(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {IN_P(CONTROL(TAG("a"), T("甲") CONTROL(TAG("b"), T("乙")) T("丙"))), "a/-=甲乙丙;b/-=乙;"},
        {IN_P(CONTROL(TAG("a"), T("8")) CONTROL(TAG("a"), T("9"))), "a/-=8;a/-=9;"},
        {IN_P(START("1", "f_a") CONTROL(TAG("a"), T("8")) END("1") CONTROL(TAG("a"), T("9"))),
         "a/f_a=8;a/-=9;"},
        {IN_P(NAMELESS(T("8")) NAMELESS(BLANK)), "-/-=8;-/-=;"},
        {IN_P(CONTROL("<w:tag w:val=\"\"/>", T("8"))), "-/-=8;"},
        {IN_P(START("1", "f_b") CONTROL(TAG("a"), T("8")) END("1")), "-/f_b=8;a/-=8;"},
        /* a control around a whole part is no field's */
        {NAMELESS(P("说明") IN_P(START("1", "f_a") T("8") END("1"))), "-/-=说明|8;-/f_a=8;"},
        {NAMELESS(IN_P(START("1", "f_a") T("8") END("1")) IN_P(START("2", "f_b") T("9") END("2"))),
         "-/-=8|9;-/f_a=8;-/f_b=9;"},
        /* ids of bookmarks that stand twice: the next end counts */
        {IN_P(START("1", "f_a") T("8") END("1") T("分") START("1", "f_b") T("9") END("1")),
         "-/f_a=8;-/f_b=9;"},
        {IN_P(END("1") START("1", "f_a") T("8") END("1") END("2")), "-/f_a=8;"},
        {IN_P(CONTROL(
             TAG("a"),
             "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" T(
                 "码") "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" T("9") "<w:r><w:"
                                                                                   "fldChar "
                                                                                   "w:fldCharType="
                                                                                   "\"end\"/></"
                                                                                   "w:r>")),
         "a/-=9;"},
    };
    ASSERT_FIELDS(samples);
}

#define STYLED(style, runs) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" runs "</w:p>"
#define FIELD START("0", "f_a") T("9") END("0")

/* What LibreOffice leaves outside, and what stands there anyway. */
static void what_stands_behind(void **state)
{
    (void)state;
    static const struct {
        const char *body, *after;
    } samples[] = {
        {IN_P(T("得") FIELD T("　分　")), "分"},
        {IN_P(FIELD), ""},
        {FIELD, ""},
        {IN_P(FIELD T("年") START("1", "f_b") BLANK END("1") T("月")), "年"},
        {IN_P(FIELD T("一")) P("二") P("三"), "一\n二\n三"},
        {IN_P(FIELD T("一")) P("二") STYLED("heading-1", T("三")), "一\n二"},
        {IN_P(FIELD) P("二") IN_P(T("电话") CONTROL(TAG("b"), BLANK)), "二"},
        {IN_P(FIELD) "<w:tbl>" ROW(CELL(P("二"))) "</w:tbl>", ""},
        {"<w:tbl>" ROW(CELL(IN_P(FIELD) P("二")) CELL(P("三"))) "</w:tbl>", "二"},
        {IN_P(START("1", "f_a") CONTROL(TAG("a"), T("9")) T("分") END("1") T("整")), "整"},
        {IN_P(NAMELESS(START("0", "f_a") BLANK END("0") T("9")) T("分")), "分"},
        {CONTROL(TAG("a"), P("一") P("二")) P("三"), ""},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        fields_of(samples[i].body);
        assert_string_equal(t.read.fields[0].after, samples[i].after);
    }
}

static void headers_have_no_fields(void **state)
{
    (void)state;
    word_read(&t, (struct word_file){.body = P("正文"), .header = IN_P(CONTROL(TAG("a"), T("9")))});
    assert_int_equal(t.read.field_count, 0);
}

static void origins_name_the_element(void **state)
{
    (void)state;
    fields_of(P("一") IN_P(CONTROL(TAG("a"), T("9"))));
    assert_string_equal(t.read.fields[0].origin.file, "office.docx");
    assert_string_equal(t.read.fields[0].origin.path, "/w:document/w:body[1]/w:p[2]/w:sdt[1]");
}

/* So many bookmarks, each over all of a text of 1 KiB, and the controls that they belong to. */
static const char *overlapping(size_t count, bool with_controls)
{
    struct buffer out = buffer_on(t.arena);
    buffer_add(&out, "<w:p>");
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, START("%zu", "f_%zu"), i, i);
    buffer_printf(&out, "<w:r><w:t>%01024d</w:t></w:r>", 0);
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, END("%zu"), i);
    for (size_t i = 0; with_controls && i < count; i++)
        buffer_printf(&out, CONTROL(TAG("%zu"), ""), i);
    buffer_add(&out, "</w:p>");
    return out.text;
}

static void assert_capped(bool with_controls)
{
    enum { MOST = STANDARD_FIELD_BYTES / 1024 };
    body_read(&t, overlapping(MOST, with_controls));
    assert_int_equal(t.read.field_count, MOST);
    assert_int_equal(strlen(t.read.fields[MOST - 1].value), 1024);
    assert_string_equal(word_refused(&t, overlapping(MOST + 1, with_controls)),
                        "document.xml:1 docx-fields 16 MiB;");
}

static void the_text_of_bookmarks_at_the_cap_and_past_it(void **state)
{
    (void)state;
    assert_capped(false);
}

static void the_text_of_controls_at_the_cap_and_past_it(void **state)
{
    (void)state;
    assert_capped(true);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(as_they_are_sent),
        TEST(filled_in_by_word),
        TEST(choices_and_dates),
        TEST(saved_by_libreoffice),
        TEST(what_is_nested_doubled_or_foreign),
        TEST(what_stands_behind),
        TEST(headers_have_no_fields),
        TEST(origins_name_the_element),
        TEST(the_text_of_bookmarks_at_the_cap_and_past_it),
        TEST(the_text_of_controls_at_the_cap_and_past_it),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
