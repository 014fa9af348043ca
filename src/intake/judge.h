/* Whether what stands in a form is what was asked for. */
#ifndef INTAKE_JUDGE_H
#define INTAKE_JUDGE_H

#include "intake/collection.h"

/* Sets what the answer counts for, and tells what is wrong with it. */
void judge_answer(struct problems *problems, const struct indicator *indicator,
                  struct answer *answer);
/* Sets what the answers count for together. */
void judge_entry(struct problems *problems, struct entry *entry);

#endif
