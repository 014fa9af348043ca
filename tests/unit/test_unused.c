/* flow/unused.c: names of the data that no tag asks for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/buffer.h"
#include "flow/unused.h"
#include "on_arena.h"

static const char path[] = "unused-test.xml";
static const char text[] =
    "<data>\n<a x='1'>1</a><b><a>2</a><c y='2'>3</c></b>\n<d>4 <c>5</c></d></data>\n";

/* What a tag of a kind that asks for one path leaves. */
static const char *unused(enum tag_kind kind, const char *asked)
{
    struct buffer out = buffer_on(arena);
    struct need need = {NULL, asked};
    struct fill_tag tag = {.kind = kind, .needs = &need};
    for (struct unused *u = unused_in(&findings, path, &tag); u; u = u->next)
        buffer_printf(&out, "%ld %s %zu;", u->place.line, u->name, u->count);
    return buffer_text(&out);
}

static void test_unused(void **state)
{
    (void)state;
    static const struct {
        enum tag_kind kind;
        const char *path, *unused;
    } cases[] = {
        {TAG_VALUE, "none", "2 a 2;2 c 1;2 @x 1;2 @y 1;3 d 1;"},
        {TAG_VALUE, "a", "2 c 1;2 @x 1;2 @y 1;3 d 1;"},
        {TAG_VALUE, "/data/ancestor::b//c/@x", "2 a 2;2 @y 1;3 d 1;"},
        {TAG_SECTION, "b", "2 a 2;2 c 1;2 @x 1;2 @y 1;3 d 1;"},
        {TAG_VALUE, "b", "2 a 1;2 @x 1;2 @y 1;3 d 1;"},
        {TAG_OPTIONAL, "*", "2 @x 1;2 @y 1;"},
        {TAG_OPTIONAL, "a/@*", "2 c 1;3 d 1;"},
    };
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(unused(cases[i].kind, cases[i].path), cases[i].unused);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_unused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
