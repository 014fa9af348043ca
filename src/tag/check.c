/* The names in an expression. */
#include "tag/check.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "tag/functions.h"
#include "tag/token.h"

struct walk {
    struct findings *findings;
    struct place place;
    const struct vocabulary *vocabulary;
    const char *expression;
    struct tokens tokens;
    bool sound;
};

static bool is_node_test(const char *name)
{
    const char *const *test = node_tests;
    while (*test && strcmp(*test, name) != 0)
        test++;
    return *test != NULL;
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

static bool is_function(const char *name)
{
    return is_node_test(name) || is_tag_function(name) || xpath_is_core_function(name);
}

static void check_function(struct walk *walk, const char *name)
{
    if (is_function(name))
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
    walk->tokens.at += strlen(walk->tokens.at);
}

static void check_node_name(struct walk *walk, const char *name, bool attribute)
{
    const struct vocabulary *known = walk->vocabulary;
    if (!known)
        return;
    const struct names *names = attribute ? &known->attributes : &known->elements;
    if (names_have(names, name))
        return;
    struct suggestion near =
        suggestion_near(walk->findings->arena, name, names->name, names->count);
    bool is_near = *near.words[LANGUAGE_ENGLISH];
    const char *const *hint = is_near ? near.words : known->where;
    enum rule rule = !known->is_open ? RULE_TAG_NAME : is_near ? RULE_TAG_NEAR : RULE_TAG_ABSENT;
    REPORT(walk->findings, rule, walk->place, attribute ? "attribute" : "element", name,
           attribute ? "属性" : "元素", hint[LANGUAGE_ENGLISH], hint[LANGUAGE_CHINESE],
           known->kind[LANGUAGE_ENGLISH], known->kind[LANGUAGE_CHINESE]);
    walk->sound &= known->is_open;
}

/* Where XML lets a sign stand in a name and XPath 1.0 does not (XML 1.0, fourth edition, B); its
 * end if there is none. */
static const char *odd_sign(const char *name)
{
    static const uint32_t ranges[][2] = {
        {0x2000, 0x206F}, {0x3001, 0x3004}, {0x3008, 0x3020}, {0xFF00, 0xFFEF}};
    while (*name) {
        const char *start = name;
        uint32_t code = text_next(&name);
        for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
            if (code >= ranges[i][0] && code <= ranges[i][1])
                return start;
    }
    return name;
}

static void refuse_sign(struct walk *walk, const char *name, const char *sign, bool attribute)
{
    struct arena *arena = walk->findings->arena;
    const char *before = arena_copy_n(arena, name, (size_t)(sign - name));
    const char *mark = attribute ? "@" : "";
    if (is_function(before))
        refuse(walk, arena_printf(arena, "write %s() with plain brackets", before),
               arena_printf(arena, "%s() 的括号请用半角", before));
    else
        refuse(walk,
               arena_printf(arena, "a name with signs in it is %s*[name() = '%s']", mark, name),
               arena_printf(arena, "名称里有标点时请写成 %s*[name() = '%s']", mark, name));
}

static void check_name(struct walk *walk, const char *name, bool attribute)
{
    const char *sign = odd_sign(name);
    if (*sign)
        refuse_sign(walk, name, sign, attribute);
    else
        check_node_name(walk, name, attribute);
}

static void check_token(struct walk *walk, const struct token *token)
{
    const char *name = arena_copy_n(walk->findings->arena, token->start, token->length);
    if (token->kind == TOKEN_PREFIX)
        refuse(walk, "names have no prefix here", "这里的名称不带前缀");
    else if (token->kind == TOKEN_SIGN && *name == '$')
        refuse(walk, "there are no variables", "不能用变量");
    else if (token->kind == TOKEN_FUNCTION)
        check_function(walk, name);
    else if (token->kind == TOKEN_NAME)
        check_name(walk, name, token->is_attribute);
}

bool check_names(struct findings *findings, const char *expression, struct place place,
                 const struct vocabulary *vocabulary)
{
    struct walk walk = {.findings = findings,
                        .place = place,
                        .vocabulary = vocabulary,
                        .expression = expression,
                        .tokens = tokens_of(expression),
                        .sound = true};
    for (struct token token; token_next(&walk.tokens, &token);)
        check_token(&walk, &token);
    return walk.sound;
}
