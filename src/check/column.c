/* Columns of tables, by the words in their header. */
#include "check/column.h"

#include "base/text.h"

bool speaks_of_units(const char *text)
{
    static const char *const words[] = {"单位", "部门", "單位", "部門", NULL};
    return text_has_any(text, words);
}

const struct passage *column_of_departments(const struct subject *subject,
                                            const struct passage *previous)
{
    const struct passage *p = previous ? previous->next : subject->passages;
    for (; p; p = p->next)
        if (p->cell && speaks_of_units(p->text) && matches(subject, "^" DUTY UNIT "$", p->text))
            return p;
    return NULL;
}

/* Tables in cells stand between the paragraphs of the table around them. */
const struct passage *column_next(const struct passage *header, const struct passage *previous)
{
    for (const struct passage *p = previous->next; p && p->table; p = p->next)
        if (p->table == header->table && p->row != header->row &&
            p->cell->column == header->cell->column)
            return p;
    return NULL;
}
