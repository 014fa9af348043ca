/* What the tests of src/fill share: a small Word file in memory, filled with a small document, and
 * the body that comes out. Included after cmocka.h and on_arena.h. */
#ifndef FILLING_H
#define FILLING_H

#include "base/limits.h"
#include "fill/fill.h"
#include "support.h"
#include "xml/census.h"
#include "zip/archive.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NAMESPACES                                                                                 \
    "xmlns:w=\"" W "\" xmlns:w14=\"w14\" xmlns:wp=\"wp\" xmlns:r=\"r\" xmlns:mc=\"mc\" "           \
    "xmlns:m=\"m\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define T(text) "<w:t>" text "</w:t>"
#define R(text) "<w:r>" T(text) "</w:r>"
#define P(text) "<w:p>" R(text) "</w:p>"
#define TC(blocks) "<w:tc>" blocks "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
/* As they are written. */
#define PT(text) "<w:t xml:space=\"preserve\">" text "</w:t>"
#define PR(text) "<w:r>" PT(text) "</w:r>"
#define PP(text) "<w:p>" PR(text) "</w:p>"

static const char data_text[] =
    "<data name='名称'>"
    "<title>A &amp; B</title><lines>one<br/>two</lines><empty/><yes>1</yes>"
    "<item id='1'>甲<part>a</part><part>b</part></item><item id='2'>乙<part>c</part></item>"
    "<row g='1' h='x'>r1</row><row g='1' h='x'>r2</row><row g='2' h='x'>r3</row>"
    "<group name='G'><leaf>l1</leaf><leaf>l2</leaf></group><group name='H'><leaf>l3</leaf></group>"
    "<md>Some **bold** words\n\n1. first\n2. second\n</md>"
    "</data>";

/* Parts of a Word file beside the body; bytes NULL: not there. */
struct word_parts {
    const char *header, *numbering, *core, *bound;
    const char *type; /* of the body; NULL: none is said */
};

static inline void add_word_part(struct package_part *parts, size_t *count, const char *name,
                                 const char *bytes)
{
    if (bytes)
        parts[(*count)++] = (struct package_part){name, bytes, strlen(bytes)};
}

static inline struct package word_file(const char *body, struct word_parts beside)
{
    enum { MOST = 8 };
    struct package_part parts[MOST];
    struct package package;
    size_t count = 0;
    const char *document =
        arena_printf(arena, "<w:document " NAMESPACES "><w:body>%s</w:body></w:document>", body);
    const char *relationships =
        "<Relationships><Relationship Id=\"h\" Type=\"" OFFICE "header\" Target=\"header1.xml\"/>"
        "<Relationship Id=\"n\" Type=\"" OFFICE
        "numbering\" Target=\"numbering.xml\"/><Relationship Id=\"x\" Type=\"" OFFICE
        "customXml\" Target=\"../customXml/item1.xml\"/></Relationships>";
    add_word_part(parts, &count, "[Content_Types].xml",
                  beside.type ? arena_printf(arena,
                                             "<Types><Override PartName=\"/word/document.xml\" "
                                             "ContentType=\"%s\"/></Types>",
                                             beside.type)
                              : "<Types/>");
    add_word_part(parts, &count, "_rels/.rels",
                  "<Relationships><Relationship Id=\"d\" Type=\"" OFFICE
                  "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"c\" "
                  "Type=\"x/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
    add_word_part(parts, &count, "word/document.xml", document);
    if (beside.header || beside.numbering || beside.bound)
        add_word_part(parts, &count, "word/_rels/document.xml.rels", relationships);
    add_word_part(parts, &count, "word/header1.xml", beside.header);
    add_word_part(parts, &count, "word/numbering.xml",
                  beside.numbering || !beside.header ? beside.numbering : "<numbering/>");
    add_word_part(parts, &count, "docProps/core.xml", beside.core);
    add_word_part(parts, &count, "customXml/item1.xml", beside.bound);
    assert_true(package_pack(arena, parts, count, NULL, &package));
    return package;
}

/* What of the data is known to the engine lives as long as the test. */
struct filled {
    struct findings findings;
    struct package package; /* no bytes: it was refused */
};

/* The data, whose document the caller frees. */
static inline struct fill_data fill_data_of(struct findings *told, const char *text)
{
    static const char *const kind[] = {"the data", "数据"}, *const where[] = {"", ""};
    struct file file = {"d.xml", text, strlen(text)};
    struct xml_document *document = xml_parse(told, &file);
    assert_non_null(document);
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    *vocabulary = (struct vocabulary){
        .kind = kind,
        .where = where,
        .elements = census_names(arena, document, NAME_ELEMENT),
        .attributes = census_names(arena, document, NAME_ATTRIBUTE),
    };
    return (struct fill_data){.document = document, .vocabulary = vocabulary};
}

static inline struct filled fill_with(const char *body, struct word_parts beside, const char *text)
{
    struct filled filled = {.findings = findings_on(arena)};
    struct package word = word_file(body, beside);
    struct file template = {"t.docx", word.bytes, word.length};
    struct fill_data data = fill_data_of(&filled.findings, text);
    bool done = fill_docx(&filled.findings, &template, data, &filled.package);
    assert_int_equal(done, !filled.findings.failures);
    xml_document_free(data.document);
    return filled;
}

static inline const char *part_of(struct filled *filled, const char *name)
{
    struct file file = {"o.docx", filled->package.bytes, filled->package.length}, part;
    struct archive *archive = archive_open(&filled->findings, &file);
    assert_non_null(archive);
    assert_true(archive_read(archive, name, &part));
    archive_free(archive);
    return part.bytes;
}

/* The body of the document that comes out, or what was reported. */
static inline const char *filled_body(const char *body)
{
    struct filled filled = fill_with(body, (struct word_parts){0}, data_text);
    if (!filled.package.bytes)
        return findings_messages(&filled.findings);
    const char *text = part_of(&filled, "word/document.xml");
    const char *start = strstr(text, "<w:body>") + strlen("<w:body>");
    return arena_copy_n(arena, start, (size_t)(strstr(start, "</w:body>") - start));
}

/* A body and what comes out of it. */
struct fill_case {
    const char *body, *expected;
};
#define assert_filled(cases)                                                                       \
    for (size_t i_ = 0; i_ < sizeof(cases) / sizeof *(cases); i_++)                                \
    assert_string_equal(filled_body((cases)[i_].body), (cases)[i_].expected)

#endif
