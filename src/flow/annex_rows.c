/* Files that hold the rows of annexes. */
#include "flow/annex_rows.h"

#include "base/text.h"
#include "sheet/csv_list.h"

struct known_rows {
    struct known_rows *next;
    const char *path;
    const struct list_file *list; /* NULL: what is wrong was reported */
};

struct annex_rows {
    struct project *project;
    struct known_rows *known;
};

struct annex_rows *annex_rows_new(struct project *project)
{
    struct annex_rows *rows = ARENA_NEW(project->findings->arena, struct annex_rows);
    rows->project = project;
    return rows;
}

static const struct list_file *look_through(struct annex_rows *rows, const char *path,
                                            struct place asked)
{
    struct known_rows *known = ARENA_NEW(rows->project->findings->arena, struct known_rows);
    *known = (struct known_rows){.next = rows->known, .path = path};
    rows->known = known;
    known->list = csv_list(rows->project->findings, path, asked);
    if (known->list)
        project_remember(rows->project, known->list->path);
    return known->list;
}

const struct list_file *annex_list(void *context, const struct xml_node *annex)
{
    struct annex_rows *rows = context;
    struct place asked = xml_place(annex);
    const char *path = project_path(rows->project, xml_get(annex, "rows"), asked);
    for (const struct known_rows *known = rows->known; path && known; known = known->next)
        if (text_equal(known->path, path))
            return known->list;
    return path ? look_through(rows, path, asked) : NULL;
}
