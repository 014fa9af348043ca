/* From the tree of a story to what it does. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fill/op.h"

static struct arena *arena_of(const struct compiling *compiling)
{
    return compiling->filler->arena;
}

struct op *op_add(struct compiling *compiling, enum op_kind kind)
{
    struct op *op = ARENA_NEW(arena_of(compiling), struct op);
    op->kind = kind;
    *compiling->end = op;
    compiling->end = &op->next;
    compiling->last = op;
    return op;
}

struct bytes slice(const struct story *story, size_t from, size_t to)
{
    return (struct bytes){story->text + from, to - from};
}

/* Bytes that follow each other are one op. */
void bytes_add(struct compiling *compiling, struct bytes bytes)
{
    struct op *last = compiling->last;
    bool goes_on = last && compiling->end == &last->next && last->kind == OP_BYTES &&
                   !last->is_seen && last->head.at + last->head.length == bytes.at;
    if (goes_on)
        last->head.length += bytes.length;
    else if (bytes.length)
        op_add(compiling, OP_BYTES)->head = bytes;
}

static void slice_add(struct compiling *compiling, size_t from, size_t to)
{
    bytes_add(compiling, slice(compiling->story, from, to));
}

/* What stands between an element and the next one, or the end of its parent. */
static void gap_add(struct compiling *compiling, const struct outline *element)
{
    slice_add(compiling, element->end,
              element->next ? element->next->start : element->parent->outside);
}

bool element_changes(const struct compiling *compiling, const struct outline *element)
{
    const struct story *story = compiling->story;
    return story->is_dynamic[element->index] ||
           (compiling->repeats && story->is_unique[element->index]);
}

/* what may stand only once */

static void attribute_compile(struct compiling *compiling, const struct outline *element,
                              const char *attribute, enum op_kind kind)
{
    size_t start = element->inside, end = element->inside;
    const char *value = outline_get(arena_of(compiling), element, attribute);
    outline_attribute(element, attribute, &start, &end);
    slice_add(compiling, element->start, start);
    if (value) {
        struct op *op = op_add(compiling, kind);
        op->number = strtoul(value, NULL, 10);
        op->slot = compiling->program->slots++;
        op->head = slice(compiling->story, start, start + 1 + strlen(attribute) + 1);
    }
    slice_add(compiling, end, element->inside);
}

void start_tag_compile(struct compiling *compiling, const struct outline *element)
{
    size_t start, end;
    bool is_cut = compiling->repeats && outline_attribute(element, "w14:paraId", &start, &end);
    slice_add(compiling, element->start, is_cut ? start : element->inside);
    if (is_cut)
        slice_add(compiling, end, element->inside);
}

static void once_compile(struct compiling *compiling, const struct outline *element)
{
    struct op *op = op_add(compiling, OP_ONCE);
    op->head = slice(compiling->story, element->start, element->end);
    op->slot = compiling->program->slots++;
}

/* False if the element is none of these. */
static bool unique_compile(struct compiling *compiling, const struct outline *element)
{
    static const char *const once[] = {"w:bookmarkStart",
                                       "w:bookmarkEnd",
                                       "w:commentRangeStart",
                                       "w:commentRangeEnd",
                                       "w:permStart",
                                       "w:permEnd",
                                       "w:id",
                                       NULL};
    bool refers = outline_is(element, "w:r") && outline_first(element, "w:commentReference");
    if (outline_is_any(element, once) || refers)
        once_compile(compiling, element);
    else if (outline_is(element, "w:numId"))
        attribute_compile(compiling, element, "w:val", OP_LIST);
    else
        return false;
    return true;
}

/* holders */

static const struct holder {
    const char *name;
    enum mending mending;
} holders[] = {
    {"w:tc", MEND_PARAGRAPH},      {"w:hdr", MEND_PARAGRAPH},
    {"w:ftr", MEND_PARAGRAPH},     {"w:footnote", MEND_PARAGRAPH},
    {"w:endnote", MEND_PARAGRAPH}, {"w:txbxContent", MEND_PARAGRAPH},
    {"w:tbl", MEND_DROP},          {"w:tr", MEND_NOTHING},
    {"w:sdt", MEND_DROP},          {"w:sdtContent", MEND_DROP},
    {"w:body", MEND_NOTHING},
};

static const struct holder *holder_of(const struct outline *element)
{
    for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
        if (outline_is(element, holders[i].name))
            return &holders[i];
    return NULL;
}

/* The first child that is more than a property. */
static const struct outline *first_content(const struct outline *element)
{
    static const char *const properties[] = {"w:tcPr", "w:tblPr", "w:tblGrid",  "w:tblPrEx",
                                             "w:trPr", "w:sdtPr", "w:sdtEndPr", NULL};
    const struct outline *child = element->first;
    while (child && outline_is_any(child, properties))
        child = child->next;
    return child;
}

