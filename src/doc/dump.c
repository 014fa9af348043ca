/* The document tree as text: a node a line, indented, with its origin. */
#include "doc/doc.h"

static void indent(struct buffer *out, int depth)
{
    buffer_printf(out, "%*s", depth * 2, "");
}

/* <templates/head.md:36 /notice/number notice.xml:5>, as much of it as is known. */
static void dump_origin(struct buffer *out, struct origin origin)
{
    const char *before = "  <";
    size_t start = out->length;
    if (origin.file)
        buffer_printf(out, "%s%s:%ld", before, origin.file, origin.line);
    before = out->length > start ? " " : before;
    if (origin.path)
        buffer_printf(out, "%s%s", before, origin.path);
    if (origin.data.file)
        buffer_printf(out, " %s:%ld", origin.data.file, origin.data.line);
    buffer_add(out, out->length > start ? ">\n" : "\n");
}

static void dump_marks(struct buffer *out, unsigned marks)
{
    static const struct {
        unsigned mark;
        const char *word;
    } words[] = {
        {RUN_BOLD, " bold"},
        {RUN_ITALIC, " italic"},
        {RUN_INSERTED, " inserted"},
        {RUN_DELETED, " deleted"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (marks & words[i].mark)
            buffer_add(out, words[i].word);
}

static void dump_form(struct buffer *out, const struct field_form *form)
{
    static const char *const kinds[] = {"", " date", " choice"};
    buffer_add(out, kinds[form->kind]);
    for (size_t i = 0; i < form->choice_count; i++)
        buffer_printf(out, "%c%s", i ? '|' : '=', form->choices[i]);
}

static void dump_run(struct buffer *out, const struct run *run, enum role role, int depth)
{
    static const char *const kinds[] = {"text", "break", "field"};
    indent(out, depth);
    buffer_add(out, kinds[run->kind]);
    if (run->face != role)
        buffer_printf(out, " face=%s", role_info(run->face)->id);
    dump_marks(out, run->marks);
    if (run->field)
        buffer_printf(out, " id=%s", run->field);
    if (run->form)
        dump_form(out, run->form);
    if (run->computed)
        buffer_add(out, " computed");
    if (run->text)
        buffer_printf(out, " \"%s\"", run->text);
    dump_origin(out, run->origin);
}

static void dump_block(struct buffer *out, const struct block *block, int depth);

static void dump_cell(struct buffer *out, const struct cell *cell, int depth)
{
    indent(out, depth);
    buffer_printf(out, "cell column=%d", cell->column + 1);
    if (cell->span > 1)
        buffer_printf(out, " span=%d", cell->span);
    if (cell->rows > 1)
        buffer_printf(out, " rows=%d", cell->rows);
    if (cell->merge == MERGE_CONTINUED)
        buffer_add(out, " continued");
    if (cell->align)
        buffer_printf(out, " align=%s", cell->align);
    buffer_add_char(out, '\n');
    for (const struct block *block = cell->first; block; block = block->next)
        dump_block(out, block, depth + 1);
}

static void dump_row(struct buffer *out, const struct row *row, int depth)
{
    indent(out, depth);
    buffer_add(out, row->header ? "row header" : "row");
    dump_origin(out, row->origin);
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        dump_cell(out, cell, depth + 1);
}

static void dump_table(struct buffer *out, const struct block *block, int depth)
{
    const struct table *table = &block->table;
    buffer_add(out, "table widths=");
    for (int i = 0; i < table->columns; i++)
        buffer_printf(out, i ? ",%g" : "%g", table->width[i] / 100.0);
    if (!table->borders)
        buffer_add(out, " borders=none");
    dump_origin(out, block->origin);
    struct rows rows = rows_begin(table);
    for (const struct row *row; (row = rows_next(&rows));) {
        rows_pass(&rows, row);
        dump_row(out, row, depth + 1);
    }
    rows_end(&rows);
}

/* A category a line, with the lengths of its bars. */
static void dump_category(struct buffer *out, const struct chart *chart,
                          const struct category *category, int depth)
{
    const struct bar *bars = category->bars;
    indent(out, depth);
    buffer_printf(out, "category \"%s\"", category->name);
    for (size_t i = 0; i < chart->series_count; i++)
        buffer_printf(out, " %s", bars[i].known ? bar_text(out->arena, bars[i]) : "-");
    dump_origin(out, category->origin);
}

static void dump_chart(struct buffer *out, const struct block *block, int depth)
{
    const struct chart *chart = &block->chart;
    buffer_printf(out, "chart \"%s\" series", chart->title);
    for (size_t i = 0; i < chart->series_count; i++)
        buffer_printf(out, " \"%s\"", chart->series[i]);
    dump_origin(out, block->origin);
    for (const struct category *c = chart->first; c; c = c->next)
        dump_category(out, chart, c, depth + 1);
}

static void dump_paragraph(struct buffer *out, const struct block *block, int depth)
{
    buffer_printf(out, "paragraph %s", role_info(block->paragraph.role)->id);
    dump_origin(out, block->origin);
    for (const struct run *run = block->paragraph.first; run; run = run->next)
        dump_run(out, run, block->paragraph.role, depth + 1);
}

static void dump_block(struct buffer *out, const struct block *block, int depth)
{
    static void (*const dumps[])(struct buffer *, const struct block *, int) = {
        [BLOCK_PARAGRAPH] = dump_paragraph,
        [BLOCK_TABLE] = dump_table,
        [BLOCK_CHART] = dump_chart,
    };
    indent(out, depth);
    dumps[block->kind](out, block, depth);
}

void document_dump(const struct document *document, struct buffer *out)
{
    buffer_printf(out, "document lang=%s\n", document->lang);
    for (const struct property *p = document->properties; p; p = p->next)
        buffer_printf(out, "  property %s \"%s\"\n", p->name, p->value);
    for (const struct section *s = document->first; s; s = s->next) {
        buffer_printf(out, "  section %s %s%s\n", s->name, s->landscape ? "landscape" : "portrait",
                      s->continues ? " continues" : "");
        for (const struct block *block = s->first; block; block = block->next)
            dump_block(out, block, 2);
    }
}
