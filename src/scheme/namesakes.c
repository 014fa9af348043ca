/* Things of two rubrics that are called the same. */
#include "scheme/namesakes.h"

#include <stdlib.h>
#include <string.h>

static int compare_named(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void sort(struct names_list list)
{
    if (list.count)
        qsort(list.named, list.count, sizeof *list.named, compare_named);
}

void each_namesake(struct names_list old, struct names_list new,
                   void (*found)(void *context, size_t old, size_t new), void *context)
{
    sort(old);
    sort(new);
    for (size_t i = 0, j = 0; i < old.count && j < new.count;) {
        int order = strcmp(old.named[i].name, new.named[j].name);
        if (order == 0)
            found(context, old.named[i].index, new.named[j].index);
        i += order <= 0;
        j += order >= 0;
    }
}
