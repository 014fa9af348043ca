/* What is wrong in many places and said once a file: at the first of them, with their number. */
#ifndef CHECK_TALLY_H
#define CHECK_TALLY_H

#include "check/subject.h"

/* Zeroed but for the subject: nothing is counted yet. Places lie on the subject's arena. */
struct tally {
    struct subject *subject;
    struct tally_place *places;
    size_t count, room;
    bool at_end; /* of the words their last character is what is wrong */
};

/* The bytes from start to end of the paragraph are wrong. */
void tally_add(struct tally *tally, const struct passage *passage, size_t start, size_t end);

/* A finding a file: {0} the words of its first place, {1} the number of places, {2} `remedy`. Data
 * that is printed several times counts once. */
void tally_report(struct tally *tally, enum rule rule, const char *remedy);

#endif
