/* The folder that a notice belongs to. */
#include "data/project.h"

#include <errno.h>

#include "base/reason.h"
#include "base/text.h"

struct project project_of(struct findings *findings, const char *notice, const char *share)
{
    const char *root = path_root(findings->arena, notice);
    if (!root) {
        report_reason(findings, RULE_FILE_UNREADABLE, (struct place){0}, notice, errno);
        root = path_folder(findings->arena, notice);
    }
    return (struct project){
        .findings = findings, .arena = findings->arena, .root = root, .share = share};
}

/* The end of the list that has no such path; NULL if it has one. */
static struct dependency **end_without(struct dependency **list, const char *path)
{
    for (; *list; list = &(*list)->next)
        if (text_equal((*list)->path, path))
            return NULL;
    return list;
}

void project_remember(struct project *project, const char *path)
{
    struct arena *arena = project->findings->arena;
    struct dependency **end = end_without(&project->dependencies, path);
    if (end && arena != project->arena)
        end = end_without(&project->passing, path);
    if (!end)
        return;
    *end = ARENA_NEW(arena, struct dependency);
    (*end)->path = arena_copy(arena, path);
}

struct kept_text {
    struct kept_text *next;
    struct file file;
};

/* The end of the list if it is not there; *count is how many are. */
static struct kept_text **find_text(struct project *project, const char *path, size_t *count)
{
    struct kept_text **text = &project->texts;
    for (*count = 0; *text && !text_equal((*text)->file.path, path); text = &(*text)->next)
        ++*count;
    return text;
}

static struct kept_text *text_new(struct arena *arena, const struct file *file)
{
    struct kept_text *text = ARENA_NEW(arena, struct kept_text);
    text->file = *file;
    text->file.path = arena_copy(arena, file->path);
    text->file.bytes = arena_copy_n(arena, file->bytes, file->length);
    return text;
}

bool project_read(struct project *project, const char *path, struct place asked, struct file *file)
{
    enum { KEPT_MOST = 8 };
    size_t count;
    struct kept_text **text = find_text(project, path, &count);
    if (*text)
        *file = (*text)->file;
    else if (!file_read_text(project->findings, path, asked, file))
        return false;
    project_remember(project, file->path);
    if (!*text && project->keeps_texts && count < KEPT_MOST)
        *text = text_new(project->arena, file);
    return true;
}

bool project_read_bytes(struct project *project, const char *path, struct place asked,
                        struct file *file)
{
    if (!file_read(project->findings, path, asked, file))
        return false;
    project_remember(project, file->path);
    return true;
}

const char *project_path(struct project *project, const char *name, struct place asked)
{
    struct arena *arena = project->findings->arena;
    char *path = path_join(arena, path_folder(arena, asked.file), name);
    if (path_is_under(arena, path, project->root))
        return path;
    REPORT(project->findings, RULE_PATH_OUTSIDE, asked, name, project->root);
    return NULL;
}

/* A name is that of a file in the folder itself: no way leads out of it. */
static const char *find(struct project *project, const char *folder, const char *name,
                        const char *ending)
{
    struct arena *arena = project->findings->arena;
    if (text_starts(name, "/") || text_starts(path_clean(arena, name), ".."))
        return NULL;
    char *path = arena_printf(arena, "%s/%s%s", folder, name, ending);
    return file_exists(path) ? path_clean(arena, path) : NULL;
}

static const char *find_in_both(struct project *project, const char *inner, const char *name,
                                const char *ending)
{
    struct arena *arena = project->findings->arena;
    char *own = arena_printf(arena, "%s/templates%s", project->root, inner);
    const char *path = find(project, own, name, ending);
    if (path || !project->share)
        return path;
    return find(project, arena_printf(arena, "%s%s", project->share, inner), name, ending);
}

const char *project_template(struct project *project, const char *name)
{
    return find_in_both(project, "", name, ".md");
}

const char *project_form(struct project *project, const char *name)
{
    return find_in_both(project, "", name, "");
}

const char *project_style(struct project *project, const char *name)
{
    const char *path = find_in_both(project, "/styles", name, ".xml");
    if (path)
        project_remember(project, path);
    return path;
}

const char *project_template_folders(const struct project *project)
{
    struct arena *arena = project->findings->arena;
    char *own = path_clean(arena, arena_printf(arena, "%s/templates", project->root));
    return project->share ? arena_printf(arena, "%s, %s", own, project->share) : own;
}
