/* CommonMark as a small tree. */
#include "markdown/read.h"

#include <cmark.h>
#include <string.h>

#include "base/limits.h"
#include "markdown/asterisk.h"
#include "markdown/inline.h"
#include "markdown/node.h"
#include "markdown/pipe.h"

struct reader {
    struct arena *arena;
    const char *const *line; /* where each begins, from 1 */
    bool marked;             /* <ins> and <del> are marks */
};

static struct markdown_block *read_blocks(const struct reader *reader, cmark_node *parent,
                                          int depth);

static void refuse(struct markdown_block *block, const char *what)
{
    block->kind = MARKDOWN_UNSUPPORTED;
    block->what = what;
    block->inlines = NULL;
    block->unpaired = NULL;
}

static void read_words(const struct reader *reader, cmark_node *node, struct markdown_block *block,
                       enum markdown_kind kind)
{
    const char *unsupported = inlines_read(reader->arena, node, reader->marked, block);
    block->kind = kind;
    if (unsupported)
        refuse(block, unsupported);
}

static bool is_table(const struct reader *reader, cmark_node *node)
{
    int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
    const char *text = reader->line[first] + cmark_node_get_start_column(node) - 1;
    return has_pipe_table(text, last - first + 1);
}

static void read_paragraph(const struct reader *reader, cmark_node *node,
                           struct markdown_block *block)
{
    read_words(reader, node, block, MARKDOWN_PARAGRAPH);
    if (is_table(reader, node))
        refuse(block, "a pipe table");
}

static void read_heading(const struct reader *reader, cmark_node *node,
                         struct markdown_block *block, int depth)
{
    block->level = cmark_node_get_heading_level(node);
    read_words(reader, node, block, MARKDOWN_HEADING);
    if (depth > 0)
        refuse(block, "a heading in a list");
}

static void read_list(const struct reader *reader, cmark_node *node, struct markdown_block *block,
                      int depth)
{
    if (depth >= LIMIT_LIST_DEPTH) {
        refuse(block, "lists nested too deep");
        return;
    }
    block->kind = MARKDOWN_LIST;
    block->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    block->start = cmark_node_get_list_start(node);
    block->children = read_blocks(reader, node, depth + 1);
}

static void read_block(const struct reader *reader, cmark_node *node, struct markdown_block *block,
                       int depth)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        read_heading(reader, node, block, depth);
        break;
    case CMARK_NODE_PARAGRAPH:
        read_paragraph(reader, node, block);
        break;
    case CMARK_NODE_LIST:
        read_list(reader, node, block, depth);
        break;
    case CMARK_NODE_ITEM:
        block->kind = MARKDOWN_ITEM;
        block->children = read_blocks(reader, node, depth);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        refuse(block, "a block quote");
        break;
    case CMARK_NODE_CODE_BLOCK:
        refuse(block, "a code block");
        break;
    case CMARK_NODE_HTML_BLOCK:
        refuse(block, "an HTML block");
        break;
    default:
        refuse(block, "a thematic break");
        break;
    }
}

static bool is_blank(const char *line)
{
    return strchr("\r\n", line[strspn(line, " \t")]) != NULL;
}

/* By the line above: cmark counts the blank lines after a list as its own. */
static bool node_follows(const struct reader *reader, cmark_node *node)
{
    return cmark_node_previous(node) &&
           !is_blank(reader->line[cmark_node_get_start_line(node) - 1]);
}

static struct markdown_block *read_blocks(const struct reader *reader, cmark_node *parent,
                                          int depth)
{
    struct markdown_block *first = NULL, **end = &first;
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        struct markdown_block *block = *end = ARENA_NEW(reader->arena, struct markdown_block);
        block->line = cmark_node_get_start_line(node);
        block->follows = node_follows(reader, node);
        read_block(reader, node, block, depth);
        end = &block->next;
    }
    return first;
}

static size_t line_length(const char *line)
{
    size_t length = strcspn(line, "\r\n");
    return length + (line[length] == '\r' && line[length + 1] == '\n' ? 2 : line[length] ? 1 : 0);
}

static const char *const *lines_of(struct arena *arena, const char *text)
{
    size_t count = 1;
    for (const char *line = text; *line; line += line_length(line))
        count++;
    const char **lines = ARENA_ARRAY(arena, const char *, count);
    const char **next = lines + 1;
    for (const char *line = text; *line; line += line_length(line))
        *next++ = line;
    return lines;
}

static struct markdown_block *read_text(struct arena *arena, const char *text, bool marked)
{
    const char *prepared = asterisks_prepared(arena, text);
    struct reader reader = {arena, lines_of(arena, prepared), marked};
    cmark_node *root = node_parse(prepared);
    struct markdown_block *blocks = read_blocks(&reader, root, 0);
    cmark_node_free(root);
    return blocks;
}

struct markdown_block *markdown_read(struct arena *arena, const char *text)
{
    return read_text(arena, text, false);
}

struct markdown_block *markdown_read_marked(struct arena *arena, const char *text)
{
    return read_text(arena, text, true);
}

const char *markdown_version(void)
{
    return cmark_version_string();
}
