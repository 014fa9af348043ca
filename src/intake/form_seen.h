/* What people see in a form: within the room, for form.c. Whatever became of the fields, the rows
 * of the scoring table and the words behind a label are still there. */
#ifndef INTAKE_FORM_SEEN_H
#define INTAKE_FORM_SEEN_H

#include "doc/doc.h"
#include "intake/form.h"

enum seen_kind {
    SEEN_ROW,  /* of the scoring table */
    SEEN_DONE, /* what stands behind 部署落实情况, up to the next label */
    SEEN_HEAD  /* what stands behind a label of the form itself, or below a heading */
};

/* Texts are without blanks at their ends. */
struct form_seen {
    struct form_seen *next;
    enum seen_kind kind;
    enum form_head head;    /* SEEN_HEAD: which */
    struct form_item *item; /* that it is of, for the caller to set; NULL: not known */
    const char *text;       /* 考核内容 that is printed in the row, or above; NULL: none */
    const char *points;     /* SEEN_ROW, as the next two; NULL: the table has no such column */
    const char *remark;
    const char *rest;   /* what stands in columns without a meaning; "" if nothing */
    const char *answer; /* 自评得分, or the words; NULL: the table has no such cell */
};

/* Where in the file it stands. */
struct form_spot {
    const char *path; /* of an element, as in the origins of fields */
    struct form_seen *seen;
};

struct form_view {
    struct arena *arena;
    struct form_seen *first, **end;
    struct form_spot *spots; /* sorted by path */
    size_t spot_count, spot_room;
    bool has_table; /* a scoring table */
};

struct form_view *form_view_new(struct arena *arena, const struct document *document);

/* What the element with the path stands in, or stands around; NULL if nothing. */
struct form_seen *form_view_at(const struct form_view *view, const char *path);

/* for those who read tables and lines */
struct form_seen *form_view_add(struct form_view *view, enum seen_kind kind, const char *path);
void form_view_add_spot(struct form_view *view, const char *path, struct form_seen *seen);

/* Adds the rows below headers with 考核内容 and 自评得分; false if there is no such header. */
bool form_table_read(struct form_view *view, const struct table *table);

/* Reads paragraph by paragraph what stands behind labels. */
struct form_lines {
    struct form_view *view;
    struct form_seen *open; /* whose words are read; NULL: none */
    struct buffer words;
    const char *text; /* 考核内容 above; NULL: none */
};
void form_lines_read(struct form_lines *lines, const char *text, const char *path);
/* What stands below the scoring table belongs to no label. */
void form_lines_pass_table(struct form_lines *lines);
void form_lines_end(struct form_lines *lines);

#endif
