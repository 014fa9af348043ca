/* Every day that a document names, and the rules about days. */
#ifndef CHECK_DATES_H
#define CHECK_DATES_H

#include "check/issue.h"

/* What a time is for: nothing to come, nothing that must be done by then, work, a paper to hand in.
 */
enum due { DUE_NOTHING, DUE_EVENT, DUE_WORK, DUE_PAPER };

struct day {
    struct day *next;
    const struct passage *passage;
    struct mention mention;
    struct date date;        /* as far as it is known with its year, else 0; perhaps no real day */
    const struct day *first; /* of the range that this day ends; NULL if it ends none */
    enum due due;
};

struct dates {
    struct issue issue;
    const struct day *first; /* in reading order */
};

bool day_is_known(const struct day *day); /* a day of the calendar, with its year */
/* The word that names a day, and the range that ends with it. */
struct spot day_spot(const struct subject *subject, const struct day *day);
struct spot range_spot(const struct subject *subject, const struct day *last);
char *day_text(const struct subject *subject, const struct day *day); /* 2022年9月26日 */

/* The words before and after a byte of the text, as far as they may say something about it. */
char *words_before(const struct subject *subject, const char *text, size_t at);
char *words_after(const struct subject *subject, const char *text, size_t at);

/* What the words around the bytes from start to end, which name a time, want until then. What tells
 * of the past, or of points to be won, wants nothing. */
enum due due_at(const struct subject *subject, const struct passage *passage, size_t start,
                size_t end);

/* The rules, a file each. */
void check_deadlines(struct subject *subject, const struct dates *dates);
void check_phases(struct subject *subject, const struct dates *dates);
void check_issuing(struct subject *subject, const struct dates *dates);

#endif
