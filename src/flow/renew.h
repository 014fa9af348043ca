/* The job of `gongwen new --from`: this year's notice from last year's. */
#ifndef FLOW_RENEW_H
#define FLOW_RENEW_H

#include "base/file.h"
#include "flow/years.h"

struct renewal {
    const char *notice; /* last year's, in the folder of its sources; or ARCHIVE:N, what is filed
                           in an archive under that number */
    const char *share;  /* the installed templates/ folder; NULL: none */
    const char *folder; /* for this year's; it has none of the files yet */
};

struct renewed {
    const char *notice;            /* path of the new one */
    int year;                      /* of the new one: that of the old and one */
    const struct year_note *notes; /* every year that was raised or that could have been */
};

/* Copies the notice, its prose, its rubric and its own templates and styles, each to its place
 * below the folder: all of them or none. In notice and prose the years are raised by one; what
 * data/open.h lists is emptied. Templates that the program has too are left to it. False if
 * something was reported; the notes live on the findings' arena. */
bool flow_renew(struct findings *findings, const struct renewal *asked, struct renewed *renewed);

#endif
