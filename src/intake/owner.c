/* Whose form it is. */
#include "intake/owner.h"

#include <string.h>

#include "base/text.h"

enum bearing department_bears(const struct department *department,
                              const struct indicator *indicator)
{
    enum bearing found = BEARS_NOT;
    for (const struct department_ref *ref = indicator->departments; ref; ref = ref->next) {
        if (ref->department == department)
            return BEARS;
        if (ref->department->collective)
            found = BEARS_COLLECTIVELY;
    }
    return found;
}

static struct seat *seat_with(struct collection *collection, const char *id)
{
    for (size_t i = 0; i < collection->seat_count; i++)
        if (text_equal(collection->seats[i].department->id, id))
            return &collection->seats[i];
    return NULL;
}

static bool owns(struct collection *collection, const struct seat *seat, bool *owner)
{
    if (seat)
        owner[seat - collection->seats] = true;
    return seat;
}

static bool by_property(struct collection *collection, const struct form *form, bool *owner)
{
    static const char blanks[] = " \t\r\n";
    bool found = false;
    for (const char *ids = form->departments; ids && *(ids += strspn(ids, blanks));) {
        size_t length = strcspn(ids, blanks);
        const char *id = arena_copy_n(collection->problems.arena, ids, length);
        const struct seat *seat = seat_with(collection, id);
        if (owns(collection, seat, owner))
            found = true;
        else
            problem_add(&collection->problems,
                        (struct problem){.kind = PROBLEM_NOBODY, .file = form->path}, id, NULL);
        ids += length;
    }
    return found;
}

static bool is_asked(const struct form_item *item)
{
    return item->value[form_answer_part(item->indicator)] != NULL;
}

static bool has_its_indicators(const struct collection *collection, const struct form *form,
                               const struct seat *seat)
{
    for (size_t i = 0; i < collection->entry_count; i++) {
        const struct form_item *item = &form->items[i];
        enum bearing bearing = department_bears(seat->department, item->indicator);
        if (bearing != BEARS_COLLECTIVELY && is_asked(item) != (bearing == BEARS))
            return false;
    }
    return true;
}

static bool by_indicators(struct collection *collection, const struct form *form, bool *owner)
{
    const struct seat *found = NULL;
    for (size_t i = 0; i < collection->seat_count; i++) {
        const struct seat *seat = &collection->seats[i];
        if (seat->department->indicators > 0 && has_its_indicators(collection, form, seat)) {
            if (found)
                return false;
            found = seat;
        }
    }
    return owns(collection, found, owner);
}

/* The longest of its names that stands in the title, in bytes. */
static size_t named_in(struct arena *arena, const char *title, const struct department *department)
{
    size_t most = strstr(title, department->name) ? strlen(department->name) : 0;
    for (struct xml_node *node = xml_first_named(department->node, "short"); node;
         node = xml_next_named(node, "short")) {
        const char *name = xml_content(arena, node);
        size_t length = strstr(title, name) ? strlen(name) : 0;
        most = length > most ? length : most;
    }
    return most;
}

static bool by_title(struct collection *collection, const struct form *form, bool *owner)
{
    const struct seat *found = NULL;
    size_t most = 0;
    for (size_t i = 0; i < collection->seat_count; i++) {
        size_t length =
            named_in(collection->problems.arena, form->title, collection->seats[i].department);
        if (length >= most)
            found = length > most ? &collection->seats[i] : NULL;
        most = length > most ? length : most;
    }
    return owns(collection, found, owner);
}

bool form_owners(struct collection *collection, const struct form *form, bool *owner)
{
    return by_property(collection, form, owner) || by_indicators(collection, form, owner) ||
           by_title(collection, form, owner);
}
