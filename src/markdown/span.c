/* A phrase as Markdown or HTML. */
#include "markdown/span.h"

#include <cmark.h>
#include <string.h>

#include "base/text.h"
#include "markdown/inline.h"
#include "markdown/node.h"

struct form {
    cmark_node_type type; /* CMARK_NODE_NONE: CommonMark has only the tags */
    const char *tag[2];   /* end, start */
};

static const struct form *form_of(unsigned mark)
{
    static const struct form forms[] = {
        [RUN_BOLD] = {CMARK_NODE_STRONG, {"</strong>", "<strong>"}},
        [RUN_ITALIC] = {CMARK_NODE_EMPH, {"</em>", "<em>"}},
        [RUN_INSERTED] = {CMARK_NODE_NONE, {"</ins>", "<ins>"}},
        [RUN_DELETED] = {CMARK_NODE_NONE, {"</del>", "<del>"}},
    };
    return &forms[mark];
}

/* The node that takes what comes, and the arena for its text. */
struct nib {
    cmark_node *node;
    struct arena *arena;
};

/* What cmark does not escape: line breaks, and what is special in tables, struck text, fences. */
static const char *verbatim_of(uint32_t code)
{
    switch (code) {
    case '\n':
        return "\\\n";
    case '|':
        return "\\|";
    case '~':
        return "\\~";
    default:
        return NULL;
    }
}

/* As in zhang_san@163.com: needs no escape, which cmark would write (0.30, 6.2). */
static bool is_inside_word(const struct letter *letters, size_t count, size_t i)
{
    return letters[i].code == '_' && i > 0 && i + 1 < count && code_is_latin(letters[i - 1].code) &&
           code_is_latin(letters[i + 1].code);
}

static void add_plain(cmark_node *parent, const struct buffer *text)
{
    if (text->length)
        node_add_text(parent, CMARK_NODE_TEXT, text->text);
}

static void step_text(void *context, const struct letter *letters, size_t count)
{
    const struct nib *nib = context;
    struct buffer plain = buffer_on(nib->arena);
    for (size_t i = 0; i < count; i++) {
        bool inside = is_inside_word(letters, count, i);
        const char *verbatim = inside ? "_" : verbatim_of(letters[i].code);
        if (!verbatim) {
            buffer_add_code(&plain, letters[i].code);
            continue;
        }
        add_plain(nib->node, &plain);
        plain = buffer_on(nib->arena);
        node_add_verbatim(nib->node, CMARK_NODE_CUSTOM_INLINE, verbatim);
    }
    add_plain(nib->node, &plain);
}

static void step_tag(void *context, unsigned mark, bool starts)
{
    const struct nib *nib = context;
    node_add_text(nib->node, CMARK_NODE_HTML_INLINE, form_of(mark)->tag[starts]);
}

static void step_mark(void *context, unsigned mark, bool starts)
{
    struct nib *nib = context;
    cmark_node_type type = form_of(mark)->type;
    if (type == CMARK_NODE_NONE)
        step_tag(context, mark, starts);
    else
        nib->node =
            starts ? node_add(nib->node, node_new((int)type)) : cmark_node_parent(nib->node);
}

static const struct phrase_steps asterisks = {step_mark, step_text};
static const struct phrase_steps tags = {step_tag, step_text};

static char *render(const struct phrase *phrase, const struct phrase_steps *steps)
{
    cmark_node *root = node_new(CMARK_NODE_DOCUMENT);
    struct nib nib = {node_add(root, node_new(CMARK_NODE_PARAGRAPH)), phrase->arena};
    phrase_walk(phrase, steps, &nib);
    char *text = node_render(phrase->arena, root);
    cmark_node_free(root);
    return text;
}

static bool same_letters(const struct phrase *phrase, const struct markdown_inline *in)
{
    struct phrase back = phrase_on(phrase->arena);
    for (; in; in = in->next)
        if (in->kind == MARKDOWN_LINE_BREAK)
            phrase_add(&back, '\n', 0);
        else
            phrase_add_text(&back, in->text, in->marks);
    if (back.count != phrase->count)
        return false;
    for (size_t i = 0; i < back.count; i++)
        if (back.letters[i].code != phrase->letters[i].code ||
            back.letters[i].marks != phrase->letters[i].marks)
            return false;
    return true;
}

static bool asterisks_read_back(const struct phrase *phrase)
{
    struct markdown_block read = {0};
    cmark_node *root = node_parse(render(phrase, &asterisks));
    cmark_node *block = cmark_node_first_child(root);
    if (block && cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH)
        inlines_read(phrase->arena, block, true, &read);
    cmark_node_free(root);
    return same_letters(phrase, read.inlines);
}

static bool has_marks(const struct phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (phrase->letters[i].marks)
            return true;
    return false;
}

static const struct phrase_steps *steps_for(const struct phrase *phrase)
{
    return !has_marks(phrase) || asterisks_read_back(phrase) ? &asterisks : &tags;
}

void span_add(struct cmark_node *block, const struct phrase *phrase)
{
    phrase_walk(phrase, steps_for(phrase), &(struct nib){block, phrase->arena});
}

const char *span_markdown(const struct phrase *phrase)
{
    char *text = render(phrase, steps_for(phrase));
    text[strcspn(text, "\n")] = '\0';
    return text;
}

static void html_mark(void *context, unsigned mark, bool starts)
{
    buffer_add(context, form_of(mark)->tag[starts]);
}

static void html_code(struct buffer *out, uint32_t code)
{
    switch (code) {
    case '\n':
        buffer_add(out, "<br>");
        break;
    case '&':
        buffer_add(out, "&amp;");
        break;
    case '<':
        buffer_add(out, "&lt;");
        break;
    case '>':
        buffer_add(out, "&gt;");
        break;
    default:
        buffer_add_code(out, code);
    }
}

static void html_text(void *context, const struct letter *letters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        html_code(context, letters[i].code);
}

void span_add_html(struct buffer *out, const struct phrase *phrase)
{
    static const struct phrase_steps html = {html_mark, html_text};
    phrase_walk(phrase, &html, out);
}
