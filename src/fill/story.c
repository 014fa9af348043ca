/* Finding tags in the paragraphs of a part. */
#include "fill/story.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"

struct finder {
    struct filler *filler;
    struct story *story;
    struct mark **end;
    size_t count; /* of tags */
};

static struct arena *arena_of(const struct finder *finder)
{
    return finder->filler->arena;
}

bool story_has_paragraphs(const struct story *story)
{
    return text_starts(story->text + story->root->start, "<w:");
}

/* the text of a passage */

struct gathering {
    struct arena *arena;
    struct buffer text;
    struct chunk *first, **end;
};

static void gather_chunk(struct gathering *gathering, const struct outline *element,
                         const char *text)
{
    struct chunk *chunk = ARENA_NEW(gathering->arena, struct chunk);
    size_t from = gathering->text.length;
    buffer_add(&gathering->text, text);
    *chunk = (struct chunk){NULL, element, text, from, gathering->text.length};
    *gathering->end = chunk;
    gathering->end = &chunk->next;
}

static void gather_run(struct gathering *gathering, const struct outline *run)
{
    static const struct {
        const char *name, *text;
    } signs[] = {{"w:tab", "\t"}, {"w:br", "\n"}, {"w:cr", "\n"}, {"w:noBreakHyphen", "-"}};
    for (const struct outline *child = run->first; child; child = child->next) {
        if (outline_is(child, "w:t"))
            gather_chunk(gathering, child, outline_content(gathering->arena, child));
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (outline_is(child, signs[i].name))
                gather_chunk(gathering, child, signs[i].text);
    }
}

/* What was deleted or moved away is no text any more. */
static const char *const holders[] = {
    "w:hyperlink",  "w:ins",       "w:moveTo", "w:smartTag", "w:customXml", "w:sdt",
    "w:sdtContent", "w:fldSimple", "w:dir",    "w:bdo",      NULL};

bool is_text_of_paragraph(const struct outline *text)
{
    const struct outline *above = text->parent;
    if (!above || !outline_is(above, "w:r"))
        return false;
    do
        above = above->parent;
    while (above && outline_is_any(above, holders));
    return above && outline_is(above, "w:p");
}

static void gather_inside(struct gathering *gathering, const struct outline *parent)
{
    for (const struct outline *child = parent->first; child; child = child->next)
        if (outline_is(child, "w:r"))
            gather_run(gathering, child);
        else if (outline_is_any(child, holders))
            gather_inside(gathering, child);
}

static struct passage *new_passage(struct finder *finder, const struct outline *element)
{
    struct gathering gathering = {.arena = arena_of(finder), .text = buffer_on(arena_of(finder))};
    struct passage *passage = ARENA_NEW(arena_of(finder), struct passage);
    gathering.end = &gathering.first;
    if (outline_is(element, "w:p"))
        gather_inside(&gathering, element);
    else
        gather_chunk(&gathering, element, outline_content(gathering.arena, element));
    *passage = (struct passage){element, buffer_text(&gathering.text), gathering.first, NULL};
    return passage;
}

/* text boxes */

static const struct outline *nearest(const struct outline *element, const char *name)
{
    while (element && !outline_is(element, name))
        element = element->parent;
    return element;
}

static bool lies_in(const struct mark *mark, const struct outline *element)
{
    size_t index = mark->passage->element->index;
    return element && element->index <= index && index <= element->last_index;
}

/* The tag at the same place in the other text box. */
static const struct mark *twin_of(const struct story *story, const struct mark *mark,
                                  const struct outline *fallback)
{
    const struct outline *choice = outline_first(fallback->parent, "mc:Choice");
    const struct mark *twin = story->marks, *other = story->marks;
    while (twin != mark && !lies_in(twin, choice))
        twin = twin->next;
    while (!lies_in(other, fallback))
        other = other->next;
    for (; other != mark && twin != mark; other = other->next)
        twin = twin->next;
    return lies_in(twin, choice) && text_equal(twin->tag.source, mark->tag.source) ? twin : NULL;
}

/* Word writes a text box twice, for itself and for programs that do not know it: both are filled,
 * and one is told of. */
static void find_twin(const struct story *story, struct mark *mark)
{
    const struct outline *fallback = nearest(mark->passage->element, "mc:Fallback");
    if (fallback && fallback->parent)
        mark->twin = twin_of(story, mark, fallback);
}

/* tags */

