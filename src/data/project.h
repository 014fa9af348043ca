/* The folder that a notice belongs to: what its files may name, where templates are found, what was
 * read. */
#ifndef DATA_PROJECT_H
#define DATA_PROJECT_H

#include "base/file.h"

struct dependency {
    struct dependency *next;
    const char *path;
};

struct kept_text;

struct project {
    struct findings *findings; /* what is read meanwhile lives on their arena */
    struct arena *arena;       /* of what lasts */
    const char *root; /* nearest parent folder with rubrics/ or templates/, else the notice's own */
    const char *share;               /* the installed templates/ folder; NULL if none */
    struct dependency *dependencies; /* every file read, each once, in the order of reading */
    struct dependency *passing;      /* those read while findings are on another arena than what
                                        lasts: for one of several documents; its maker empties it */
    bool keeps_texts;                /* those read below are not read again */
    struct kept_text *texts;
};

/* Reports it if the system does not tell which folder that is. */
struct project project_of(struct findings *findings, const char *notice, const char *share);

/* Reads a text file and remembers it. Where texts are kept the first few are what they were when
 * they were read first, and live as long as the project. */
bool project_read(struct project *project, const char *path, struct place asked, struct file *file);
/* The same for a file that is no text. */
bool project_read_bytes(struct project *project, const char *path, struct place asked,
                        struct file *file);

/* That a file was read in another way. */
void project_remember(struct project *project, const char *path);

/* The path of what a file names, relative to the folder of that file; NULL and reported if it leads
 * out of the root. */
const char *project_path(struct project *project, const char *name, struct place asked);

/* templates/<name>.md or templates/styles/<name>.xml of the root, else of the share folder; NULL if
 * in neither. */
const char *project_template(struct project *project, const char *name);
const char *project_style(struct project *project, const char *name); /* and remembers it */
/* templates/<name> likewise: a Word file, and its ending is part of the name. */
const char *project_form(struct project *project, const char *name);
/* Where these look, for messages. */
const char *project_template_folders(const struct project *project);

#endif
