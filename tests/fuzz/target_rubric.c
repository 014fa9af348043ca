/* A rubric: checked, compared with another one, and with itself. */
#include "flow/check.h"
#include "flow/diff.h"
#include "frame.h"

void fuzz_begin(struct arena *arena)
{
    (void)arena;
}

static void compare(struct fuzz *fuzz, const char *old, const char *new, enum diff_format format)
{
    struct diff diff = {old, new, format, LANGUAGE_CHINESE, SHARE};
    struct buffer out = buffer_on(fuzz->arena);
    bool differ;
    if (flow_diff(&fuzz->findings, &diff, &differ, &out) && differ && old == new)
        fuzz_fail("a rubric differs from itself");
}

void fuzz_run(struct fuzz *fuzz)
{
    static const char other[] = "tests/check/form-incomplete/right-indicators/rubrics/rubric.xml";
    const char *path = fuzz_write(fuzz, "r.xml", fuzz->input.bytes, fuzz->input.length);
    struct findings found = findings_on(fuzz->arena);
    struct check_job job = {.file = path, .share = SHARE};
    if (!flow_check(&fuzz->findings, &job, &found))
        return;
    compare(fuzz, path, path, DIFF_TEXT);
    compare(fuzz, other, path, DIFF_JSON);
    compare(fuzz, path, other, DIFF_MARKDOWN);
    findings_hand_on(&found, &fuzz->findings);
}
