/* A document tree as CommonMark. */
#include "markdown/write.h"

#include <cmark.h>
#include <string.h>

#include "base/buffer.h"
#include "markdown/front.h"
#include "markdown/node.h"
#include "markdown/span.h"
#include "markdown/table.h"

/* The title is #, headings 1 to 4 are ## to #####; 0 is no heading. */
static int heading_level(enum role role)
{
    if (role == ROLE_TITLE)
        return 1;
    return role_info(role)->outline ? role_info(role)->outline + 1 : 0;
}

/* Where text in another face than the heading's runs in; NULL if none does. */
static const struct run *run_in(const struct paragraph *paragraph)
{
    const struct run *run = paragraph->first;
    while (run && (run->kind == RUN_BREAK || run->face == paragraph->role))
        run = run->next;
    return run;
}

static void add_heading(cmark_node *root, struct phrase phrase, int level)
{
    phrase_tidy(&phrase);
    phrase_join_lines(&phrase);
    if (!phrase.count)
        return;
    cmark_node *heading = node_add(root, node_new(CMARK_NODE_HEADING));
    cmark_node_set_heading_level(heading, level);
    span_add(heading, &phrase);
}

static void add_words(cmark_node *root, struct phrase phrase)
{
    phrase_tidy(&phrase);
    if (phrase.count)
        span_add(node_add(root, node_new(CMARK_NODE_PARAGRAPH)), &phrase);
}

static void add_paragraph(struct arena *arena, cmark_node *root, const struct paragraph *paragraph)
{
    int level = heading_level(paragraph->role);
    const struct run *rest = paragraph->first;
    if (level > 0) {
        struct phrase heading = phrase_on(arena);
        rest = paragraph->role == ROLE_TITLE ? NULL : run_in(paragraph);
        phrase_add_runs(&heading, paragraph->first, rest);
        add_heading(root, heading, level);
    }
    struct phrase phrase = phrase_on(arena);
    phrase_add_runs(&phrase, rest, NULL);
    add_words(root, phrase);
}

/* Stands for a table while cmark prints what is around it: no text has this character. */
#define TABLE_MARK "\x01"

/* A table without lines is text. */
static bool is_marked(const struct block *block)
{
    return block->kind == BLOCK_CHART || (block->kind == BLOCK_TABLE && block->table.borders);
}

static void add_mark(cmark_node *root)
{
    node_add_verbatim(root, CMARK_NODE_CUSTOM_BLOCK, TABLE_MARK "\n");
}

static void add_table(struct arena *arena, cmark_node *root, const struct block *block)
{
    if (is_marked(block)) {
        add_mark(root);
        return;
    }
    for (const struct row *row = NULL; (row = table_next_row(&block->table, row));)
        add_words(root, row_phrase(arena, row));
}

/* Its numbers, under its title. */
static void add_chart(struct arena *arena, cmark_node *root, const struct block *block)
{
    struct phrase title = phrase_on(arena);
    phrase_add_text(&title, block->chart.title, RUN_BOLD);
    add_words(root, title);
    add_mark(root);
}

static void add_section(struct arena *arena, cmark_node *root, const struct section *section)
{
    for (const struct block *block = section->first; block; block = block->next)
        if (block->kind == BLOCK_TABLE)
            add_table(arena, root, block);
        else if (block->kind == BLOCK_CHART)
            add_chart(arena, root, block);
        else
            add_paragraph(arena, root, &block->paragraph);
}

/* A thematic break stands for a new page. */
static const char *print(struct arena *arena, const struct document *document)
{
    cmark_node *root = node_new(CMARK_NODE_DOCUMENT);
    for (const struct section *section = document->first; section; section = section->next) {
        if (cmark_node_last_child(root) && !section->continues)
            node_add(root, node_new(CMARK_NODE_THEMATIC_BREAK));
        add_section(arena, root, section);
    }
    struct buffer out = buffer_on(arena);
    front_add(&out, document);
    if (out.length && cmark_node_first_child(root))
        buffer_add_char(&out, '\n');
    buffer_add(&out, cmark_node_first_child(root) ? node_render(arena, root) : "");
    cmark_node_free(root);
    return out.text;
}

/* A table that comes again is written once. */
static const char *table_text(struct arena *arena, const struct block *block)
{
    struct keeper *keeper = block->keeper;
    if (block->kind == BLOCK_CHART)
        return table_markdown(arena, chart_table(arena, block));
    if (!keeper)
        return table_markdown(arena, &block->table);
    if (!keeper->markdown)
        keeper->markdown = arena_copy(keeper->arena, table_markdown(arena, &block->table));
    return keeper->markdown;
}

static void hand_on_text(const char *text, const struct markdown_sink *sink)
{
    sink->add(sink->context, text, strlen(text));
}

/* The text up to the mark of a table, and its rows; gives what comes behind the mark. */
static const char *hand_on(struct arena *arena, const char *text, const struct block *block,
                           const struct markdown_sink *sink)
{
    size_t length = strcspn(text, TABLE_MARK);
    sink->add(sink->context, text, length);
    if (block->kind == BLOCK_TABLE && block->table.source)
        table_markdown_to(&block->table, sink);
    else
        hand_on_text(table_text(arena, block), sink);
    return text + length + strlen(TABLE_MARK "\n");
}

void markdown_write_to(struct arena *arena, const struct document *document,
                       const struct markdown_sink *sink)
{
    const char *text = print(arena, document);
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (is_marked(block))
                text = hand_on(arena, text, block, sink);
    hand_on_text(text, sink);
}

static void add_to_buffer(void *context, const char *bytes, size_t length)
{
    buffer_add_n(context, bytes, length);
}

char *markdown_write(struct arena *arena, const struct document *document)
{
    struct buffer out = buffer_on(arena);
    markdown_write_to(arena, document, &(struct markdown_sink){add_to_buffer, &out});
    return out.text;
}
