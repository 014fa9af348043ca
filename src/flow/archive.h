/* The jobs of `gongwen archive`: file, verify, list, hand out. */
#ifndef FLOW_ARCHIVE_H
#define FLOW_ARCHIVE_H

#include "archive/store.h"
#include "base/buffer.h"
#include "flow/assemble.h"

struct archive_add {
    const char *archive; /* its folder */
    struct source source;
    const char *const *issued;      /* the files as they went out; ends with NULL */
    const char *retention;          /* Y, D30 or D10 */
    struct metadata_pair *accepted; /* rules of check, each with the reason */
    long replaces;                  /* the bag that this one corrects; 0: none */
    const char *version;            /* of the program */
    const char *day;                /* of filing, 2022-09-26 */
};

/* Files a notice. What check finds in it goes to `found`; an error that is not accepted hinders it,
 * and then entry->number is 0. False if something was reported. */
bool flow_archive_add(struct findings *trouble, const struct archive_add *add,
                      struct findings *found, struct entry *entry);

struct archive_verify {
    const char *archive;
    const long *numbers; /* ends with 0; none: all bags, and how they follow each other */
    const char *version; /* of the program */
};

/* Adds all damage to `found`; false if the archive itself cannot be read. */
bool flow_archive_verify(struct findings *trouble, const struct archive_verify *verify,
                         struct findings *found);

enum list_format { LIST_TEXT, LIST_JSON, LIST_CSV, LIST_DOCX };

/* NULL and 0 keep all. */
struct archive_list {
    const char *archive;
    long year;
    const char *number, *issuer, *text; /* parts of the document number, the issuer, any field */
    enum list_format format;
    const char *share; /* the installed templates/ folder, for LIST_DOCX; NULL: none */
};

bool flow_archive_list(struct findings *trouble, const struct archive_list *list,
                       struct buffer *out);

/* Writes issued/, rendered/ and source/ of a bag to a folder that has none of its files. Damage
 * goes to `found`, and nothing is written; false if something else was reported. */
bool flow_archive_get(struct findings *trouble, const char *archive, long number,
                      const char *folder, struct findings *found);

#endif
