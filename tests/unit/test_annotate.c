/* docx/annotate.c: comments are added to a file, and nothing else is changed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "commented.h"
#include "docx/annotate.h"
#include "on_arena.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONSHIP(id, type, target)                                                             \
    "<Relationship Id=\"" id "\" Type=\"" R type "\" Target=\"" target "\"/>"
#define RELATIONSHIPS(list)                                                                        \
    XML "<Relationships "                                                                          \
        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list             \
        "</Relationships>\n"
#define TYPES(list)                                                                                \
    XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" list      \
        "</Types>\n"
#define DOCUMENT(body) XML "<w:document xmlns:w=\"" W "\"><w:body>" body "</w:body></w:document>\n"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id)                                                                                    \
    "<w:commentRangeEnd w:id=\"" id "\"/><w:r><w:commentReference w:id=\"" id "\"/></w:r>"

/* A package of these parts and the two that every Word file has, ahead of them. */
static struct package package_of(const struct package_part *parts, size_t count)
{
    enum { MOST = 8 };
    struct package_part all[MOST] = {
        {.name = "[Content_Types].xml", .bytes = TYPES("<Default Extension=\"xml\"/>")},
        {.name = "_rels/.rels",
         .bytes = RELATIONSHIPS(RELATIONSHIP("r", "officeDocument", "word/document.xml"))}};
    assert_true(count + 2 <= MOST);
    for (size_t i = 0; i < count + 2; i++) {
        if (i >= 2)
            all[i] = parts[i - 2];
        all[i].length = strlen(all[i].bytes);
    }
    struct package package;
    assert_true(package_pack(arena, all, count + 2, NULL, &package));
    return package;
}
#define PACKAGE(...)                                                                               \
    package_of((const struct package_part[]){__VA_ARGS__},                                         \
               sizeof((const struct package_part[]){__VA_ARGS__}) / sizeof(struct package_part))
#define BODY(body)                                                                                 \
    {                                                                                              \
        .name = "word/document.xml", .bytes = DOCUMENT(body)                                       \
    }

static bool try_annotate(struct package package, const struct comment *comments,
                         struct package *annotated)
{
    struct file file = {"office.docx", package.bytes, package.length};
    return docx_annotate(&findings, &file, comments, annotated);
}

static struct package annotate(struct package package, const struct comment *comments)
{
    struct package annotated;
    bool fine = try_annotate(package, comments, &annotated);
    assert_string_equal(findings_text(&findings), "");
    assert_true(fine);
    return annotated;
}

static struct package annotate_at(struct package package, const char *path)
{
    return annotate(package, &(struct comment){.path = path, .text = "意见"});
}

static const char *marks(struct package package)
{
    return marks_of(&findings, package, "word/document.xml");
}

static const char *part(struct package package, const char *name)
{
    return part_of(&findings, package, name);
}

/* what is added */

static void the_document_gains_nothing_but_marks(void **state)
{
    (void)state;
#define HEAD                                                                                       \
    XML "<w:document xmlns:w=\"" W "\" xmlns:mc=\"urn:mc\" xmlns:w14=\"urn:w14\" "                 \
        "mc:Ignorable=\"w14\"><w:body>\n  <!-- 注 --><w:p w14:paraId=\"1\"><w:pPr><w:jc "         \
        "w:val=\"center\"/></w:pPr>"
#define MIDDLE "<w:r><w:t xml:space=\"preserve\"> 标题 </w:t></w:r>"
#define TAIL "</w:p>\n  <w:sectPr/></w:body></w:document>\n"
    struct package package = PACKAGE({.name = "word/document.xml", .bytes = HEAD MIDDLE TAIL});
    assert_string_equal(part(annotate_at(package, NULL), "word/document.xml"),
                        HEAD START("0") MIDDLE END("0") TAIL);
}

static void a_file_without_comments_gains_their_part(void **state)
{
    (void)state;
    struct package made = annotate_at(
        PACKAGE(BODY(P("标题")), {.name = "word/media/a.png", .bytes = "\x89PNG"}), NULL);
    assert_string_equal(parts_of(&findings, made),
                        "[Content_Types].xml _rels/.rels word/document.xml word/media/a.png "
                        "word/comments.xml word/_rels/document.xml.rels ");
    assert_string_equal(part(made, "word/media/a.png"), "\x89PNG");
    assert_string_equal(
        part(made, "[Content_Types].xml"),
        TYPES("<Default Extension=\"xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\""
              "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"));
    assert_string_equal(part(made, "word/_rels/document.xml.rels"),
                        RELATIONSHIPS(RELATIONSHIP("rIdComments", "comments", "comments.xml")));
    assert_non_null(strstr(part(made, "word/comments.xml"), "意见"));
}

