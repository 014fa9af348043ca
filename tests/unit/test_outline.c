/* xml/outline.c: the elements of a text, byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "xml/outline.h"

/* Each element as name(what is in it)@its bytes. */
static void add_outline(struct buffer *out, const struct outline *element)
{
    buffer_printf(out, "%s%zu:%zu(", outline_name(arena, element), element->index,
                  element->last_index);
    for (const struct outline *child = element->first; child; child = child->next) {
        assert_ptr_equal(child->parent, element);
        add_outline(out, child);
    }
    buffer_add(out, ")");
    buffer_add_n(out, element->text + element->start, 2);
    buffer_add_n(out, element->text + element->end - 2, 2);
}

static const char *outlined(const char *text)
{
    struct buffer out = buffer_on(arena);
    const struct outline *root = outline_read(arena, text);
    if (root)
        add_outline(&out, root);
    return buffer_text(&out);
}

static void test_tree(void **state)
{
    (void)state;
    static const struct {
        const char *text, *outline;
    } cases[] = {
        {"", ""},
        {"no element", ""},
        {"<a/>", "a0:0()<a/>"},
        {"<a></a>", "a0:0()<aa>"},
        {"<?xml v='1'?><!-- <x> --><a b='>'><b/><c>t</c></a>\n", "a0:2(b1:1()<b/>c2:2()<cc>)<aa>"},
        {"<a><![CDATA[<b>]]><w:p w:x=\"/\" ><q/></w:p></a>", "a0:2(w:p1:2(q2:2()<q/>)<wp>)<aa>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(outlined(cases[i].text), cases[i].outline);
}

/* Any text is read to its end, whatever it is. */
static void test_no_xml(void **state)
{
    (void)state;
    static const char *const texts[] = {"<",    "<a",     "<a b='", "</",
                                        "</a>", "<a></",  "<!--",   "<![CDATA[x",
                                        "<?",   "<a b=>", "<>",     "<a><b></a></a></a>"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        outlined(texts[i]);
}

static void test_content(void **state)
{
    (void)state;
    static const struct {
        const char *text, *content;
    } cases[] = {
        {"<a/>", ""},
        {"<a>x &lt;&gt;&amp;&quot;&apos; y</a>", "x <>&\"' y"},
        {"<a>&#20013;&#x6587;</a>", "中文"},
        {"<a>x<![CDATA[<&lt;]]>y<!-- no -->z</a>", "x<&lt;yz"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(outline_content(arena, outline_read(arena, cases[i].text)),
                            cases[i].content);
}

static void test_attributes(void **state)
{
    (void)state;
    static const char text[] = "<a w:id=\"1\" id = '&quot;2'\n empty=\"\"><b/></a>";
    const struct outline *root = outline_read(arena, text);
    assert_string_equal(outline_get(arena, root, "w:id"), "1");
    assert_string_equal(outline_get(arena, root, "id"), "\"2");
    assert_string_equal(outline_get(arena, root, "empty"), "");
    assert_null(outline_get(arena, root, "d"));
    assert_null(outline_get(arena, root->first, "id"));
    assert_null(outline_get(arena, NULL, "id"));
    size_t start, end;
    assert_true(outline_attribute(root, "w:id", &start, &end));
    assert_string_equal(arena_copy_n(arena, text + start, end - start), " w:id=\"1\"");
    assert_false(outline_attribute(root, "none", &start, &end));
}

static void test_names(void **state)
{
    (void)state;
    static const char *const names[] = {"x", "b", NULL};
    const struct outline *root = outline_read(arena, "<a><b/><c/><b/></a>");
    assert_true(outline_is(root, "a"));
    assert_false(outline_is(root, "ab") || outline_is(NULL, "a"));
    const struct outline *first = outline_first(root, "b"), *next = outline_next(first, "b");
    assert_true(outline_is_any(first, names) && next && next != first);
    assert_null(outline_next(next, "b"));
    assert_null(outline_first(NULL, "b"));
}

static void test_escape(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    text_escape(&out, "a<b>&\"c", 6);
    assert_string_equal(out.text, "a&lt;b&gt;&amp;\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_xml, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_content, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_attributes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_escape, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
