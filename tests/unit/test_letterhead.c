/* docx/letterhead.c: headers and footers are taken with all that they refer to. Runs in the project
 * folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/letterhead.h"
#include "docx/property.h"
#include "zip/package.h"
#include "styles.h"

#include "on_arena.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS(list)                                                                            \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list  \
    "</Relationships>"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" R type "\" Target=\"" target "\"/>"
#define SECTION(rest) "<w:sectPr>" rest "</w:sectPr>"
#define HEADER(type, id) "<w:headerReference w:type=\"" type "\" r:id=\"" id "\"/>"
#define HEAD(rest) "<w:hdr " W ">" rest "</w:hdr>"
#define WORDS "<w:p><w:r><w:t>x</w:t></w:r></w:p>"

/* What a test makes different from a file with one header; NULL is the usual. */
struct made {
    const char *section, *header, *relations, *types, *styles;
};

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"XML\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"png\" ContentType=\"image/png\"/></Types>";

static struct package_part part(const char *name, const char *text)
{
    return (struct package_part){name, text, strlen(text)};
}

static struct file pack(struct made made)
{
    const char *section = made.section ? made.section : SECTION(HEADER("default", "h"));
    const struct package_part parts[] = {
        part("[Content_Types].xml", made.types ? made.types : types),
        part("_rels/.rels", RELATIONS(RELATION("d", "officeDocument", "word/document.xml"))),
        part("word/document.xml",
             arena_printf(arena, "<w:document " W " xmlns:r=\"r\"><w:body>%s</w:body></w:document>",
                          section)),
        part("word/_rels/document.xml.rels",
             RELATIONS(RELATION("h", "header", "header1.xml") RELATION(
                 "n", "numbering", "numbering.xml") RELATION("l", "hyperlink", "#x"))),
        part("word/styles.xml", made.styles ? made.styles : "<w:styles " W "/>"),
        part("word/header1.xml", made.header ? made.header : HEAD(WORDS)),
        part("word/_rels/header1.xml.rels", made.relations ? made.relations : RELATIONS("")),
        part("word/numbering.xml", "<w:numbering " W "/>"),
        part("word/a/logo.png", "one"),
        part("word/b/logo.png", "other"),
        part("word/b/_rels/logo.png.rels", RELATIONS(RELATION("x", "image", "../header1.xml"))),
    };
    struct package package;
    assert_true(package_pack(arena, parts, sizeof parts / sizeof *parts, NULL, &package));
    return (struct file){"office.docx", package.bytes, package.length};
}

static const struct letterhead *taken_from(struct made made)
{
    struct file file = pack(made);
    const char *owner;
    struct opc_input *input = opc_input_open(&findings, &file);
    assert_non_null(input);
    struct xml_document *document = opc_input_main(input, DOCX_MAIN, "document", &owner);
    const struct letterhead *letterhead =
        letterhead_read(&findings, input, owner, document, shipped_style(&findings, "gbt9704"));
    xml_document_free(document);
    opc_input_free(input);
    return letterhead;
}

static const char *names_of(const struct letterhead *letterhead)
{
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < letterhead->count; i++)
        buffer_join(&out, " ", letterhead->parts[i].name + strlen("word/letterhead/"));
    return buffer_text(&out);
}

static void parts_come_with_what_they_refer_to(void **state)
{
    (void)state;
    const struct letterhead *letterhead = taken_from((struct made){
        .relations = RELATIONS(
            RELATION("1", "image", "a/logo.png") RELATION("2", "image", "/word/B/LOGO.png")
                RELATION("3", "image", "b/logo.png") RELATION("4", "hyperlink", "#top"))});
    assert_string_equal(findings_messages(&findings), "");
    assert_string_equal(names_of(letterhead),
                        "1-header1.xml 2-logo.png 3-LOGO.png _rels/1-header1.xml.rels "
                        "_rels/3-LOGO.png.rels");
    const struct letterhead_part *parts = letterhead->parts;
    assert_string_equal(parts[0].type, "application/xml");
    assert_string_equal(parts[0].id, "rIdLetterhead1");
    assert_string_equal(parts[0].relationship, R "header");
    assert_string_equal(letterhead->id[LETTERHEAD_HEADER][LETTERHEAD_EVEN], "rIdLetterhead1");
    assert_string_equal(parts[0].file.bytes, HEAD(WORDS));
    assert_null(parts[1].file.bytes);
    assert_int_equal(parts[1].file.length, strlen("one"));
    assert_null(parts[1].id);
    assert_non_null(strstr(parts[3].file.bytes,
                           RELATION("1", "image", "2-logo.png") RELATION("2", "image", "3-LOGO.png")
                               RELATION("3", "image", "3-LOGO.png")
                                   RELATION("4", "hyperlink", "#top")));
    assert_non_null(strstr(parts[4].file.bytes, RELATION("x", "image", "1-header1.xml")));
}