/* w:pPr of the first paragraph in a cell, unless it would number an empty one. */
static struct bytes mending_properties(const struct story *story, const struct outline *element)
{
    const struct outline *paragraph = outline_first(element, "w:p");
    const struct outline *properties = outline_first(paragraph, "w:pPr");
    if (!properties || outline_first(properties, "w:numPr") ||
        outline_first(properties, "w:sectPr"))
        return (struct bytes){"", 0};
    return slice(story, properties->start, properties->end);
}

static void siblings_compile(struct compiling *compiling, const struct outline *first,
                             const struct outline *last);

static bool follows_table(const struct outline *element)
{
    const struct outline *sibling = element->parent ? element->parent->first : element;
    while (sibling != element && sibling->next != element)
        sibling = sibling->next;
    return sibling != element && outline_is(sibling, "w:tbl");
}

static struct op *holder_begin(struct compiling *compiling, const struct outline *element,
                               enum op_kind kind)
{
    struct op *op = op_add(compiling, kind);
    const struct holder *holder = holder_of(element);
    op->mending = holder ? holder->mending : MEND_NOTHING;
    op->is_plain = outline_is(element, "w:tbl") && !follows_table(element);
    op->tail = slice(compiling->story, element->outside, element->end);
    op->properties = mending_properties(compiling->story, element);
    compiling->end = &op->before;
    start_tag_compile(compiling, element);
    return op;
}

static void properties_compile(struct compiling *compiling, const struct outline *element,
                               const struct outline *content)
{
    slice_add(compiling, element->inside, element->first->start);
    for (const struct outline *child = element->first; child != content; child = child->next) {
        element_compile(compiling, child);
        gap_add(compiling, child);
    }
}

static void content_compile(struct compiling *compiling, struct op *op,
                            const struct outline *content)
{
    compiling->end = &op->children;
    if (content)
        siblings_compile(compiling, content, NULL);
    compiling->end = &op->next;
}

static void holder_compile(struct compiling *compiling, const struct outline *element)
{
    const struct outline *content = first_content(element);
    struct op *op = holder_begin(compiling, element, OP_HOLDER);
    properties_compile(compiling, element, content);
    content_compile(compiling, op, content);
}

/* tables whose cells merge */

static const struct outline *nearest(const struct outline *element, const char *name)
{
    while (element && !outline_is(element, name))
        element = element->parent;
    return element;
}

/* The mark in a cell that tells when it goes on the one above; NULL if there is none. */
static const struct mark *merge_in(const struct story *story, const struct outline *element,
                                   const char *name)
{
    for (const struct mark *mark = story->marks; mark; mark = mark->next)
        if (mark->tag.kind == TAG_MERGE && nearest(mark->passage->element, name) == element)
            return mark;
    return NULL;
}

/* Behind what w:tcPr may hold ahead of w:vMerge (ECMA-376 part 1, A.1, CT_TcPrBase). */
static size_t merge_place(const struct outline *properties)
{
    static const char *const ahead[] = {"w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", NULL};
    size_t place = properties->inside;
    for (const struct outline *child = properties->first; child; child = child->next)
        if (outline_is_any(child, ahead))
            place = child->end;
    return place;
}

static const struct bytes properties_open = {"<w:tcPr>", 8}, properties_close = {"</w:tcPr>", 9};

static void cell_compile(struct compiling *compiling, const struct outline *element,
                         const struct mark *mark, size_t number)
{
    const struct outline *properties = outline_first(element, "w:tcPr");
    struct op *op = holder_begin(compiling, element, OP_CELL);
    op->mark = mark;
    op->number = number;
    if (properties && properties->inside < properties->outside) {
        size_t place = merge_place(properties);
        slice_add(compiling, properties->start, place);
        op->middle = slice(compiling->story, place, properties->end);
    } else {
        bytes_add(compiling, properties_open);
        op->middle = properties_close;
    }
    content_compile(compiling, op, first_content(element));
}

/* Any row of such a table, so that what is above is known. */
static void row_compile(struct compiling *compiling, const struct outline *element)
{
    struct op *row = op_add(compiling, OP_ROW);
    compiling->end = &row->children;
    start_tag_compile(compiling, element);
    for (const struct outline *child = element->first; child; child = child->next) {
        const struct mark *mark =
            outline_is(child, "w:tc") ? merge_in(compiling->story, child, "w:tc") : NULL;
        if (mark)
            cell_compile(compiling, child, mark, row->number++);
        else
            element_compile(compiling, child);
        gap_add(compiling, child);
    }
    slice_add(compiling, element->outside, element->end);
    compiling->end = &row->next;
}

static void table_compile(struct compiling *compiling, const struct outline *element)
{
    bool outer = compiling->merges;
    compiling->merges = merge_in(compiling->story, element, "w:tbl") != NULL;
    holder_compile(compiling, element);
    compiling->merges = outer;
}

