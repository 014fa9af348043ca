/* A part of a Word file that holds text - the body, a header, footnotes -, and the tags in it,
 * however Word has cut them up. Within the room. */
#ifndef FILL_STORY_H
#define FILL_STORY_H

#include "tag/tag.h"
#include "xml/outline.h"

/* What every step shares. The tags' engine reports to findings of its own: each of these is then
 * told with the spot of its tag. */
struct filler {
    struct findings *findings;
    struct findings *told; /* by the engine */
    struct arena *arena;
    struct tag_engine *tags;
    const char *path; /* of the template */
    long marks;       /* read so far */
};

/* A stretch of a passage's text, and the element that holds it: a <w:t>, or a tab or break that
 * counts as one character. */
struct chunk {
    struct chunk *next;
    const struct outline *element;
    const char *text;
    size_t from, to; /* bytes of the passage's text */
};

struct mark;

/* A section tag with its end: what is between is written once for each node, or if it is true. */
struct bracket {
    struct bracket *next; /* that begins with the same element, inside this one */
    const struct mark *open, *end;
    bool is_inline;                     /* it takes in text of one paragraph; else */
    const struct outline *first, *last; /* these elements and what is between; NULL: none */
};

/* What a tag found in the data, as often as it was worked out. */
struct sight {
    size_t count;      /* of nodes, or of texts that are no nodes' */
    const char *first; /* NULL: none */
};

/* A tag where it stands. */
struct mark {
    struct mark *next; /* in the story */
    struct tag tag;
    const struct passage *passage;
    const struct chunk *chunk; /* in which it begins */
    size_t from, to;           /* bytes of the passage's text */
    long rank;                 /* among all tags of the file */
    struct bracket *bracket;   /* of a section and its end; NULL if it was reported */
    struct sight *sight;       /* NULL: nobody asks */
    const struct mark *twin;   /* in the text box that this one's stands in for; NULL: none */
};

/* A paragraph with tags; or, where a part holds no paragraphs, an element whose text has tags. */
struct passage {
    const struct outline *element;
    const char *text;
    const struct chunk *chunks;
    const struct mark *marks; /* its first; those of other passages follow */
};

struct story {
    const char *name; /* of the part */
    const char *text;
    size_t length;
    struct outline *root;
    struct mark *marks; /* NULL: the part is copied as it is */
    bool is_broken;     /* sections and their ends do not fit: nothing in it can be worked out */
    /* for each element, by its index */
    const struct passage **passages; /* NULL: not one */
    bool *is_dynamic;                /* there is a tag in it */
    bool *is_marker;                 /* a paragraph or row that holds section tags alone */
    bool *is_unique;                 /* something in it may stand only once in a document */
    struct bracket **brackets;       /* that begin with it, outermost first */
};

/* Whether it is worth while to look for tags, or what was meant as one, in the text of a part. */
bool story_may_have_tags(const char *part);
/* Finds and reads the tags of a part. What is wrong with them is reported. */
struct story *story_read(struct filler *filler, const struct file *part, const char *name);
bool story_has_paragraphs(const struct story *story);

/* The body, cell, row or table that something belongs to: content controls stand between. */
const struct outline *past_controls(const struct outline *element);

/* Whether a <w:t> is text of its paragraph: not deleted, and in nothing that only Word reads. */
bool is_text_of_paragraph(const struct outline *text);
/* Tells of what looks like a tag where none is worked out. */
void outside_report(struct filler *filler, const struct story *story);

/* Whether the passage holds nothing but tags of these kinds (1u << TAG_…) and blanks. */
bool passage_is_made_of(const struct passage *passage, unsigned kinds);
/* The same for section tags, their ends and comments. */
bool passage_is_marker(const struct passage *passage);

/* Pairs section tags with their ends and finds out what they take in. */
void brackets_pair(struct filler *filler, struct story *story);

/* Where an element stands, for messages; `quote` are the words shown. */
struct spot element_spot(struct filler *filler, const struct story *story,
                         const struct outline *element, const char *quote);
/* Where a mark stands: in words, as a path, with the text around it. */
struct spot mark_spot(struct filler *filler, const struct story *story, const struct mark *mark);
/* "table 2, row 3, cell 1" of an element, for each language. */
const char *const *whereabouts(struct arena *arena, const struct story *story,
                               const struct outline *element);

/* Tells at the mark what the tags' engine has said since; true if that was nothing. */
bool filler_settle(struct filler *filler, const struct story *story, const struct mark *mark);
#define REPORT_MARK(filler, story, mark, rule, ...)                                                \
    filler_report((filler), (story), (mark), (rule), (const char *const[]){__VA_ARGS__, NULL})
void filler_report(struct filler *filler, const struct story *story, const struct mark *mark,
                   enum rule rule, const char *const *values);
/* That a limit was passed at the mark. */
void filler_report_limit(struct filler *filler, const struct story *story, const struct mark *mark,
                         enum rule rule, const struct limit *limit);

#endif
