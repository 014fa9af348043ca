/* Places to fill in, as they were met in a body, and the fields that they are. Within the room. */
#ifndef DOCX_SLOT_H
#define DOCX_SLOT_H

#include "docx/read.h"

/* A content control or a bookmark of a form field. Starts and ends are counted as they are met, so
 * that it is known what stands in what, also where there is no text. */
struct slot {
    bool is_control;
    bool is_joined;          /* another slot stands for it */
    const char *tag;         /* of a control; NULL: none */
    const char *bookmark;    /* its name; NULL: none */
    const char *id;          /* w:id of a bookmark, which its end repeats */
    size_t opened, closed;   /* the counts */
    size_t from, to;         /* bytes of the text */
    size_t paragraphs;       /* begun up to its end */
    const struct slot *also; /* where the text is, if not here */
    struct origin origin;
};

/* The end of a bookmark, of any kind. */
struct slot_end {
    const char *id;
    size_t closed, to, paragraphs;
};

struct slot_paragraph {
    const struct xml_node *parent;
    const char *style;
    size_t to;    /* its end in the text */
    size_t reach; /* that of the last below that goes on as it does, without a field */
    bool has_slots;
};

/* What a body holds, in its order. */
struct slots {
    struct arena *arena;
    struct buffer text; /* what is filled in and what is printed */
    struct slot *slots;
    size_t count, room;
    struct slot_end *ends;
    size_t end_count, end_room;
    struct slot_paragraph *paragraphs;
    size_t paragraph_count, paragraph_room;
    size_t met; /* starts and ends */
};

/* Finds out what belongs together, and gives the fields. Reports, and gives none, if they hold more
 * than LIMIT_FIELD_BYTES. */
struct read_field *slots_settle(struct findings *findings, struct slots *slots, struct place place,
                                size_t *count);

#endif
