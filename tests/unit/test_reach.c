/* tag/reach.c: what is said to see a tree alone gives the same whatever stands around the tree. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "on_arena.h"
#include "tag/reach.h"
#include "xml/xpath.h"

#define TREE                                                                                       \
    "<t n='1'><g n='2'><i n='3'>x<e n='4'/></i><i n='5'>y</i></g>"                                 \
    "<g n='6'><g n='7'><i n='8'><e n='9'>z</e></i></g></g></t>"

/* The tree in different surroundings, which hold elements of its own names. */
static const char *const surroundings[] = {
    "<r n='a'><s n='b'/>" TREE "<s n='c'><e n='d'/></s></r>",
    "<r><g n='e'><i n='f'><e n='g'/>h</i></g><s><i/><t/></s>" TREE "<i n='3'>x</i>text</r>",
};
enum { SURROUNDINGS = 2 };

struct world {
    struct xml_document *document;
    struct xpath_engine *engine;
    struct xml_node *top;
};

static struct xpath_value run(const struct world *world, const char *expression,
                              struct xml_node *context)
{
    struct xpath_value value;
    struct xpath_error error;
    struct xpath *xpath = xpath_compile(world->engine, expression, &error);
    if (!xpath)
        fail_msg("%s: %s", expression, error.words[0]);
    if (!xpath_run(world->engine, xpath, context, 1, 1, &value, &error))
        fail_msg("%s: %s", expression, error.words[0]);
    return value;
}

static struct world world_new(const char *text)
{
    struct world world = {.document = parse_text(&findings, text)};
    world.engine =
        xpath_engine_new(arena, world.document, (const struct xpath_function_entry[]){{0}});
    world.top = xml_first_named(xml_root(world.document), "t");
    return world;
}

static void world_free(struct world *world)
{
    xpath_engine_free(world->engine);
    xml_document_free(world->document);
}

static struct xml_node *node_at(const struct world *world, const char *path)
{
    struct xpath_value value = run(world, path, xml_root(world->document));
    assert_int_equal(value.count, 1);
    return value.nodes[0];
}

/* sights */

static void test_sights(void **state)
{
    (void)state;
    static const struct {
        const char *context, *expression;
        enum sight sight;
        long levels; /* SIGHT_NODES */
    } cases[] = {
        {"/r", "t", SIGHT_NODES, 0},
        {"/r", "t/g/i", SIGHT_NODES, 2},
        {"/r", "t//i", SIGHT_NODES, 1},
        {"/r", "t//i/..", SIGHT_NODES, 0},
        {"/r", "t/@n", SIGHT_NODES, 1},
        {"/r", "/r/t/g[i]", SIGHT_NODES, 1},
        {"/r", "t/g | t", SIGHT_NODES, 0},
        {"/r", "(t/g)[1]/i", SIGHT_NODES, 2},
        {"/r", "count(t/g)", SIGHT_VALUE, 0},
        {"/r", "'a'", SIGHT_VALUE, 0},
        {"/r", "position() = last()", SIGHT_VALUE, 0},
        {"/r", "concat(t/@n, ' ', t/g/@n)", SIGHT_VALUE, 0},
        {"/r", ".", SIGHT_LOST, 0},
        {"/r", "s", SIGHT_LOST, 0},
        {"/r", "*", SIGHT_LOST, 0},
        {"/r", "@n", SIGHT_LOST, 0},
        {"/r", "//i", SIGHT_LOST, 0},
        {"/r", "t/..", SIGHT_LOST, 0},
        {"/r", "t[../s]", SIGHT_LOST, 0},
        {"/r", "t | s", SIGHT_LOST, 0},
        {"/r", "string()", SIGHT_LOST, 0},
        {"/r", "id('x')", SIGHT_LOST, 0},
        {"/r", "t/following::i", SIGHT_LOST, 0},
        {"/r", "child::t", SIGHT_NODES, 0},
        {"/r", "descendant::t", SIGHT_LOST, 0},
        {"/r", "attribute::t", SIGHT_LOST, 0},
        {"/r", "t/descendant::i/..", SIGHT_LOST, 0},
        {"/r", "$x", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", ".", SIGHT_NODES, 2},
        {"/r/t/g[1]/i[1]", "..", SIGHT_NODES, 1},
        {"/r/t/g[1]/i[1]", "../..", SIGHT_NODES, 0},
        {"/r/t/g[1]/i[1]", "../../..", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "../../../t/@n", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "ancestor::g[last()][../g/i]", SIGHT_NODES, 1},
        {"/r/t/g[1]/i[1]", "ancestor::t", SIGHT_NODES, 0},
        {"/r/t/g[1]/i[1]", "ancestor::r", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "ancestor::*", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "self::*[not(e)] | ancestor::g", SIGHT_NODES, 1},
        {"/r/t/g[1]/i[1]", "preceding-sibling::i", SIGHT_NODES, 2},
        {"/r/t/g[1]/i[1]", "string-length()", SIGHT_VALUE, 0},
        {"/r/t/g[1]/i[1]", "lang('zh')", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "/r/t/@n", SIGHT_NODES, 1},
        {"/r/t/g[1]/i[1]", "/r/s", SIGHT_LOST, 0},
        {"/r/t/g[1]/i[1]", "text()", SIGHT_NODES, 3},
        {"/r/t/g[1]/i[1]", "child::node()", SIGHT_NODES, 3},
        {"/r/t", "following-sibling::i", SIGHT_LOST, 0},
        {"/r/s[1]", "../t/g", SIGHT_NODES, 1},
        {"/r/s[1]", "..", SIGHT_LOST, 0},
        {"/r/s[1]", "@n", SIGHT_LOST, 0},
        {"/r/s[2]/e", "../../t", SIGHT_NODES, 0},
        {"/r/s[2]/e", "../t", SIGHT_LOST, 0},
        {"/r/s[2]/e", "true()", SIGHT_VALUE, 0},
    };
    struct world world = world_new(surroundings[0]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reach inside;
        struct reach from = reach_of(world.top, node_at(&world, cases[i].context));
        enum sight sight = reach_sight(cases[i].expression, from, &inside);
        if (sight != cases[i].sight || (sight == SIGHT_NODES && inside.levels != cases[i].levels))
            fail_msg("%s on %s: %d, %ld", cases[i].expression, cases[i].context, (int)sight,
                     inside.levels);
    }
    world_free(&world);
}

/* No tree: then only what looks at nothing is seen whole. */
static void test_no_tree(void **state)
{
    (void)state;
    struct world world = world_new(surroundings[0]);
    struct reach inside, from = reach_of(NULL, world.top);
    static const char *const lost[] = {".", "..", "../..", "g", "/r", "//g", "/", "ancestor::r"};
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
        assert_int_equal(reach_sight(lost[i], from, &inside), SIGHT_LOST);
    assert_int_equal(reach_sight("concat('a', 1)", from, &inside), SIGHT_VALUE);
    world_free(&world);
}

/* A second element of the tree's name above makes its name lead to more than the tree. */
static void test_not_alone(void **state)
{
    (void)state;
    struct world world = world_new("<r>" TREE "<t/></r>");
    struct reach inside, from = reach_of(world.top, xml_root(world.document));
    assert_int_equal(reach_sight("t/g", from, &inside), SIGHT_LOST);
    world_free(&world);
}

/* whatever stands around */

static long depth_below(const struct xml_node *top, struct xml_node *node)
{
    long depth = 0;
    for (; node && node != top; node = xml_parent(node))
        depth++;
    return node ? depth : -1;
}

static void assert_same(struct world *worlds, struct xml_node *const *contexts,
                        const char *expression)
{
    struct reach inside;
    struct reach from = reach_of(worlds[0].top, contexts[0]);
    enum sight sight = reach_sight(expression, from, &inside);
    if (sight == SIGHT_LOST)
        return;
    struct xpath_error error;
    if (!xpath_compile(worlds[0].engine, expression, &error)) /* .[g] */
        return;
    struct xpath_value a = run(&worlds[0], expression, contexts[0]);
    struct xpath_value b = run(&worlds[1], expression, contexts[1]);
    assert_int_equal(a.kind, b.kind);
    assert_string_equal(xpath_string(arena, &a), xpath_string(arena, &b));
    if (sight == SIGHT_VALUE || a.kind != VALUE_NODES)
        return;
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        assert_true(depth_below(worlds[0].top, a.nodes[i]) >= inside.levels);
        assert_string_equal(xml_path(arena, a.nodes[i]), xml_path(arena, b.nodes[i]));
    }
}

