/* The numbers of headings and lists. */
#include "compose/label.h"

#include <string.h>

#include "base/ordinal.h"

const char *label_heading(struct arena *arena, struct labels *labels, int level)
{
    label_close_lists(labels);
    for (int deeper = level + 1; deeper <= LABEL_LEVELS; deeper++)
        if (!labels->continues[deeper])
            labels->heading[deeper] = 0;
    return ordinal_print(arena, level, ++labels->heading[level]);
}

/* Lists stand below all headings: their levels are the third and the fourth. */
const char *label_list(struct arena *arena, struct labels *labels, int level, int start)
{
    enum { FIRST_LIST_LEVEL = 3 };
    labels->list[level] = labels->list[level] ? labels->list[level] + 1 : start;
    if (level == 1)
        labels->list[2] = 0;
    return ordinal_print(arena, FIRST_LIST_LEVEL + level - 1, labels->list[level]);
}

void label_close_lists(struct labels *labels)
{
    labels->list[1] = labels->list[2] = 0;
}

bool labels_equal(const struct labels *a, const struct labels *b)
{
    return memcmp(a->heading, b->heading, sizeof a->heading) == 0 &&
           memcmp(a->continues, b->continues, sizeof a->continues) == 0 &&
           memcmp(a->list, b->list, sizeof a->list) == 0;
}
