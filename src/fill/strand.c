/* The inside of a paragraph with tags: runs are taken apart where a tag needs it, and put together
 * again without what its tags held. */
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "fill/op.h"
#include "markdown/read.h"

/* A section that is open in the paragraph. */
struct open_bracket {
    const struct bracket *bracket;
    struct op **end; /* where to go on behind it */
};

struct strand {
    struct compiling *compiling;
    const struct passage *passage;
    const struct outline *run;       /* that is being read; NULL: a text without runs */
    const struct chunk *chunk;       /* not yet passed */
    const struct mark *mark;         /* not yet passed */
    size_t done;                     /* bytes of the text that are written or belong to a tag */
    struct op *open_run, *open_text; /* NULL: none */
    struct open_bracket open[LIMIT_SECTION_DEPTH];
    int depth;
};

/* runs and texts that are open */

/* What a run begins with: its start tag and its properties. */
static struct bytes run_head(const struct story *story, const struct outline *run)
{
    const struct outline *properties = outline_first(run, "w:rPr");
    return slice(story, run->start, properties ? properties->end : run->inside);
}

static struct op *begin(struct compiling *compiling, enum op_kind kind)
{
    struct op *op = op_add(compiling, kind);
    compiling->end = &op->children;
    return op;
}

static void open_run(struct strand *strand)
{
    if (strand->open_run || !strand->run)
        return;
    strand->open_run = begin(strand->compiling, OP_RUN);
    strand->open_run->head = run_head(strand->compiling->story, strand->run);
}

static void open_text(struct strand *strand)
{
    open_run(strand);
    if (!strand->open_text && strand->run)
        strand->open_text = begin(strand->compiling, OP_TEXT);
}

static void close_text(struct strand *strand)
{
    if (strand->open_text)
        strand->compiling->end = &strand->open_text->next;
    strand->open_text = NULL;
}

static void close_run(struct strand *strand)
{
    close_text(strand);
    if (strand->open_run)
        strand->compiling->end = &strand->open_run->next;
    strand->open_run = NULL;
}

static void text_add(struct strand *strand, const char *text, size_t length)
{
    struct buffer out = buffer_on(strand->compiling->filler->arena);
    if (!length)
        return;
    open_text(strand);
    text_escape(&out, text, length);
    bytes_add(strand->compiling, (struct bytes){out.text, out.length});
}

/* tags */

/* What a run begins with, up to where w:b belongs in its properties, and the rest of them. */
static void split_properties(const struct strand *strand, struct op *op)
{
    static const char *const ahead[] = {"w:rStyle", "w:rFonts", NULL};
    const struct story *story = strand->compiling->story;
    const struct outline *properties = outline_first(strand->run, "w:rPr");
    if (!properties || properties->inside == properties->end) {
        op->head = slice(story, strand->run->start, strand->run->inside);
        return;
    }
    size_t place = properties->inside;
    for (const struct outline *child = properties->first; child; child = child->next) {
        place = outline_is_any(child, ahead) ? child->end : place;
        op->marks |= outline_is(child, "w:b") ? MARKDOWN_STRONG : 0u;
        op->marks |= outline_is(child, "w:i") ? MARKDOWN_EMPHASIS : 0u;
    }
    op->head = slice(story, strand->run->start, place);
    op->middle = slice(story, place, properties->end);
}

static void refuse(struct strand *strand, const char *english, const char *chinese)
{
    REPORT_MARK(strand->compiling->filler, strand->compiling->story, strand->mark, RULE_TAG_SYNTAX,
                strand->mark->tag.source, english, chinese);
}

/* Markdown or a form field: it has runs of its own, which look like this one. */
static void apart_add(struct strand *strand, enum op_kind kind)
{
    if (!strand->run) {
        refuse(strand, "nothing but text can stand here", "这里只能放文字");
        return;
    }
    close_run(strand);
    struct op *op = op_add(strand->compiling, kind);
    op->mark = strand->mark;
    split_properties(strand, op);
}

static void value_add(struct strand *strand)
{
    open_text(strand);
    struct op *op = op_add(strand->compiling, OP_VALUE);
    op->mark = strand->mark;
    op->is_plain = !strand->run;
}

