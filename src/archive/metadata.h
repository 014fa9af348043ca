/* metadata.xml of a bag: what the standards ask to keep about a document, and what the program
 * needs to know about the bag. */
#ifndef ARCHIVE_METADATA_H
#define ARCHIVE_METADATA_H

#include "archive/entry.h"
#include "xml/schema.h"

#define METADATA_NAME "metadata.xml"

extern const struct schema metadata_schema;

/* GB/T 33480-2016, DA/T 46-2009, and what government sites disclose beside a document. */
enum metadata_group { GROUP_DOCUMENT, GROUP_RECORD, GROUP_PUBLICATION, GROUP_COUNT };

struct metadata_element {
    struct metadata_element *next;
    enum metadata_group group;
    const char *name;
    const char *value;
};

/* Files with their formats, rules with reasons, programs with versions. */
struct metadata_pair {
    struct metadata_pair *next;
    const char *name, *value;
};
void metadata_pair_add(struct arena *arena, struct metadata_pair **list, const char *name,
                       const char *value);
bool metadata_pairs_equal(const struct metadata_pair *a, const struct metadata_pair *b);

struct metadata {
    const char *notice; /* path of the notice in data/source */
    struct metadata_element *elements;
    struct metadata_pair *files, *accepted, *software;
};

void metadata_element_add(struct arena *arena, struct metadata *metadata, enum metadata_group group,
                          const char *name, const char *value);
/* The elements that a joined notice has; an archive code has yet to be given to it. */
struct metadata_element *metadata_elements(struct arena *arena, struct xml_document *joined);
/* The value of an element; "" if there is none. */
const char *metadata_value(const struct metadata *metadata, enum metadata_group group,
                           const char *name);
/* 2022, of the day of signing, else of printing, else of the document number; 0 if there is none.
 */
long metadata_year(const struct metadata *metadata);
/* What the register keeps: number, code, replaces and seal are those of `filed`. */
struct entry metadata_entry(const struct metadata *metadata, const struct entry *filed);

/* The bytes are the arena's. The elements that a code gives are added from the entry. */
const char *metadata_write(struct arena *arena, const struct metadata *metadata,
                           const struct entry *entry, size_t *length);
/* Reads and checks it; the entry has no seal. False and reported if anything is wrong. */
bool metadata_read(struct findings *findings, const struct file *file, struct metadata *metadata,
                   struct entry *entry);

#endif
