/* Rows that head those below them. */
#ifndef INTAKE_HEADING_H
#define INTAKE_HEADING_H

#include "intake/columns.h"

struct heading {
    const struct grid_cell *cell; /* with its words */
    const char *marks;            /* as they stand; NULL: none */
    const char *serial;           /* "" if there is none */
    int level;                    /* by its number, 1 一、 or 2 （一）; 3 by its words */
};

/* A row with words in the column of the text or of a group, nothing beside them but a serial number
 * and points, that begins as 一、质量安全 or 减分项. Of rows that follow each other and all look
 * so, none is a heading. */
bool heading_read(const struct reading *reading, const struct columns *columns, size_t row,
                  struct heading *heading);

#endif
