/* A notice and its documents as trees: read, compose each part once, put the parts together. */
#ifndef FLOW_ASSEMBLE_H
#define FLOW_ASSEMBLE_H

#include "compose/compose.h"
#include "data/recipient.h"
#include "docx/reference.h"
#include "zip/package.h"

/* What to read, and the looks that the user asks for. */
struct source {
    const char *notice;    /* path */
    const char *share;     /* the installed templates/ folder; NULL: none */
    const char *style;     /* NULL: the notice's own */
    const char *reference; /* a Word file whose styles and letterhead are taken over; NULL: none */
    bool on_letterhead;    /* the paper has mark and rule already */
    bool each_department;  /* compose the handouts too */
    bool without_overview;
    bool untraced; /* nobody will ask which data is printed where */
};

/* A part, composed once; every document that holds it shares its blocks. */
struct composed {
    struct composed *next;
    const struct part *part;
    const struct section *section; /* NULL: the office's own Word file */
    struct package form;           /* that was filled; without bytes if that went wrong */
};

/* A document for one department alone. */
struct handout {
    struct handout *next;
    const struct recipient *recipient;
    const char *name; /* responsibilities, evidence or self-assessment */
    const struct section *section;
};

struct assembly {
    struct findings *findings;
    struct project *project;
    struct notice *notice;
    struct appearance looks;
    struct property *properties;
    struct composed *parts;
    const struct section *record, *overview; /* NULL if the notice has none */
    struct handout *handouts;                /* NULL unless source->each_department */
    struct composer *composer;               /* makes rows from files while they are written */
};

/* Reports all that is wrong, and then gives false. The caller gives the assembly to assembly_free
 * either way; what was composed lives on the findings' arena. */
bool assemble(struct findings *findings, const struct source *source, struct assembly *assembly);
/* Its steps, for many assemblies of one notice: how a notice looks, without style and reported if
 * that is wrong; and all that is composed, where findings, project, notice and looks are there: the
 * letterhead too is filled then. */
struct appearance source_looks(struct project *project, const struct source *source,
                               const struct notice *notice);
void assembly_compose(struct assembly *assembly, const struct source *source,
                      struct composer *composer);
void assembly_free(struct assembly *assembly);

/* The notice with all that goes with it, and one part alone. */
struct document assembly_whole(const struct assembly *assembly);
struct document assembly_alone(const struct assembly *assembly, const struct composed *part);
/* The overview of the office itself; only if there is one. */
struct document assembly_overview(const struct assembly *assembly);
/* Its properties say what it answers, for those who collect it: 考核方案, 部门, 考核部门. */
struct document assembly_handout(const struct assembly *assembly, const struct handout *handout);

#endif
