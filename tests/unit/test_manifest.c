/* archive/manifest.c: lines of manifests and of bag-info.txt. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/digest.h"
#include "archive/manifest.h"
#include "on_arena.h"

#define DIGEST "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* The vectors of FIPS 180-4: nothing, and "abc". */
static void test_digest(void **state)
{
    (void)state;
    assert_string_equal(digest_of(arena, "", 0), DIGEST);
    assert_string_equal(digest_of(arena, "abc", 3),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void expect_line(const char *text, enum manifest_fault fault, const char *path)
{
    struct manifest_line line = {0};
    assert_int_equal(manifest_read(arena, text, &line), fault);
    if (fault == MANIFEST_MALFORMED)
        return;
    assert_string_equal(line.digest, DIGEST);
    assert_string_equal(line.path, path);
}

static void test_lines_are_read(void **state)
{
    (void)state;
    expect_line(DIGEST "  data/a", MANIFEST_FINE, "data/a");
    expect_line(DIGEST "\tdata/a b", MANIFEST_FINE, "data/a b");
    expect_line(DIGEST "  data/a%0Ab%0dc%25d%41", MANIFEST_FINE, "data/a\nb\rc%d%41");
    expect_line("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855 data/a",
                MANIFEST_FINE, "data/a");
    expect_line(DIGEST "  data/..a", MANIFEST_FINE, "data/..a");
}

static void test_lines_that_are_none(void **state)
{
    (void)state;
    expect_line("", MANIFEST_MALFORMED, NULL);
    expect_line(DIGEST, MANIFEST_MALFORMED, NULL);
    expect_line(DIGEST "  ", MANIFEST_MALFORMED, NULL);
    expect_line(DIGEST "0  data/a", MANIFEST_MALFORMED, NULL);
    expect_line("e3b0  data/a", MANIFEST_MALFORMED, NULL);
    expect_line("\\" DIGEST "  data/a", MANIFEST_MALFORMED, NULL);
}

static void test_paths_that_lead_out(void **state)
{
    (void)state;
    static const char *const paths[] = {"/etc/passwd", "../a", "data/../../a", "data/..", "data//a",
                                        "data/.",      ".",    "data/"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        expect_line(arena_printf(arena, DIGEST "  %s", paths[i]), MANIFEST_LEADS_OUT, paths[i]);
}

static void test_what_is_written_is_read(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    manifest_add(&out, &(struct manifest_line){DIGEST, "data/100%\n甲"});
    assert_string_equal(out.text, DIGEST "  data/100%25%0A甲\n");
    out.text[out.length - 1] = '\0';
    expect_line(out.text, MANIFEST_FINE, "data/100%\n甲");
}

static const char *info(const char *label, const char *value)
{
    struct buffer out = buffer_on(arena);
    info_add(&out, &(struct bag_tag){label, value});
    return buffer_text(&out);
}

static char *repeat(const char *text, int count)
{
    struct buffer out = buffer_on(arena);
    while (count--)
        buffer_add(&out, text);
    return out.text;
}

static void test_info_lines_end_at_79_characters(void **state)
{
    (void)state;
    assert_string_equal(info("A", "b c"), "A: b c\n");
    assert_string_equal(info("A", repeat("字", 76)),
                        arena_printf(arena, "A: %s\n", repeat("字", 76)));
    assert_string_equal(info("A", repeat("字", 77)),
                        arena_printf(arena, "A: %s\n 字\n", repeat("字", 76)));
    assert_string_equal(info("A", repeat("x", 90)),
                        arena_printf(arena, "A: %s\n", repeat("x", 90)));
}

static void test_info_values(void **state)
{
    (void)state;
    static const char text[] = "Bag-Size: 1\npayload-oxum:  12.3 \nTwice: 1\nTwice: 2\n";
    assert_string_equal(info_value(arena, text, "Payload-Oxum"), "12.3");
    assert_null(info_value(arena, text, "Twice"));
    assert_null(info_value(arena, text, "Bag"));
    assert_null(info_value(arena, "", "Bag"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digest),
        cmocka_unit_test(test_lines_are_read),
        cmocka_unit_test(test_lines_that_are_none),
        cmocka_unit_test(test_paths_that_lead_out),
        cmocka_unit_test(test_what_is_written_is_read),
        cmocka_unit_test(test_info_lines_end_at_79_characters),
        cmocka_unit_test(test_info_values),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