static const char *const steps[] = {"g",
                                    "i",
                                    "*",
                                    "@n",
                                    ".",
                                    "..",
                                    "t",
                                    "r",
                                    "s",
                                    "text()",
                                    "node()",
                                    "self::g",
                                    "parent::*",
                                    "parent::g",
                                    "ancestor::g",
                                    "ancestor::t",
                                    "ancestor::*",
                                    "ancestor-or-self::i",
                                    "descendant::i",
                                    "descendant-or-self::*",
                                    "following-sibling::i",
                                    "preceding-sibling::*",
                                    "following::i",
                                    "preceding::e",
                                    "attribute::n"};
enum { STEPS = sizeof steps / sizeof *steps };
static const char *const joints[] = {
    "%s/%s",          "%s//%s",           "%s[%s]",      "/r/t/%s/%s", "(%s | %s)/g",
    "concat(%s, %s)", "%s[last()]/../%s", "../%s/../%s", "%s[../%s]/g"};
enum { JOINTS = sizeof joints / sizeof *joints };

static void assert_same_on(struct world *worlds, struct xml_node *const *contexts)
{
    for (int a = 0; a < STEPS; a++)
        for (int b = 0; b < STEPS; b++)
            for (int j = 0; j < JOINTS; j++) {
                struct buffer expression = buffer_on(arena);
                for (const char *at = joints[j], *next = steps[a]; *at; at++)
                    if (*at == '%') {
                        buffer_add(&expression, next);
                        next = steps[b];
                        at++;
                    } else {
                        buffer_add_char(&expression, *at);
                    }
                assert_same(worlds, contexts, buffer_text(&expression));
            }
}

static void test_whatever_stands_around(void **state)
{
    (void)state;
    static const char *const contexts[] = {"/r",
                                           "/r/t",
                                           "/r/t/g[1]",
                                           "/r/t/g[2]/g/i",
                                           "/r/t/g[2]/g/i/e",
                                           "/r/s[1]",
                                           "/r/t/g[1]/i[1]/@n"};
    struct world worlds[SURROUNDINGS];
    for (int i = 0; i < SURROUNDINGS; i++)
        worlds[i] = world_new(surroundings[i]);
    for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++) {
        struct xml_node *nodes[SURROUNDINGS];
        for (int j = 0; j < SURROUNDINGS; j++)
            nodes[j] = node_at(&worlds[j], contexts[i]);
        assert_same_on(worlds, nodes);
    }
    for (int i = 0; i < SURROUNDINGS; i++)
        world_free(&worlds[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sights, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_not_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_whatever_stands_around, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
