/* flow/parcel.c: findings come out of a parcel as they went in. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "flow/parcel.h"
#include "on_arena.h"

static const char *print_all(const struct findings *all)
{
    struct buffer out = buffer_on(arena);
    for (const struct finding *f = all->first; f; f = f->next)
        buffer_add(&out, finding_print(arena, f, (struct printing){LANGUAGE_CHINESE, false}));
    return buffer_text(&out);
}

static void test_findings(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    struct findings other = findings_on(arena), none = findings_on(arena);
    REPORT(&findings, RULE_BATCH_ID, ((struct place){"列表.csv", 70000, 3}), "");
    REPORT(&findings, RULE_USAGE, ((struct place){0}), "one\ntwo", "一");
    finding_add_limit(&findings, RULE_TABLE_ROWS, (struct place){"a", 1, 0}, LIMIT_TABLE_ROWS,
                      NULL);
    static const char *const where[] = {"table 2", "第2个表格"};
    const struct spot spot = {.place = {"b.docx", 0, 2}, .quote = "{{ x }}", .where = where};
    finding_add_spot(&findings, RULE_BATCH_ID, &spot, (const char *const[]){"x", NULL});
    parcel_pack(&out, &none);
    parcel_pack(&out, &findings);
    const char *at = out.text;
    parcel_unpack(&at, &other);
    assert_int_equal(other.count, 0);
    parcel_unpack(&at, &other);
    assert_ptr_equal(at, out.text + out.length);
    assert_int_equal(other.errors, 4);
    assert_string_equal(print_all(&other), print_all(&findings));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_findings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
