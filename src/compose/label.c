/* The numbers of headings and lists. */
#include "compose/label.h"

#include "tag/functions.h"

/* 7.3.3: the first level takes 一、, the second （一）, the third 1., the fourth （1）. */
static const char *print(struct arena *arena, int level, long number)
{
    switch (level) {
    case 1:
        return arena_printf(arena, "%s、", numeral(arena, number));
    case 2:
        return arena_printf(arena, "（%s）", numeral(arena, number));
    case 3:
        return arena_printf(arena, "%ld.", number);
    default:
        return arena_printf(arena, "（%ld）", number);
    }
}

const char *label_heading(struct arena *arena, struct labels *labels, int level)
{
    label_close_lists(labels);
    for (int deeper = level + 1; deeper <= LABEL_LEVELS; deeper++)
        if (!labels->continues[deeper])
            labels->heading[deeper] = 0;
    return print(arena, level, ++labels->heading[level]);
}

/* Lists stand below all headings: their levels are the third and the fourth. */
const char *label_list(struct arena *arena, struct labels *labels, int level, int start)
{
    enum { FIRST_LIST_LEVEL = 3 };
    labels->list[level] = labels->list[level] ? labels->list[level] + 1 : start;
    if (level == 1)
        labels->list[2] = 0;
    return print(arena, FIRST_LIST_LEVEL + level - 1, labels->list[level]);
}

void label_close_lists(struct labels *labels)
{
    labels->list[1] = labels->list[2] = 0;
}