/* Names that stand for something else already. */
static void names_that_are_taken_are_passed_over(void **state)
{
    (void)state;
    struct package made = annotate_at(
        PACKAGE(BODY(P("标题")), {.name = "word/Comments.xml", .bytes = "其他"},
                {.name = "word/_rels/document.xml.rels",
                 .bytes = RELATIONSHIPS(RELATIONSHIP("rIdComments", "styles", "styles.xml"))}),
        NULL);
    assert_string_equal(part(made, "word/Comments.xml"), "其他");
    assert_string_equal(
        part(made, "word/_rels/document.xml.rels"),
        RELATIONSHIPS(RELATIONSHIP("rIdComments", "styles", "styles.xml")
                          RELATIONSHIP("rIdComments2", "comments", "comments2.xml")));
    assert_non_null(part(made, "word/comments2.xml"));
}

#define OLD "<w:comment w:id=\"7\" w:author=\"张三\"><w:p w14:paraId=\"A\"/></w:comment>"
static void comments_that_are_there_stay(void **state)
{
    (void)state;
    static const char rels[] = RELATIONSHIPS(RELATIONSHIP("r1", "comments", "notes.xml"));
    struct package made =
        annotate_at(PACKAGE(BODY("<w:p>" START("7") "<w:r><w:t>标题</w:t></w:r>" END("7") "</w:p>"),
                            {.name = "word/_rels/document.xml.rels", .bytes = rels},
                            {.name = "word/notes.xml",
                             .bytes = XML "<w:comments xmlns:w=\"" W "\" xmlns:w14=\"urn:w14\">" OLD
                                          "</w:comments>\n"}),
                    NULL);
    assert_string_equal(marks(made), "<8 <7 标题 7>@7 8>@8|");
    const char *comments = part(made, "word/notes.xml");
    assert_non_null(
        strstr(comments, "xmlns:w14=\"urn:w14\">" OLD "<w:comment w:id=\"8\" w:author"));
    assert_string_equal(part(made, "word/_rels/document.xml.rels"), rels);
    assert_null(strstr(part(made, "[Content_Types].xml"), "Override"));
}

/* Numbers go on after the greatest, in the comments or in marks that have lost theirs; what is no
 * number that Word would write is none. */
static void numbers_continue(void **state)
{
    (void)state;
    struct package made = annotate_at(
        PACKAGE(BODY("<w:p>" START("12") START("1234567890") START("x") START("-20") "</w:p>")),
        NULL);
    assert_string_equal(marks(made), "<13 <12 <1234567890 <x <-20  13>@13|");
}

static void without_new_comments_all_parts_stay(void **state)
{
    (void)state;
    struct package package = PACKAGE(BODY(P("标题")));
    struct package made = annotate(package, NULL);
    assert_int_equal(made.length, package.length);
    assert_memory_equal(made.bytes, package.bytes, made.length);
}

static void entries_for_folders_are_left_out(void **state)
{
    (void)state;
    struct package made =
        annotate_at(PACKAGE({.name = "word/", .bytes = ""}, BODY(P("标题"))), NULL);
    assert_string_equal(parts_of(&findings, made),
                        "[Content_Types].xml _rels/.rels word/document.xml word/comments.xml "
                        "word/_rels/document.xml.rels ");
}

/* places */

static void comments_stand_where_their_paths_lead(void **state)
{
    (void)state;
    struct comment comments[] = {
        {&comments[1], NULL, "/w:document/w:body/w:tbl/w:tr/w:tc[2]/w:p[2]", "单元格"},
        {&comments[2], NULL, "/w:document/w:body/w:p[2]", "段落"},
        {&comments[3], NULL, "/w:document/w:body/w:tbl", "表格"},
        {&comments[4], NULL, "/w:document/w:body/w:p[2]", "再一条"},
        {&comments[5], NULL, "/w:document/w:body/w:p[3]", "没有"},
        {NULL, NULL, "/w:document/w:body/w:sectPr", "没有段落"},
    };
    struct package package = PACKAGE(BODY(P("一") "<w:tbl><w:tblPr/><w:tr><w:tc>" P(
        "甲") "</w:tc><w:tc>" P("乙") P("丙") "</w:tc></w:tr></w:tbl>" P("二") "<w:sectPr/>"));
    assert_string_equal(marks(annotate(package, comments)),
                        "<5 <4 一 4>@4 5>@5|<2 甲 2>@2|乙|<0 丙 0>@0|<3 <1 二 1>@1 3>@3|");
}

/* Boxes in boxes too, and tables in them. */
static void in_text_boxes_there_are_no_comments(void **state)
{
    (void)state;
#define BOX(content) "<w:r><w:pict><w:txbxContent>" content "</w:txbxContent></w:pict></w:r>"
    static const char *const paths[] = {
        "/w:document/w:body/w:p[2]/w:r/w:pict/w:txbxContent/w:p",
        "/w:document/w:body/w:p[2]/w:r/w:pict/w:txbxContent/w:tbl",
        "/w:document/w:body/w:p[2]/w:r/w:pict/w:txbxContent/w:p/w:r/w:pict/w:txbxContent/w:p",
    };
    struct package package = PACKAGE(BODY(P("一") "<w:p>" BOX(
        "<w:p>" BOX(P("内")) "</w:p><w:tbl><w:tr><w:tc>" P("表") "</w:tc>"
                                                                 "</w:tr>"
                                                                 "</w:tbl>") "</w:p>"));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_string_equal(marks(annotate_at(package, paths[i])), "一|<0 内||表| 0>@0|");
}

