/* Form fields: [kind] id | prompt | choice | choice …, where an id may hold {xpath}. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "tag/engine.h"

/* A field that is being read. */
struct reading {
    struct tag_engine *engine;
    struct tag *tag;
    const char *at; /* what was not read yet */
};

static struct arena *arena_of(const struct reading *reading)
{
    return reading->engine->findings->arena;
}

static bool refuse(const struct reading *reading, const char *english, const char *chinese)
{
    tag_report(reading->engine, reading->tag, english, chinese);
    return false;
}

static bool refuse_form(const struct reading *reading)
{
    static const char *const how[][LANGUAGE_COUNT] = {
        [FIELD_TEXT] = {"write {{_ id | prompt }}", "请写成 {{_ 标识 | 提示 }}"},
        [FIELD_DATE] = {"write {{_date id | prompt }}", "请写成 {{_date 标识 | 提示 }}"},
        [FIELD_CHOICE] = {"write {{_choice id | prompt | one | two }}",
                          "请写成 {{_choice 标识 | 提示 | 甲 | 乙 }}"},
    };
    const char *const *words = how[reading->tag->field->form.kind];
    return refuse(reading, words[LANGUAGE_ENGLISH], words[LANGUAGE_CHINESE]);
}

/* The end of what a brace opens: the brace that closes it, outside the literals of XPath. */
static const char *brace_end(const char *open)
{
    const char *at = open + 1;
    while (*at && *at != '}') {
        const char *literal = *at == '\'' || *at == '"' ? strchr(at + 1, *at) : NULL;
        at = literal ? literal + 1 : at + 1;
    }
    return at;
}

