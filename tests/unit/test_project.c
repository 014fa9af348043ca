/* data/project.c: where files and templates are looked for, and what was read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/project.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct project project;

static const char *in_folder(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    write_text(arena, folder, "own/templates/notice.md", "own");
    write_text(arena, folder, "own/templates/styles/gbt9704.xml", "<style/>");
    write_text(arena, folder, "own/2022/a/notice.xml", "<notice/>");
    write_text(arena, folder, "share/notice.md", "share");
    write_text(arena, folder, "share/annex.md", "share");
    write_text(arena, folder, "share/styles/wide.xml", "<style/>");
    write_text(arena, folder, "secret.md", "secret");
    project = project_of(&findings, in_folder("own/2022/a/notice.xml"), in_folder("share"));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static void test_templates_of_the_root_come_first(void **state)
{
    (void)state;
    assert_string_equal(project.root, in_folder("own"));
    assert_string_equal(project_template(&project, "notice"), in_folder("own/templates/notice.md"));
    assert_string_equal(project_template(&project, "annex"), in_folder("share/annex.md"));
    assert_null(project_template(&project, "gone"));
    assert_string_equal(project_style(&project, "gbt9704"),
                        in_folder("own/templates/styles/gbt9704.xml"));
    assert_string_equal(project_style(&project, "wide"), in_folder("share/styles/wide.xml"));
    assert_null(project_style(&project, "notice"));
    assert_string_equal(project_template_folders(&project),
                        arena_printf(arena, "%s/own/templates, %s/share", folder, folder));
}

static void test_without_a_share_folder(void **state)
{
    (void)state;
    project.share = NULL;
    assert_null(project_template(&project, "annex"));
    assert_string_equal(project_template_folders(&project), in_folder("own/templates"));
}

/* A name leads to no file outside the templates. */
static void test_names_that_lead_out(void **state)
{
    (void)state;
    const char *const names[] = {"../../secret", "styles/../../../secret", in_folder("secret"),
                                 "./../../secret", "../templates/../../secret"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_null(project_template(&project, names[i]));
    assert_string_equal(project_template(&project, "./notice"),
                        in_folder("own/templates/notice.md"));
}

static void test_paths_that_a_file_names(void **state)
{
    (void)state;
    struct place asked = {in_folder("own/2022/a/notice.xml"), 2, 0};
    assert_int_equal(symlink("../../../secret.md", in_folder("own/2022/a/link.md")), 0);
    assert_string_equal(project_path(&project, "notice.md", asked),
                        in_folder("own/2022/a/notice.md"));
    assert_string_equal(project_path(&project, "../../rubrics/r.xml", asked),
                        in_folder("own/rubrics/r.xml"));
    assert_int_equal(findings.count, 0);
    const char *const outside[] = {"../../../secret.md", "/etc/passwd", "link.md",
                                   "../../../own2/x.md"};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        findings = findings_on(arena);
        assert_null(project_path(&project, outside[i], asked));
        assert_string_equal(
            findings_text(&findings),
            arena_printf(arena, "notice.xml:2 path-outside %s|%s/own;", outside[i], folder));
    }
}

static const char *names_of(const struct dependency *dependencies)
{
    struct buffer out = buffer_on(arena);
    for (const struct dependency *d = dependencies; d; d = d->next)
        buffer_printf(&out, "%s;", path_base(d->path));
    return buffer_text(&out);
}

/* What is read for one of several documents is told apart from what all share. */
static void test_what_one_document_reads_passes(void **state)
{
    (void)state;
    struct place asked = {0};
    struct file file;
    struct arena *own = arena_new();
    struct findings told = findings_on(own);
    assert_true(project_read(&project, in_folder("own/2022/a/notice.xml"), asked, &file));
    project.findings = &told;
    project.keeps_texts = true;
    for (int time = 1; time <= 2; time++) {
        project.passing = NULL;
        assert_true(project_read(&project, in_folder("own/2022/a/notice.xml"), asked, &file));
        assert_true(project_read(&project, in_folder("share/annex.md"), asked, &file));
        assert_string_equal(names_of(project.dependencies), "notice.xml;");
        assert_string_equal(names_of(project.passing), "annex.md;");
    }
    project.findings = &findings;
    arena_free(own);
}

static void test_each_file_read_is_remembered_once(void **state)
{
    (void)state;
    struct place asked = {0};
    struct file file;
    assert_true(project_read(&project, in_folder("own/2022/a/notice.xml"), asked, &file));
    assert_string_equal(file.bytes, "<notice/>");
    assert_true(project_read(&project, in_folder("share/annex.md"), asked, &file));
    assert_true(project_read(&project, in_folder("own/2022/a/notice.xml"), asked, &file));
    assert_false(project_read(&project, in_folder("gone.md"), asked, &file));
    project_style(&project, "gbt9704");
    project_style(&project, "gone");
    assert_string_equal(names_of(project.dependencies), "notice.xml;annex.md;gbt9704.xml;");
    assert_string_equal(findings_rules(&findings), " file-missing;");
}

/* As it was read first; of many files the first few. */
static void test_texts_that_are_kept(void **state)
{
    (void)state;
    enum { FILES = 12 };
    struct file file;
    project.keeps_texts = true;
    for (int times = 0; times < 2; times++) {
        size_t kept = 0;
        for (int i = 0; i < FILES; i++) {
            const char *name = arena_printf(arena, "own/%d.md", i);
            write_text(arena, folder, name, times ? "new" : "old");
            assert_true(project_read(&project, in_folder(name), (struct place){0}, &file));
            assert_string_equal(file.path, in_folder(name));
            assert_int_equal(file.length, 3);
            kept += strcmp(file.bytes, "old") == 0;
        }
        assert_int_equal(kept, times ? 8 : FILES);
    }
    size_t dependencies = 0;
    for (const struct dependency *d = project.dependencies; d; d = d->next)
        dependencies++;
    assert_int_equal(dependencies, FILES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_texts_that_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_templates_of_the_root_come_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_a_share_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names_that_lead_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paths_that_a_file_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_one_document_reads_passes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each_file_read_is_remembered_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
