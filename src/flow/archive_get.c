/* Handing out what is in a bag. */
#include <string.h>

#include "flow/archive.h"
#include "flow/archived.h"

static void add_payload(struct findings *trouble, struct outputs *outputs, const char *folder,
                        const struct bag *bag)
{
    for (const struct bag_file *file = bag->first; file; file = file->next) {
        if (!bag_is_payload(file->path))
            continue;
        const char *path = path_join(trouble->arena, folder, file->path + strlen("data/"));
        outputs_add_new(outputs, trouble, path, file->bytes, file->length);
    }
}

static bool run(struct findings *trouble, const struct store *store, long number,
                const char *folder, struct findings *found)
{
    struct archived bag;
    struct outputs outputs = outputs_on(trouble->arena);
    if (!archived_take(trouble, store, number, found, &bag))
        return false;
    if (found->errors)
        return true;
    add_payload(trouble, &outputs, folder, &bag.bag);
    return !trouble->errors && outputs_write(&outputs, trouble);
}

bool flow_archive_get(struct findings *trouble, const char *archive, long number,
                      const char *folder, struct findings *found)
{
    struct store store;
    bool done = store_open(trouble, archive, STORE_READ, &store) &&
                run(trouble, &store, number, folder, found);
    store_close(&store);
    return done;
}
