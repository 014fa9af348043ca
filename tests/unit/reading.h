/* What the tests of reading Word files share: a package made of XML, read, and the tree as an
 * outline. Included after cmocka.h; the tests run in the project folder. */
#ifndef READING_H
#define READING_H

#include "docx/read.h"
#include "styles.h"
#include "support.h"
#include "zip/package.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NAMESPACES                                                                                 \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"" OFFICE "\""
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"

/* The parts of a Word file; NULL: there is none. */
struct word_file {
    const char *body, *styles, *numbering, *header, *footer;
};

struct reading_test {
    struct arena *arena;
    struct findings findings;
    const struct style *style;
    struct docx_read read;
};

static inline void reading_begin(struct reading_test *t, const char *style)
{
    *t = (struct reading_test){.arena = arena_new()};
    t->findings = findings_on(t->arena);
    t->style = shipped_style(&t->findings, style);
}

static inline void reading_end(struct reading_test *t)
{
    arena_free(t->arena);
}

static inline void add_part(struct reading_test *t, struct package_part *parts, size_t *count,
                            const char *root, const char *name, const char *content)
{
    if (!content)
        return;
    const char *text =
        arena_printf(t->arena, "<w:%s %s>%s</w:%s>", root, NAMESPACES, content, root);
    parts[(*count)++] = (struct package_part){name, text, strlen(text)};
}

static inline struct file word_pack(struct reading_test *t, struct word_file word)
{
    static const char types[] = "<Types/>";
    static const char relations[] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"s\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"n\" Type=\"" OFFICE "/numbering\" Target=\"numbering.xml\"/>"
        "<Relationship Id=\"h\" Type=\"" OFFICE "/header\" Target=\"header1.xml\"/>"
        "<Relationship Id=\"f\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/>"
        "</Relationships>";
    struct package_part parts[7] = {{"[Content_Types].xml", types, strlen(types)},
                                    {"word/_rels/document.xml.rels", relations, strlen(relations)}};
    size_t count = 2;
    const char *body = arena_printf(t->arena, "<w:body>%s</w:body>", word.body);
    add_part(t, parts, &count, "document", "word/document.xml", body);
    add_part(t, parts, &count, "styles", "word/styles.xml", word.styles ? word.styles : "");
    add_part(t, parts, &count, "numbering", "word/numbering.xml",
             word.numbering ? word.numbering : "");
    add_part(t, parts, &count, "hdr", "word/header1.xml", word.header);
    add_part(t, parts, &count, "ftr", "word/footer1.xml", word.footer);
    struct package package;
    assert_true(package_pack(t->arena, parts, count, NULL, &package));
    return (struct file){"office.docx", package.bytes, package.length};
}

/* outlines: a paragraph a line, "role: text" with the face where it changes; a row a line */

static inline void tree_runs(struct buffer *out, const struct paragraph *paragraph)
{
    enum role face = paragraph->role;
    for (const struct run *run = paragraph->first; run; run = run->next) {
        if (run->kind != RUN_BREAK && run->face != face)
            buffer_printf(out, "<%s>", role_info(run->face)->id);
        if (run->kind != RUN_BREAK)
            face = run->face;
        if (run->marks && run->kind == RUN_TEXT)
            buffer_add(out, run->marks & RUN_BOLD ? "*" : "_");
        if (run->kind == RUN_TEXT)
            buffer_add(out, run->text);
        else
            buffer_printf(out, run->kind == RUN_BREAK ? "/" : "{%s|%s}", run->field, run->text);
    }
}

static inline void tree_blocks(struct buffer *out, const struct block *first);

static inline void tree_table(struct buffer *out, const struct table *table)
{
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        buffer_add(out, row->header ? "#" : "");
        for (const struct cell *cell = row->first; cell; cell = cell->next) {
            buffer_printf(out, "|%d", cell->column);
            if (cell->span > 1)
                buffer_printf(out, ">%d", cell->span);
            if (cell->rows > 1)
                buffer_printf(out, "v%d", cell->rows);
            buffer_add(out, cell->merge == MERGE_CONTINUED ? "^" : " ");
            tree_blocks(out, cell->first);
        }
        buffer_add(out, "\n");
    }
}

static inline void tree_blocks(struct buffer *out, const struct block *first)
{
    for (const struct block *block = first; block; block = block->next) {
        if (block->kind == BLOCK_TABLE) {
            buffer_add(out, block->table.borders ? "table\n" : "table without borders\n");
            tree_table(out, &block->table);
            continue;
        }
        buffer_printf(out, "%s: ", role_info(block->paragraph.role)->id);
        tree_runs(out, &block->paragraph);
        buffer_add(out, "\n");
    }
}

static inline const char *tree_text(struct arena *arena, const struct document *document)
{
    struct buffer out = buffer_on(arena);
    for (const struct section *section = document->first; section; section = section->next) {
        buffer_printf(&out, "[%s%s%s]\n", section->name, section->landscape ? " landscape" : "",
                      section->continues ? " continues" : "");
        tree_blocks(&out, section->first);
    }
    return buffer_text(&out);
}

/* The outline of a file that can be read. */
static inline const char *word_read(struct reading_test *t, struct word_file word)
{
    struct file file = word_pack(t, word);
    if (!docx_read(&t->findings, &file, t->style, &t->read))
        fail_msg("%s", findings_text(&t->findings));
    return tree_text(t->arena, t->read.document);
}

static inline const char *body_read(struct reading_test *t, const char *body)
{
    return word_read(t, (struct word_file){.body = body});
}

/* What is wrong with a file that cannot be read. */
static inline const char *word_refused(struct reading_test *t, const char *body)
{
    struct file file = word_pack(t, (struct word_file){.body = body});
    assert_false(docx_read(&t->findings, &file, t->style, &t->read));
    return findings_subjects(&t->findings);
}

#endif
