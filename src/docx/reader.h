/* What the readers of word/document.xml share. */
#ifndef DOCX_READER_H
#define DOCX_READER_H

#include "doc/doc.h"
#include "docx/numbering.h"
#include "docx/styling.h"

/* Where an element stands: as an element path, printed when it is needed. */
struct step {
    const struct step *above; /* NULL: the root */
    const char *name;
    int number; /* among elements of that name, from 1 */
};

/* A section of the Word file. Its properties stand at its end. */
struct part {
    struct page_style page;
    bool continues; /* on the page of the one before */
    bool page_number;
};

/* How the characters of a run look. */
struct wear {
    const char *font;
    const char *color;
    long size;
    bool bold;
    unsigned marks;
    enum role face; /* ROLE_COUNT: that of the paragraph */
};

struct worn_run {
    struct worn_run *next;
    struct run *run;
    struct wear wear;
};

struct passage;
struct flow {
    struct passage *first, *last;
};

/* A paragraph or a table as it was read, before it is known what it is. */
struct passage {
    struct passage *next;
    struct block *block;
    const struct part *part;
    bool starts_page;
    enum role role;   /* of its style; ROLE_COUNT: none of ours */
    struct look look; /* of the paragraph: its runs may look otherwise */
    long blanks;      /* 1/100 character, typed before the first word */
    struct worn_run *first, *last;
    struct flow inside; /* of a table: the paragraphs of its cells */
};

struct reader {
    struct findings *findings;
    struct arena *arena;
    const char *path; /* of the file */
    const struct style *style;
    struct styling *styling;
    struct numbering *numbering;
    struct part *part;      /* that is being read */
    bool breaks_page;       /* before the next paragraph */
    unsigned long in_codes; /* a bit for each open field, the innermost lowest: its code is read,
                               not yet its result */
    size_t paragraphs;      /* read so far */
    int depth;              /* of tables */
    bool stopped;           /* a limit was exceeded, and reported */
};

/* What is done with an element; `context` is the caller's. */
typedef void (*element_fn)(struct reader *reader, struct xml_node *node, const struct step *step,
                           void *context);
struct element {
    const char *name;
    element_fn read;
};
enum { ELEMENTS_MOST = 24 }; /* of a table */

/* Reads the children of a node that the table names, in order; the others are left out. */
void elements_read(struct reader *reader, struct xml_node *parent, const struct step *above,
                   const struct element *elements, size_t count, void *context);
struct origin origin_of(const struct reader *reader, const struct step *step);

/* The text of a <w:t>. */
const char *run_text(struct arena *arena, struct xml_node *node);
/* A <w:fldChar>: a field is its code, which says what is to be shown, and then what was shown last.
 */
void code_mark_read(struct reader *reader, struct xml_node *node);

/* Adds the paragraphs and tables of a cell. */
void blocks_read(struct reader *reader, struct xml_node *parent, const struct step *above,
                 struct flow *flow);
/* Adds a paragraph; several, where pages break in it; none if nothing can be seen of it. */
void paragraph_read(struct reader *reader, struct xml_node *node, const struct step *step,
                    struct flow *flow);
/* Adds a table; none if it has no rows. */
void table_read(struct reader *reader, struct xml_node *node, const struct step *step,
                struct flow *flow);

void flow_add(struct flow *flow, struct passage *passage);
bool is_paragraph(const struct passage *passage); /* NULL is none */
/* The text of a paragraph, without blanks at its ends. */
const char *passage_text(struct arena *arena, const struct passage *passage);
/* Gives a paragraph its role, and its face to the runs that have none of their own. */
void passage_set_role(struct passage *passage, enum role role);
/* How most of its characters look; of those in the face of its role, where it has such. */
struct wear passage_wear(const struct passage *passage);

#endif
