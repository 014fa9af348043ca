/* The names in an expression. */
#include "tag/check.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "tag/functions.h"

struct walk {
    struct findings *findings;
    struct place place;
    const struct vocabulary *vocabulary;
    const char *expression;
    const char *at;
    bool attribute;      /* the next name stands after @ or attribute:: */
    bool operand_before; /* so that and, or, div, mod and * are operators */
    bool sound;
};

static bool is_name_start(char c)
{
    return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
    return is_name_start(c) || isdigit((unsigned char)c) || c == '-' || c == '.';
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t\r\n");
}

static bool is_operator(const char *name)
{
    return strcmp(name, "and") == 0 || strcmp(name, "or") == 0 || strcmp(name, "div") == 0 ||
           strcmp(name, "mod") == 0;
}

static bool is_node_test(const char *name)
{
    return strcmp(name, "text") == 0 || strcmp(name, "node") == 0 || strcmp(name, "comment") == 0 ||
           strcmp(name, "processing-instruction") == 0;
}

static bool is_tag_function(const char *name)
{
    for (const struct xpath_function_entry *f = tag_functions; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return true;
    return false;
}

static struct suggestion all_functions(struct arena *arena)
{
    struct buffer ours = buffer_on(arena);
    for (const struct xpath_function_entry *f = tag_functions; f->name; f++)
        buffer_printf(&ours, "%s%s()", f == tag_functions ? "" : ", ", f->name);
    return (struct suggestion){
        {arena_printf(arena, "there are %s, and those of XPath 1.0", buffer_text(&ours)),
         arena_printf(arena, "可以用 %s 和 XPath 1.0 的函数", buffer_text(&ours))}};
}

static struct suggestion near_function(struct arena *arena, const char *name)
{
    size_t core_count, count = 0;
    const char *const *core = xpath_core_functions(&core_count);
    const char **all = ARENA_ARRAY(arena, const char *, core_count + 16);
    for (size_t i = 0; i < core_count; i++)
        all[count++] = core[i];
    for (const struct xpath_function_entry *f = tag_functions; f->name; f++)
        all[count++] = f->name;
    struct suggestion near = suggestion_near(arena, name, all, count);
    return *near.words[LANGUAGE_ENGLISH] ? near : all_functions(arena);
}

static void check_function(struct walk *walk, const char *name)
{
    if (is_node_test(name) || is_tag_function(name) || xpath_is_core_function(name))
        return;
    struct suggestion near = near_function(walk->findings->arena, name);
    REPORT(walk->findings, RULE_TAG_FUNCTION, walk->place, name, near.words[LANGUAGE_ENGLISH],
           near.words[LANGUAGE_CHINESE]);
    walk->sound = false;
}

/* What XPath knows and the tags do not: nothing after it is checked. */
static void refuse(struct walk *walk, const char *english, const char *chinese)
{
    REPORT(walk->findings, RULE_TAG_XPATH, walk->place, walk->expression, english, chinese);
    walk->sound = false;
    walk->at += strlen(walk->at);
}

static void check_node_name(struct walk *walk, const char *name)
{
    const struct vocabulary *known = walk->vocabulary;
    if (!known)
        return;
    const struct names *names = walk->attribute ? &known->attributes : &known->elements;
    if (names_have(names, name))
        return;
    struct suggestion near =
        suggestion_near(walk->findings->arena, name, names->name, names->count);
    const char *const *hint = *near.words[LANGUAGE_ENGLISH] ? near.words : known->where;
    REPORT(walk->findings, RULE_TAG_NAME, walk->place, walk->attribute ? "attribute" : "element",
           name, walk->attribute ? "属性" : "元素", hint[LANGUAGE_ENGLISH], hint[LANGUAGE_CHINESE],
           known->kind[LANGUAGE_ENGLISH], known->kind[LANGUAGE_CHINESE]);
    walk->sound = false;
}

/* A name is an axis before ::, a function before (, an operator after an operand, else a node's. */
static void take_name(struct walk *walk)
{
    size_t length = 0;
    while (is_name_char(walk->at[length]))
        length++;
    const char *name = arena_copy_n(walk->findings->arena, walk->at, length);
    walk->at = skip_blanks(walk->at + length);
    if (walk->operand_before && is_operator(name)) {
        walk->operand_before = false;
        return;
    }
    if (walk->at[0] == ':' && walk->at[1] == ':') {
        walk->attribute = strcmp(name, "attribute") == 0;
        walk->at += 2;
        return;
    }
    if (*walk->at == ':')
        refuse(walk, "names have no prefix here", "这里的名称不带前缀");
    else if (*walk->at == '(')
        check_function(walk, name);
    else
        check_node_name(walk, name);
    walk->attribute = false;
    walk->operand_before = true;
}

static void take_literal(struct walk *walk)
{
    const char *end = strchr(walk->at + 1, *walk->at);
    walk->at = end ? end + 1 : walk->at + strlen(walk->at);
    walk->operand_before = true;
}

static void take_sign(struct walk *walk)
{
    char c = *walk->at++;
    if (c == '$')
        refuse(walk, "there are no variables", "不能用变量");
    walk->attribute = c == '@';
    walk->operand_before = c == ')' || c == ']' || c == '.' || isdigit((unsigned char)c) ||
                           (c == '*' && !walk->operand_before);
}

bool check_names(struct findings *findings, const char *expression, struct place place,
                 const struct vocabulary *vocabulary)
{
    struct walk walk = {.findings = findings,
                        .place = place,
                        .vocabulary = vocabulary,
                        .expression = expression,
                        .at = expression,
                        .sound = true};
    while (*(walk.at = skip_blanks(walk.at))) {
        if (*walk.at == '\'' || *walk.at == '"')
            take_literal(&walk);
        else if (is_name_start(*walk.at))
            take_name(&walk);
        else
            take_sign(&walk);
    }
    return walk.sound;
}
