/* Why the system refuses, in our words: its own know no Chinese where no locale is installed. */
#ifndef BASE_REASON_H
#define BASE_REASON_H

#include "base/finding.h"

/* Whether an errno says that nothing of that name is there: other ones say that the system does not
 * know. */
bool is_absence(int error);

/* Reports `rule` with `subject` as {0}, and why as {1} in English and {2} in Chinese. `error` is an
 * errno. */
void report_reason(struct findings *findings, enum rule rule, struct place place,
                   const char *subject, int error);

#endif
