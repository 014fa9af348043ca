/* What the tests of src/compose share: a small notice and templates in a folder, composed, and the
 * result as an outline. */
#ifndef COMPOSING_H
#define COMPOSING_H

#include "compose/compose.h"
#include "data/notice.h"
#include "support.h"

struct composing {
    struct arena *arena;
    struct findings findings;
    const char *folder;
    struct project project;
    struct notice *notice;
    struct composer *composer;
    struct section *section; /* what was composed last */
};

static inline void composing_begin(struct composing *c)
{
    *c = (struct composing){.arena = arena_new()};
    c->findings = findings_on(c->arena);
    c->folder = folder_new(c->arena);
}

static inline void composing_close_notice(struct composing *c)
{
    if (!c->notice)
        return;
    composer_free(c->composer);
    notice_free(c->notice);
    c->notice = NULL;
}

static inline void composing_end(struct composing *c)
{
    composing_close_notice(c);
    folder_remove(c->folder);
    arena_free(c->arena);
}

static inline void composing_template(struct composing *c, const char *name, const char *text)
{
    write_text(c->arena, c->folder, arena_printf(c->arena, "templates/%s.md", name), text);
}

/* Reads a notice; its files may be written before. */
static inline void composing_notice(struct composing *c, const char *text)
{
    const char *path = write_text(c->arena, c->folder, "notice.xml", text);
    write_text(c->arena, c->folder, "templates/empty.md", "");
    composing_close_notice(c);
    c->project = project_of(&c->findings, path, NULL);
    c->notice = notice_read(&c->project, path);
    if (!c->notice)
        fail_msg("%s", findings_text(&c->findings));
    enum { TITLE_LINE = 20 };
    c->composer = composer_new(&c->project, c->notice->joined, &notice_kind, TITLE_LINE);
}

static inline void outline_run(struct buffer *out, const struct run *run, enum role role)
{
    const char *mark = run->marks & RUN_BOLD ? "*" : "";
    if (run->face != role)
        buffer_printf(out, "<%s>", role_info(run->face)->id);
    if (run->kind == RUN_BREAK)
        buffer_add_char(out, '/');
    else if (run->kind == RUN_FIELD)
        buffer_printf(out, "{%s|%s}", run->field, run->text);
    else
        buffer_printf(out, "%s%s%s", mark, run->text, mark);
}

static inline void outline_runs(struct buffer *out, const struct block *block)
{
    for (const struct run *run = block->paragraph.first; run; run = run->next)
        outline_run(out, run, block->paragraph.role);
}

/* Columns that it spans as >, rows that it covers as its number, a continued cell as ^. */
static inline void outline_cell(struct buffer *out, const struct cell *cell)
{
    buffer_add(out, "|");
    for (int i = 1; i < cell->span; i++)
        buffer_add_char(out, '>');
    if (cell->merge == MERGE_CONTINUED)
        buffer_add_char(out, '^');
    if (cell->rows > 1)
        buffer_printf(out, "%d:", cell->rows);
    for (const struct block *block = cell->first; block; block = block->next) {
        outline_runs(out, block);
        buffer_add(out, block->next ? "/" : "");
    }
}

static inline void outline_table(struct buffer *out, const struct table *table)
{
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        buffer_add(out, row->header ? "#" : "");
        for (const struct cell *cell = row->first; cell; cell = cell->next)
            outline_cell(out, cell);
        buffer_add(out, "\n");
    }
}

/* title: series series, and a category a line, with the lengths of its bars. */
static inline void outline_chart(struct buffer *out, const struct chart *chart)
{
    buffer_printf(out, "chart %s:", chart->title);
    for (size_t i = 0; i < chart->series_count; i++)
        buffer_printf(out, " %s", chart->series[i]);
    for (const struct category *category = chart->first; category; category = category->next) {
        buffer_printf(out, "\n%s:", category->name);
        for (size_t i = 0; i < chart->series_count; i++)
            buffer_printf(out, " %s", bar_text(out->arena, category->bars[i]));
    }
    buffer_add(out, "\n");
}

/* A paragraph a line, "role: text", body without role; a row of a table or chart a line. */
static inline const char *outline(struct arena *arena, const struct section *section)
{
    struct buffer out = buffer_on(arena);
    for (const struct block *block = section->first; block; block = block->next) {
        if (block->kind == BLOCK_TABLE) {
            outline_table(&out, &block->table);
            continue;
        }
        if (block->kind == BLOCK_CHART) {
            outline_chart(&out, &block->chart);
            continue;
        }
        if (block->paragraph.role != ROLE_BODY)
            buffer_printf(&out, "%s: ", role_info(block->paragraph.role)->id);
        outline_runs(&out, block);
        buffer_add(&out, "\n");
    }
    return buffer_text(&out);
}

/* Composes a template with the notice as context. A template is compiled once by its composer, so
 * each gets a name of its own. */
static inline const char *composed(struct composing *c, const char *text)
{
    static int number;
    const char *name = arena_printf(c->arena, "t%d", ++number);
    composing_template(c, name, text);
    c->section = compose(c->composer, name, xml_root(c->notice->joined), "test",
                         (struct place){"notice.xml", 1, 0});
    return outline(c->arena, c->section);
}

/* A template and the outline of what it gives. */
struct composition {
    const char *text, *outline;
};

static inline void assert_composed(struct composing *c, const struct composition *cases,
                                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(composed(c, cases[i].text), cases[i].outline);
        if (c->findings.count)
            fail_msg("%s: %s", cases[i].text, findings_text(&c->findings));
    }
}

/* A template and what is wrong with it: "line:column rule;", with the name of the template left
 * out. */
static inline const char *found_wrong(struct composing *c, const char *text)
{
    c->findings.first = c->findings.last = NULL;
    c->findings.count = c->findings.errors = 0;
    composed(c, text);
    struct buffer out = buffer_on(c->arena);
    for (const struct finding *f = c->findings.first; f; f = f->next)
        buffer_printf(&out, "%ld:%ld %s;", f->place.line, f->place.column, message_of(f->rule)->id);
    return buffer_text(&out);
}

static inline void assert_wrong(struct composing *c, const struct composition *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *found = found_wrong(c, cases[i].text);
        if (strcmp(found, cases[i].outline) != 0)
            fail_msg("%s: %s, not %s", cases[i].text, found, cases[i].outline);
    }
}

#define ASSERT_COMPOSED(c, cases) assert_composed(c, cases, sizeof cases / sizeof *cases)
#define ASSERT_WRONG(c, cases) assert_wrong(c, cases, sizeof cases / sizeof *cases)

#endif
