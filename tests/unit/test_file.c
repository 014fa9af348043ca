/* base/file.c: files read whole, as bytes and as text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "in_folder.h"
#include "standard.h"

static const struct place asked = {"notice.xml", 2, 0};

static void test_bytes_are_read_as_they_are(void **state)
{
    (void)state;
    static const char bytes[] = "a\0b\r\n\xFF";
    struct file file;
    const char *path = write_bytes(arena, folder, "a", bytes, sizeof bytes - 1);
    assert_true(file_read(&findings, path, asked, &file));
    assert_int_equal(file.length, sizeof bytes - 1);
    assert_memory_equal(file.bytes, bytes, sizeof bytes);
    assert_string_equal(file.path, path);
    assert_true(file_read(&findings, write_text(arena, folder, "b", ""), asked, &file));
    assert_int_equal(file.length, 0);
    assert_string_equal(file.bytes, "");
    assert_int_equal(findings.count, 0);
}

static void test_what_cannot_be_read(void **state)
{
    (void)state;
    struct file file;
    const char *path = write_text(arena, folder, "a", "");
    const char *gone = arena_printf(arena, "%s/gone", folder);
    const char *below = arena_printf(arena, "%s/below", path);
    assert_false(file_read(&findings, gone, asked, &file));
    assert_false(file_read(&findings, below, asked, &file));
    assert_string_equal(findings_text(&findings), arena_printf(arena,
                                                               "notice.xml:2 file-missing %s;"
                                                               "notice.xml:2 file-missing %s;",
                                                               gone, below));
    findings = findings_on(arena);
    assert_false(file_read(&findings, folder, asked, &file));
    assert_string_equal(findings_rules(&findings), "notice.xml:2 file-unreadable;");
    assert_string_equal(findings.first->values[0], folder);
}

/* A pipe would never end, and must not even be waited for. */
static void test_a_pipe_is_refused(void **state)
{
    (void)state;
    struct file file;
    const char *path = arena_printf(arena, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(file_read(&findings, path, asked, &file));
    assert_string_equal(findings_rules(&findings), "notice.xml:2 file-unreadable;");
}

static const char *sparse_file(off_t size)
{
    const char *path = write_text(arena, folder, "sparse", "");
    assert_int_equal(truncate(path, size), 0);
    return path;
}

static void test_the_size_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct file file;
    const char *path = sparse_file(STANDARD_FILE_BYTES);
    assert_true(file_read(&findings, path, asked, &file));
    assert_int_equal(file.length, STANDARD_FILE_BYTES);
    path = sparse_file((off_t)STANDARD_FILE_BYTES + 1);
    assert_false(file_read(&findings, path, asked, &file));
    assert_string_equal(findings_text(&findings),
                        arena_printf(arena, "notice.xml:2 file-too-large 32 MiB|%s;", path));
}

static void test_line_ends_and_byte_order_mark(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
    } cases[] = {
        {"a\r\nb\rc\n", "a\nb\nc\n"},
        {"\r\r\n\n", "\n\n\n"},
        {"\xEF\xBB\xBF质", "质"},
        {"\xEF\xBB\xBF", ""},
        {"a\xEF\xBB\xBF", "a\xEF\xBB\xBF"},
        {"a\r", "a\n"},
        {"", ""},
        {"\xEF\xBB\xBF\xEF\xBB\xBF", "\xEF\xBB\xBF"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct file file;
        const char *path = write_text(arena, folder, "a", cases[i].bytes);
        assert_true(file_read_text(&findings, path, asked, &file));
        assert_string_equal(file.bytes, cases[i].text);
        assert_int_equal(file.length, strlen(cases[i].text));
    }
}

static void test_what_is_no_text(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *found;
    } cases[] = {
        {"a\n甲\xB0", 6, "t:2:2 text-encoding 0xB0;"},
        {"\xC4\xE3\xBA\xC3", 4, "t:1:1 text-encoding 0xC4;"}, /* GBK */
        {"\xEF\xBB", 2, "t:1:1 text-encoding 0xEF;"},
        {"\xEF|||", 4, "t:1:1 text-encoding 0xEF;"},
        {"ab\xED\xA0\x80", 5, "t:1:3 text-encoding 0xED;"},
        {"a\n\nb\x0C", 5, "t:3:2 text-character U+000C;"},
        {"a\0b", 3, "t:1:2 text-character U+0000;"},
        {"质\xEF\xBF\xBE", 6, "t:1:2 text-character U+FFFE;"},
        {"质\xEF\xBF\xBF", 6, "t:1:2 text-character U+FFFF;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct file file;
        const char *path = write_bytes(arena, folder, "t", cases[i].bytes, cases[i].length);
        findings = findings_on(arena);
        assert_false(file_read_text(&findings, path, asked, &file));
        assert_string_equal(findings_text(&findings), cases[i].found);
    }
}

static void test_exists(void **state)
{
    (void)state;
    assert_true(file_exists(folder));
    assert_true(file_exists(write_text(arena, folder, "a", "")));
    assert_false(file_exists(arena_printf(arena, "%s/gone", folder)));
    assert_false(file_exists(arena_printf(arena, "%s/a/under-a-file", folder)));
}

static void test_what_the_system_does_not_tell_counts_as_there(void **state)
{
    (void)state;
    assert_true(file_exists(arena_printf(arena, "%s/%0300d", folder, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_bytes_are_read_as_they_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_pipe_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_size_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_line_ends_and_byte_order_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_exists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_the_system_does_not_tell_counts_as_there, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
