/* The departments in the cells of a scheme. */
#ifndef INTAKE_DEPARTMENTS_H
#define INTAKE_DEPARTMENTS_H

#include "intake/reading.h"

struct scheme_department {
    struct scheme_department *next;
    const char *id;
    const char *name;
    bool collective; /* 各相关部门 */
};

/* In the order in which they first appear. */
struct scheme_departments {
    struct scheme_department *first, **end;
    size_t count;
};

struct department_use {
    struct department_use *next;
    const struct scheme_department *department;
    const char *as; /* the words of the cell, where they are not its name; NULL */
};

/* Adds the departments of a cell to a list, each once, and those not met before to `all`. Partners
 * (配合部门) are marked as such in their words. Returns what is no department, lines below each
 * other; NULL if all are. */
const char *departments_split(const struct reading *reading, struct scheme_departments *all,
                              const char *cell, bool partners, struct department_use **list);

/* Cuts off those that a text names at its end, as （责任单位：公安局）, and returns their words;
 * NULL if it names none. */
const char *departments_cut(const struct reading *reading, const char **text);

#endif
