/* Files that hold the rows of annexes. */
#include "flow/annex_rows.h"

#include "base/text.h"
#include "sheet/csv_list.h"

struct known_list {
    struct known_list *next;
    const char *path;
    const struct list_file *list; /* NULL: */
    struct findings told;         /* what is wrong with it */
};

struct annex_rows {
    struct project *project;
    struct known_list *known;
    size_t count;
};

struct annex_rows *annex_rows_new(struct project *project)
{
    struct annex_rows *rows = ARENA_NEW(project->arena, struct annex_rows);
    rows->project = project;
    return rows;
}

/* For all documents to come, as long as they name few files. */
static const struct known_list *look_through(struct annex_rows *rows, const char *path,
                                             struct place asked)
{
    enum { KEPT_MOST = 64 };
    struct project *project = rows->project;
    bool is_kept = rows->count < KEPT_MOST;
    struct arena *arena = is_kept ? project->arena : project->findings->arena;
    struct known_list *known = ARENA_NEW(arena, struct known_list);
    *known = (struct known_list){rows->known, arena_copy(arena, path), NULL, findings_on(arena)};
    known->list = csv_list(&known->told, known->path, asked);
    if (is_kept) {
        rows->known = known;
        rows->count++;
    }
    return known;
}

const struct list_file *annex_list(void *context, const struct xml_node *annex)
{
    struct annex_rows *rows = context;
    struct project *project = rows->project;
    const char *path = project_path(project, xml_get(annex, "rows"), xml_place(annex));
    if (!path)
        return NULL;
    const struct known_list *known = rows->known;
    while (known && !text_equal(known->path, path))
        known = known->next;
    if (!known)
        known = look_through(rows, path, xml_place(annex));
    if (known->list)
        project_remember(project, known->path);
    findings_hand_on(&known->told, project->findings);
    return known->list;
}
