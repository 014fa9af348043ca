/* What the text says of annexes: 见附件1. */
#ifndef CHECK_CITED_H
#define CHECK_CITED_H

#include "check/annexed.h"

/* Annexes that are cited but not there, and those that are there but never cited. */
void check_citations(struct subject *subject, const struct annexed *annexed);

#endif
