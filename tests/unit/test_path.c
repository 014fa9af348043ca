/* base/path.c: paths as text, and what folders and links make of them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "in_folder.h"

static const char *in_folder(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void test_clean(void **state)
{
    (void)state;
    static const struct {
        const char *path, *clean;
    } cases[] = {
        {"a/../b", "b"},
        {"../..", "../.."},
        {"/..", "/"},
        {"./", "."},
        {"", "."},
        {".", "."},
        {"/", "/"},
        {"//a//b//", "/a/b"},
        {"a/..", "."},
        {"a/../..", ".."},
        {"../a/..", ".."},
        {"/a/../../b", "/b"},
        {"a/./b/.", "a/b"},
        {"../../a/../b", "../../b"},
        {"..a/..", "."},
        {"a../..", "."},
        {"...", "..."},
        {"a/.b/..c", "a/.b/..c"},
        {"/a/..", "/"},
        {"甲/../乙", "乙"},
        {"a/b/../../c", "c"},
        {"./../a", "../a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(path_clean(arena, cases[i].path), cases[i].clean);
}

static void test_join_folder_base(void **state)
{
    (void)state;
    assert_string_equal(path_join(arena, "a/b", "../c.md"), "a/c.md");
    assert_string_equal(path_join(arena, ".", "c.md"), "c.md");
    assert_string_equal(path_join(arena, "a", "/c.md"), "/c.md");
    assert_string_equal(path_join(arena, "/", "c.md"), "/c.md");
    assert_string_equal(path_join(arena, "a", "."), "a");
    assert_string_equal(path_folder(arena, "a/b.xml"), "a");
    assert_string_equal(path_folder(arena, "b.xml"), ".");
    assert_string_equal(path_folder(arena, "/b.xml"), "/");
    assert_string_equal(path_folder(arena, "/"), "/");
    assert_string_equal(path_base("a/b.xml"), "b.xml");
    assert_string_equal(path_base("b.xml"), "b.xml");
    assert_string_equal(path_base("a/"), "");
}

static void test_root_is_the_nearest_folder_with_rubrics_or_templates(void **state)
{
    (void)state;
    write_text(arena, folder, "outer/rubrics/r.xml", "");
    const char *inner = write_text(arena, folder, "outer/x/inner/a/b/notice.xml", "");
    const char *alone = write_text(arena, folder, "alone/notice.xml", "");
    assert_string_equal(path_root(arena, inner), in_folder("outer"));
    write_text(arena, folder, "outer/x/inner/templates/t.md", "");
    assert_string_equal(path_root(arena, inner), in_folder("outer/x/inner"));
    assert_string_equal(path_root(arena, alone), in_folder("alone"));
    write_text(arena, folder, "alone/rubrics", "a file, no folder");
    assert_string_equal(path_root(arena, alone), in_folder("alone"));
    assert_string_equal(path_root(arena, in_folder("gone/notice.xml")), in_folder("gone"));
    assert_null(path_root(arena, arena_printf(arena, "%s/%0300d/notice.xml", folder, 1)));
}

static void test_root_of_a_relative_path_is_relative(void **state)
{
    (void)state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    write_text(arena, folder, "rubrics/r.xml", "");
    write_text(arena, folder, "a/b/notice.xml", "");
    assert_int_equal(chdir(folder), 0);
    assert_string_equal(path_root(arena, "a/b/notice.xml"), ".");
    assert_int_equal(chdir("a/b"), 0);
    assert_string_equal(path_root(arena, "notice.xml"), "../..");
    assert_string_equal(path_root(arena, "../b/notice.xml"), "../..");
    assert_int_equal(chdir(before), 0);
}

/* The parents of a linked folder are those of the folder that the link leads to. */
static void test_root_behind_a_link(void **state)
{
    (void)state;
    write_text(arena, folder, "project/rubrics/r.xml", "");
    write_text(arena, folder, "project/2022/notice.xml", "");
    assert_int_equal(symlink("project/2022", in_folder("link")), 0);
    const char *root = path_root(arena, in_folder("link/notice.xml"));
    assert_true(path_is_under(arena, in_folder("project/rubrics/r.xml"), root));
    assert_false(path_is_under(arena, in_folder("other.xml"), root));
}

static void test_same(void **state)
{
    (void)state;
    const char *file = write_text(arena, folder, "same/a.docx", "");
    write_text(arena, folder, "same/b.docx", "");
    assert_int_equal(symlink("a.docx", in_folder("same/link.docx")), 0);
    assert_true(path_same(arena, in_folder("same/../same/./a.docx"), file));
    assert_true(path_same(arena, in_folder("same/link.docx"), file));
    assert_false(path_same(arena, in_folder("same/b.docx"), file));
    assert_false(path_same(arena, in_folder("same/gone.docx"), file));
    assert_false(path_same(arena, in_folder("gone.docx"), in_folder("gone.docx")));
}

static void test_is_under(void **state)
{
    (void)state;
    write_text(arena, folder, "root/in/a.md", "");
    write_text(arena, folder, "root2/a.md", "");
    write_text(arena, folder, "out/b.md", "");
    assert_int_equal(symlink("../../out", in_folder("root/in/link")), 0);
    assert_int_equal(symlink("in/a.md", in_folder("root/inside.md")), 0);
    assert_int_equal(symlink("../out/b.md", in_folder("root/outside.md")), 0);
    assert_int_equal(symlink("root", in_folder("alias")), 0);
    static const struct {
        const char *path;
        bool under;
    } cases[] = {
        {"root/in/a.md", true},
        {"root", true},
        {"root/in/../in/a.md", true},
        {"root/../out/b.md", false},
        {"root2/a.md", false},
        {"root/in/link/b.md", false},
        {"root/in/link/new.md", false},
        {"root/inside.md", true},
        {"root/outside.md", false},
        {"alias/in/a.md", true},
        {"root/not/yet/there.md", true},
        {"root2/not/yet.md", false},
        {"..", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (path_is_under(arena, in_folder(cases[i].path), in_folder("root")) != cases[i].under)
            fail_msg("%s", cases[i].path);
        assert_int_equal(path_is_under(arena, in_folder(cases[i].path), in_folder("alias")),
                         cases[i].under);
    }
    assert_true(path_is_under(arena, in_folder("out/b.md"), "/"));
}

static void test_within(void **state)
{
    (void)state;
    write_text(arena, folder, "root/in/a.md", "");
    assert_int_equal(symlink("in/a.md", in_folder("root/file.md")), 0);
    assert_int_equal(symlink("root", in_folder("alias")), 0);
    static const struct {
        const char *path, *way;
    } cases[] = {
        {"root/in/a.md", "in/a.md"},  {"root/./in/../in/a.md", "in/a.md"},
        {"alias/in/a.md", "in/a.md"}, {"root/file.md", "file.md"},
        {"root2/a.md", NULL},         {"rootless.md", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *way = path_within(arena, in_folder(cases[i].path), in_folder("root"));
        if (!text_equal(way, cases[i].way))
            fail_msg("%s: %s", cases[i].path, way);
    }
    assert_string_equal(path_within(arena, "/usr/x.md", "/"), "usr/x.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_clean, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_join_folder_base, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_root_is_the_nearest_folder_with_rubrics_or_templates,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_root_of_a_relative_path_is_relative, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_root_behind_a_link, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_is_under, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_within, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
