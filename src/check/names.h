/* Names of departments, where the document prints them as names: in the addressee, in columns of
 * departments, after labels such as 责任单位：. */
#ifndef CHECK_NAMES_H
#define CHECK_NAMES_H

#include "check/subject.h"

/* A name where it stands first. */
struct printed_name {
    struct printed_name *next;
    const char *text;
    const struct passage *passage;
    size_t start, end; /* bytes of its text */
};

/* Names in reading order, each once; the first few hundred. */
struct names_printed {
    struct printed_name *first, *last;
    size_t count;
};

struct names_printed names_addressed(struct subject *subject);
struct names_printed names_in_columns(struct subject *subject);
struct names_printed names_everywhere(struct subject *subject);

#endif
