/* Points: how they are printed, and which of the rules look where. */
#include "check/points.h"

#include <string.h>

#include "base/text.h"
#include "check/families.h"

static const char printed_points[] =
    "[（(]\\s*(?:满分|共|计)?\\s*([0-9]{1,5}(?:\\.[0-9]{1,2})?)\\s*分\\s*[）)]";

bool mark_find(const struct subject *subject, const char *text, size_t from, struct mark *mark)
{
    struct match match;
    if (!strstr(text + from, "分") ||
        !pattern_find(subject->patterns, printed_points, text, from, &match))
        return false;
    mark->start = match.start[0];
    mark->end = match.end[0];
    return points_read(match_text(subject->arena, text, &match, 1), &mark->value);
}

int mark_count(const struct subject *subject, const char *text, struct mark *mark)
{
    int count = 0;
    struct mark next = {0};
    while (mark_find(subject, text, next.end, &next)) {
        *mark = next;
        count++;
    }
    return count;
}

bool mark_is_outside(const char *text)
{
    static const char *const words[] = {"扣", "否决", "一律", "加分", "减分", "附加分", NULL};
    return text_has_any(text, words);
}

bool is_of_rubric(const struct subject *subject, const struct passage *passage)
{
    if (!subject->what->rubric)
        return false;
    for (const struct run *run = passage->block->paragraph.first; run; run = run->next)
        if (run->origin.path && text_starts(run->origin.path, "/notice/rubric"))
            return true;
    return false;
}

void check_points(struct subject *subject)
{
    if (subject->what->rubric)
        check_rubric_points(subject);
    else
        check_table_points(subject);
    check_printed_points(subject);
    check_annex_points(subject);
}
