/* An Office Open XML file that is read, of Word or of a spreadsheet. What would act by itself, or
 * reach out of the file, is refused. */
#ifndef OPC_INPUT_H
#define OPC_INPUT_H

#include "xml/tree.h"
#include "zip/archive.h"

struct opc_input;

/* Opens a file read by file_read, which is borrowed until opc_input_free. Reports and gives NULL
 * if it is no package, or holds macros, embedded objects, imported documents, or relationships that
 * lead out of it other than hyperlinks to the web and to mail. */
struct opc_input *opc_input_open(struct findings *findings, const struct file *file);
void opc_input_free(struct opc_input *input);

/* A part as XML, for the caller to free; NULL and reported if it is not there or is no XML. */
struct xml_document *opc_input_part(struct opc_input *input, const char *name);

/* The same as the text that it is, which xml_parse accepts; the bytes are the arena's. False and
 * reported likewise. */
bool opc_input_text(struct opc_input *input, const char *name, struct file *part);

/* The same for a large part, element by element; false and reported likewise. */
bool opc_input_visit(struct opc_input *input, const char *name, const struct xml_visitor *visitor);

/* The main part, for the caller to free, and its name; NULL and reported if there is none whose
 * root is an element of that name. `usual` is where it stands if the package does not say. */
struct xml_document *opc_input_main(struct opc_input *input, const char *usual, const char *root,
                                    const char **name);

/* The name of the part that `owner`, or the package if that is NULL, refers to by a relationship of
 * that type (the last step of its URI); NULL if there is none. */
const char *opc_input_target(struct opc_input *input, const char *owner, const char *type);

/* Where `owner`, or the package if that is NULL, keeps its relationships, if it has any. */
const char *opc_input_relationships(struct opc_input *input, const char *owner);

/* The content type of a part; NULL if the package names none. */
const char *opc_input_type(struct opc_input *input, const char *name);

/* The package itself, lent until opc_input_free. */
struct archive *opc_input_archive(struct opc_input *input);

/* A part that another one refers to by the id of a relationship. */
struct opc_relation {
    const char *id;
    const char *target; /* name of the part; of a hyperlink as it is written */
    const char *type;   /* the last step of its URI */
    const char *uri;
    bool is_link, is_external; /* a link leads to no part, also where it stays in the file */
};
/* All relationships of a part, sorted by id; *count is set. */
const struct opc_relation *opc_input_relations(struct opc_input *input, const char *owner,
                                               size_t *count);
/* That with an id, of such a list; NULL if there is none, or the id is NULL. */
const struct opc_relation *opc_relation_of(const struct opc_relation *relations, size_t count,
                                           const char *id);

#endif
