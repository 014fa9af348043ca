/* From templates and data to document trees. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "data/kind.h"
#include "data/project.h"
#include "doc/doc.h"
#include "doc/list_file.h"

struct composer;

/* Templates will run over `document`, which is of that kind. The caller frees the composer before
 * the document; what it composed lives on the project's arena. `title_line` is how many characters
 * one line of a title holds. */
struct composer *composer_new(struct project *project, struct xml_document *document,
                              const struct data_kind *kind, long title_line);
void composer_free(struct composer *composer);
/* What is composed from now on is told to other findings and lives on their arena, which may be
 * given back when they are left; templates stay. */
void composer_use(struct composer *composer, struct findings *findings, long title_line);
/* Whether what is composed tells which data it prints (struct origin), as it does unless it is told
 * otherwise: for those who check it or print the tree. */
void composer_trace(struct composer *composer, bool is_traced);
/* What comes out the same in document after document is composed once from now on, and lives as
 * long as templates do. `steady` is a subtree that is the same for all; NULL: there is none. */
void composer_keep(struct composer *composer, struct xml_node *steady);
/* Names of elements that the document has beside those of its kind. Before anything is composed;
 * they live as long as the composer. */
void composer_know(struct composer *composer, struct names elements);

/* The names that it knows; they live as long as it. */
const struct vocabulary *composer_vocabulary(const struct composer *composer);

/* The list in the file that the attribute rows of an element names; NULL and reported if it cannot
 * be read. */
typedef const struct list_file *list_finder(void *context, const struct xml_node *node);
/* Tables that take their rows from files ask for them here. What is composed from such files is
 * made while it is written: until then the composer is not freed. */
void composer_lend(struct composer *composer, list_finder *find, void *context);

/* Runs the template `name` with `node` as context and gives its section, named `section`.
 * Everything wrong is reported; `asked` is where the template is named. NULL if there is no such
 * template. */
struct section *compose(struct composer *composer, const char *name, struct xml_node *node,
                        const char *section, struct place asked);

/* The blocks of a <prose>: its tags are worked out, with the element that it belongs to as context.
 */
struct section *compose_prose(struct composer *composer, struct xml_node *prose);

/* What the English name of a block of Markdown that cannot stand in a document is in Chinese. */
const char *compose_in_chinese(const char *what);

/* What is composed from now on is another document: ids of form fields may be given again. */
void compose_next_document(struct composer *composer);

/* Title, issuer, number, … as the kind has them, for document properties and front matter. */
struct property *compose_properties(struct composer *composer);

#endif