/* What an input method writes for the sign behind the braces; NULL: another one. */
static const char *narrow_sign(uint32_t code)
{
    static const char signs[] = "?&#^=/_!>";
    return code > 0xFF00 && code < 0xFF5F ? strchr(signs, (int)(code - 0xFEE0)) : NULL;
}

static bool is_odd_blank(uint32_t code)
{
    return code == '\t' || code == 0xFEFF || (code != ' ' && code != '\n' && code_is_white(code)) ||
           (code >= 0x2000 && code <= 0x200B);
}

/* As it was meant: Word makes quotation marks round as one types, and there are blanks of many
 * kinds. */
static const char *straightened(struct arena *arena, const char *from, const char *to)
{
    struct buffer out = buffer_on(arena);
    bool quoted = false, is_first = true;
    while (from < to) {
        const char *start = from;
        uint32_t code = text_next(&from);
        if (code == 0x2018 || code == 0x2019 || code == '\'') {
            quoted = !quoted;
            buffer_add_char(&out, '\'');
        } else if (!quoted && (code == 0x201C || code == 0x201D)) {
            buffer_add_char(&out, '"');
        } else if (!quoted && is_odd_blank(code)) {
            buffer_add_char(&out, ' ');
        } else if (is_first && narrow_sign(code)) {
            buffer_add_char(&out, *narrow_sign(code));
        } else {
            buffer_add_n(&out, start, (size_t)(from - start));
        }
        is_first &= code == '{' || code_is_white(code) || is_odd_blank(code);
    }
    return buffer_text(&out);
}

static const struct chunk *chunk_at(const struct passage *passage, size_t at)
{
    const struct chunk *chunk = passage->chunks;
    while (chunk && chunk->next && at >= chunk->to)
        chunk = chunk->next;
    return chunk;
}

static void set_dynamic(struct story *story, const struct outline *element)
{
    for (; element && !story->is_dynamic[element->index]; element = element->parent)
        story->is_dynamic[element->index] = true;
}

/* Every element that holds a piece of it changes. */
static void touch_chunks(struct story *story, const struct mark *mark)
{
    for (const struct chunk *chunk = mark->chunk; chunk && chunk->from < mark->to;
         chunk = chunk->next)
        set_dynamic(story, chunk->element);
}

static bool has_room(struct finder *finder, const struct mark *mark)
{
    if (finder->count++ == LIMIT_TAGS->now)
        filler_report_limit(finder->filler, finder->story, mark, RULE_TAG_COUNT, LIMIT_TAGS);
    return finder->count <= LIMIT_TAGS->now;
}

static void read_mark(struct finder *finder, struct passage *passage, const char *start,
                      const char *end)
{
    struct mark *mark = ARENA_NEW(arena_of(finder), struct mark);
    *mark = (struct mark){.passage = passage,
                          .from = (size_t)(start - passage->text),
                          .to = (size_t)(end - passage->text),
                          .rank = finder->filler->marks++};
    mark->chunk = chunk_at(passage, mark->from);
    if (!has_room(finder, mark))
        return;
    const char *source = straightened(arena_of(finder), start, end);
    mark->tag = tag_read(finder->filler->tags, source, source + strlen(source), (struct place){0});
    if (!passage->marks)
        passage->marks = mark;
    *finder->end = mark;
    finder->end = &mark->next;
    find_twin(finder->story, mark);
    filler_settle(finder->filler, finder->story, mark);
    touch_chunks(finder->story, mark);
}

static void read_passage(struct finder *finder, const struct outline *element)
{
    struct passage *passage = new_passage(finder, element);
    const char *start, *end = passage->text;
    if (!strstr(passage->text, "{{"))
        return;
    finder->story->passages[element->index] = passage;
    while (tag_find(end, &start, &end))
        read_mark(finder, passage, start, end);
}

/* Paragraphs in the order in which they begin: one in a text box follows the one that it hangs on.
 */
static void read_passages(struct finder *finder, const struct outline *element, const char *name)
{
    if (name ? outline_is(element, name) : !element->first)
        read_passage(finder, element);
    for (const struct outline *child = element->first; child; child = child->next)
        read_passages(finder, child, name);
}

/* the story */

const struct outline *past_controls(const struct outline *element)
{
    static const char *const passed[] = {"w:sdt", "w:sdtContent", "w:customXml", NULL};
    while (element->parent && outline_is_any(element, passed))
        element = element->parent;
    return element;
}

