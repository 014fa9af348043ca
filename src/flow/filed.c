/* Where the files of a notice lie in its bag. */
#include "flow/filed.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

/* The path without folder and slash before it; NULL if it does not begin so. */
static const char *below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    if (text_equal(folder, "/"))
        return path + 1;
    return text_starts(path, folder) && path[length] == '/' ? path + length + 1 : NULL;
}

static const char *absolute(struct arena *arena, const char *path)
{
    char here[PATH_MAX];
    return path_join(arena, getcwd(here, sizeof here) ? here : "/", path);
}

/* The first folder on the way that really lies in `folder` says where; behind it the path counts as
 * it is written, so that a link in a project stays a name. */
static const char *place_in(struct arena *arena, const char *folder, const char *path)
{
    char outer[PATH_MAX], inner[PATH_MAX];
    const char *whole = absolute(arena, path);
    if (!realpath(folder, outer))
        return NULL;
    for (const char *slash = whole; (slash = strchr(slash + 1, '/'));) {
        if (!realpath(arena_copy_n(arena, whole, (size_t)(slash - whole)), inner))
            return NULL;
        if (text_equal(inner, outer))
            return slash + 1;
        const char *place = below(inner, outer);
        if (place)
            return arena_printf(arena, "%s%s", place, slash);
    }
    return NULL;
}

const char *filed_place(struct arena *arena, const struct project *project, const char *path)
{
    return place_in(arena, project->root, path);
}

static bool is_safe_path(struct arena *arena, const char *path)
{
    for (const char *part = path; *part;) {
        size_t length = strcspn(part, "/");
        if (!bag_name_is_safe(arena_copy_n(arena, part, length)))
            return false;
        part += length + (part[length] == '/');
    }
    return true;
}

bool filed_add(struct findings *findings, struct bag *bag, const char *folder, const char *name,
               const char *bytes, size_t length)
{
    if (is_safe_path(findings->arena, name)) {
        bag_add(bag, arena_printf(bag->arena, "%s/%s", folder, name), bytes, length);
        return true;
    }
    REPORT(findings, RULE_FILED_NAME, ((struct place){0}), name);
    return false;
}

static bool add_source(struct findings *findings, struct bag *bag, const char *path,
                       const char *place)
{
    struct file file;
    const char *target = arena_printf(findings->arena, "%s/%s", FILED_SOURCE, place);
    if (bag_find(bag, target))
        return true;
    return file_read(findings, path, (struct place){0}, &file) &&
           filed_add(findings, bag, FILED_SOURCE, place, file.bytes, file.length);
}

static const char *shared_place(struct arena *arena, const struct project *project,
                                const char *path)
{
    const char *place = project->share ? place_in(arena, project->share, path) : NULL;
    return place ? path_join(arena, "templates", place) : NULL;
}

bool filed_sources(struct findings *findings, const struct project *project, struct bag *bag)
{
    const struct dependency *d;
    struct arena *arena = findings->arena;
    bool fine = true;
    for (d = project->dependencies; d; d = d->next) {
        const char *place = filed_place(arena, project, d->path);
        if (place)
            fine = add_source(findings, bag, d->path, place) && fine;
    }
    for (d = project->dependencies; d; d = d->next) {
        if (filed_place(arena, project, d->path))
            continue;
        const char *place = shared_place(arena, project, d->path);
        if (place)
            fine = add_source(findings, bag, d->path, place) && fine;
        else
            REPORT(findings, RULE_PATH_OUTSIDE, ((struct place){0}), d->path, project->root);
    }
    return fine && !findings->errors;
}
