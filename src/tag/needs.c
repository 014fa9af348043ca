/* Following the paths in an expression. */
#include "tag/needs.h"

#include <string.h>

#include "base/text.h"
#include "tag/token.h"

/* What stands between brackets, or the whole. */
struct level {
    struct level *outer;
    const char *base; /* where its relative paths begin */
    const char *path; /* that is being followed; NULL: none */
    bool is_call;     /* the arguments of a function */
};

struct walk {
    struct arena *arena;
    struct level *level;
    struct need *first, **end;
    const char *outermost; /* the first path outside all brackets; NULL: none */
    bool is_path;          /* nothing else stands there but | */
    bool after_function;
};

static struct walk walk_on(struct arena *arena, const char *context)
{
    struct walk walk = {.arena = arena, .is_path = true};
    walk.level = ARENA_NEW(arena, struct level);
    walk.level->base = context;
    return walk;
}

static bool is_known(const struct walk *walk, const char *path)
{
    const struct need *need = walk->first;
    while (need && !text_equal(need->path, path))
        need = need->next;
    return need != NULL;
}

static void end_path(struct walk *walk)
{
    const char *path = walk->level->path;
    walk->level->path = NULL;
    if (!path || !*path)
        return;
    if (path[1] && text_ends(path, "/")) /* a/text() */
        path = arena_copy_n(walk->arena, path, strlen(path) - 1);
    if (!walk->level->outer && !walk->outermost)
        walk->outermost = path;
    if (is_known(walk, path))
        return;
    *walk->end = ARENA_NEW(walk->arena, struct need);
    (*walk->end)->path = path;
    walk->end = &(*walk->end)->next;
}

static void go_on(struct walk *walk, const char *text, size_t length)
{
    struct level *level = walk->level;
    const char *so_far = level->path;
    if (!so_far)
        so_far = *level->base ? arena_printf(walk->arena, "%s/", level->base) : "";
    level->path = arena_printf(walk->arena, "%s%.*s", so_far, (int)length, text);
}

/* Which axis leads to a name matters where it is not the usual one. */
static void take_axis(struct walk *walk, const struct token *token)
{
    if (!token_is(token, "attribute") && !token_is(token, "child"))
        go_on(walk, arena_printf(walk->arena, "%.*s::", (int)token->length, token->start),
              token->length + 2);
}

static void take_name(struct walk *walk, const struct token *token)
{
    if (token->is_attribute)
        go_on(walk, arena_printf(walk->arena, "@%.*s", (int)token->length, token->start),
              token->length + 1);
    else
        go_on(walk, token->start, token->length);
}

/* a/b/ becomes a/ */
static void take_parent(struct walk *walk)
{
    struct level *level = walk->level;
    size_t length = strlen(level->path ? level->path : level->base);
    const char *path = level->path ? level->path : level->base;
    while (length && path[length - 1] == '/')
        length--;
    while (length && path[length - 1] != '/')
        length--;
    level->path = arena_copy_n(walk->arena, path, length > 1 ? length - 1 : length);
}

static void take_self(struct walk *walk)
{
    if (!walk->level->path)
        walk->level->path = walk->level->base;
}

/* Behind what leads to the root itself there is none. */
static void take_slash(struct walk *walk)
{
    if (!walk->level->path)
        walk->level->path = "/";
    else if (*walk->level->path)
        go_on(walk, "/", 1);
}

static void enter(struct walk *walk, const char *base, bool is_call)
{
    struct level *level = ARENA_NEW(walk->arena, struct level);
    *level = (struct level){walk->level, base, NULL, is_call};
    walk->level = level;
}

/* What was put in parentheses alone is gone on from. */
static void leave(struct walk *walk, bool is_group)
{
    struct level *level = walk->level;
    const char *path = level->path;
    if (!level->outer)
        return;
    if (!is_group || level->is_call)
        end_path(walk);
    walk->level = level->outer;
    if (is_group && !level->is_call)
        walk->level->path = path;
}

static void take_operator(struct walk *walk, char sign)
{
    if (!walk->level->outer && sign != '|')
        walk->is_path = false;
    end_path(walk);
}

static void take_sign(struct walk *walk, char sign)
{
    struct level *level = walk->level;
    if (sign == '/')
        take_slash(walk);
    else if (sign == '[')
        enter(walk, level->path ? level->path : level->base, false);
    else if (sign == '(')
        enter(walk, level->base, walk->after_function);
    else if (sign == ']' || sign == ')')
        leave(walk, sign == ')');
    else if (sign == ',')
        end_path(walk);
}

static void take(struct walk *walk, const struct token *token)
{
    bool is_value = token->kind == TOKEN_VALUE || token->kind == TOKEN_FUNCTION;
    if (is_value && !walk->level->outer && !walk->level->path)
        walk->is_path = false;
    if (token->kind == TOKEN_NAME || token->kind == TOKEN_ANY)
        take_name(walk, token);
    else if (token->kind == TOKEN_AXIS)
        take_axis(walk, token);
    else if (token->kind == TOKEN_PARENT)
        take_parent(walk);
    else if (token->kind == TOKEN_SELF)
        take_self(walk);
    else if (token->kind == TOKEN_OPERATOR)
        take_operator(walk, *token->start);
    else if (token->kind == TOKEN_SIGN)
        take_sign(walk, *token->start);
    walk->after_function = token->kind == TOKEN_FUNCTION;
}

static void follow(struct walk *walk, const char *expression)
{
    struct tokens tokens = tokens_of(expression);
    walk->end = &walk->first;
    for (struct token token; token_next(&tokens, &token);)
        take(walk, &token);
    while (walk->level->outer)
        leave(walk, false);
    end_path(walk);
}

struct need *needs_of(struct arena *arena, const char *expression, const char *context)
{
    struct walk walk = walk_on(arena, context);
    follow(&walk, expression);
    return walk.first;
}

const char *needs_inside(struct arena *arena, const char *expression, const char *context)
{
    struct walk walk = walk_on(arena, context);
    follow(&walk, expression);
    return walk.is_path && walk.outermost ? walk.outermost : context;
}
