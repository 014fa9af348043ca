/* Following the steps of an expression, without the data: what is not surely inside the tree is
 * outside. */
#include "tag/reach.h"

#include <limits.h>

#include "base/text.h"
#include "tag/token.h"

struct reach reach_of(struct xml_node *top, struct xml_node *node)
{
    struct reach reach = {.top = top, .standpoint = STANDS_ASIDE};
    for (struct xml_node *n = node; n; n = xml_parent(n), reach.levels++) {
        reach.fork = 0;
        for (struct xml_node *t = top; t; t = xml_parent(t), reach.fork++) {
            if (t != n)
                continue;
            if (n == top)
                reach.standpoint = STANDS_INSIDE;
            else if (n == node)
                return (struct reach){top, STANDS_ABOVE, reach.fork, 0};
            return reach;
        }
    }
    return reach;
}

/* What stands between brackets, or the whole expression. */
struct view {
    struct reach base; /* where its relative paths begin */
    struct reach at;   /* how far its path has come */
    bool is_open;      /* there is a path */
    bool after_slash;
    struct reach found; /* where the nodes of its paths stand, as high as any */
    bool is_nodes;      /* there is nothing but paths */
};

struct look {
    struct tokens tokens;
    struct token token; /* the last that was taken */
    bool lost;
};

static bool next(struct look *look)
{
    return !look->lost && token_next(&look->tokens, &look->token);
}

static bool is_any_word(const struct token *token, const char *const *words)
{
    while (*words && !token_is(token, *words))
        words++;
    return *words != NULL;
}

/* steps */

static struct xml_node *above_top(const struct reach *reach, long levels)
{
    struct xml_node *node = reach->top;
    while (node && levels--)
        node = xml_parent(node);
    return node;
}

/* Whether there is no other of its name beside it. */
static bool is_alone(struct xml_node *node)
{
    struct xml_node *parent = xml_parent(node);
    return !parent || (xml_first_named(parent, xml_name(node)) == node &&
                       !xml_next_named(node, xml_name(node)));
}

/* Down to the top only by names, each of which leads to one node. */
static bool leads_to(struct xml_node *node, const struct token *token)
{
    return node && token_is(token, xml_name(node)) && is_alone(node);
}

static void step_down(struct look *look, struct reach *at)
{
    const struct token *token = &look->token;
    if (at->standpoint == STANDS_INSIDE) {
        at->levels++;
    } else if (at->standpoint == STANDS_ABOVE && token->kind == TOKEN_NAME &&
               !token->is_attribute && leads_to(above_top(at, at->levels - 1), token)) {
        at->levels--;
        at->standpoint = at->levels ? STANDS_ABOVE : STANDS_INSIDE;
    } else {
        look->lost = true;
    }
}

/* What is inside may, one level up, be inside or be the first above. */
static void step_up(struct look *look, struct reach *at)
{
    if (at->standpoint == STANDS_INSIDE)
        look->lost |= at->levels-- == 0;
    else if (at->standpoint == STANDS_ABOVE)
        at->levels++;
    else if (--at->levels == 0)
        *at = (struct reach){at->top, STANDS_ABOVE, at->fork, 0};
}

/* All nodes above have other names: so it stops inside. */
static void step_to_ancestor(struct look *look, struct reach *at)
{
    if (at->standpoint != STANDS_INSIDE || look->token.kind != TOKEN_NAME) {
        look->lost = true;
        return;
    }
    for (struct xml_node *node = xml_parent(at->top); node; node = xml_parent(node))
        look->lost |= token_is(&look->token, xml_name(node));
    at->levels = !token_is(&look->token, xml_name(at->top));
}

/* A name, * or a node test behind an axis. */
static void step_by_axis(struct look *look, const struct token *axis, struct reach *at)
{
    static const char *const down[] = {"child", "attribute", NULL};
    static const char *const stay[] = {"self", "descendant", "descendant-or-self", NULL};
    static const char *const beside[] = {"following-sibling", "preceding-sibling", NULL};
    static const char *const up[] = {"ancestor", "ancestor-or-self", NULL};
    bool is_below_top = at->standpoint == STANDS_INSIDE && at->levels > 0;
    if (is_any_word(axis, down))
        step_down(look, at);
    else if (is_any_word(axis, stay))
        look->lost |= at->standpoint != STANDS_INSIDE;
    else if (is_any_word(axis, beside))
        look->lost |= !is_below_top;
    else if (is_any_word(axis, up))
        step_to_ancestor(look, at);
    else if (token_is(axis, "parent"))
        step_up(look, at);
    else
        look->lost = true;
    look->lost |= look->token.kind != TOKEN_NAME && look->token.kind != TOKEN_ANY &&
                  look->token.kind != TOKEN_FUNCTION;
}

