/* A template, run over a notice with a rubric, and printed in all formats. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compose/compose.h"
#include "data/notice.h"
#include "docx/docx.h"
#include "docx/read.h"
#include "flow/looks.h"
#include "frame.h"
#include "markdown/write.h"

static struct notice *notice;
static const struct style *style;

static void end(void)
{
    notice_free(notice);
}

void fuzz_begin(struct arena *arena)
{
    static const char path[] = "fixtures/yongji-2022/notice.xml";
    static struct findings findings;
    static struct project project;
    findings = findings_on(arena);
    project = project_of(&findings, path, SHARE);
    notice = notice_read(&project, path);
    style = looks_load(&project, "gbt9704", (struct place){0});
    if (!notice || !style)
        fuzz_fail("the notice cannot be read");
    atexit(end);
}

/* What was written can be read. */
static void write(struct fuzz *fuzz, const struct document *document)
{
    struct package package;
    struct docx_read read;
    const char *markdown = markdown_write(fuzz->arena, document);
    size_t length = strlen(markdown);
    if (text_first_invalid(markdown, length) != length)
        fuzz_fail("the Markdown is no text");
    if (!docx_write(fuzz->arena, document, style, (struct docx_options){.store = fuzz->store},
                    &package))
        fuzz_fail(package.error);
    struct file file = {"out.docx", package.bytes, package.length};
    struct findings findings = findings_on(fuzz->arena);
    if (!docx_read(&findings, &file, style, &read))
        fuzz_fail(finding_print(fuzz->arena, findings.first, (struct printing){0}));
}

void fuzz_run(struct fuzz *fuzz)
{
    struct document document = {.lang = notice->lang};
    const char *path = fuzz_write(fuzz, "templates/own.md", fuzz->input.bytes, fuzz->input.length);
    struct project project = project_of(&fuzz->findings, path, SHARE);
    project.root = fuzz->folder;
    struct composer *composer =
        composer_new(&project, notice->joined, &notice_kind, style_title_line(style));
    document.first = document.last =
        compose(composer, "own", xml_root(notice->joined), "notice", (struct place){0});
    document.properties = compose_properties(composer);
    composer_free(composer);
    if (!fuzz->findings.errors)
        write(fuzz, &document);
}
