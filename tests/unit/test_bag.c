/* archive/bag.c and bag_read.c: a bag written, read back, and damaged. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/bag.h"
#include "support.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct bag bag;

static void add(const char *path, const char *text)
{
    bag_add(&bag, path, text, strlen(text));
}

static int set_up(void **state)
{
    static const struct bag_tag tags[] = {{"External-Identifier", "J001"}, {"Empty", ""}, {0}};
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = arena_printf(arena, "%s/bag", folder_new(arena));
    bag = bag_on(arena);
    add("data/issued/甲.docx", "issued");
    add("data/empty", "");
    add("metadata.xml", "<metadata/>");
    bag_seal(&bag, tags);
    assert_true(bag_write(&findings, &bag, folder));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(path_folder(arena, folder));
    arena_free(arena);
    return 0;
}

static const char *inside(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static const char *read_back(void)
{
    struct bag read;
    findings = findings_on(arena);
    bool fine = bag_read(&findings, folder, &read);
    assert_int_equal(fine, findings.errors == 0);
    return findings_subjects(&findings);
}

static void test_a_bag_is_read_as_it_was_written(void **state)
{
    (void)state;
    struct bag read;
    assert_true(bag_read(&findings, folder, &read));
    assert_int_equal(read.count, bag.count);
    for (const struct bag_file *file = bag.first; file; file = file->next)
        assert_string_equal(bag_find(&read, file->path)->digest, file->digest);
    assert_string_equal(text_of_file(arena, inside("bag-info.txt")),
                        "External-Identifier: J001\nPayload-Oxum: 6.2\n");
    assert_string_equal(text_of_file(arena, inside("bagit.txt")),
                        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
}

static void test_a_bag_is_never_written_over_another(void **state)
{
    (void)state;
    assert_false(bag_write(&findings, &bag, folder));
    assert_string_equal(findings_rules(&findings), " output-file;");
    assert_string_equal(read_back(), "");
}

static void test_folders_deeper_than_the_limit(void **state)
{
    (void)state;
    struct buffer path = buffer_on(arena);
    for (int i = 0; i < LIMIT_BAG_DEPTH - 1; i++)
        buffer_add(&path, "d/");
    write_text(arena, folder, arena_printf(arena, "%sx", path.text), "x");
    assert_string_equal(read_back(), arena_printf(arena, "x bag-file-stray %sx;", path.text));
    write_text(arena, folder, arena_printf(arena, "%sd/d/x", path.text), "x");
    assert_non_null(strstr(read_back(), "bag-strange"));
}

static void test_more_files_than_the_limit(void **state)
{
    (void)state;
    for (size_t i = bag.count; i < STANDARD_BAG_FILES; i++)
        write_text(arena, folder, arena_printf(arena, "data/many/%zu", i), "");
    read_back();
    assert_null(strstr(findings_rules(&findings), "bag-files"));
    assert_int_equal(findings.count, STANDARD_BAG_FILES - bag.count + 1);
    write_text(arena, folder, "data/one-more", "");
    assert_non_null(strstr(read_back(), "bag-files"));
}

static void test_damage_is_damage_when_it_is_read_again(void **state)
{
    (void)state;
    struct bag read;
    assert_int_equal(remove(inside("tagmanifest-sha256.txt")), 0);
    for (int round = 0; round < 2; round++)
        assert_false(bag_read(&findings, folder, &read));
}

static void test_what_a_bag_says_does_not_act_on_a_terminal(void **state)
{
    (void)state;
    write_text(arena, folder, "bag-info.txt", "Payload-Oxum: \x1B[2J\xFF\n");
    assert_non_null(strstr(read_back(), "bag-info.txt bag-oxum ?[2J?;"));
}

static void test_names(void **state)
{
    (void)state;
    static const char *const safe[] = {"甲.docx", "a b (1).pdf", "x.", "~a", "-", "a'b"};
    static const char *const unsafe[] = {"",     ".hidden", "..",   "a\\b", "a:b",  "a*",
                                         "a?",   "a\"b",    "<a>",  "a|b",  "100%", "a\nb",
                                         "a\tb", "\x7F",    "\xFF", "a\xC3"};
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
        assert_true(bag_name_is_safe(safe[i]));
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
        assert_false(bag_name_is_safe(unsafe[i]));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_bag_is_read_as_it_was_written),
        TEST(test_a_bag_is_never_written_over_another),
        TEST(test_folders_deeper_than_the_limit),
        TEST(test_more_files_than_the_limit),
        TEST(test_damage_is_damage_when_it_is_read_again),
        TEST(test_what_a_bag_says_does_not_act_on_a_terminal),
        TEST(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