/* paths */

static void open_path(struct view *view)
{
    if (!view->is_open)
        view->at = view->base;
    view->is_open = true;
    view->after_slash = false;
}

/* A path that ends outside shows what stands there. */
static void end_path(struct look *look, struct view *view)
{
    if (!view->is_open)
        return;
    view->is_open = false;
    look->lost |= view->at.standpoint != STANDS_INSIDE;
    if (view->at.levels < view->found.levels)
        view->found = view->at;
}

/* The first slash of a path is the root's; a second one is a step to whatever stands below. */
static void take_slash(struct look *look, struct view *view)
{
    if (!view->is_open) {
        long height = 0;
        while (above_top(&view->base, height))
            height++;
        open_path(view);
        view->at = (struct reach){view->base.top, STANDS_ABOVE, height, 0};
    } else if (view->after_slash) {
        look->lost |= view->at.standpoint != STANDS_INSIDE;
    }
    view->after_slash = true;
}

static struct view see(struct look *look, struct reach base, char end);

/* The name of a function that looks at the node it runs on if nothing is handed to it, or further.
 */
static bool sees_around(const struct token *token, const struct reach *base)
{
    static const char *const far[] = {"id", "lang", NULL};
    static const char *const near[] = {
        "string",        "number",          "name", "local-name", "namespace-uri",
        "string-length", "normalize-space", NULL};
    return is_any_word(token, far) ||
           (is_any_word(token, near) && base->standpoint != STANDS_INSIDE);
}

static bool is_node_test(const struct token *token)
{
    return token->kind == TOKEN_FUNCTION && is_any_word(token, node_tests);
}

/* A step down to text() and the like, or the arguments of a function. */
static void take_function(struct look *look, struct view *view)
{
    bool is_test = is_node_test(&look->token);
    look->lost |= sees_around(&look->token, &view->base);
    if (is_test) {
        open_path(view);
        step_down(look, &view->at);
    }
    if (next(look)) /* ( */
        see(look, view->base, ')');
    view->is_nodes &= is_test;
}

/* What stands in parentheses is gone on from. */
static void take_group(struct look *look, struct view *view)
{
    struct view group = see(look, view->base, ')');
    view->is_nodes &= group.is_nodes;
    view->is_open = group.is_nodes;
    view->after_slash = false;
    view->at = group.found;
}

static void take_axis(struct look *look, struct view *view)
{
    struct token axis = look->token;
    open_path(view);
    if (!next(look))
        return;
    step_by_axis(look, &axis, &view->at);
    if (look->token.kind == TOKEN_FUNCTION && next(look))
        see(look, view->base, ')');
}

static void take_operator(struct look *look, struct view *view)
{
    view->is_nodes &= *look->token.start == '|';
    end_path(look, view);
}

static void take_sign(struct look *look, struct view *view)
{
    char sign = *look->token.start;
    if (sign == '/')
        take_slash(look, view);
    else if (sign == '(')
        take_group(look, view);
    else if (sign == '[')
        see(look, view->at, ']');
    else if (sign == ',')
        end_path(look, view);
    else if (sign != '@')
        look->lost = true;
}

static void take(struct look *look, struct view *view)
{
    switch (look->token.kind) {
    case TOKEN_NAME:
    case TOKEN_ANY:
        open_path(view);
        step_down(look, &view->at);
        break;
    case TOKEN_SELF:
        open_path(view);
        break;
    case TOKEN_PARENT:
        open_path(view);
        step_up(look, &view->at);
        break;
    case TOKEN_AXIS:
        take_axis(look, view);
        break;
    case TOKEN_FUNCTION:
        take_function(look, view);
        break;
    case TOKEN_OPERATOR:
        take_operator(look, view);
        break;
    case TOKEN_VALUE:
        view->is_nodes = false;
        break;
    case TOKEN_SIGN:
        take_sign(look, view);
        break;
    case TOKEN_PREFIX:
        look->lost = true;
        break;
    }
}

/* Up to the bracket that ends it; '\0': to the end. */
static struct view see(struct look *look, struct reach base, char end)
{
    struct view view = {.base = base, .is_nodes = true};
    view.found = (struct reach){base.top, STANDS_INSIDE, LONG_MAX, 0};
    while (next(look) && !(end && look->token.kind == TOKEN_SIGN && *look->token.start == end))
        take(look, &view);
    end_path(look, &view);
    return view;
}

enum sight reach_sight(const char *expression, struct reach from, struct reach *inside)
{
    struct look look = {.tokens = tokens_of(expression)};
    struct view view = see(&look, from, '\0');
    *inside = view.found;
    if (look.lost)
        return SIGHT_LOST;
    return view.is_nodes ? SIGHT_NODES : SIGHT_VALUE;
}