/* Whether a section takes in nothing but text of one <w:t>: then its run stays whole. */
static bool is_in_text(const struct bracket *bracket)
{
    const struct mark *mark = bracket->open;
    while (mark != bracket->end && mark->tag.kind != TAG_MARKDOWN && mark->tag.kind != TAG_FIELD)
        mark = mark->next;
    return mark == bracket->end && bracket->open->chunk == bracket->end->chunk;
}

static void open_section(struct strand *strand)
{
    const struct bracket *bracket = strand->mark->bracket;
    if (is_in_text(bracket))
        open_text(strand);
    else
        close_run(strand);
    struct op *op = begin(strand->compiling, OP_SECTION);
    op->mark = strand->mark;
    strand->compiling->repeats++;
    strand->open[strand->depth++] = (struct open_bracket){bracket, &op->next};
}

static void end_section(struct strand *strand)
{
    const struct open_bracket *open = &strand->open[--strand->depth];
    if (!is_in_text(open->bracket))
        close_run(strand);
    strand->compiling->end = open->end;
    strand->compiling->repeats--;
}

/* Sections over paragraphs and rows are known already; of them nothing is left here. */
static void section_tag(struct strand *strand)
{
    const struct bracket *bracket = strand->mark->bracket;
    if (!bracket || !bracket->is_inline)
        return;
    if (strand->mark == bracket->open)
        open_section(strand);
    else
        end_section(strand);
}

static bool stands_in_cell(const struct mark *mark)
{
    const struct outline *above = mark->passage->element->parent;
    return above && outline_is(past_controls(above), "w:tc");
}

static void mark_compile(struct strand *strand)
{
    switch (strand->mark->tag.kind) {
    case TAG_VALUE:
    case TAG_OPTIONAL:
        value_add(strand);
        break;
    case TAG_MARKDOWN:
        apart_add(strand, OP_PHRASE);
        break;
    case TAG_FIELD:
        apart_add(strand, OP_FIELD);
        break;
    case TAG_PARTIAL:
        refuse(strand, "a Word file takes in no other template", "Word 模板不能引用别的模板");
        break;
    case TAG_MERGE:
        if (!stands_in_cell(strand->mark))
            refuse(strand, "it stands in a cell of a table", "这个标签只能放在表格的格子里");
        break;
    default:
        section_tag(strand);
        break;
    }
}

/* the text of a chunk */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void chunk_compile(struct strand *strand, const struct chunk *chunk)
{
    const char *text = strand->passage->text;
    size_t at = least(strand->done > chunk->from ? strand->done : chunk->from, chunk->to);
    while (strand->mark && strand->mark->from < chunk->to) {
        const struct mark *mark = strand->mark;
        text_add(strand, text + at, mark->from - at);
        mark_compile(strand);
        at = least(mark->to, chunk->to);
        strand->done = mark->to;
        strand->mark = mark->next && mark->next->passage == strand->passage ? mark->next : NULL;
    }
    text_add(strand, text + at, chunk->to - at);
}

/* runs */

static void run_child_compile(struct strand *strand, const struct outline *child)
{
    const struct chunk *chunk = strand->chunk;
    bool is_chunk = chunk && chunk->element == child;
    if (is_chunk)
        strand->chunk = chunk->next;
    if (is_chunk && outline_is(child, "w:t") && element_changes(strand->compiling, child)) {
        chunk_compile(strand, chunk);
        return;
    }
    if (is_chunk && chunk->from < strand->done)
        return;
    close_text(strand);
    open_run(strand);
    element_compile(strand->compiling, child);
}

static void run_compile(struct strand *strand, const struct outline *run)
{
    strand->run = run;
    for (const struct outline *child = run->first; child; child = child->next)
        if (!outline_is(child, "w:rPr"))
            run_child_compile(strand, child);
    close_run(strand);
}

/* The chunks of what is written as it is are passed over. */
static void pass(struct strand *strand, const struct outline *element)
{
    while (strand->chunk && strand->chunk->element->index <= element->last_index)
        strand->chunk = strand->chunk->next;
}

static bool shows_something(const struct outline *element)
{
    static const char *const silent[] = {
        "w:pPr",       "w:proofErr", "w:bookmarkStart",     "w:bookmarkEnd",     "w:sdtPr",
        "w:permStart", "w:permEnd",  "w:commentRangeStart", "w:commentRangeEnd", NULL};
    return !outline_is_any(element, silent);
}

