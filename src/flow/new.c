/* A small notice to begin with. */
#include "flow/new.h"

#include "base/text.h"

/* The files of a kind: those that are there are copied. */
static const char *const names[] = {"notice.xml", "notice.md", "issued.md", "rubrics/rubric.xml"};
static const char *const kinds[] = {"quality-month", "assessment", "issue-plan"};

static bool is_kind(struct findings *findings, const char *kind)
{
    size_t count = sizeof kinds / sizeof *kinds;
    for (size_t i = 0; i < count; i++)
        if (text_equal(kinds[i], kind))
            return true;
    struct suggestion near = suggestion_near(findings->arena, kind, kinds, count);
    REPORT(findings, RULE_KIND_UNKNOWN, ((struct place){0}), kind, near.words[LANGUAGE_ENGLISH],
           near.words[LANGUAGE_CHINESE]);
    return false;
}

static void add_copy(struct findings *findings, struct outputs *outputs, const char *from,
                     const char *to)
{
    struct file file;
    if (!file_exists(from))
        return;
    if (file_read(findings, from, (struct place){0}, &file))
        outputs_add_new(outputs, findings, to, file.bytes, file.length);
}

bool flow_new(struct findings *findings, const char *share, const char *kind, const char *folder)
{
    struct arena *arena = findings->arena;
    struct outputs outputs = outputs_on(arena);
    if (!is_kind(findings, kind))
        return false;
    const char *source = arena_printf(arena, "%s/new/%s", share ? share : "templates", kind);
    if (!file_exists(source)) {
        REPORT(findings, RULE_FILE_MISSING, ((struct place){0}), source);
        return false;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_copy(findings, &outputs, path_join(arena, source, names[i]),
                 path_join(arena, folder, names[i]));
    return !findings->errors && outputs_write(&outputs, findings);
}
