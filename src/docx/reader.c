/* Walking over the elements of a Word file, and what was read of it. */
#include "docx/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* elements */

static size_t index_of(const struct element *elements, size_t count, const struct xml_node *node)
{
    size_t i = 0;
    while (i < count && !xml_is(node, elements[i].name))
        i++;
    return i;
}

void elements_read(struct reader *reader, struct xml_node *parent, const struct step *above,
                   const struct element *elements, size_t count, void *context)
{
    int numbers[ELEMENTS_MOST] = {0};
    if (count > ELEMENTS_MOST)
        abort();
    for (struct xml_node *node = xml_first(parent); node && !reader->stopped;
         node = xml_next(node)) {
        size_t i = index_of(elements, count, node);
        if (i == count)
            continue;
        struct step step = {above, elements[i].name, ++numbers[i]};
        elements[i].read(reader, node, &step, context);
    }
}

static void read_paragraph(struct reader *reader, struct xml_node *node, const struct step *step,
                           void *context)
{
    paragraph_read(reader, node, step, context);
}

static void read_table(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context)
{
    table_read(reader, node, step, context);
}

static void read_blocks(struct reader *reader, struct xml_node *node, const struct step *step,
                        void *context)
{
    blocks_read(reader, node, step, context);
}

void blocks_read(struct reader *reader, struct xml_node *parent, const struct step *above,
                 struct flow *flow)
{
    static const struct element elements[] = {
        {"p", read_paragraph},       {"tbl", read_table},        {"sdt", read_blocks},
        {"sdtContent", read_blocks}, {"customXml", read_blocks},
    };
    elements_read(reader, parent, above, elements, sizeof elements / sizeof *elements, flow);
}

/* No element path has more steps: the parser takes no deeper document. */
enum { STEPS_MOST = 256 };

static const char *step_path(struct arena *arena, const struct step *step)
{
    const struct step *steps[STEPS_MOST];
    size_t count = 0;
    for (; step && count < STEPS_MOST; step = step->above)
        steps[count++] = step;
    struct buffer out = buffer_on(arena);
    while (count-- > 0) {
        buffer_printf(&out, "/w:%s", steps[count]->name);
        if (steps[count]->above)
            buffer_printf(&out, "[%d]", steps[count]->number);
    }
    return buffer_text(&out);
}

struct origin origin_of(const struct reader *reader, const struct step *step)
{
    return (struct origin){.file = reader->path, .path = step_path(reader->arena, step)};
}

/* what a run holds */

/* Without xml:space="preserve" blanks at the ends do not count. */
const char *run_text(struct arena *arena, struct xml_node *node)
{
    const char *text = xml_raw_content(arena, node);
    bool preserve = text_equal(xml_get_local(node, "space"), "preserve");
    return preserve ? text : text_trim(arena, text);
}

void code_mark_read(struct reader *reader, struct xml_node *node)
{
    const char *kind = xml_get_local(node, "fldCharType");
    if (text_equal(kind, "begin"))
        reader->in_codes = reader->in_codes << 1 | 1;
    else if (text_equal(kind, "separate"))
        reader->in_codes &= ~1UL;
    else if (text_equal(kind, "end"))
        reader->in_codes >>= 1;
}

/* passages */

void flow_add(struct flow *flow, struct passage *passage)
{
    if (flow->last)
        flow->last->next = passage;
    else
        flow->first = passage;
    flow->last = passage;
}

bool is_paragraph(const struct passage *passage)
{
    return passage && passage->block->kind == BLOCK_PARAGRAPH;
}

const char *passage_text(struct arena *arena, const struct passage *passage)
{
    return text_strip(arena, paragraph_text(arena, &passage->block->paragraph));
}

void passage_set_role(struct passage *passage, enum role role)
{
    passage->block->paragraph.role = role;
    for (struct run *run = passage->block->paragraph.first; run; run = run->next)
        if (run->face == ROLE_COUNT)
            run->face = role;
}

/* What a Han character weighs, and another one: fonts of letters are set by themselves. */
static long weight_of(const struct run *run)
{
    enum { WIDE = 1000 };
    long weight = 0;
    const char *text = run->kind == RUN_TEXT ? run->text : "";
    for (uint32_t code; (code = text_next(&text));)
        weight += code_is_wide(code) ? WIDE : 1;
    return weight;
}

/* A paragraph with more different looks than this has none that counts. */
enum { LOOKS_MOST = 16 };

struct tally {
    const struct wear *wear[LOOKS_MOST];
    long weight[LOOKS_MOST];
    size_t count;
};

static bool looks_same(const struct wear *a, const struct wear *b)
{
    return a->size == b->size && a->bold == b->bold && text_equal(a->font, b->font) &&
           text_equal(a->color, b->color);
}

static void add_to_tally(struct tally *tally, const struct worn_run *worn)
{
    size_t i = 0;
    while (i < tally->count && !looks_same(tally->wear[i], &worn->wear))
        i++;
    if (i == LOOKS_MOST)
        return;
    if (i == tally->count)
        tally->wear[tally->count++] = &worn->wear;
    tally->weight[i] += weight_of(worn->run);
}

static struct tally tally_runs(const struct passage *passage, bool of_role)
{
    struct tally tally = {.count = 0};
    for (const struct worn_run *worn = passage->first; worn; worn = worn->next)
        if (!of_role || worn->run->face == passage->block->paragraph.role)
            add_to_tally(&tally, worn);
    return tally;
}

struct wear passage_wear(const struct passage *passage)
{
    struct tally tally = tally_runs(passage, true);
    if (!tally.count)
        tally = tally_runs(passage, false);
    size_t best = 0;
    for (size_t i = 1; i < tally.count; i++)
        if (tally.weight[i] > tally.weight[best])
            best = i;
    return tally.count ? *tally.wear[best] : (struct wear){.face = ROLE_COUNT};
}