static void inside_compile(struct strand *strand, const struct outline *parent);

static void child_compile(struct strand *strand, const struct outline *child)
{
    struct compiling *compiling = strand->compiling;
    bool changes = element_changes(compiling, child);
    if (changes && outline_is(child, "w:r") && !outline_first(child, "w:commentReference")) {
        run_compile(strand, child);
    } else if (changes && shows_something(child) && child->first && !outline_is(child, "w:r")) {
        start_tag_compile(compiling, child);
        inside_compile(strand, child);
        bytes_add(compiling, slice(compiling->story, child->outside, child->end));
    } else if (changes || !shows_something(child)) {
        element_compile(compiling, child);
    } else {
        struct op *op = op_add(compiling, OP_BYTES);
        op->head = slice(compiling->story, child->start, child->end);
        op->is_seen = true;
        pass(strand, child);
    }
}

static void inside_compile(struct strand *strand, const struct outline *parent)
{
    for (const struct outline *child = parent->first; child; child = child->next)
        child_compile(strand, child);
}

/* paragraphs */

/* The one tag of a paragraph that is nothing but Markdown; NULL of another. */
static const struct mark *lone_markdown(const struct passage *passage)
{
    const struct mark *found = NULL;
    if (!passage_is_made_of(passage, 1u << TAG_SECTION | 1u << TAG_INVERTED | 1u << TAG_END |
                                         1u << TAG_COMMENT | 1u << TAG_MARKDOWN))
        return NULL;
    for (const struct mark *mark = passage->marks; mark && mark->passage == passage;
         mark = mark->next) {
        bool is_markdown = mark->tag.kind == TAG_MARKDOWN;
        if ((is_markdown && found) || (mark->bracket && mark->bracket->is_inline))
            return NULL;
        found = is_markdown ? mark : found;
    }
    return found;
}

/* Bookmarks of a paragraph that becomes blocks stand around these. */
static void bookmarks_compile(struct compiling *compiling, const struct outline *paragraph,
                              const char *name)
{
    const struct outline *mark = outline_first(paragraph, name);
    for (; mark; mark = outline_next(mark, name))
        element_compile(compiling, mark);
}

static void blocks_compile(struct strand *strand, const struct mark *mark)
{
    struct compiling *compiling = strand->compiling;
    const struct outline *properties = outline_first(strand->passage->element, "w:pPr");
    bookmarks_compile(compiling, strand->passage->element, "w:bookmarkStart");
    struct op *op = op_add(compiling, OP_BLOCKS);
    op->mark = mark;
    if (properties)
        op->properties = slice(compiling->story, properties->start, properties->end);
    strand->run = mark->chunk->element->parent;
    split_properties(strand, op);
    bookmarks_compile(compiling, strand->passage->element, "w:bookmarkEnd");
}

static void plain_compile(struct strand *strand, const struct outline *element)
{
    struct compiling *compiling = strand->compiling;
    bytes_add(compiling, slice(compiling->story, element->start, element->inside));
    chunk_compile(strand, strand->passage->chunks);
    bytes_add(compiling, slice(compiling->story, element->outside, element->end));
}

static void paragraph_compile(struct strand *strand, const struct outline *element)
{
    struct compiling *compiling = strand->compiling;
    const struct outline *properties = outline_first(element, "w:pPr");
    struct op *op = begin(compiling, OP_PARAGRAPH);
    op->is_seen = outline_first(properties, "w:sectPr") != NULL;
    op->tail = slice(compiling->story, element->outside, element->end);
    start_tag_compile(compiling, element);
    inside_compile(strand, element);
    compiling->end = &op->next;
}

void passage_compile(struct compiling *compiling, const struct passage *passage)
{
    struct strand strand = {.compiling = compiling,
                            .passage = passage,
                            .chunk = passage->chunks,
                            .mark = passage->marks};
    const struct mark *markdown =
        outline_is(passage->element, "w:p") ? lone_markdown(passage) : NULL;
    if (markdown)
        blocks_compile(&strand, markdown);
    else if (outline_is(passage->element, "w:p"))
        paragraph_compile(&strand, passage->element);
    else
        plain_compile(&strand, passage->element);
}
