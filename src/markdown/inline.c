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
    int depth[MARKDOWN_EMPHASIS + 1];
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

static void add_code(struct inlines *in, uint32_t code, unsigned marks)
{
    if (!in->last || in->last->kind != MARKDOWN_TEXT || in->last->marks != marks)
        add_inline(in, MARKDOWN_TEXT, marks);
    buffer_add_code(&in->text, code);
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
        add_code(in, ' ', in->line_marks);
}

static void add_text(struct inlines *in, const char *text)
{
    for (uint32_t code; (code = text_next(&text));) {
        if (code == STAND_IN)
            continue;
        if (in->line_ended)
            end_line(in, code);
        add_code(in, code, in->marks);
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
        if (is_break_tag(cmark_node_get_literal(node)))
            add_break(in);
        else
            add_text(in, cmark_node_get_literal(node));
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

struct markdown_inline *inlines_read(struct arena *arena, struct cmark_node *block,
                                     const char **unsupported)
{
    struct inlines in = {.arena = arena};
    cmark_iter *walk = cmark_iter_new(block);
    for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;)
        read_node(&in, cmark_iter_get_node(walk), event == CMARK_EVENT_ENTER);
    cmark_iter_free(walk);
    if (in.unsupported)
        *unsupported = in.unsupported;
    return in.first;
}
