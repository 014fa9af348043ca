/* A template, run over a notice with a rubric, and printed in all formats. */
#include <string.h>

#include "base/text.h"
#include "compose/compose.h"
#include "docx/docx.h"
#include "docx/read.h"
#include "flow/looks.h"
#include "markdown/write.h"
#include "noticed.h"

static const struct style *style;
static struct common_parts *common;

void fuzz_begin(struct arena *arena)
{
    common = common_parts_new(arena);
    style = looks_load(notice_begin(arena), "gbt9704", (struct place){0});
    if (!style)
        fuzz_fail("the style cannot be read");
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
    if (!docx_write(fuzz->arena, document, style, (struct docx_options){.common = common},
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
