/* Ids that stand in a list more than once, to file systems that do not tell A from a. Of each id a
 * hash of eight bytes is kept, so that the list itself need not be; where hashes meet the list is
 * read once more. Within the room. */
#ifndef FLOW_TWINS_H
#define FLOW_TWINS_H

#include <stdint.h>

#include "base/finding.h"

struct suspect {
    const char *id;
    size_t row;
    struct place place;
};

struct twins {
    struct arena *arena; /* of suspects and rows */
    uint64_t *hash;      /* of malloc; sorted, once they are all there */
    size_t count, room;
    struct suspect *suspect; /* their hashes stand more than once */
    size_t suspects, suspect_room;
    size_t *row; /* of ids that stood before, rising */
    size_t rows;
};

struct twins twins_on(struct arena *arena);
void twins_free(struct twins *twins);

/* First of all ids: each is noted. */
void twins_note(struct twins *twins, const char *id);
/* Then, if that gives true, each is looked at again, with the row that it stands in. */
bool twins_suspected(struct twins *twins);
void twins_look(struct twins *twins, const char *id, size_t row, struct place place);
/* Then all are known: calls for each that stood before, with the first of them. */
void twins_settle(struct twins *twins,
                  void (*call)(void *context, const struct suspect *twin,
                               const struct suspect *first),
                  void *context);

/* Whether the id of a row stood before. */
bool twins_has(const struct twins *twins, size_t row);

#endif