static void a_document_without_paragraphs_gets_none(void **state)
{
    (void)state;
    struct package package = PACKAGE(BODY("<w:sectPr/>"));
    struct package made = annotate_at(package, "/w:document/w:body");
    assert_int_equal(made.length, package.length);
    assert_memory_equal(made.bytes, package.bytes, made.length);
}

/* kinds of files */

static void prefixes_are_the_files_own_affair(void **state)
{
    (void)state;
    struct package made = annotate_at(
        PACKAGE({.name = "word/document.xml",
                 .bytes = "<document xmlns=\"" W "\"><body><p><r><t>一</t></r></p><p><r><t>二</t>"
                          "</r></p></body></document>"}),
        "/*/*/*[2]");
    assert_string_equal(marks(made), "一|<0 二 0>@0|");
    assert_non_null(strstr(part(made, "word/document.xml"),
                           "<w:commentRangeStart xmlns:w=\"" W "\" w:id=\"0\"/>"));
}

static void strict_files_stay_strict(void **state)
{
    (void)state;
#define STRICT "http://purl.oclc.org/ooxml/"
    struct package made = annotate_at(
        PACKAGE({.name = "word/document.xml",
                 .bytes = "<w:document xmlns:w=\"" STRICT
                          "wordprocessingml/main\"><w:body>" P("一") "</w:body></w:document>"}),
        NULL);
    assert_non_null(
        strstr(part(made, "word/document.xml"), "<w:p><w:commentRangeStart w:id=\"0\"/>"));
    assert_non_null(strstr(part(made, "word/comments.xml"),
                           "<w:comments xmlns:w=\"" STRICT "wordprocessingml/main\">"));
    assert_non_null(strstr(part(made, "word/_rels/document.xml.rels"),
                           "Type=\"" STRICT "officeDocument/relationships/comments\""));
}

/* Word would not take it, and neither does it end here. */
static void a_document_without_namespaces_is_no_trouble(void **state)
{
    (void)state;
    struct package made = annotate_at(
        PACKAGE({.name = "word/document.xml", .bytes = "<document><body><p/></body></document>"}),
        NULL);
    assert_string_equal(marks(made), "<0  0>@0|");
}

/* refusals */

static void what_cannot_be_read_is_reported(void **state)
{
    (void)state;
    static const struct {
        const char *target, *bytes, *expected;
    } cases[] = {
        {"missing.xml", "", "office.docx package-part word/missing.xml;"},
        {"notes.xml", "<w:comments", "notes.xml:1:12 xml-syntax"},
        {"document.xml", "", "document.xml:2 package-part <comments>;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        const char *rels = arena_printf(arena, RELATIONSHIPS(RELATIONSHIP("r", "comments", "%s")),
                                        cases[i].target);
        struct package made,
            package = PACKAGE(BODY(P("一")), {.name = "word/notes.xml", .bytes = cases[i].bytes},
                              {.name = "word/_rels/document.xml.rels", .bytes = rels});
        assert_false(try_annotate(package, &(struct comment){.text = "意见"}, &made));
        assert_null(made.bytes);
        if (!strstr(findings_text(&findings), cases[i].expected))
            fail_msg("%s is not in %s", cases[i].expected, findings_text(&findings));
    }
}

static void what_acts_by_itself_is_refused(void **state)
{
    (void)state;
    struct package made;
    struct package package = PACKAGE(
        BODY(P("一")), {.name = "word/_rels/document.xml.rels",
                        .bytes = RELATIONSHIPS(RELATIONSHIP("r", "vbaProject", "vba.bin"))});
    assert_false(try_annotate(package, NULL, &made));
    assert_string_equal(findings_rules(&findings), "document.xml.rels:2 package-content;");
    assert_false(try_annotate((struct package){.bytes = "x", .length = 1}, NULL, &made));
}

static void the_same_file_gives_the_same_bytes(void **state)
{
    (void)state;
    struct package package = PACKAGE(BODY(P("一")));
    struct package first = annotate_at(package, NULL), second = annotate_at(package, NULL);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_document_gains_nothing_but_marks),
        TEST(a_file_without_comments_gains_their_part),
        TEST(names_that_are_taken_are_passed_over),
        TEST(comments_that_are_there_stay),
        TEST(numbers_continue),
        TEST(without_new_comments_all_parts_stay),
        TEST(entries_for_folders_are_left_out),
        TEST(comments_stand_where_their_paths_lead),
        TEST(in_text_boxes_there_are_no_comments),
        TEST(a_document_without_paragraphs_gets_none),
        TEST(prefixes_are_the_files_own_affair),
        TEST(strict_files_stay_strict),
        TEST(a_document_without_namespaces_is_no_trouble),
        TEST(what_cannot_be_read_is_reported),
        TEST(what_acts_by_itself_is_refused),
        TEST(the_same_file_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
