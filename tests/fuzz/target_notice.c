/* A notice over the prose and the rubric of the bad inputs: checked, and printed in all formats. */
#include "flow/check.h"
#include "flow/render.h"
#include "frame.h"

static struct file prose, rubric;

static void read(struct findings *findings, const char *path, struct file *file)
{
    if (!file_read(findings, path, (struct place){0}, file))
        fuzz_fail(path);
}

void fuzz_begin(struct arena *arena)
{
    struct findings findings = findings_on(arena);
    read(&findings, "tests/bad/base/notice.md", &prose);
    read(&findings, "tests/bad/base/rubrics/scheme.xml", &rubric);
}

void fuzz_run(struct fuzz *fuzz)
{
    struct findings found = findings_on(fuzz->arena);
    struct buffer tree = buffer_on(fuzz->arena);
    fuzz_write(fuzz, "notice.md", prose.bytes, prose.length);
    fuzz_write(fuzz, "rubrics/scheme.xml", rubric.bytes, rubric.length);
    struct render render = {
        .source = {.notice = fuzz_write(fuzz, "notice.xml", fuzz->input.bytes, fuzz->input.length),
                   .share = SHARE,
                   .each_department = true},
        .folder = path_join(fuzz->arena, fuzz->folder, "out"),
        .formats = FORMAT_DOCX | FORMAT_MARKDOWN | FORMAT_TREE,
    };
    flow_render(&fuzz->findings, &render, &found, &tree);
    findings_hand_on(&found, &fuzz->findings);
}
