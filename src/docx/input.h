/* A Word file that is read. What would act by itself, or reach out of the file, is refused. */
#ifndef DOCX_INPUT_H
#define DOCX_INPUT_H

#include "xml/tree.h"
#include "zip/archive.h"

struct docx_input;

/* Opens a file read by file_read, which is borrowed until docx_input_free. Reports and gives NULL
 * if it is no package, or holds macros, embedded objects, imported documents, or relationships that
 * lead out of it other than hyperlinks to the web and to mail. */
struct docx_input *docx_input_open(struct findings *findings, const struct file *file);
void docx_input_free(struct docx_input *input);

/* A part as XML, for the caller to free; NULL and reported if it is not there or is no XML. */
struct xml_document *docx_input_part(struct docx_input *input, const char *name);

/* The main document, and the name of its part; NULL and reported if there is none. */
struct xml_document *docx_input_document(struct docx_input *input, const char **name);

/* The name of the part that `owner`, or the package if that is NULL, refers to by a relationship of
 * that type (the last step of its URI); NULL if there is none. */
const char *docx_input_target(struct docx_input *input, const char *owner, const char *type);

/* Where `owner`, or the package if that is NULL, keeps its relationships, if it has any. */
const char *docx_input_relationships(struct docx_input *input, const char *owner);

/* The package itself, lent until docx_input_free. */
struct archive *docx_input_archive(struct docx_input *input);

/* A part that another one refers to by the id of a relationship. */
struct docx_relation {
    const char *id;
    const char *target; /* name of the part */
};
/* All relationships of a part, sorted by id; *count is set. */
const struct docx_relation *docx_input_relations(struct docx_input *input, const char *owner,
                                                 size_t *count);

#endif
