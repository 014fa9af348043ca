/* Differences as lines of text or JSON. */
#include "flow/differences.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/text.h"

/* Which of the two texts of a field, or both with marks. */
enum version { VERSION_OLD, VERSION_NEW, VERSION_MARKED };

static void add_part(struct buffer *out, struct xml_node *part, enum version version)
{
    bool deleted = xml_is(part, "del");
    const char *text = xml_raw_content(out->arena, part);
    if (version == VERSION_MARKED)
        buffer_printf(out, deleted ? "[-%s-]" : "{+%s+}", text);
    else if (deleted == (version == VERSION_OLD))
        buffer_add(out, text);
}

static const char *version_of(struct arena *arena, struct xml_node *field, enum version version)
{
    struct buffer out = buffer_on(arena);
    const char *text;
    for (struct xml_node *part = NULL; (part = xml_next_part(field, part, &text));)
        if (text)
            buffer_add(&out, text);
        else
            add_part(&out, part, version);
    return buffer_text(&out);
}

static struct xml_node *field_named(struct xml_node *item, const char *name)
{
    struct xml_node *field = xml_first_named(item, "field");
    while (field && !text_equal(xml_get(field, "name"), name))
        field = xml_next_named(field, "field");
    return field;
}

/* The field by which people know a thing. */
static struct xml_node *leading_field(struct xml_node *item)
{
    static const char *const names[] = {"text", "name", "title"};
    struct xml_node *field = NULL;
    for (size_t i = 0; !field && i < sizeof names / sizeof *names; i++)
        field = field_named(item, names[i]);
    return field;
}

/* Text. */

/* Line ends become blanks: a change is one line. */
static void add_line_text(struct buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '\n')
            buffer_add(out, " ");
        else
            buffer_add_char(out, *text);
}

/* The beginning of the words by which people know a thing. */
static const char *short_name(struct arena *arena, struct xml_node *item)
{
    enum { SHOWN = 16 };
    return text_cut(arena, version_of(arena, leading_field(item), VERSION_NEW), SHOWN);
}

/* The words around what a comparison says, by language. */
static const struct {
    const char *things[4];
    const char *change_words; /* the attribute of a field */
    const char *open, *close, *colon;
    const char *domain, *department;
    const char *summary; /* added, removed, changed, points of the old scheme and of the new one */
} phrases[LANGUAGE_COUNT] = {
    [LANGUAGE_ENGLISH] = {{"scheme", "department", "group", "indicator"},
                          "change",
                          " (",
                          ")",
                          ": ",
                          "points of domain ",
                          "points of department ",
                          "%ld added, %ld removed, %ld changed; points %s -> %s\n"},
    [LANGUAGE_CHINESE] = {{"方案", "部门", "指标组", "指标"},
                          "words",
                          "（",
                          "）",
                          "：",
                          "领域分值 ",
                          "部门分值 ",
                          "新增%ld处，删去%ld处，修改%ld处；合计%s分→%s分\n"},
};

static const char *thing_word(struct xml_node *item, enum language language)
{
    const char *const *names = phrases[LANGUAGE_ENGLISH].things; /* as in the XML */
    size_t i = 0;
    while (i + 1 < sizeof phrases->things / sizeof *names &&
           !text_equal(names[i], xml_get(item, "what")))
        i++;
    return phrases[language].things[i];
}

static const char *id_of(struct xml_node *item)
{
    const char *id = xml_get(item, "id");
    return id ? id : xml_get(item, "old-id");
}

static void add_head(struct buffer *out, char sign, struct xml_node *item, enum language language)
{
    buffer_printf(out, "%c %s", sign, thing_word(item, language));
    if (id_of(item))
        buffer_printf(out, " %s", id_of(item));
}

/* Added or removed: all fields in one line. */
static void add_whole(struct buffer *out, struct xml_node *item, enum language language)
{
    bool removed = text_equal(xml_get(item, "change"), "removed");
    enum version version = removed ? VERSION_OLD : VERSION_NEW;
    const char *before = phrases[language].colon;
    add_head(out, removed ? '-' : '+', item, language);
    for (struct xml_node *field = xml_first_named(item, "field"); field;
         field = xml_next_named(field, "field")) {
        buffer_add(out, before);
        add_line_text(out, version_of(out->arena, field, version));
        before = " | ";
    }
    buffer_add_char(out, '\n');
}

static void add_changes(struct buffer *out, struct xml_node *item, enum language language)
{
    for (struct xml_node *field = xml_first_named(item, "field"); field;
         field = xml_next_named(field, "field")) {
        if (!xml_get(field, "change"))
            continue;
        add_head(out, '~', item, language);
        if (field != leading_field(item))
            buffer_printf(out, "%s%s%s", phrases[language].open, short_name(out->arena, item),
                          phrases[language].close);
        buffer_printf(out, " %s%s", xml_get(field, phrases[language].change_words),
                      phrases[language].colon);
        add_line_text(out, version_of(out->arena, field, VERSION_MARKED));
        buffer_add_char(out, '\n');
    }
}

static void add_item_text(struct buffer *out, struct xml_node *item, enum language language)
{
    if (text_equal(xml_get(item, "change"), "changed"))
        add_changes(out, item, language);
    else
        add_whole(out, item, language);
}