/* sections over elements */

/* The lists in the elements of a section, by number. */
struct lists {
    const struct outline *first; /* paragraph of the section */
    long *numbers;
    size_t count, room;
};

static bool is_in(const struct outline *element, const struct outline *above)
{
    return above && element->index >= above->index && element->index <= above->last_index;
}

/* The list whose paragraph begins the section goes on: its turns are the items of that. */
static void find_lists(struct compiling *compiling, const struct outline *element,
                       struct lists *lists)
{
    if (outline_is(element, "w:p") && !lists->first)
        lists->first = element;
    if (outline_is(element, "w:numId") && !is_in(element, lists->first)) {
        const char *value = outline_get(arena_of(compiling), element, "w:val");
        lists->numbers = arena_make_room(arena_of(compiling), lists->numbers,
                                         sizeof *lists->numbers, lists->count, &lists->room);
        lists->numbers[lists->count++] = value ? strtol(value, NULL, 10) : 0;
    }
    for (const struct outline *child = element->first; child; child = child->next)
        find_lists(compiling, child, lists);
}

/* Those that begin anew in each turn. */
static struct lists lists_in(struct compiling *compiling, const struct bracket *bracket)
{
    struct lists lists = {0}, own = {0};
    const struct outline *element = bracket->first;
    for (; element != bracket->last->next; element = element->next)
        find_lists(compiling, element, &lists);
    const struct outline *properties = outline_first(lists.first, "w:pPr");
    const struct outline *number = outline_first(outline_first(properties, "w:numPr"), "w:numId");
    if (number)
        find_lists(compiling, number, &own);
    for (size_t i = 0; i < lists.count; i++)
        if (own.count && lists.numbers[i] == own.numbers[0])
            lists.numbers[i] = 0;
    return lists;
}

static void section_compile(struct compiling *compiling, const struct bracket *bracket)
{
    struct op *op = op_add(compiling, OP_SECTION);
    struct lists lists = lists_in(compiling, bracket);
    op->mark = bracket->open;
    op->lists = lists.numbers;
    op->number = lists.count;
    compiling->end = &op->children;
    compiling->repeats++;
    siblings_compile(compiling, bracket->first, bracket->last);
    compiling->repeats--;
    compiling->end = &op->next;
}

/* The outermost section that begins with an element and is not yet open. */
static const struct bracket *take_bracket(struct compiling *compiling,
                                          const struct outline *element)
{
    struct bracket **bracket = &compiling->story->brackets[element->index];
    const struct bracket *taken = *bracket;
    if (taken)
        *bracket = taken->next;
    return taken;
}

/* Up to `last`, or to the end of their parent. */
static void siblings_compile(struct compiling *compiling, const struct outline *first,
                             const struct outline *last)
{
    for (const struct outline *element = first; element; element = element->next) {
        const struct bracket *bracket = take_bracket(compiling, element);
        if (bracket) {
            section_compile(compiling, bracket);
            element = bracket->last;
        } else if (!compiling->story->is_marker[element->index]) {
            element_compile(compiling, element);
        }
        if (element == last)
            return;
        gap_add(compiling, element);
    }
}

/* any element */

static void inside_compile(struct compiling *compiling, const struct outline *element)
{
    if (outline_is(element, "wp:docPr"))
        attribute_compile(compiling, element, "id", OP_NUMBER);
    else
        start_tag_compile(compiling, element);
    if (element->first) {
        slice_add(compiling, element->inside, element->first->start);
        siblings_compile(compiling, element->first, NULL);
    }
    if (element->end > element->inside)
        slice_add(compiling, element->first ? element->outside : element->inside, element->end);
}

void element_compile(struct compiling *compiling, const struct outline *element)
{
    const struct passage *passage = compiling->story->passages[element->index];
    if (passage)
        passage_compile(compiling, passage);
    else if (outline_is(element, "w:tbl") && element->first)
        table_compile(compiling, element);
    else if (outline_is(element, "w:tr") && compiling->merges)
        row_compile(compiling, element);
    else if (!element_changes(compiling, element))
        slice_add(compiling, element->start, element->end);
    else if (compiling->repeats && unique_compile(compiling, element))
        return;
    else if (holder_of(element) && element->first)
        holder_compile(compiling, element);
    else
        inside_compile(compiling, element);
}

struct program *program_compile(struct filler *filler, struct story *story)
{
    struct program *program = ARENA_NEW(filler->arena, struct program);
    struct compiling compiling = {
        .filler = filler, .story = story, .program = program, .end = &program->ops};
    *program = (struct program){.story = story};
    slice_add(&compiling, 0, story->root->start);
    element_compile(&compiling, story->root);
    slice_add(&compiling, story->root->end, story->length);
    return program;
}
