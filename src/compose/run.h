/* Running a compiled template. Within the room. */
#ifndef COMPOSE_RUN_H
#define COMPOSE_RUN_H

#include "compose/compose.h"
#include "compose/field_ids.h"
#include "compose/label.h"
#include "compose/template.h"
#include "xml/paths.h"

struct known_template {
    struct known_template *next;
    size_t number; /* from 0, in the order in which they were read */
    const char *name;
    struct template *template;
    bool failed; /* what is wrong with it stands in the findings of the project */
};

struct composer {
    struct arena *arena;       /* of what is composed */
    struct findings *findings; /* of it */
    struct findings *lasting;  /* of the templates: those of the project when it was made */
    struct project *project;
    struct xml_document *document;
    const struct data_kind *kind;
    struct vocabulary vocabulary;
    struct tag_engine *tags;
    struct known_template *templates; /* each compiled once */
    struct known_template *proses;    /* too, by their paths */
    struct xpath **properties;        /* compiled, in the order of the kind */
    bool is_traced;
    bool keeps;                       /* what comes out the same in document after document */
    struct xml_node *steady;          /* a subtree that is the same for them all; NULL: none */
    const struct xml_node *last_node; /* whose path was asked for last; NULL: none was */
    const char *last_path;
    struct xml_paths *paths; /* while a template runs, if it is traced; NULL in a row from a file */
    struct field_ids *field_ids; /* given out in the document */
    int depth;                   /* of templates in templates */
    size_t turns;                /* that sections and rows have taken so far */
    bool too_deep;               /* it was reported: nothing more is included */
    struct labels labels;        /* of the document that is being composed */
    struct section *section;
    long title_line;        /* characters that one line of a title holds */
    list_finder *find_list; /* NULL: no file has rows for a table */
    void *lender;
    const struct xml_node *supplied; /* the element whose file had rows for a table last */
};

/* Where what is written goes: a section, or a cell of a table; which role its paragraphs take, and
 * which data they stand for. */
struct target {
    struct section *section;
    struct cell *cell;
    enum role role;
    struct origin data; /* its path and data */
};

/* What comes from `place` and prints the node; if NULL, the data of `outer`, in which it stands, as
 * in a row from a file, whose nodes have no paths. */
struct origin origin_in(struct composer *composer, struct origin outer, struct place place,
                        const struct xml_node *node);

struct block *target_add(const struct target *target, struct block *block);

/* Writes what the pieces say, or one of them, with the scope as context. */
void run_pieces(struct composer *composer, const struct piece *pieces, struct scope scope,
                const struct target *target);
void run_piece(struct composer *composer, const struct piece *piece, struct scope scope,
               const struct target *target);
/* Adds the runs of items to a paragraph. */
void run_items(struct composer *composer, const struct item *items, struct scope scope,
               struct block *paragraph, enum role face);
void run_table(struct composer *composer, const struct table_plan *plan, struct scope scope,
               const struct target *target);
void run_chart(struct composer *composer, const struct chart_plan *plan, struct scope scope,
               const struct target *target);

/* What rows= or node: of a block finds; false and reported if that is no set of nodes. */
bool run_nodes(struct composer *composer, const struct xpath *xpath, const char *source,
               struct place place, struct scope scope, struct xpath_value *value);

/* What a section or the rows of a table do in turn: the scopes of their children. Beyond
 * LIMIT_TURNS there are none, and the first time it is reported. */
struct turns {
    struct scope *scope;
    size_t count;
};
struct turns node_turns(struct composer *composer, const struct xpath_value *nodes,
                        struct place place);
/* count is 0 or 1 for a condition. */
struct turns section_turns(struct composer *composer, const struct tag *tag, struct scope scope);

#endif
