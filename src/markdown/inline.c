/* The inlines of one heading or paragraph. */
#include "markdown/inline.h"

#include <cmark.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/text.h"
#include "markdown/asterisk.h"

struct inlines {
    struct arena *arena;
    struct markdown_inline *first;
    struct markdown_inline *last;
    struct buffer text; /* of the last inline */
    unsigned marks;     /* where the walk stands */
    int depth[MARKDOWN_DELETED + 1];
    bool marked;                                          /* <ins> and <del> are marks */
    struct markdown_unpaired *open[MARKDOWN_DELETED + 1]; /* tags that opened a mark, last first */
    struct markdown_unpaired **unpaired;                  /* where the next goes */
    bool line_ended; /* a soft line break waits for what follows */
    unsigned line_marks;
    const char *unsupported;
};

static void add_inline(struct inlines *in, enum markdown_inline_kind kind, unsigned marks)
{
    struct markdown_inline *added = ARENA_NEW(in->arena, struct markdown_inline);
    *added = (struct markdown_inline){.kind = kind, .marks = marks, .text = ""};
    if (in->last)
        in->last->next = added;
    else
        in->first = added;
    in->last = added;
    in->text = buffer_on(in->arena);
}

static void add_plain(struct inlines *in, const char *text, size_t length, unsigned marks)
{
    if (!in->last || in->last->kind != MARKDOWN_TEXT || in->last->marks != marks)
        add_inline(in, MARKDOWN_TEXT, marks);
    buffer_add_n(&in->text, text, length);
    in->last->text = in->text.text;
}

/* A line break between two characters that fill a cell is nothing, else a blank. */
static void end_line(struct inlines *in, uint32_t after)
{
    in->line_ended = false;
    if (!in->last || in->last->kind != MARKDOWN_TEXT)
        return;
    uint32_t before = text_before(in->text.text, in->text.text + in->text.length);
    if (!code_fills_cell(before) || !code_fills_cell(after))
        add_plain(in, " ", 1, in->line_marks);
}

/* In stretches between the stand-ins. */
static void add_text(struct inlines *in, const char *text)
{
    for (const char *stop; *text; text = stop) {
        stop = strstr(text, STAND_IN);
        size_t length = stop ? (size_t)(stop - text) : strlen(text);
        const char *first = text;
        if (length && in->line_ended)
            end_line(in, text_next(&first));
        if (length)
            add_plain(in, text, length, in->marks);
        stop = stop ? stop + strlen(STAND_IN) : text + length;
    }
}

static void add_break(struct inlines *in)
{
    in->line_ended = false;
    add_inline(in, MARKDOWN_LINE_BREAK, 0);
}

static bool is_break_tag(const char *html)
{
    if (strncasecmp(html, "<br", 3) != 0)
        return false;
    html += 3 + strspn(html + 3, " ");
    return strcmp(html, ">") == 0 || strcmp(html, "/>") == 0;
}

static void enter(struct inlines *in, unsigned mark, bool entering)
{
    in->depth[mark] += entering ? 1 : -1;
    in->marks = in->depth[mark] ? in->marks | mark : in->marks & ~mark;
}

/* Tags that mark what they enclose. */
static const struct mark_tag {
    unsigned mark;
    const char *start, *end;
} mark_tags[] = {
    {MARKDOWN_INSERTED, "<ins>", "</ins>"},
    {MARKDOWN_DELETED, "<del>", "</del>"},
};
enum { MARK_TAGS = sizeof mark_tags / sizeof *mark_tags };

static struct markdown_unpaired *unpaired_new(struct inlines *in, const char *tag,
                                              const char *other, long line)
{
    struct markdown_unpaired *unpaired = ARENA_NEW(in->arena, struct markdown_unpaired);
    *unpaired = (struct markdown_unpaired){NULL, tag, other, line};
    return unpaired;
}

static void add_unpaired(struct inlines *in, struct markdown_unpaired *unpaired)
{
    *in->unpaired = unpaired;
    in->unpaired = &unpaired->next;
}

static void open_mark(struct inlines *in, const struct mark_tag *tag, long line)
{
    struct markdown_unpaired *open = unpaired_new(in, tag->start, tag->end, line);
    open->next = in->open[tag->mark];
    in->open[tag->mark] = open;
    enter(in, tag->mark, true);
}

static void close_mark(struct inlines *in, const struct mark_tag *tag, long line)
{
    if (!in->open[tag->mark]) {
        add_unpaired(in, unpaired_new(in, tag->end, tag->start, line));
        return;
    }
    in->open[tag->mark] = in->open[tag->mark]->next;
    enter(in, tag->mark, false);
}

static void close_block(struct inlines *in)
{
    for (size_t i = 0; i < MARK_TAGS; i++)
        for (struct markdown_unpaired *open = in->open[mark_tags[i].mark], *next; open;
             open = next) {
            next = open->next;
            open->next = NULL;
            add_unpaired(in, open);
        }
}

/* False if it is no tag of a mark. */
static bool read_mark(struct inlines *in, const char *html, long line)
{
    for (size_t i = 0; i < MARK_TAGS; i++) {
        if (strcasecmp(html, mark_tags[i].start) == 0)
            open_mark(in, &mark_tags[i], line);
        else if (strcasecmp(html, mark_tags[i].end) == 0)
            close_mark(in, &mark_tags[i], line);
        else
            continue;
        return true;
    }
    return false;
}

static void read_html(struct inlines *in, cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    if (is_break_tag(html))
        add_break(in);
    else if (!in->marked || !read_mark(in, html, cmark_node_get_start_line(node)))
        add_text(in, html);
}

static void read_node(struct inlines *in, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG:
        enter(in, MARKDOWN_STRONG, entering);
        break;
    case CMARK_NODE_EMPH:
        enter(in, MARKDOWN_EMPHASIS, entering);
        break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_text(in, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_HTML_INLINE:
        read_html(in, node);
        break;
    case CMARK_NODE_SOFTBREAK:
        in->line_ended = true;
        in->line_marks = in->marks;
        break;
    case CMARK_NODE_LINEBREAK:
        add_break(in);
        break;
    case CMARK_NODE_IMAGE:
        in->unsupported = "an image";
        break;
    default: /* the block itself; a link, which is its text */
        break;
    }
}

const char *inlines_read(struct arena *arena, struct cmark_node *node, bool marked,
                         struct markdown_block *block)
{
    struct inlines in = {.arena = arena, .marked = marked, .unpaired = &block->unpaired};
    cmark_iter *walk = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;)
        read_node(&in, cmark_iter_get_node(walk), event == CMARK_EVENT_ENTER);
    cmark_iter_free(walk);
    close_block(&in);
    block->inlines = in.first;
    return in.unsupported;
}
