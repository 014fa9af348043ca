/* A Word file as every reader of the program sees it: checked with comments written into it, its
 * tables, as a form that came back, as a source of styles and of a letterhead. */
#include <stdlib.h>

#include "data/load.h"
#include "data/schemas.h"
#include "docx/docx.h"
#include "docx/reference.h"
#include "flow/check.h"
#include "flow/looks.h"
#include "intake/form.h"
#include "parcel.h"

static struct xml_document *rubric;
static struct form_plan *plan;
static const struct style *style;

static void end(void)
{
    xml_document_free(rubric);
}

void fuzz_begin(struct arena *arena)
{
    static const char path[] = "rubrics/yuncheng-2022.xml";
    static struct findings findings;
    findings = findings_on(arena);
    struct project project = project_of(&findings, path, SHARE);
    rubric = data_load(&project, path, (struct place){0}, &rubric_schema);
    style = looks_load(&project, "gbt9704", (struct place){0});
    if (!rubric || !style)
        fuzz_fail("the rubric cannot be read");
    plan = form_plan_new(arena, rubric_read(&findings, xml_root(rubric)));
    atexit(end);
}

/* What is taken over is written again. */
static void refer(struct fuzz *fuzz, const struct file *file)
{
    struct package package;
    struct document document = {.lang = "zh-CN"};
    struct appearance looks = reference_apply(&fuzz->findings, style, file);
    if (!looks.letterhead)
        return;
    document_add_section(fuzz->arena, &document, "notice");
    struct docx_options options = {.draft = "送审稿", .letterhead = looks.letterhead};
    if (!docx_write(fuzz->arena, &document, looks.style, options, &package))
        fuzz_fail(package.error);
}

void fuzz_run(struct fuzz *fuzz)
{
    struct findings found = findings_on(fuzz->arena);
    struct file file = parcel_pack(fuzz);
    file.path = fuzz_write(fuzz, "a.docx", file.bytes, file.length);
    struct check_job job = {
        .file = file.path,
        .share = SHARE,
        .annotate = path_join(fuzz->arena, fuzz->folder, "annotated.docx"),
    };
    flow_check(&fuzz->findings, &job, &found);
    findings_hand_on(&found, &fuzz->findings);
    form_read(&fuzz->findings, &file, plan, fuzz->arena);
    refer(fuzz, &file);
    fuzz_import(fuzz, file.path);
}
