/* The indicators that one row of a scheme tells, each with its points. */
#ifndef INTAKE_TEXTS_H
#define INTAKE_TEXTS_H

#include "intake/rows.h"
#include "intake/worth.h"

struct texts {
    struct wording item[WORDINGS_MOST];
    size_t count;       /* at least 1 */
    const char *unread; /* a cell with points that are none; NULL */
};

/* Reads the cell with the text, beside the row's cell with points if it has one. */
void texts_read(const struct reading *reading, const struct scheme_row *row, const char *text,
                struct texts *texts);

/* Reports what is wrong in a row, naming its table and itself first. */
#define REPORT_ROW(reading, row_, rule, ...)                                                       \
    REPORT((reading)->unplaced, rule, (row_)->place,                                               \
           arena_printf((reading)->arena, "%zu", (row_)->columns->grid->number),                   \
           arena_printf((reading)->arena, "%zu", (row_)->row), __VA_ARGS__)

#endif