static bool shifts(struct xml_node *sum)
{
    return !text_equal(xml_get(sum, "shift"), "0");
}

static const char *signed_shift(struct arena *arena, struct xml_node *sum)
{
    const char *shift = xml_get(sum, "shift");
    return arena_printf(arena, "%s%s", *shift == '-' ? "" : "+", shift);
}

static void add_shift_text(struct buffer *out, struct xml_node *sum, enum language language)
{
    const char *of =
        xml_is(sum, "domain") ? phrases[language].domain : phrases[language].department;
    if (shifts(sum))
        buffer_printf(out, "~ %s%s%s[-%s-]{+%s+} (%s)\n", of, xml_get(sum, "name"),
                      phrases[language].colon, xml_get(sum, "old"), xml_get(sum, "new"),
                      signed_shift(out->arena, sum));
}

static long count_items(struct xml_node *diff, const char *change)
{
    long count = 0;
    for (struct xml_node *item = xml_first_named(diff, "item"); item;
         item = xml_next_named(item, "item"))
        count += text_equal(xml_get(item, "change"), change);
    return count;
}

void differences_text(struct buffer *out, struct xml_node *diff, enum language language)
{
    for (struct xml_node *node = xml_first(diff); node; node = xml_next(node))
        if (xml_is(node, "item"))
            add_item_text(out, node, language);
        else
            add_shift_text(out, node, language);
    if (xml_first_named(diff, "item"))
        buffer_printf(out, phrases[language].summary, count_items(diff, "added"),
                      count_items(diff, "removed"), count_items(diff, "changed"),
                      xml_get(diff, "old-sum"), xml_get(diff, "new-sum"));
}

/* JSON. */

static struct json begin_json(struct arena *arena, struct xml_node *item, const char *change)
{
    struct json json = json_object(arena);
    const char *old_id = xml_get(item, "old-id"), *id = id_of(item);
    json_string(&json, "what", xml_get(item, "what"));
    json_string(&json, "change", change);
    json_string(&json, "id", id);
    if (!text_equal(old_id, id))
        json_string(&json, "old-id", old_id);
    return json;
}

static void set_lines(struct json *json, struct xml_node *item)
{
    static const char *const names[] = {"old-line", "line"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_get(item, names[i]))
            json_number(json, names[i], strtol(xml_get(item, names[i]), NULL, 10));
}

static void add_whole_json(struct buffer *out, struct xml_node *item)
{
    const char *change = xml_get(item, "change");
    enum version version = text_equal(change, "removed") ? VERSION_OLD : VERSION_NEW;
    struct json json = begin_json(out->arena, item, change);
    for (struct xml_node *field = xml_first_named(item, "field"); field;
         field = xml_next_named(field, "field"))
        json_string(&json, xml_get(field, "name"), version_of(out->arena, field, version));
    set_lines(&json, item);
    buffer_add(out, json_line(&json));
}

static void add_field_json(struct buffer *out, struct xml_node *item, struct xml_node *field)
{
    struct json json = begin_json(out->arena, item, xml_get(field, "change"));
    struct xml_node *lead = leading_field(item);
    json_string(&json, "field", xml_get(field, "name"));
    if (lead != field)
        json_string(&json, xml_get(lead, "name"), version_of(out->arena, lead, VERSION_NEW));
    json_string(&json, "old", version_of(out->arena, field, VERSION_OLD));
    json_string(&json, "new", version_of(out->arena, field, VERSION_NEW));
    json_string(&json, "marked", version_of(out->arena, field, VERSION_MARKED));
    set_lines(&json, item);
    buffer_add(out, json_line(&json));
}

static void add_item_json(struct buffer *out, struct xml_node *item)
{
    if (!text_equal(xml_get(item, "change"), "changed")) {
        add_whole_json(out, item);
        return;
    }
    for (struct xml_node *field = xml_first_named(item, "field"); field;
         field = xml_next_named(field, "field"))
        if (xml_get(field, "change"))
            add_field_json(out, item, field);
}

static void add_shift_json(struct buffer *out, struct xml_node *sum)
{
    static const char *const names[] = {"id", "name", "old", "new", "shift"};
    struct json json = json_object(out->arena);
    if (!shifts(sum))
        return;
    json_string(&json, "what", xml_name(sum));
    json_string(&json, "change", "shifted");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_string(&json, names[i], xml_get(sum, names[i]));
    buffer_add(out, json_line(&json));
}

static void add_summary_json(struct buffer *out, struct xml_node *diff)
{
    static const char *const names[] = {"old-id",    "new-id",  "old-title",
                                        "new-title", "old-sum", "new-sum"};
    static const char *const changes[] = {"added", "removed", "changed"};
    struct json json = json_object(out->arena);
    json_string(&json, "what", "summary");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_string(&json, names[i], xml_get(diff, names[i]));
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        json_number(&json, changes[i], count_items(diff, changes[i]));
    buffer_add(out, json_line(&json));
}

void differences_json(struct buffer *out, struct xml_node *diff)
{
    for (struct xml_node *node = xml_first(diff); node; node = xml_next(node))
        if (xml_is(node, "item"))
            add_item_json(out, node);
        else
            add_shift_json(out, node);
    add_summary_json(out, diff);
}
