/* data/kind.c: the names of each kind of document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/kind.h"
#include "support.h"

static bool names_once(const struct names *names, const char *name)
{
    int count = 0;
    for (size_t i = 0; i < names->count; i++)
        count += strcmp(names->name[i], name) == 0;
    return count == 1;
}

/* Those of both schemas and those that joining adds, each once. */
static void test_a_notice_has_the_names_of_its_rubric(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct vocabulary notice = vocabulary_of(arena, &notice_kind);
    static const char *const elements[] = {"notice", "deadline", "indicator", "department",
                                           "before"};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        assert_true(names_once(&notice.elements, elements[i]));
    assert_true(names_once(&notice.attributes, "serial"));
    assert_true(names_once(&notice.attributes, "indicators"));
    assert_false(names_have(&notice.elements, "register"));
    assert_string_equal(notice.kind[LANGUAGE_ENGLISH], "a notice");
    arena_free(arena);
}

static void test_a_register_has_its_own(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct vocabulary named = vocabulary_of(arena, &register_kind);
    assert_int_equal(named.elements.count, 2);
    assert_true(names_once(&named.elements, "item"));
    assert_true(names_once(&named.attributes, "retention"));
    assert_false(names_have(&named.attributes, "serial"));
    assert_string_equal(named.kind[LANGUAGE_CHINESE], "归档文件目录");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_notice_has_the_names_of_its_rubric),
        cmocka_unit_test(test_a_register_has_its_own),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
