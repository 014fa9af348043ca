/* A notice that is joined for one record of a list after the other, each time with other values. */
#ifndef DATA_MASTER_H
#define DATA_MASTER_H

#include "data/notice.h"

struct master {
    struct project *project;
    struct xml_document *document; /* its root is the notice as joined for a record */
    struct xml_node *plain;        /* the notice as it was read, whose values may be changed */
    struct notice notice;          /* as joined last */
    struct rubric *rubric;         /* its rubric as read first, while it is in use; NULL: none */
};

/* Reads the notice. False and reported if it cannot be read; the caller gives the master to
 * master_close either way. Until it is joined the plain notice is the root of the document. */
bool master_open(struct project *project, const char *path, struct master *master);
/* Joins it as it was read. False and reported if anything is wrong with it. */
bool master_join(struct master *master);
/* Joins it again, with the values that the plain notice has now; its rubric is not read again
 * where it is the same. If anything is wrong it is reported, to the findings that the project has
 * now, and the notice stays as joined before. */
bool master_renew(struct master *master);
/* Of the notice as joined last. */
struct xml_node *master_root(const struct master *master);
/* What stays as it is each time it is joined again; NULL: nothing surely does. */
struct xml_node *master_steady(const struct master *master);
void master_close(struct master *master);

#endif