/* Word gives these their numbers or names, and only one of a kind may have one. */
static bool is_unique(const struct outline *element)
{
    static const char *const names[] = {"w:bookmarkStart",
                                        "w:bookmarkEnd",
                                        "w:commentRangeStart",
                                        "w:commentRangeEnd",
                                        "w:commentReference",
                                        "w:permStart",
                                        "w:permEnd",
                                        "wp:docPr",
                                        "w:numId",
                                        NULL};
    size_t start, end;
    return outline_is_any(element, names) ||
           (outline_is(element, "w:id") && outline_is(element->parent, "w:sdtPr")) ||
           outline_attribute(element, "w14:paraId", &start, &end);
}

static bool find_unique(struct story *story, const struct outline *element)
{
    bool *is = &story->is_unique[element->index];
    *is = is_unique(element);
    for (const struct outline *child = element->first; child; child = child->next)
        *is |= find_unique(story, child);
    return *is;
}

bool story_may_have_tags(const char *part)
{
    return strchr(part, '{') || strstr(part, "&#") || strstr(part, "｛｛");
}

/* Elements are known by their names as Word writes them, whatever a prefix may stand for. */
static bool is_as_word_writes(struct filler *filler, const struct story *story)
{
    const char *namespace = strstr(story->text + story->root->start, "/wordprocessingml/");
    if (!namespace || namespace > story->text + story->root->inside || story_has_paragraphs(story))
        return true;
    REPORT(filler->findings, RULE_FILL_PREFIX, ((struct place){filler->path, 0, 0}), story->name);
    return false;
}

struct story *story_read(struct filler *filler, const struct file *part, const char *name)
{
    struct arena *arena = filler->arena;
    struct story *story = ARENA_NEW(arena, struct story);
    *story = (struct story){.name = name, .text = part->bytes, .length = part->length};
    story->root = story_may_have_tags(part->bytes) ? outline_read(arena, part->bytes) : NULL;
    if (!story->root || !is_as_word_writes(filler, story))
        return story;
    size_t count = story->root->last_index + 1;
    story->passages = ARENA_ARRAY(arena, const struct passage *, count);
    story->is_dynamic = ARENA_ARRAY(arena, bool, count);
    story->is_marker = ARENA_ARRAY(arena, bool, count);
    story->is_unique = ARENA_ARRAY(arena, bool, count);
    story->brackets = ARENA_ARRAY(arena, struct bracket *, count);
    struct finder finder = {.filler = filler, .story = story, .end = &story->marks};
    read_passages(&finder, story->root, story_has_paragraphs(story) ? "w:p" : NULL);
    outside_report(filler, story);
    if (story->marks) {
        size_t failures = filler->findings->failures;
        find_unique(story, story->root);
        brackets_pair(filler, story);
        story->is_broken = filler->findings->failures != failures;
    }
    return story;
}

/* markers */

/* Whether a run holds no more than text. */
static bool is_text_alone(const struct outline *run)
{
    static const char *const texts[] = {"w:rPr", "w:t", "w:lastRenderedPageBreak", NULL};
    for (const struct outline *child = run->first; child; child = child->next)
        if (!outline_is_any(child, texts))
            return false;
    return true;
}

static bool holds_more(const struct outline *paragraph)
{
    static const char *const nothing[] = {"w:pPr", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd",
                                          NULL};
    if (outline_first(outline_first(paragraph, "w:pPr"), "w:sectPr"))
        return true;
    for (const struct outline *child = paragraph->first; child; child = child->next)
        if (outline_is(child, "w:r") ? !is_text_alone(child) : !outline_is_any(child, nothing))
            return true;
    return false;
}

static bool is_blank_between(const struct passage *passage, size_t from, size_t to)
{
    const char *end = passage->text + to;
    for (const char *at = passage->text + from; at < end;)
        if (!code_is_white(text_next(&at)))
            return false;
    return true;
}

bool passage_is_made_of(const struct passage *passage, unsigned kinds)
{
    size_t at = 0;
    for (const struct mark *mark = passage->marks; mark && mark->passage == passage;
         mark = mark->next) {
        if (!(kinds & 1u << mark->tag.kind) || !is_blank_between(passage, at, mark->from))
            return false;
        at = mark->to;
    }
    return passage->marks && is_blank_between(passage, at, strlen(passage->text)) &&
           !holds_more(passage->element);
}

bool passage_is_marker(const struct passage *passage)
{
    return passage_is_made_of(passage, 1u << TAG_SECTION | 1u << TAG_INVERTED | 1u << TAG_END |
                                           1u << TAG_COMMENT);
}
