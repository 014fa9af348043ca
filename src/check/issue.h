/* When a document was issued, as far as it says so. */
#ifndef CHECK_ISSUE_H
#define CHECK_ISSUE_H

#include "check/mention.h"
#include "check/subject.h"

struct issue {
    const struct passage *dated;  /* prints the 成文日期; NULL if none does, as the two below */
    const struct passage *record; /* prints the 印发日期 */
    const struct passage *numbered; /* prints the document's own 发文字号 */
    struct mention signed_on;       /* 成文日期; year 0 if it is not known, as below */
    struct mention printed_on;      /* 印发日期 */
    int number_year;                /* of the number */
    size_t number_start;            /* where that year stands in its paragraph, in bytes */
    struct date date;               /* 成文日期, else 印发日期 */
    int year;                       /* of that date, else of the number */
};

struct issue issue_of(const struct subject *subject);

/* The day with its year. One that is printed without is of the year of the document, or of the next
 * where its month is long past: in December 1月10日 is still to come. Year 0 if not known. */
struct date issue_day(const struct issue *issue, const struct mention *mention);

/* The next paragraph before the annexes, which may be signed and dated themselves; start with NULL;
 * NULL ends. */
const struct passage *issue_next(const struct subject *subject, const struct passage *previous);

#endif