/* The first blank, tab or bar outside braces. */
static const char *word_end(const char *at)
{
    while (*at && *at != ' ' && *at != '\t' && *at != '|') {
        const char *end = *at == '{' ? brace_end(at) : at;
        at = *end ? end + 1 : end;
    }
    return at;
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Of two words the first is the kind. */
static bool read_kind(struct reading *reading)
{
    static const char *const kinds[] = {[FIELD_DATE] = "date", [FIELD_CHOICE] = "choice"};
    const char *end = word_end(reading->at), *next = skip_blanks(end);
    if (end == reading->at || !*next || *next == '|')
        return true;
    const char *word = arena_copy_n(arena_of(reading), reading->at, (size_t)(end - reading->at));
    for (size_t i = FIELD_DATE; i < sizeof kinds / sizeof *kinds; i++)
        if (text_equal(word, kinds[i])) {
            reading->tag->field->form.kind = (enum field_kind)i;
            reading->at = next;
            return true;
        }
    return refuse(
        reading,
        "a form field is {{_ … }}, {{_date … }} or {{_choice … }}, and its id has no blanks",
        "填写处有 {{_ … }}、{{_date … }}、{{_choice … }} 三种，标识里没有空白");
}

static struct id_part *add_part(const struct reading *reading, struct id_part **end,
                                const char *start, const char *stop)
{
    *end = ARENA_NEW(arena_of(reading), struct id_part);
    (*end)->text = arena_copy_n(arena_of(reading), start, (size_t)(stop - start));
    return *end;
}

/* {xpath}; what stands between the braces is named as a tag's expression is. */
static bool read_expression(struct reading *reading, struct id_part **end)
{
    const char *close = brace_end(reading->at);
    if (!*close)
        return refuse(reading, "close with } what { opens in the id", "标识里的 { 要用 } 结束");
    struct id_part *part = add_part(reading, end, reading->at + 1, close);
    part->text = text_trim(arena_of(reading), part->text);
    reading->at = close + 1;
    if (!*part->text)
        return refuse(reading, "an expression must stand between { and }", "{ 和 } 之间要写表达式");
    part->xpath = tag_compile(reading->engine, part->text, reading->tag->place);
    return part->xpath != NULL;
}

static bool read_id(struct reading *reading)
{
    const char *start = reading->at, *stop = word_end(start);
    struct id_part **end = &reading->tag->field->id;
    while (reading->at < stop) {
        const char *brace = memchr(reading->at, '{', (size_t)(stop - reading->at));
        const char *text_end = brace ? brace : stop;
        if (text_end > reading->at)
            end = &add_part(reading, end, reading->at, text_end)->next;
        reading->at = text_end;
        if (brace && !read_expression(reading, end))
            return false;
        end = brace ? &(*end)->next : end;
    }
    reading->tag->expression = arena_copy_n(arena_of(reading), start, (size_t)(stop - start));
    reading->at = skip_blanks(stop);
    return (stop > start && *reading->at == '|') || refuse_form(reading);
}

/* What stands behind the next bar, up to the one after it. */
static const char *next_text(struct reading *reading)
{
    const char *start = reading->at + 1;
    size_t length = strcspn(start, "|");
    reading->at = start + length;
    return text_trim(arena_of(reading), arena_copy_n(arena_of(reading), start, length));
}

static bool has_choice(const struct field_form *form, const char *choice)
{
    for (size_t i = 0; i < form->choice_count; i++)
        if (text_equal(form->choices[i], choice))
            return true;
    return false;
}

static bool add_choice(struct reading *reading, const char *choice)
{
    struct arena *arena = arena_of(reading);
    struct field_form *form = &reading->tag->field->form;
    if (!*choice)
        return refuse(reading, "no choice may be empty", "可选的内容不能为空");
    if (has_choice(form, choice))
        return refuse(reading,
                      arena_printf(arena, "\"%s\" may be there to choose only once", choice),
                      arena_printf(arena, "“%s”只能列一次", choice));
    if (form->choice_count == LIMIT_CHOICES->now) {
        finding_add_limit(reading->engine->findings, RULE_TAG_CHOICES, reading->tag->place,
                          LIMIT_CHOICES, NULL);
        return false;
    }
    form->choices[form->choice_count++] = choice;
    return true;
}

static bool read_choices(struct reading *reading)
{
    struct field_form *form = &reading->tag->field->form;
    form->choices = ARENA_ARRAY(arena_of(reading), const char *, LIMIT_CHOICES->now);
    while (*reading->at)
        if (!add_choice(reading, next_text(reading)))
            return false;
    return form->choice_count >= 2 || refuse_form(reading);
}

bool field_read(struct tag_engine *engine, struct tag *tag)
{
    struct reading reading = {engine, tag, tag->expression};
    tag->field = ARENA_NEW(engine->findings->arena, struct tag_field);
    if (!read_kind(&reading))
        return false;
    reading.at = skip_blanks(reading.at);
    if (!read_id(&reading))
        return false;
    tag->field->prompt = next_text(&reading);
    if (tag->field->form.kind == FIELD_CHOICE)
        return read_choices(&reading);
    return !*reading.at || refuse_form(&reading);
}

/* ids */

static const char *refuse_id(struct tag_engine *engine, const struct tag *tag, const char *id,
                             const char *english, const char *chinese)
{
    REPORT(engine->told, RULE_TAG_FIELD, tag->place, tag->source, id, english, chinese);
    return NULL;
}

/* False if it cannot be worked out, or finds nothing. */
static bool add_value(struct tag_engine *engine, const struct tag *tag, const struct id_part *part,
                      struct scope scope, struct buffer *id)
{
    struct xpath_value value;
    if (!part->xpath) {
        buffer_add(id, part->text);
        return true;
    }
    if (!tag_run(engine, part->xpath, part->text, tag->place, scope, &value))
        return false;
    const char *text = text_trim(engine->told->arena, xpath_string(id->arena, &value));
    buffer_add(id, text);
    if (*text)
        return true;
    refuse_id(engine, tag, tag->expression,
              arena_printf(id->arena, "{%s} finds nothing", part->text),
              arena_printf(id->arena, "{%s} 没有找到内容", part->text));
    return false;
}

const char *tag_field_id(struct tag_engine *engine, const struct tag *tag, struct scope scope)
{
    struct buffer id = buffer_on(engine->told->arena);
    for (const struct id_part *part = tag->field->id; part; part = part->next)
        if (!add_value(engine, tag, part, scope, &id))
            return NULL;
    if (strpbrk(id.text, " \t\r\n") || strstr(id.text, "\u3000"))
        return refuse_id(engine, tag, id.text, "there is a blank in it", "里面有空白");
    return id.text;
}
