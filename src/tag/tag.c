/* Tags: found, read, worked out. */
#include "tag/tag.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "tag/check.h"
#include "tag/engine.h"
#include "tag/functions.h"

struct tag_engine *tag_engine_new(struct findings *findings, struct xml_document *document,
                                  const struct vocabulary *vocabulary)
{
    struct tag_engine *engine = ARENA_NEW(findings->arena, struct tag_engine);
    *engine = (struct tag_engine){
        .findings = findings,
        .told = findings,
        .xpath = xpath_engine_new(findings->arena, document, tag_functions),
        .vocabulary = vocabulary,
    };
    xpath_engine_bound(engine->xpath);
    return engine;
}

void tag_engine_free(struct tag_engine *engine)
{
    xpath_engine_free(engine->xpath);
}

void tag_engine_use(struct tag_engine *engine, struct findings *findings)
{
    engine->told = findings;
    xpath_engine_use(engine->xpath, findings->arena);
}

const struct vocabulary *tag_engine_know(struct tag_engine *engine,
                                         const struct vocabulary *vocabulary)
{
    const struct vocabulary *before = engine->vocabulary;
    engine->vocabulary = vocabulary;
    return before;
}

bool tag_names_known(struct tag_engine *engine, const char *expression, struct place place,
                     const struct vocabulary *vocabulary)
{
    return check_names(engine->told, expression, place, vocabulary);
}

bool tag_find(const char *text, const char **start, const char **end)
{
    *start = strstr(text, "{{");
    if (!*start)
        return false;
    const char *at = *start + strcspn(*start, "}\n");
    while (at[0] == '}' && at[1] != '}')
        at += 1 + strcspn(at + 1, "}\n");
    *end = *at == '}' ? at + 2 : at;
    return true;
}

/* What a message shows of an expression: a long one has its place to be found by. */
static const char *shown(struct arena *arena, const char *expression)
{
    enum { SHOWN = 40, WHOLE = 100 };
    return text_count(expression) <= WHOLE ? expression : text_cut(arena, expression, SHOWN);
}

struct xpath *tag_compile(struct tag_engine *engine, const char *expression, struct place place)
{
    struct xpath_error error;
    if (strlen(expression) > LIMIT_XPATH_BYTES->now) {
        finding_add_limit(engine->findings, RULE_TAG_LENGTH, place, LIMIT_XPATH_BYTES,
                          shown(engine->findings->arena, expression));
        return NULL;
    }
    if (!check_names(engine->findings, expression, place, engine->vocabulary))
        return NULL;
    struct xpath *xpath = xpath_compile(engine->xpath, expression, &error);
    if (!xpath)
        REPORT(engine->findings, RULE_TAG_XPATH, place, shown(engine->findings->arena, expression),
               error.words[LANGUAGE_ENGLISH], error.words[LANGUAGE_CHINESE]);
    return xpath;
}

void tag_report(struct tag_engine *engine, const struct tag *tag, const char *english,
                const char *chinese)
{
    REPORT(engine->findings, RULE_TAG_SYNTAX, tag->place,
           shown(engine->findings->arena, tag->source), english, chinese);
}

/* The sign after the braces that tells the kind; a value has none. */
static enum tag_kind kind_of(const char **inner)
{
    static const struct {
        char sign;
        enum tag_kind kind;
    } kinds[] = {
        {'?', TAG_OPTIONAL}, {'&', TAG_MARKDOWN}, {'#', TAG_SECTION},
        {'^', TAG_INVERTED}, {'=', TAG_MERGE},    {'/', TAG_END},
        {'>', TAG_PARTIAL},  {'_', TAG_FIELD},    {'!', TAG_COMMENT},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (**inner == kinds[i].sign && !(kinds[i].sign == '/' && (*inner)[1] != '\0')) {
            ++*inner;
            return kinds[i].kind;
        }
    return TAG_VALUE;
}

static bool has_expression(enum tag_kind kind)
{
    return kind <= TAG_MERGE;
}

/* A section stays one, so that its end is not taken for another's. */
static void report_empty(struct tag_engine *engine, struct tag *tag)
{
    tag_report(engine, tag, "something must stand between the braces", "花括号之间要写内容");
    if (tag->kind != TAG_SECTION && tag->kind != TAG_INVERTED)
        tag->kind = TAG_COMMENT;
}

static void read_expression(struct tag_engine *engine, struct tag *tag)
{
    if (!*tag->expression && tag->kind != TAG_END && tag->kind != TAG_COMMENT)
        report_empty(engine, tag);
    else if (has_expression(tag->kind))
        tag->xpath = tag_compile(engine, tag->expression, tag->place);
    else if (tag->kind == TAG_FIELD && !field_read(engine, tag))
        tag->kind = TAG_COMMENT;
}

struct tag tag_read(struct tag_engine *engine, const char *start, const char *end,
                    struct place place)
{
    struct arena *arena = engine->findings->arena;
    size_t length = (size_t)(end - start);
    struct tag tag = {.place = place, .source = arena_copy_n(arena, start, length)};
    if (length < 4 || strcmp(tag.source + length - 2, "}}") != 0) {
        tag.kind = TAG_COMMENT;
        tag_report(engine, &tag, "close it with }} in the same line", "请在同一行用 }} 结束");
        return tag;
    }
    const char *inner = text_trim(arena, arena_copy_n(arena, start + 2, length - 4));
    tag.kind = kind_of(&inner);
    tag.expression = text_trim(arena, inner);
    read_expression(engine, &tag);
    return tag;
}

bool tag_run(struct tag_engine *engine, const struct xpath *xpath, const char *expression,
             struct place place, struct scope scope, struct xpath_value *value)
{
    struct xpath_error error;
    if (!xpath)
        return false;
    if (xpath_run(engine->xpath, xpath, scope.node, scope.position, scope.size, value, &error))
        return true;
    const char *const values[] = {expression, error.words[LANGUAGE_ENGLISH],
                                  error.words[LANGUAGE_CHINESE], NULL};
    finding_add_spot(engine->told, RULE_TAG_VALUE,
                     &(struct spot){.place = place, .limit = error.limit}, values);
    return false;
}

/* Each <br/> of mixed content becomes a line break. */
static const char *text_with_breaks(struct arena *arena, struct xml_node *node)
{
    struct buffer out = buffer_on(arena);
    const char *text;
    for (struct xml_node *part = NULL; (part = xml_next_part(node, part, &text));)
        buffer_add(&out, text ? text_trim(arena, text) : "\n");
    return buffer_text(&out);
}

const char *tag_text(struct arena *arena, const struct xpath_value *value)
{
    if (value->kind == VALUE_NODES && value->count && xml_first_named(value->nodes[0], "br"))
        return text_with_breaks(arena, value->nodes[0]);
    return xpath_string(arena, value);
}

const char *tag_print(struct tag_engine *engine, const struct tag *tag,
                      const struct xpath_value *value)
{
    if (value->kind != VALUE_NUMBER || isfinite(value->number))
        return tag_text(engine->told->arena, value);
    REPORT(engine->told, RULE_TAG_VALUE, tag->place, shown(engine->told->arena, tag->expression),
           "its value is not a number", "结果不是数字");
    return NULL;
}