static void lists_come_with_those_that_have_them(void **state)
{
    (void)state;
    const struct letterhead *letterhead = taken_from(
        (struct made){.header = HEAD("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                                     "<w:r><w:t>x</w:t></w:r></w:p>")});
    assert_string_equal(names_of(letterhead), "1-header1.xml 2-numbering.xml");
    assert_string_equal(letterhead->parts[1].relationship, R "numbering");
    assert_false(letterhead->has_theme);
}

static void what_shows_nothing_is_none(void **state)
{
    (void)state;
    static const char *const nothing[] = {
        HEAD(""),
        HEAD("<w:p/>"),
        HEAD("<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:pBdr><w:top w:val=\"nil\"/></w:pBdr></w:pPr>"
             "<w:bookmarkStart/><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t> 　</w:t></w:r></w:p>"),
        HEAD("<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
    };
    static const char *const something[] = {
        HEAD(WORDS),
        HEAD("<w:p><w:pPr><w:pBdr><w:top w:val=\"single\"/></w:pBdr></w:pPr></w:p>"),
        HEAD("<w:p><w:r><w:drawing/></w:r></w:p>"),
        HEAD("<w:p><w:fldSimple w:instr=\"PAGE\"/></w:p>"),
        HEAD("<w:tbl><w:tr/></w:tbl>"),
    };
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        assert_null(taken_from((struct made){.header = nothing[i]}));
    for (size_t i = 0; i < sizeof something / sizeof *something; i++)
        assert_non_null(taken_from((struct made){.header = something[i]}));
    assert_string_equal(findings_messages(&findings), "");
}

static void other_sections_say_nothing(void **state)
{
    (void)state;
    static const char *const sections[] = {
        "",
        SECTION(""),
        SECTION(HEADER("first", "h")), /* without w:titlePg */
        SECTION(HEADER("even", "h")),  /* even pages are not told apart */
        SECTION(HEADER("default", "l")),
        SECTION(HEADER("default", "none")),
        SECTION(HEADER("default", "h") "<w:pgSz w:w=\"16838\" w:h=\"11906\"/>"),
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        assert_null(taken_from((struct made){.section = sections[i]}));
    assert_string_equal(findings_messages(&findings), "");
}

static void what_word_would_not_write_is_refused(void **state)
{
    (void)state;
    static const struct {
        struct made made;
        const char *message;
    } cases[] = {
        {{.header = "<hdr>x</hdr>"},
         "office.docx/word/header1.xml:1: error: a header or footer of the reference document "
         "cannot be taken over: <w:hdr> is not written as Word writes it [reference-letterhead]\n"},
        {{.header = "<w:hdr xmlns:w=\"other\">x</w:hdr>"},
         "office.docx/word/header1.xml:1: error: a header or footer of the reference document "
         "cannot be taken over: <w:hdr> is not written as Word writes it [reference-letterhead]\n"},
        {{.styles = "<styles/>"},
         "office.docx/word/styles.xml:1: error: a header or footer of the reference document "
         "cannot be taken over: <w:styles> is not written as Word writes it "
         "[reference-letterhead]\n"},
        {{.types = "<Types/>"},
         "office.docx/word/document.xml:1: error: the headers and footers of the reference "
         "document refer to word/header1.xml, which the file lacks or gives no type "
         "[reference-part]\n"},
        {{.relations = RELATIONS(RELATION("1", "image", "c/logo.png"))},
         "office.docx/word/document.xml:1: error: the headers and footers of the reference "
         "document refer to word/c/logo.png, which the file lacks or gives no type "
         "[reference-part]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        assert_null(taken_from(cases[i].made));
        assert_string_equal(findings_messages(&findings), cases[i].message);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(parts_come_with_what_they_refer_to),   TEST(lists_come_with_those_that_have_them),
        TEST(what_shows_nothing_is_none),           TEST(other_sections_say_nothing),
        TEST(what_word_would_not_write_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
