/* One sheet of a workbook: its cells and how they are merged. */
#ifndef SHEET_WORKSHEET_H
#define SHEET_WORKSHEET_H

#include "doc/grid.h"
#include "opc/input.h"
#include "sheet/strings.h"

/* What the cells of all sheets refer to. */
struct workbook {
    struct strings strings;
    const unsigned *formats; /* what each shows, as in sheet/formats.h */
    size_t format_count;
    bool from_1904; /* days are counted from */
};

/* Puts the cells of the sheet in a part into a grid, unsettled, whose name and place are set. The
 * grid ends where the last row and the last column with a text begin; merged cells end there too.
 * What a cell says wrong, a formula without value among it, is reported. */
void worksheet_read(struct findings *findings, const struct workbook *book, struct opc_input *input,
                    const char *part, struct grid *grid);

#endif
