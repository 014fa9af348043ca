/* What tells a later run that a record is done: a file beside its documents, put in place behind
 * them, which says what they were made from. Within the room. */
#ifndef FLOW_STAMP_H
#define FLOW_STAMP_H

#include "data/project.h"

#define STAMP_NAME ".gongwen-stamp"

/* Digests of files; those that were asked for first are worked out once. */
struct stamps;
struct stamps *stamps_new(struct arena *arena);

/* Adds the stamp of the documents that are in the outputs, all in `folder`, as their seal: what
 * they are, `key`, which stands for all that is no file, and the files that the project says were
 * read for them. False and reported if one of these cannot be read. */
bool stamp_add(struct stamps *stamps, struct findings *findings, struct outputs *outputs,
               const char *folder, const char *key, const struct project *project);

/* Whether the folder has a stamp with that key, whose documents are there and whose files are what
 * they were, and would be read again: a template of the program's is not where the project has one
 * of that name. */
bool stamp_holds(struct stamps *stamps, const struct project *project, struct arena *arena,
                 const char *folder, const char *key);

#endif
