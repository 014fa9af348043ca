/* xml/writer.c: what is written, and that no text gets in that could not be read again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "xml/tree.h"
#include "xml/writer.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static struct arena *arena;
static struct xml_writer *out;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    out = xml_writer_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void assert_written(const char *expected)
{
    size_t length;
    const char *bytes = xml_writer_finish(out, &length);
    assert_string_equal(bytes, expected);
    assert_int_equal(length, strlen(expected));
}

static void elements_stand_inside_each_other_without_white_space(void **state)
{
    (void)state;
    xml_open(out, "w:p");
    xml_open(out, "w:r");
    xml_text(out, "质量月");
    xml_close(out);
    xml_empty(out, "w:b", NULL, NULL);
    xml_empty(out, "w:jc", "w:val", "both");
    xml_empty_number(out, "w:sz", "w:val", -32);
    xml_close(out);
    assert_written(DECLARATION "<w:p><w:r>质量月</w:r><w:b/><w:jc w:val=\"both\"/>"
                               "<w:sz w:val=\"-32\"/></w:p>\n");
}

static void attributes_keep_their_order(void **state)
{
    (void)state;
    xml_open(out, "a");
    xml_attribute(out, "z", "1");
    xml_attribute_number(out, "b", 2);
    assert_written(DECLARATION "<a z=\"1\" b=\"2\"/>\n");
}

static void marks_of_xml_are_escaped(void **state)
{
    (void)state;
    xml_open(out, "a");
    xml_attribute(out, "b", "\"<&>\"");
    xml_text(out, "AT&T <x> ]]> \"y\"");
    assert_written(DECLARATION "<a b=\"&quot;&lt;&amp;&gt;&quot;\">AT&amp;T &lt;x&gt; ]]&gt; "
                               "&quot;y&quot;</a>\n");
}

static void white_space_that_would_be_lost_is_escaped(void **state)
{
    (void)state;
    xml_open(out, "a");
    xml_attribute(out, "b", "1\t2\n3\r4");
    xml_text(out, "1\t2\n3\r4");
    assert_written(DECLARATION "<a b=\"1&#9;2&#10;3&#13;4\">1\t2\n3&#13;4</a>\n");
}

static void an_empty_text_ends_the_tag(void **state)
{
    (void)state;
    xml_open(out, "a");
    xml_text(out, "");
    assert_written(DECLARATION "<a></a>\n");
}

static void open_elements_are_closed_at_the_end(void **state)
{
    (void)state;
    xml_open(out, "a");
    xml_open(out, "b");
    assert_written(DECLARATION "<a><b/></a>\n");
}

static void write_text(const char *text)
{
    xml_open(out, "a");
    xml_text(out, text);
}

/* What a process ends with that writes it so. */
static int signal_of(void (*write)(const char *text), const char *text)
{
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        write(text);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void a_text_that_is_no_xml_is_a_bug(void **state)
{
    (void)state;
    assert_int_equal(signal_of(write_text, "质量月"), 0);
    assert_int_equal(signal_of(write_text, "a\x01"), SIGABRT);
    assert_int_equal(signal_of(write_text, "a\xFF"), SIGABRT);
    assert_int_equal(signal_of(write_text, "\xEF\xBF\xBE"), SIGABRT); /* U+FFFE */
    xml_open(out, "a");
    assert_written(DECLARATION "<a/>\n");
}

static void write_late_attribute(const char *value)
{
    write_text("b");
    xml_attribute(out, "c", value);
}

static void close_twice(const char *text)
{
    write_text(text);
    xml_close(out);
    xml_close(out);
}

static void write_outside(const char *text)
{
    xml_text(out, text);
}

static void what_is_no_document_is_a_bug(void **state)
{
    (void)state;
    assert_int_equal(signal_of(write_late_attribute, "d"), SIGABRT);
    assert_int_equal(signal_of(close_twice, "b"), SIGABRT);
    assert_int_equal(signal_of(write_outside, "b"), SIGABRT);
}

static void take_piece(void *context, const char *bytes, size_t length)
{
    buffer_add_n(context, bytes, length);
}

/* Well more than is handed on at once. */
static void write_many(struct xml_writer *writer)
{
    xml_open(writer, "a");
    for (long i = 0; i < 20000; i++) {
        xml_open(writer, "b");
        xml_attribute_number(writer, "n", i);
        xml_text(writer, "质量 & <月>");
        xml_close(writer);
    }
}

static void a_sink_is_handed_what_would_be_kept(void **state)
{
    (void)state;
    size_t length;
    struct buffer taken = buffer_on(arena);
    struct xml_writer *to = xml_writer_to(arena, take_piece, &taken);
    write_many(to);
    assert_true(taken.length > 100000);
    assert_null(xml_writer_finish(to, &length));
    write_many(out);
    const char *kept = xml_writer_finish(out, &length);
    assert_int_equal(taken.length, length);
    assert_memory_equal(taken.text, kept, length);
}

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sink_is_handed_what_would_be_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(elements_stand_inside_each_other_without_white_space,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(attributes_keep_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(marks_of_xml_are_escaped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(white_space_that_would_be_lost_is_escaped, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_empty_text_ends_the_tag, set_up, tear_down),
        cmocka_unit_test_setup_teardown(open_elements_are_closed_at_the_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_that_is_no_xml_is_a_bug, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_document_is_a_bug, set_up, tear_down),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
