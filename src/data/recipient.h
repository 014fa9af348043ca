/* The departments that a notice's rubric is handed out to, each its part. */
#ifndef DATA_RECIPIENT_H
#define DATA_RECIPIENT_H

#include "data/notice.h"

struct recipient {
    struct recipient *next;
    const char *id;             /* fit for the name of a folder; of no two it is the same */
    const char *name;           /* as the notice has it, else as the rubric has it */
    const char *rubric;         /* id of the scheme */
    struct department_ref *own; /* the rubric's departments that it stands for */
    const struct department *department;
};

/* A department of the notice that maps to the rubric's is a recipient, and so is each department of
 * the rubric that none maps to; groups (各相关部门、单位) are none, and what they bear goes to all.
 * One without indicators is left out, with a note. NULL and reported if there is none, or if an id
 * cannot name a folder or stands twice. */
struct recipient *recipients_list(struct findings *findings, const struct notice *notice);

/* Adds a <recipient> with what concerns it to the root of the joined document; docs/data.md tells
 * what is in it. The caller removes it again: what looks at the notice does not know it. */
struct xml_node *recipient_join(struct arena *arena, const struct notice *notice,
                                const struct recipient *recipient);

/* The ids of the departments that it stands for, with blanks between. */
const char *recipient_departments(struct arena *arena, const struct recipient *recipient);

#endif
