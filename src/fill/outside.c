/* What looks like a tag where none is worked out: it would stay as it is, and be seen by nobody. */
#include <string.h>

#include "base/text.h"
#include "fill/story.h"

/* Two, and two of those that an input method writes. */
enum { BRACES = 2 };

struct outside {
    struct filler *filler;
    const struct story *story;
    const struct outline *paragraph; /* that is being looked into; NULL: none */
    const char *next[BRACES];        /* where such braces stand next; NULL: nowhere */
};

struct words {
    const char *in[LANGUAGE_COUNT];
};

static void report(const struct outside *outside, const struct outline *element, const char *start,
                   const char *end, const struct words *place)
{
    enum { SHOWN = 60 };
    struct filler *filler = outside->filler;
    const char *tag =
        text_cut(filler->arena, arena_copy_n(filler->arena, start, (size_t)(end - start)), SHOWN);
    struct spot spot = element_spot(filler, outside->story,
                                    outside->paragraph ? outside->paragraph : element, tag);
    const char *const values[] = {tag, place->in[LANGUAGE_ENGLISH], place->in[LANGUAGE_CHINESE],
                                  NULL};
    spot.rank = filler->marks++;
    finding_add_spot(filler->findings, RULE_FILL_OUTSIDE, &spot, values);
}

/* All in a text, of which tags are worked out or not. */
static void look_at(const struct outside *outside, const struct outline *element, const char *text,
                    const struct words *place)
{
    static const struct words wide = {{"full-width braces", "全角花括号"}};
    const char *start, *end = text;
    while (place && tag_find(end, &start, &end))
        report(outside, element, start, end, place);
    for (end = text; (start = strstr(end, "｛｛"));) {
        const char *close = strstr(start, "｝｝");
        end = close ? close + strlen("｝｝") : start + strlen(start);
        report(outside, element, start, end, &wide);
    }
}

static bool is_gone(const struct outline *element)
{
    static const char *const gone[] = {"w:del", "w:moveFrom", NULL};
    while (element && !outline_is_any(element, gone))
        element = element->parent;
    return element != NULL;
}

/* NULL: it is none that people see. */
static const struct words *place_of_text(const struct outline *element)
{
    static const struct {
        const char *name;
        struct words words;
    } places[] = {
        {"m:t", {{"a formula", "公式"}}},
        {"w:instrText", {{"the code of a field", "域代码"}}},
        {"w:t", {{"a phonetic guide or the like", "拼音指南之类的内容"}}},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (outline_is(element, places[i].name) && !is_gone(element))
            return &places[i].words;
    return NULL;
}

static void look_at_text(const struct outside *outside, const struct outline *element)
{
    bool is_filled = outline_is(element, "w:t") && is_text_of_paragraph(element);
    const struct words *place = place_of_text(element);
    if (place)
        look_at(outside, element, outline_content(outside->filler->arena, element),
                is_filled ? NULL : place);
}

/* Whether something in the bytes may be meant as a tag; those are asked for in their order. */
static bool may_hold(struct outside *outside, size_t from, size_t to)
{
    static const char *const braces[BRACES] = {"{{", "｛｛"};
    const char *text = outside->story->text;
    bool may = false;
    for (int i = 0; i < BRACES; i++) {
        if (outside->next[i] && outside->next[i] < text + from)
            outside->next[i] = strstr(text + from, braces[i]);
        may |= outside->next[i] && outside->next[i] < text + to;
    }
    return may;
}

static void look_at_attributes(struct outside *outside, const struct outline *element)
{
    static const struct words place = {
        {"a property, as the text in place of a picture", "属性（如图片的替代文字）"}};
    struct arena *arena = outside->filler->arena;
    if (may_hold(outside, element->start, element->inside))
        look_at(outside, element,
                arena_copy_n(arena, outside->story->text + element->start,
                             element->inside - element->start),
                &place);
}

static void look_into(struct outside *outside, const struct outline *element)
{
    const struct outline *above = outside->paragraph;
    if (!may_hold(outside, element->start, element->end))
        return;
    if (outline_is(element, "w:p"))
        outside->paragraph = element;
    look_at_attributes(outside, element);
    if (!element->first)
        look_at_text(outside, element);
    for (const struct outline *child = element->first; child; child = child->next)
        look_into(outside, child);
    outside->paragraph = above;
}

void outside_report(struct filler *filler, const struct story *story)
{
    struct outside outside = {filler, story, NULL, {story->text, story->text}};
    if (story_has_paragraphs(story))
        look_into(&outside, story->root);
}
