/* Words for what is compared. */
#include "scheme/values.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

const char *points_words(struct arena *arena, const char *text)
{
    points value;
    if (!text || !points_read(text, &value))
        return text;
    return arena_printf(arena, "%s分", points_print(arena, value));
}

const char *child_lines(struct arena *arena, struct xml_node *node, const char *name)
{
    struct buffer out = buffer_on(arena);
    for (struct xml_node *child = xml_first_named(node, name); child;
         child = xml_next_named(child, name))
        buffer_join(&out, "\n", xml_content(arena, child));
    return buffer_text(&out);
}

/* What a focus adds, in the order in which it is printed. */
static void add_focus(struct buffer *out, struct xml_node *focus)
{
    static const char *const attributes[] = {"title", "label", "unit-label", "in-heading"};
    const char *text;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (xml_get(focus, attributes[i]))
            buffer_printf(out, "【%s】", xml_get(focus, attributes[i]));
    for (struct xml_node *part = NULL; (part = xml_next_part(focus, part, &text));)
        if (text)
            buffer_add(out, text);
        else if (xml_is(part, "item"))
            buffer_printf(out, "%s%s", xml_get(part, "as"),
                          xml_get(part, "unit-label") ? xml_get(part, "unit-label") : "");
        else
            buffer_printf(out, "（%s）", xml_get(part, xml_get(part, "as") ? "as" : "ref"));
}

const char *focus_words(struct arena *arena, struct xml_node *node)
{
    struct buffer out = buffer_on(arena);
    for (struct xml_node *focus = xml_first_named(node, "focus"); focus;
         focus = xml_next_named(focus, "focus")) {
        buffer_add(&out, out.length ? "\n" : "");
        add_focus(&out, focus);
    }
    return text_trim(arena, buffer_text(&out));
}

static void add_path(struct buffer *out, const struct group *group)
{
    if (!group)
        return;
    add_path(out, group->parent);
    if (out->length)
        buffer_add(out, "—");
    buffer_add(out, xml_get(group->node, "title"));
}

static bool is_displaced(const struct comparison *c, enum thing thing, enum side side, size_t index)
{
    long new = side == SIDE_NEW ? (long)index : c->pairing[thing].partner[SIDE_OLD][index];
    return new >= 0 && c->displaced[thing][new];
}

const char *place_words(const struct comparison *c, enum thing thing, enum side side, size_t index,
                        const struct group *parent)
{
    static const char *const units[THINGS] = {
        [THING_DEPARTMENT] = "位", [THING_GROUP] = "组", [THING_INDICATOR] = "条"};
    struct buffer out = buffer_on(c->arena);
    add_path(&out, parent);
    if (thing == THING_GROUP && !parent)
        buffer_add(&out, "领域");
    if (is_displaced(c, thing, side, index))
        buffer_printf(&out, out.length ? "（第%ld%s）" : "第%ld%s", c->number[thing][side][index],
                      units[thing]);
    return buffer_text(&out);
}

const char *words_before_mark(struct arena *arena, struct xml_node *wording)
{
    struct buffer before = buffer_on(arena);
    const char *text;
    for (struct xml_node *part = NULL; (part = xml_next_part(wording, part, &text));) {
        if (!text)
            return text_trim(arena, buffer_text(&before));
        buffer_add(&before, text);
    }
    return NULL;
}

const char *last_characters(const char *text)
{
    const char *at = text + strlen(text);
    for (int i = 0; i < LAST_CHARACTERS; i++)
        at = text_back(text, at);
    return at;
}
